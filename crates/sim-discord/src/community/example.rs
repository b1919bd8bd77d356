//! The community of a first run.

use super::{Community, GUILD_ID, MemberSeed};
use crate::activity;
use crate::model::Presence;
use crate::permissions;

impl Community {
    /// "Paddock Test Track": an owner, two stewards, ten members, a bot, and the rooms of a sim-racing league. Its
    /// staff show more of themselves than a status: platforms, custom statuses, what they are doing.
    pub fn example() -> Self {
        let mut track = Self::small(GUILD_ID, "Paddock Test Track")
            .role("Verified", 0)
            .role("Driver", 0)
            .role("Champion", 0)
            .role("Steward", 0)
            .role_above("Stewards", permissions::ADMINISTRATOR)
            .channel("announcements", 5, &[])
            .channel("review", 0, &["Steward", "Stewards", "Paddock"])
            .channel("admin", 0, &["Stewards", "Paddock"])
            .channel("attendance", 0, &[])
            .channel("staff-room", 0, &["Stewards"])
            .channel("Grid Lounge", 2, &[]);
        for (username, global, nick, roles, status) in PEOPLE {
            let mut person = MemberSeed::new(username);
            person.global_name = Some(global.to_owned());
            person.nick = (!nick.is_empty()).then(|| nick.to_owned());
            person.roles = roles.iter().map(|&role| role.to_owned()).collect();
            track = track.member(person.with_presence(shown(username, status)));
        }
        if let Some(news) = track
            .channels
            .iter_mut()
            .find(|c| c.name == "announcements")
        {
            news.writers = vec!["Stewards".to_owned(), "Paddock".to_owned()];
        }
        track
    }
}

/// What one of the example's people shows.
fn shown(username: &str, status: &str) -> Presence {
    let plain = Presence::new(status);
    match username {
        "mira" => plain
            .on("desktop", "online")
            .on("mobile", "idle")
            .doing(activity::custom("Stewarding tonight", Some("🏁")))
            .doing(activity::playing("iRacing")),
        "jonas" => plain
            .on("mobile", "idle")
            .doing(activity::custom("Back at eight", None)),
        "margaret" => plain
            .on("web", "online")
            .doing(activity::listening("Autobahn", "Kraftwerk")),
        _ => plain,
    }
}

type PersonRow = (
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static str,
);

/// Handle, global name, nickname, roles, status.
const PEOPLE: [PersonRow; 12] = [
    ("mira", "Mira Voss", "", &["Stewards"], "online"),
    (
        "jonas",
        "Jonas Berg",
        "Jonas (race control)",
        &["Stewards"],
        "idle",
    ),
    ("ada", "Ada", "Ada L.", &[], "online"),
    ("linus", "Linus", "", &[], "dnd"),
    ("grace", "Grace", "Amazing Grace", &[], "online"),
    ("alan", "Alan", "", &[], "offline"),
    ("edsger", "Edsger", "", &[], "offline"),
    ("barbara", "Barbara", "Babs", &[], "idle"),
    ("donald", "Donald", "", &[], "offline"),
    ("margaret", "Margaret", "", &["Steward"], "online"),
    ("dennis", "Dennis", "", &[], "offline"),
    ("hedy", "Hedy", "", &[], "online"),
];
