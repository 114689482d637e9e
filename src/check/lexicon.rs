//! What the rules on translations know of a language. Another language is another row here; without one
//! only its digits and the names of the sides are compared.

use super::glossary::Glossary;
use std::sync::LazyLock;

/// How many kinds of hedges are told apart.
pub const HEDGES: usize = 4;

/// Words of one language.
pub struct Lexicon {
    /// Its primary subtag.
    language: &'static str,
    /// Words that can stand for a number and need not: months, ordinals.
    pub numbers: &'static [(f64, &'static str)],
    /// Its hedges: what may be, what holds on a condition, what is nearly so, what is intended.
    hedges: [Hedge; HEDGES],
}

/// Words that hedge in one way.
struct Hedge {
    /// Words that do nothing else.
    sure: &'static [&'static str],
    /// Words that can do so.
    other: &'static [&'static str],
}

/// A word that hedges.
#[derive(Clone, Copy)]
pub struct Sign {
    /// The word.
    pub word: &'static str,
    /// Which kind of hedge it is, below [`HEDGES`].
    pub hedge: usize,
    /// Where it is nothing else its place among those words.
    pub sure: Option<usize>,
}

/// What is known of a language, by its tag.
pub fn lexicon(tag: &str) -> Option<&'static Lexicon> {
    LEXICONS.get(place(tag)?)
}

/// The hedges of a language, by its tag.
pub fn hedges(tag: &str) -> Option<&'static Glossary<Sign>> {
    GLOSSARIES.get(place(tag)?)
}

fn place(tag: &str) -> Option<usize> {
    let language = tag.split('-').next()?;
    let mut lexicons = LEXICONS.iter();
    lexicons.position(|lexicon| lexicon.language == language)
}

/// The hedges of every lexicon, in the order of the lexicons.
static GLOSSARIES: LazyLock<Vec<Glossary<Sign>>> = LazyLock::new(|| {
    let signs = |lexicon: &'static Lexicon| {
        let hedges = lexicon.hedges.iter().enumerate();
        hedges.flat_map(|(hedge, words)| {
            let sure = words.sure.iter().enumerate();
            let sure = sure.map(|(place, word)| (*word, Some(place)));
            let all = sure.chain(words.other.iter().map(|word| (*word, None)));
            all.map(move |(word, sure)| (word, Sign { word, hedge, sure }))
        })
    };
    let lexicons = LEXICONS.iter();
    lexicons.map(|it| Glossary::new(signs(it))).collect()
});

const LEXICONS: &[Lexicon] = &[
    Lexicon {
        language: "en",
        numbers: &[
            (1.0, "january"),
            (2.0, "february"),
            (3.0, "march"),
            (4.0, "april"),
            (5.0, "may"),
            (6.0, "june"),
            (7.0, "july"),
            (8.0, "august"),
            (9.0, "september"),
            (10.0, "october"),
            (11.0, "november"),
            (12.0, "december"),
            (1.0, "first"),
            (2.0, "second"),
            (3.0, "third"),
            (4.0, "fourth"),
            (5.0, "fifth"),
            (10.0, "decade"),
            (10.0, "decades"),
            (100.0, "century"),
        ],
        hedges: [
            Hedge {
                sure: &["may", "might", "perhaps", "possibly", "probably", "likely"],
                other: &[
                    "apparently",
                    "appear",
                    "appears",
                    "can",
                    "could",
                    "doubtful",
                    "expected",
                    "expects",
                    "likelihood",
                    "maybe",
                    "possibilities",
                    "possibility",
                    "possible",
                    "potential",
                    "potentially",
                    "probable",
                    "risk",
                    "risks",
                    "seem",
                    "seems",
                    "should",
                    "threaten",
                    "threatens",
                    "uncertain",
                    "unlikely",
                    "would",
                ],
            },
            Hedge {
                sure: &["if", "unless"],
                other: &[
                    "as",
                    "condition",
                    "conditions",
                    "given",
                    "once",
                    "only",
                    "otherwise",
                    "provided",
                    "should",
                    "when",
                    "whenever",
                    "where",
                    "whether",
                    "without",
                ],
            },
            Hedge {
                sure: &["almost", "approximately", "nearly", "roughly"],
                other: &[
                    "about",
                    "around",
                    "close",
                    "more",
                    "over",
                    "practically",
                    "some",
                    "virtually",
                ],
            },
            Hedge {
                sure: &["aim", "aims", "intend", "intends", "seek", "seeks"],
                other: &[
                    "aimed",
                    "aiming",
                    "ambition",
                    "attempt",
                    "attempts",
                    "effort",
                    "efforts",
                    "for",
                    "goal",
                    "goals",
                    "hope",
                    "hopes",
                    "intended",
                    "intention",
                    "is",
                    "meant",
                    "objective",
                    "plan",
                    "planned",
                    "plans",
                    "pursue",
                    "pursues",
                    "purpose",
                    "seeking",
                    "sought",
                    "strive",
                    "strives",
                    "target",
                    "targets",
                    "to",
                    "toward",
                    "towards",
                    "tries",
                    "try",
                    "trying",
                    "want",
                    "wants",
                ],
            },
        ],
    },
    Lexicon {
        language: "zh",
        numbers: &[],
        hedges: [
            Hedge {
                sure: &["可能", "或许", "或許", "也许", "也許", "恐怕"],
                other: &[
                    "似", "估", "会", "會", "可", "大概", "将", "將", "应", "應", "或", "有望",
                    "未必", "潜", "潛", "疑", "能", "莫", "预", "預", "风险", "風險", "若", "易",
                ],
            },
            Hedge {
                sure: &["如果", "倘若", "假如", "假若", "除非"],
                other: &[
                    "一旦", "不", "则", "則", "前提", "只有", "只要", "否", "如", "时", "時",
                    "条件", "條件", "的话", "的話", "若", "要是",
                ],
            },
            Hedge {
                sure: &["大约", "大約", "将近", "將近", "左右", "几乎", "幾乎"],
                other: &[
                    "余",
                    "餘",
                    "多",
                    "大体",
                    "大致",
                    "差不多",
                    "接近",
                    "约",
                    "約",
                    "近",
                ],
            },
            Hedge {
                sure: &["旨在", "力图", "力圖", "力求"],
                other: &[
                    "为", "為", "争取", "力", "希", "想", "意", "打算", "拟", "擬", "求", "目标",
                    "目標", "目的", "欲", "致力", "要", "计划", "計劃", "试图", "試圖", "谋", "謀",
                    "追",
                ],
            },
        ],
    },
];
