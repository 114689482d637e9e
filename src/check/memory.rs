use super::wording::Passage;
use crate::quote::Token;
use std::collections::HashMap;
use std::sync::Arc;

/// Passages as they were taken apart before, for those who check the content again.
#[derive(Debug, Default)]
pub struct Memory {
    tokens: HashMap<String, Arc<[Token]>>,
}

impl Memory {
    /// Some words, taken apart unless they were before.
    pub(super) fn passage<'a>(&self, text: &'a str) -> Passage<'a> {
        match self.tokens.get(text) {
            Some(tokens) => Passage {
                text,
                tokens: Arc::clone(tokens),
            },
            None => Passage::new(text),
        }
    }

    /// Keeps these passages. Those that nobody has any more are forgotten once they are the greater part.
    pub(super) fn keep<'a>(&mut self, passages: impl Iterator<Item = &'a Passage<'a>>) {
        let mut count = 0;
        for passage in passages {
            count += 1;
            // Whoever has the tokens besides this passage is the memory.
            if Arc::strong_count(&passage.tokens) == 1 {
                let tokens = Arc::clone(&passage.tokens);
                self.tokens.insert(passage.text.to_owned(), tokens);
            }
        }
        if self.tokens.len() > 2 * count {
            self.tokens
                .retain(|_, tokens| Arc::strong_count(tokens) > 1);
        }
    }
}
