//! Submissions: what members hand in for points, and what became of it.

use crate::points::PointsChange;
use crate::shapes::{patch, query};
use crate::{ItemId, Note, Quantity, Reason, SeasonId, SubmissionId, Timestamp, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a submission stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SubmissionState {
    /// Waits for an admin.
    Pending,
    /// Counts.
    Approved,
    /// Was turned down.
    Rejected,
    /// Was taken back; what it counted was reversed.
    Deleted,
    /// The season ended before anybody decided.
    Expired,
}

/// Something that a member handed in for points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Submission {
    /// Time-ordered.
    pub id: SubmissionId,
    /// In which season.
    pub season_id: SeasonId,
    /// Its name.
    pub season_name: String,
    /// Whose.
    pub user_id: UserId,
    /// Their name.
    pub display_name: String,
    /// What.
    pub item_id: ItemId,
    /// Its name.
    pub item_name: String,
    /// How many.
    pub quantity: u32,
    /// What one was worth when it was submitted.
    pub points_each: u32,
    /// What all of it is worth.
    pub points: i64,
    /// Where it stands.
    pub state: SubmissionState,
    /// Address of the proof.
    pub proof_url: Option<String>,
    /// What the submitter said about it.
    pub note: Option<String>,
    /// Who handed it in: the member, or an admin for them.
    pub submitted_by: UserId,
    /// When.
    pub submitted_at: Timestamp,
    /// Who decided; absent while it waits, and where Paddock did.
    pub decided_by: Option<UserId>,
    /// When that was.
    pub decided_at: Option<Timestamp>,
    /// Why, where the admin said so.
    pub reason: Option<String>,
    /// When anything of this last changed.
    pub updated_at: Timestamp,
}

/// A submission after a change, and what the change did to the member's points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SubmissionResult {
    /// The submission as it is now.
    pub submission: Submission,
    /// Absent where no points changed.
    pub change: Option<PointsChange>,
}

/// Hands something in. A member's submission waits for an admin, unless the guild approves them at
/// once; an admin's for a member counts at once.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateSubmission {
    /// In which season; the current one by default.
    pub season_id: Option<SeasonId>,
    /// For whom; the caller by default. Only admins submit for others, who join by it.
    pub user_id: Option<UserId>,
    /// What.
    pub item_id: ItemId,
    /// How many, 1 to 10,000.
    pub quantity: Quantity,
    /// Address of the proof, `https` and up to 1,000 characters.
    #[schema(
        min_length = 1,
        max_length = 1000,
        example = "https://example.com/proof.png"
    )]
    pub proof_url: Option<String>,
    /// What there is to say about it, up to 400 characters.
    pub note: Option<Note>,
}

patch! {
    /// Changes what is given. Members change what still waits, admins also what counts; the difference
    /// goes into the ledger.
    UpdateSubmission {
        /// Another item, at what it is worth now.
        item_id: ItemId,
        /// How many, 1 to 10,000.
        quantity: Quantity,
        /// Address of the proof; `null` clears it.
        #[schema(min_length = 1, max_length = 1000)]
        proof_url(nullable): String,
        /// What there is to say about it; `null` clears it.
        note(nullable): Note,
        /// Why, for the ledger; up to 400 characters.
        reason: Reason,
    }
}

/// Lets a submission count.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ApproveSubmission {
    /// The submission's `updated_at` as the admin saw it: refused when it has changed since.
    pub updated_at: Option<Timestamp>,
}

query! {
    /// Which submissions to list: the caller's own, or, for admins, anybody's.
    ListSubmissionsQuery {
        /// Only of this season.
        season_id: Option<SeasonId>,
        /// Only of this member; for members themselves always the caller.
        user_id: Option<UserId>,
        /// `true` refuses callers who are not admins, instead of showing them their own alone.
        everybody: Option<bool>,
        /// Only those that stand here; without this, all but the deleted.
        state: Option<SubmissionState>,
        /// `newest` first by default.
        order: Option<Order>,
    } paged
}

/// Which end of a list comes first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// The latest.
    #[default]
    Newest,
    /// The earliest, as in a queue.
    Oldest,
}
