//! What a user shows of themselves: a status, on which platforms, and what they are doing.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// The statuses that others see.
const VISIBLE: [&str; 3] = ["online", "idle", "dnd"];
/// The statuses that others see as offline.
const HIDDEN: [&str; 2] = ["invisible", "offline"];
/// The platforms that Discord tells apart.
const PLATFORMS: [&str; 5] = ["desktop", "mobile", "web", "embedded", "vr"];

/// A user's presence, the same in each of their guilds.
#[derive(Clone, Debug, PartialEq)]
pub struct Presence {
    status: String,
    /// Status by platform; the desktop alone where none was named.
    platforms: BTreeMap<String, String>,
    /// As on the wire.
    activities: Vec<Value>,
}

impl Default for Presence {
    fn default() -> Self {
        Self::new("offline")
    }
}

impl Presence {
    /// A user who is `online`, `idle`, `dnd`, `invisible` or `offline` on the desktop.
    pub fn new(status: &str) -> Self {
        Self {
            status: status.to_owned(),
            platforms: BTreeMap::new(),
            activities: Vec::new(),
        }
    }

    /// The same user on a platform (`desktop`, `mobile`, `web`, `embedded`, `vr`), where the status may be another.
    #[must_use]
    pub fn on(mut self, platform: &str, status: &str) -> Self {
        self.platforms
            .insert(platform.to_owned(), status.to_owned());
        self
    }

    /// The same user doing something; see [`crate::activity`].
    #[must_use]
    pub fn doing(mut self, activity: Value) -> Self {
        self.activities.push(activity);
        self
    }

    /// The status that the user chose, which may be `invisible`.
    pub(crate) fn status(&self) -> &str {
        &self.status
    }

    /// Whether others see the user as anything but offline.
    pub(crate) fn is_visible(&self) -> bool {
        VISIBLE.contains(&self.status.as_str())
    }

    /// What no client could show.
    pub(crate) fn fault(&self) -> Option<String> {
        let is_status = |status: &&str| VISIBLE.contains(status) || HIDDEN.contains(status);
        if !is_status(&self.status.as_str()) {
            return Some("status is online, idle, dnd, invisible or offline".to_owned());
        }
        self.platforms.iter().find_map(|(platform, status)| {
            if !PLATFORMS.contains(&platform.as_str()) {
                return Some(format!("{platform} is none of {}", PLATFORMS.join(", ")));
            }
            let is_visible = VISIBLE.contains(&status.as_str());
            (!is_visible).then(|| format!("on {platform}, status is online, idle or dnd"))
        })
    }

    /// Fills in when the activities began, where they do not say so.
    pub(crate) fn date(&mut self, now_ms: i64) {
        for activity in &mut self.activities {
            if activity.is_object() && activity["created_at"].is_null() {
                activity["created_at"] = json!(now_ms);
            }
        }
    }

    /// The presence as others see it, without whose it is: of a user who is invisible nothing.
    pub(crate) fn wire(&self) -> Value {
        if !self.is_visible() {
            return json!({"status": "offline", "client_status": {}, "activities": []});
        }
        let platforms = if self.platforms.is_empty() {
            json!({"desktop": self.status})
        } else {
            json!(self.platforms)
        };
        json!({"status": self.status, "client_status": platforms, "activities": self.activities})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_invisible_looks_offline() {
        let hidden = Presence::new("invisible")
            .on("mobile", "online")
            .doing(json!({"type": 0, "name": "Chess"}));
        assert_eq!(hidden.fault(), None);
        assert_eq!(hidden.wire(), Presence::default().wire());
    }

    #[test]
    fn a_status_is_of_the_desktop_or_of_the_platforms_named() {
        let desktop = Presence::new("dnd").wire();
        assert_eq!(desktop["client_status"], json!({"desktop": "dnd"}));
        let two = Presence::new("online")
            .on("mobile", "idle")
            .on("vr", "online");
        assert_eq!(
            two.wire()["client_status"],
            json!({"mobile": "idle", "vr": "online"})
        );
    }

    #[test]
    fn what_no_client_shows_is_found() {
        for good in ["online", "idle", "dnd", "invisible", "offline"] {
            assert_eq!(Presence::new(good).fault(), None, "{good}");
        }
        for bad in [
            Presence::new("busy"),
            Presence::new("online").on("watch", "online"),
            Presence::new("online").on("mobile", "offline"),
        ] {
            assert!(bad.fault().is_some(), "{bad:?}");
        }
    }
}
