//! What the status board says.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use paddock_api_types::effects::Notice;
use paddock_api_types::staff::{StaffBoard, StaffMember, StaffOnBoard, StaffStatus};
use paddock_api_types::{ChannelId, GuildId};
use sha2::{Digest as _, Sha256};

/// How many members it names. Discord has room for about as many, and an effect should be no novel.
const NAMED: usize = 60;
/// The shortest time between two changes of its message.
const PAUSE: SignedDuration = SignedDuration::from_mins(1);

/// A board of a guild.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Board {
    pub(crate) guild_id: GuildId,
    /// The name of its post. Every board has its own, so that one that moves is another message.
    pub(crate) post: String,
    pub(crate) channel_id: ChannelId,
    /// What it last said, as a hash; absent before it said anything.
    pub(crate) digest: Option<String>,
    /// When it was last compared with the roster.
    pub(crate) looked_at: Option<Timestamp>,
}

/// A board that was last looked at by this time is due.
pub(crate) fn due_before(now: Timestamp) -> Timestamp {
    now - PAUSE
}

/// The board of a roster, which is in its order.
pub(crate) fn board(roster: &[StaffMember], limitation: Option<&str>) -> StaffBoard {
    let mut members: Vec<&StaffMember> = roster.iter().collect();
    members.sort_by_key(|it| (!is_there(it), it.is_away));
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    StaffBoard {
        total: number(members.len()),
        there: number(members.iter().filter(|it| is_there(it)).count()),
        members: members.into_iter().take(NAMED).map(on_board).collect(),
        limitation: limitation.map(ToOwned::to_owned),
    }
}

fn is_there(member: &StaffMember) -> bool {
    let status = member.discord_status;
    let seen = !matches!(status, StaffStatus::Offline | StaffStatus::Unknown);
    seen || member.on_duty_since.is_some()
}

fn on_board(member: &StaffMember) -> StaffOnBoard {
    let away = member.away.as_ref().filter(|_| member.is_away);
    StaffOnBoard {
        user_id: member.user_id,
        display_name: member.display_name.clone(),
        title: member.title.clone(),
        status: member.discord_status,
        unknown_because: member.unknown_because,
        on_duty_since: member.on_duty_since,
        away_until: away.map(|away| away.until),
    }
}

/// A hash of what a board says, by which it is seen whether it says something else.
pub(crate) fn digest(notice: &Notice) -> String {
    let text = serde_json::to_vec(notice).expect("a notice is JSON");
    URL_SAFE_NO_PAD.encode(Sha256::digest(&text))
}
