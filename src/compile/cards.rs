use crate::corpus::{ClaimId, QuestionId};
use crate::prose::Html;
use crate::render::{RenderError, Renderer};
use crate::view::{Cards, Scene, Shells, Snippets, WAYS, Weight, claim_card, shell, snippet};
use std::sync::OnceLock;

/// The cards of one language that were drawn so far, and what surrounds its pages.
#[derive(Debug)]
pub struct Deck {
    full: Vec<OnceLock<Html>>,
    compact: Vec<OnceLock<Html>>,
    /// By way, and last for the pages on none.
    shells: Vec<OnceLock<Shells>>,
}

/// Draws the cards that a deck does not have yet.
#[derive(Debug)]
pub struct Dealer<'a> {
    deck: &'a Deck,
    /// Set without cards, since no card shows another.
    scene: &'a Scene<'a>,
    renderer: &'a Renderer,
    fault: OnceLock<RenderError>,
}

impl Deck {
    /// A deck for so many claims, none of them drawn.
    pub fn new(claims: usize) -> Self {
        Self {
            full: vec![OnceLock::new(); claims],
            compact: vec![OnceLock::new(); claims],
            shells: vec![OnceLock::new(); WAYS.len() + 1],
        }
    }

    /// Lets go of the cards with quotations, which are most of a deck.
    pub fn let_full_go(&mut self) {
        for card in &mut self.full {
            card.take();
        }
    }
}

impl<'a> Dealer<'a> {
    /// Deals from a deck.
    pub fn new(deck: &'a Deck, scene: &'a Scene<'a>, renderer: &'a Renderer) -> Self {
        Self {
            deck,
            scene,
            renderer,
            fault: OnceLock::new(),
        }
    }

    /// The first card that could not be drawn; a page that shows it is not whole.
    pub fn into_fault(self) -> Option<RenderError> {
        self.fault.into_inner()
    }
}

impl Cards for Dealer<'_> {
    fn card(&self, id: ClaimId, weight: Weight) -> Html {
        let cards = match weight {
            Weight::Full => &self.deck.full,
            Weight::Compact => &self.deck.compact,
        };
        let card = &cards[id.index()];
        if let Some(drawn) = card.get() {
            return drawn.clone();
        }
        match self.renderer.card(&claim_card(self.scene, id, weight)) {
            Ok(drawn) => card.get_or_init(|| drawn).clone(),
            Err(fault) => {
                // Another card may have failed before, and one report is enough.
                let _ = self.fault.set(fault);
                Html::default()
            }
        }
    }

    fn snippets(&self, id: QuestionId) -> Snippets {
        self.renderer
            .snippets(&snippet(self.scene, id))
            .unwrap_or_else(|fault| {
                let _ = self.fault.set(fault);
                Snippets::default()
            })
    }
    fn shells(&self, on: Option<usize>) -> Shells {
        let shells = &self.deck.shells[on.unwrap_or(WAYS.len())];
        if let Some(drawn) = shells.get() {
            return drawn.clone();
        }
        match self.renderer.shells(&shell(self.scene, on)) {
            Ok(drawn) => shells.get_or_init(|| drawn).clone(),
            Err(fault) => {
                let _ = self.fault.set(fault);
                Shells::default()
            }
        }
    }
}
