use super::Names;
use super::resolver::Resolver;
use crate::corpus::{About, SideId};
use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::WORLD;
use crate::yaml::{Field, List};

/// Resolves side ids, or `world` alone.
pub fn about(
    resolver: &mut Resolver<'_>,
    field: &Field<List<String>>,
    sides: &Names<SideId>,
) -> Option<About> {
    let given = field.given()?;
    let names = &given.value.items;
    if let [name] = names.as_slice()
        && name.value == WORLD
    {
        return Some(About::World);
    }
    if let Some(world) = names.iter().find(|name| name.value == WORLD) {
        resolver.report.push(
            Diagnostic::new(
                Code::UnknownSide,
                world.span,
                "`world` stands beside a side",
            )
            .help("name the sides, or the world alone"),
        );
        return None;
    }
    let mut found = resolver.references(field, sides, Code::UnknownSide, "side")?;
    found.sort_unstable();
    match found.as_slice() {
        [] => {
            resolver.report.push(
                Diagnostic::new(Code::MissingField, given.span, "no side is named")
                    .help("name the sides, or `world`"),
            );
            None
        }
        [side] => Some(About::Side(*side)),
        _ => Some(About::Several(found)),
    }
}
