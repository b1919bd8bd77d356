//! Registering somebody else.

use super::decide::follow_up;
use super::register::{Registered, applicant};
use crate::audit;
use crate::members::model::{Member, MemberError};
use crate::members::store;
use crate::operation::Operation;
use paddock_api_types::UserId;
use paddock_api_types::members::{MemberStatus, RegisterMember};

/// Registers somebody whom an admin knows, and verifies them. Of one who is registered nothing changes:
/// their names are theirs, and so are decisions about them.
pub(crate) async fn register_other(
    op: &Operation,
    user: UserId,
    register: RegisterMember,
) -> Result<Registered, MemberError> {
    let register = &register;
    op.write(|mut tx| async move {
        if let Some(member) = store::lookup(&mut tx, op.guild(), user).await? {
            let registered = Registered {
                member,
                created: false,
            };
            return Ok(op.commit_about(tx, user, registered).await?);
        }
        let waiting = applicant(op, user, register);
        let member = Member {
            status: MemberStatus::Verified,
            ..waiting.clone()
        };
        store::insert(&mut tx, op.guild(), &member).await?;
        audit::created(&mut tx, op, "member.registered", &waiting).await?;
        audit::changed(&mut tx, op, "member.verified", &waiting, &member).await?;
        follow_up(&mut tx, op, &waiting, &member).await?;
        let registered = Registered {
            member,
            created: true,
        };
        Ok(op.commit_about(tx, user, registered).await?)
    })
    .await
    .inspect(|_| op.ctx.rights_changed())
}
