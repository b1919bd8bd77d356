//! What a capability does about the data that it keeps of members: it exports its part, and erases it.

use crate::db::{Error, Transaction};
use crate::extensions::Extensions;
use crate::operation::Operation;
use futures_util::future::BoxFuture;
use paddock_api_types::UserId;
use paddock_api_types::members::MemberExport;

/// The member whose data is exported or erased, as their row said at the beginning.
#[derive(Debug)]
pub(crate) struct DataSubject {
    pub(crate) user_id: UserId,
    /// How audit entries name the member as their subject.
    pub(crate) audit_subject: String,
    /// Is in the Discord server.
    pub(crate) in_guild: bool,
    /// Version of the member's row.
    pub(crate) version: i64,
    /// What searches ahead of an erasure have found.
    pub(crate) found: Extensions,
}

/// Fills the fields of an export that a capability is responsible for.
pub(crate) type Export = for<'a> fn(
    &'a Operation,
    &'a DataSubject,
    &'a mut MemberExport,
) -> BoxFuture<'a, Result<(), Error>>;

/// Looks through what takes long to look through, ahead of the transaction that erases, as that keeps others from
/// writing. Whatever came since, the erasure has to look through itself.
pub(crate) type Search =
    for<'a> fn(&'a Operation, UserId, &'a mut Extensions) -> BoxFuture<'a, Result<(), Error>>;

/// Erases everything that a capability keeps of a member.
pub(crate) type Erase = for<'a> fn(
    &'a mut Transaction,
    &'a Operation,
    &'a DataSubject,
) -> BoxFuture<'a, Result<(), Error>>;

/// What a capability registers when it keeps anything of members.
#[derive(Clone, Copy)]
pub(crate) struct PersonalData {
    /// Absent where there is nothing that the member does not find elsewhere in the export.
    pub(crate) export: Option<Export>,
    pub(crate) erase: Erase,
}
