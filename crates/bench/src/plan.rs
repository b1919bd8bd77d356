//! What to measure, as `cargo xtask bench` says it.

use serde::Deserialize;

/// One run.
#[derive(Debug, Deserialize)]
pub(crate) struct Plan {
    /// Time for each figure.
    pub(crate) seconds: f64,
    /// Installations on the same engine: one, or the small and the large one.
    pub(crate) targets: Vec<Target>,
}

/// A running API and its database.
#[derive(Debug, Deserialize)]
pub(crate) struct Target {
    /// On 127.0.0.1.
    pub(crate) port: u16,
    /// What the bot presents.
    pub(crate) bot_key: String,
    /// Who may set things up.
    pub(crate) root: i64,
    /// As in `DATABASE_URL`.
    pub(crate) database: String,
    /// Members to seed.
    #[serde(default)]
    pub(crate) standings: i64,
    /// Submissions of theirs to seed.
    #[serde(default)]
    pub(crate) entries: i64,
}
