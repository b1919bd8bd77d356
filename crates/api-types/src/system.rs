//! Health and version of the service.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The process answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Health {
    /// Always `ok`.
    pub status: String,
}

/// Whether the service can do its work.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is the answer to a question of its own"
)]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Readiness {
    /// All of the below.
    pub ready: bool,
    /// The database answers.
    pub database: bool,
    /// Every migration of this version is applied.
    pub migrations: bool,
    /// The database takes writes, as far as the last ones tell.
    pub writes: bool,
}

/// What runs here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Version {
    /// Always `paddock`.
    pub name: String,
    /// Semantic version of the binary.
    pub version: String,
    /// `sqlite` or `mariadb`.
    pub database: String,
}
