//! What seasons need in Discord.

use crate::db::Error;
use crate::operation::Operation;
use crate::requirements::{RequiredRole, Requirements, RolePurpose};
use crate::seasons::store;
use paddock_api_types::RoleId;

const PRIZE: RolePurpose = RolePurpose {
    name: "Prize",
    unset: None,
    gone: "The role is gone from this server. Take the prize away with /prize remove.",
    powerful: "The role has power over others, and whoever has the points gets it. Take the prize \
               away with /prize remove, or take the role's permissions away.",
};

/// The roles that can be won in seasons of the guild that are not closed.
pub(crate) async fn requirements(op: &Operation) -> Result<Requirements, Error> {
    let roles = store::ranks::roles(&op.ctx.db, op.guild()).await?;
    Ok(Requirements {
        roles: roles.into_iter().map(prize_role).collect(),
        ..Requirements::default()
    })
}

/// A role that can be won.
pub(crate) fn prize_role(role: RoleId) -> RequiredRole {
    RequiredRole {
        purpose: &PRIZE,
        role: Some(role),
    }
}
