//! Threads: channels below a channel.

use std::collections::BTreeMap;

use crate::snowflake::Snowflake;

/// Channel type of a text channel.
pub(crate) const TEXT: u8 = 0;
/// Channel type of an announcement channel.
pub(crate) const ANNOUNCEMENTS: u8 = 5;
/// Channel type of a thread in an announcement channel.
pub(crate) const ANNOUNCEMENT_THREAD: u8 = 10;
/// Channel type of a thread in a text channel that everybody sees who sees the channel.
pub(crate) const PUBLIC_THREAD: u8 = 11;

/// How long a thread is listed after its last message unless its owner chose otherwise, in minutes.
pub(crate) const DAY: u32 = 24 * 60;

/// What a thread has beyond a channel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thread {
    /// The channel that it belongs to, whose overwrites it has.
    pub parent_id: Snowflake,
    /// The user who started it.
    pub owner_id: Snowflake,
    /// Whether it is closed; a message opens it again.
    pub archived: bool,
    /// Whether only moderators may write in it and open it again.
    pub locked: bool,
    /// How long it is listed after the last message, in minutes.
    pub auto_archive_minutes: u32,
    /// When it was made, or last closed or opened, in milliseconds since the Unix epoch.
    pub archive_ms: i64,
    /// When it was made.
    pub created_ms: i64,
    /// Those who follow it, with the time of their joining.
    pub members: BTreeMap<Snowflake, i64>,
    /// Messages in it.
    pub message_count: u32,
    /// Messages that were ever sent in it.
    pub total_message_sent: u32,
}

/// The type of a public thread in a channel of this type; none where it can have no threads.
pub(crate) fn kind_below(parent: u8) -> Option<u8> {
    match parent {
        TEXT => Some(PUBLIC_THREAD),
        ANNOUNCEMENTS => Some(ANNOUNCEMENT_THREAD),
        _ => None,
    }
}
