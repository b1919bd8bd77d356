//! What to measure, as `cargo xtask bench` specifies it.

use crate::peers::Peer;
use serde::Deserialize;

/// One run.
#[derive(Debug, Deserialize)]
pub(crate) struct Plan {
    /// Time for each figure.
    pub(crate) seconds: f64,
    /// Installations on the same engine: one, or the small and the large one.
    pub(crate) targets: Vec<Target>,
    /// Another program to compare with.
    #[serde(default)]
    pub(crate) peer: Option<Peer>,
}

/// A running API and its database.
#[derive(Debug, Deserialize)]
pub(crate) struct Target {
    /// Port on 127.0.0.1.
    pub(crate) port: u16,
    /// The bot's credential.
    pub(crate) bot_key: String,
    /// The administrator who sets everything up.
    pub(crate) root: i64,
    /// Address of the database, in the form of `DATABASE_URL`.
    pub(crate) database: String,
    /// Process id of the API.
    pub(crate) process: u32,
    /// Members to seed.
    #[serde(default)]
    pub(crate) standings: i64,
    /// Submissions, or claims, of all of them together to seed.
    #[serde(default)]
    pub(crate) entries: i64,
}
