//! Every text that somebody reads in Discord, keyed by error code or by operation.
//!
//! Replies fit a phone: short lines, no tables. What somebody typed goes through
//! [`format::escape`].

pub(crate) mod audit;
pub(crate) mod format;
pub(crate) mod guild;
pub(crate) mod members;
pub(crate) mod notices;
mod problems;
pub(crate) mod tokens;

pub(crate) use problems::{failure, log, went_wrong};

/// To a command that was given in a direct message.
pub(crate) const OUTSIDE_GUILD: &str =
    "Paddock works inside a server. Open the server and give the command there.";

/// Accent of cards that tell something.
pub(crate) const BLUE: u32 = 0x3b_82f6;
/// Accent of cards that tell that all is well.
pub(crate) const GREEN: u32 = 0x22_c55e;
/// Accent of cards that ask for attention.
pub(crate) const RED: u32 = 0xef_4444;
