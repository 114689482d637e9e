//! A style without the branches that a kind of work never takes. The library walks through all of them again and again,
//! and a style is mostly branches by kind.

use hayagriva::citationberg::taxonomy::Kind;
use hayagriva::citationberg::{
    ChooseBranch, ChooseMatch, IndependentStyle, LayoutRenderingElement,
};

/// Leaves out of a style what works of other kinds need.
pub(super) fn trim(style: &mut IndependentStyle, kind: Kind) {
    for part in &mut style.macros {
        trim_all(&mut part.children, kind);
    }
    if let Some(bibliography) = &mut style.bibliography {
        trim_all(&mut bibliography.layout.elements, kind);
    }
}

fn trim_all(elements: &mut [LayoutRenderingElement], kind: Kind) {
    for element in elements {
        match element {
            LayoutRenderingElement::Group(group) => trim_all(&mut group.children, kind),
            LayoutRenderingElement::Choose(choose) => {
                choose
                    .else_if
                    .retain(|branch| verdict(branch, kind) != Some(false));
                if verdict(&choose.if_, kind) == Some(false) {
                    choose.if_.children.clear();
                    if !choose.else_if.is_empty() {
                        choose.if_ = choose.else_if.remove(0);
                    }
                }
                let branches = [&choose.if_].into_iter().chain(&choose.else_if);
                let taken = branches
                    .map(|it| verdict(it, kind))
                    .position(|it| it == Some(true));
                if let Some(taken) = taken {
                    choose.else_if.truncate(taken);
                    choose.otherwise = None;
                }
                trim_all(&mut choose.if_.children, kind);
                for branch in &mut choose.else_if {
                    trim_all(&mut branch.children, kind);
                }
                if let Some(otherwise) = &mut choose.otherwise {
                    trim_all(&mut otherwise.children, kind);
                }
            }
            _ => {}
        }
    }
}

/// Whether a branch is taken for a kind; nothing where that depends on more than the kind.
fn verdict(branch: &ChooseBranch, kind: Kind) -> Option<bool> {
    let kinds = branch.type_.as_ref()?;
    let (is_named, is_only) = (kinds.contains(&kind), kinds.as_slice() == [kind]);
    let asks_more = branch.disambiguate.is_some()
        || branch.is_numeric.is_some()
        || branch.is_uncertain_date.is_some()
        || branch.locator.is_some()
        || branch.position.is_some()
        || branch.variable.is_some();
    match branch.match_ {
        ChooseMatch::All if !is_only => Some(false),
        ChooseMatch::None if is_named => Some(false),
        ChooseMatch::Any if is_named => Some(true),
        ChooseMatch::All | ChooseMatch::Any | ChooseMatch::None if asks_more => None,
        ChooseMatch::Any => Some(false),
        ChooseMatch::All | ChooseMatch::None => Some(true),
    }
}
