//! What members submit, and its review.

use super::declare;
use crate::members::Decision;
use crate::submissions::{
    ApproveSubmission, CreateSubmission, ListSubmissionsQuery, Submission, SubmissionResult,
    UpdateSubmission,
};
use crate::{Page, SubmissionId};

/// Calls a macro with this table.
#[macro_export]
macro_rules! submissions_operations {
    ($callback:ident) => {
        $crate::parts_of_operations! { $callback "submissions";
            /// Hand something in for points.
            ///
            /// A member's submission waits for an admin, unless the guild approves them at once; an admin's
            /// for a member counts at once. For others it needs level admin.
            create_submission: Verified, POST "/api/submissions",
                body CreateSubmission { "item_id": "1234567890123456789", "quantity": 1 }
                => 201 SubmissionResult, "The submission",
                refuses [NoCurrentSeason SeasonAmbiguous SeasonNotFound SeasonNotOpen SeasonClosed NotJoined
                    NotRegistered MemberNotFound MemberNotVerified ItemNotInSeason ItemNotFound
                    ItemQuantityExceeded ItemDailyLimitReached WaitingSubmissionLimitReached
                    DailyLimitReached];
            /// Submissions.
            ///
            /// The caller's own, or, for admins, anybody's.
            list_submissions: Verified, GET "/api/submissions" ?ListSubmissionsQuery
                => 200 Page<Submission>, "A page of submissions";
            /// One submission.
            ///
            /// Of the caller, or, for admins, anybody's.
            get_submission: Verified, GET "/api/submissions/{submission_id}" [submission: SubmissionId]
                => 200 Submission, "The submission",
                refuses [SubmissionNotFound];
            /// Change a submission.
            ///
            /// Members change their own while they wait, admins also anybody's that count: the difference
            /// goes into the ledger.
            update_submission: Verified, PATCH "/api/submissions/{submission_id}" [submission: SubmissionId],
                body UpdateSubmission { "quantity": 2 }
                => 200 SubmissionResult, "The submission as it is now",
                refuses [SubmissionNotFound SubmissionDecided SeasonNotOpen SeasonClosed ItemNotFound ItemNotInSeason
                    ItemQuantityExceeded ItemDailyLimitReached MemberNotFound];
            /// Take a submission back.
            ///
            /// Members take back their own while they wait, admins anybody's: what it counted is reversed
            /// in the ledger.
            delete_submission: Verified, DELETE "/api/submissions/{submission_id}" [submission: SubmissionId]
                => 200 SubmissionResult, "The submission, deleted",
                refuses [SubmissionNotFound SubmissionDecided SeasonNotOpen SeasonClosed MemberNotFound];
            /// Let a submission count.
            ///
            /// The body may be left out. With `updated_at` only what the admin saw is approved, as its
            /// owner may change what waits.
            approve_submission: Admin, POST "/api/submissions/{submission_id}/approve" [submission: SubmissionId],
                optional ApproveSubmission {}
                => 200 SubmissionResult, "The submission, approved",
                refuses [SubmissionNotFound SubmissionDecided SubmissionChanged SeasonNotOpen
                    SeasonClosed MemberNotFound MemberNotVerified];
            /// Turn a submission down.
            ///
            /// The member is notified, with the reason.
            reject_submission: Admin, POST "/api/submissions/{submission_id}/reject" [submission: SubmissionId],
                body Decision { "reason": "The screenshot does not show the result." }
                => 200 SubmissionResult, "The submission, rejected",
                refuses [SubmissionNotFound SubmissionDecided SeasonNotOpen SeasonClosed MemberNotFound];
        }
    };
}
submissions_operations!(declare);
