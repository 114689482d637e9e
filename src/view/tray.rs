use super::home::SideHead;
use super::{Frame, Scene};
use crate::site::Route;
use serde::Serialize;

/// `pages/tray.html`
#[derive(Clone, Debug, Serialize)]
pub struct TrayPage {
    /// The heads of the columns in which claims are laid out.
    pub sides: Vec<SideHead>,
}

pub fn tray(scene: &Scene<'_>, route: Route) -> (Frame, TrayPage) {
    let description = scene.words.say("tray-about");
    let frame = scene.frame(route, description, vec![scene.home_link()]);
    let sides = scene.side_heads();
    (frame, TrayPage { sides })
}
