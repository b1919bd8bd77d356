//! Export and erasure. What is kept where, the capabilities register.

use crate::audit::{self, Audited as _};
use crate::db::Error;
use crate::extensions::Extensions;
use crate::members::{self, Member, MemberError};
use crate::operation::{self, Operation};
use crate::personal_data::{DataSubject, PersonalData, Search};
use paddock_api_types::UserId;
use paddock_api_types::members::MemberExport;

/// Everything that Paddock keeps about the caller.
pub(crate) async fn export(op: &Operation) -> Result<MemberExport, MemberError> {
    let op = &op.clone().at_length();
    let member = members::service::me(op).await?;
    let subject = &data_subject(&member, Extensions::default());
    let mut export = MemberExport::new(op.at, member.into());
    let exports = registered(op).iter().filter_map(|data| data.export);
    for fill in exports {
        fill(op, subject, &mut export).await?;
    }
    Ok(export)
}

/// Erases the caller. The audit log keeps what was done, without what it said of the person.
pub(crate) async fn erase(op: &Operation) -> Result<(), MemberError> {
    let user = op.actor.user_id.ok_or(MemberError::NotRegistered)?;
    let found = &search(op, user).await?;
    op.write(|mut tx| async move {
        let member = members::service::lookup(&mut tx, op.guild(), user).await?;
        let member = member.ok_or(MemberError::NotRegistered)?;
        let subject = &data_subject(&member, found.clone());
        // Capabilities that build on others come first: here a decision about the member waits, or
        // has this run again, before what it says in effects and in the audit log is erased.
        for data in registered(op).iter().rev() {
            (data.erase)(&mut tx, op, subject).await?;
        }
        operation::erase_answers(&mut tx, op.guild(), user).await?;
        audit::deleted(&mut tx, op, "member.erased", &member).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
    .inspect(|()| op.ctx.rights_changed())
}

/// What capabilities find ahead of an erasure.
async fn search(op: &Operation, user: UserId) -> Result<Extensions, Error> {
    let op = &op.clone().at_length();
    let mut found = Extensions::default();
    for search in op.ctx.extensions.get::<Vec<Search>>() {
        search(op, user, &mut found).await?;
    }
    Ok(found)
}

/// In the order of the capabilities.
fn registered(op: &Operation) -> &[PersonalData] {
    op.ctx.extensions.get::<Vec<PersonalData>>()
}

fn data_subject(member: &Member, found: Extensions) -> DataSubject {
    DataSubject {
        user_id: member.user_id,
        audit_subject: member.subject(),
        in_guild: member.in_guild,
        version: member.version,
        found,
    }
}
