//! Export and erasure.

use crate::audit::Audited;
use crate::db::Cause;
use crate::members::MemberError;
use crate::operation::{self, Failure, Operation};
use crate::seasons::SeasonError;
use crate::tokens::TokenError;
use crate::{attendance, audit, effects, members, roles, seasons, tokens};
use paddock_api_types::members::MemberExport;

/// Why an export or erasure was refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PrivacyError {
    /// About the member.
    #[error(transparent)]
    Member(#[from] MemberError),
    /// About the member's tokens.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// About the seasons joined.
    #[error(transparent)]
    Season(#[from] SeasonError),
}

impl From<Failure> for PrivacyError {
    fn from(failure: Failure) -> Self {
        Self::Member(failure.into())
    }
}

impl From<crate::db::Error> for PrivacyError {
    fn from(error: crate::db::Error) -> Self {
        Self::Member(error.into())
    }
}

impl Cause for PrivacyError {
    fn cause(&self) -> Option<&crate::db::Error> {
        match self {
            Self::Member(error) => error.cause(),
            Self::Token(error) => error.cause(),
            Self::Season(error) => error.cause(),
        }
    }
}

/// Everything that Paddock keeps about the caller.
pub(crate) async fn export(op: &Operation) -> Result<MemberExport, PrivacyError> {
    let member = members::service::me(op).await?;
    let user = member.user_id;
    let subject = member.subject();
    let kept = seasons::service::kept(op, user).await?;
    let attended = attendance::service::kept(&op.ctx.db, op.guild(), user).await?;
    Ok(MemberExport {
        exported_at: op.at,
        member: member.into(),
        roles: roles::service::owed_to(&op.ctx.db, op.guild(), user).await?,
        tokens: tokens::service::all(op)
            .await?
            .into_iter()
            .map(Into::into)
            .collect(),
        seasons: kept.seasons,
        submissions: kept.submissions,
        ledger: kept.ledger,
        awards: kept.awards,
        attendance: attended.records,
        expected_in: attended.expected_in,
        wrong_codes: attended.wrong_codes,
        audit: audit::service::of_member(op, user, &subject).await?,
    })
}

/// Erases the caller. The audit log keeps what was done, without what it said of the person.
pub(crate) async fn erase(op: &Operation) -> Result<(), PrivacyError> {
    let user = op.actor.user_id.ok_or(MemberError::NotRegistered)?;
    op.write(|mut tx| async move {
        let found = members::service::lookup(&mut tx, op.guild(), user).await?;
        let member = found.ok_or(MemberError::NotRegistered)?;
        roles::service::forget(&mut tx, op, user, member.in_guild).await?;
        tokens::service::forget(&mut tx, op, user).await?;
        seasons::service::forget(&mut tx, op, user).await?;
        attendance::service::forget(&mut tx, op.guild(), user).await?;
        audit::service::forget(&mut tx, op, user).await?;
        operation::forget_answers(&mut tx, op.guild(), user).await?;
        // After whatever decisions about the member wait for: what one of them had said to the member
        // until then goes too. Those about the member's own row have this run again.
        effects::service::forget(&mut tx, op, user).await?;
        members::service::forget(&mut tx, op, &member).await?;
        audit::deleted(&mut tx, op, "member.erased", &member).await?;
        Ok(op.commit(tx, ()).await?)
    })
    .await
}
