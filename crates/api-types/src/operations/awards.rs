//! Prizes won, and handing them over.

use super::declare;
use crate::points::{Award, DeliverAward, ListAwardsQuery};
use crate::{AwardId, Page};

/// Calls a macro with this table.
#[macro_export]
macro_rules! awards_operations {
    ($callback:ident) => {
        $crate::parts_of_operations! { $callback "awards";
            /// Prizes won, newest first.
            ///
            /// By the caller, or, for admins, by anybody.
            list_awards: Verified, GET "/api/awards" ?ListAwardsQuery
                => 200 Page<Award>, "A page of awards";
            /// Mark a described prize as handed over.
            ///
            /// Also after the season.
            deliver_award: Admin, POST "/api/awards/{award_id}/deliver" [award: AwardId],
                body DeliverAward { "note": "Sent by post." }
                => 200 Award, "The award, delivered",
                refuses [AwardNotFound AwardNotWaiting];
        }
    };
}
awards_operations!(declare);
