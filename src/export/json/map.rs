use serde::{Serialize, Serializer};

/// A JSON object whose keys stand in the order of the list.
#[derive(Clone, Debug)]
pub struct Map<K, V>(pub Vec<(K, V)>);

/// Words by BCP 47 tag.
pub type Words<'a> = Map<&'a str, &'a str>;

impl<K: Serialize, V: Serialize> Serialize for Map<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}
