//! Words that look random and are the same each time.

/// Numbers by a linear congruential generator with the constants of Knuth's MMIX.
pub struct Random(u64);

impl Random {
    /// The same numbers for the same seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below this one.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let high = usize::try_from(self.0 >> 33).expect("31 bits are few");
        high % end
    }

    /// Sentences of so many words, few of which are frequent, with commas, stops and line ends between.
    pub fn text(&mut self, words: usize) -> String {
        let mut text = String::new();
        for at in 0..words {
            text += &self.word();
            text += match (at % 17, at % 11) {
                (16, _) => ". ",
                (_, 10) => "\n",
                (8, _) => ", ",
                _ => " ",
            };
        }
        text
    }

    fn word(&mut self) -> String {
        const SYLLABLES: [&str; 16] = [
            "ka", "to", "mer", "lin", "sa", "vor", "ing", "est", "pro", "dun", "al", "qui", "ber",
            "ro", "the", "of",
        ];
        // The product of two numbers is small more often than it is great.
        let rank = self.below(90) * self.below(90);
        let mut rest = rank;
        let mut word = SYLLABLES[rest % 16].to_owned();
        while rest >= 16 {
            rest /= 16;
            word += SYLLABLES[rest % 16];
        }
        word
    }
}
