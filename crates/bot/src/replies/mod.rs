//! Every text that somebody reads in Discord, keyed by error code or by operation.
//!
//! Replies fit a phone: short lines, no tables. What somebody typed goes through
//! [`format::escape`].

pub(crate) mod attendance;
pub(crate) mod attendance_display;
pub(crate) mod audit;
pub(crate) mod buttons;
pub(crate) mod dates;
pub(crate) mod driver;
pub(crate) mod format;
pub(crate) mod guild;
pub(crate) mod help;
pub(crate) mod iracing;
pub(crate) mod league;
pub(crate) mod members;
pub(crate) mod notices;
pub(crate) mod numbers;
pub(crate) mod picks;
mod problems;
pub(crate) mod results;
pub(crate) mod seasons;
pub(crate) mod staff;
mod staff_board;
pub(crate) mod tokens;

pub(crate) use picks::Pick;
pub(crate) use problems::{
    choice_of_seasons, failure, log, name_option, nearest_numbers, went_wrong,
};

/// To a command that was given in a direct message.
pub(crate) const OUTSIDE_GUILD: &str =
    "Paddock works inside a server. Open the server and give the command there.";

/// To a file that is larger than the API takes.
pub(crate) const FILE_TOO_LARGE: &str =
    "That file is too large for me. Leave out what is not needed, or split it, and try again.";
/// To a file that is not a text.
pub(crate) const FILE_NOT_TEXT: &str =
    "That file is not plain text. Save it as CSV in UTF-8, or as JSON, and try again.";
/// To a file that Discord does not give.
pub(crate) const FILE_UNAVAILABLE: &str =
    "I cannot get that file from Discord right now. Give the command again with the file.";

/// To a command that changes something, without anything to change.
pub(crate) const NOTHING_TO_CHANGE: &str =
    "There is nothing to change: fill in at least one of the other options.";

/// On a later page of a list whose rows are gone.
pub(crate) const NOTHING_LEFT: &str = "Nothing is left here; go back to the first page.";

/// Accent of cards that inform.
pub(crate) const BLUE: u32 = 0x3b_82f6;
/// Accent of cards that say that all is well.
pub(crate) const GREEN: u32 = 0x22_c55e;
/// Accent of cards that ask for attention.
pub(crate) const RED: u32 = 0xef_4444;
