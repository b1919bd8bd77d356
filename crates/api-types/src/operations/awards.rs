//! Prizes won, and handing them over.

use super::declare;
use crate::points::{Award, DeliverAward, GiveAward, ListAwardsQuery, UpdateAward};
use crate::{AwardId, Page, SeasonId};

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
            /// Give a member a prize by hand.
            ///
            /// It hangs on no rank, and waits to be handed over. Also after the season.
            give_award: Admin, POST "/api/seasons/{season_id}/awards" [season: SeasonId],
                body GiveAward { "user_id": "1234567890123456789", "description": "The fair play cup" }
                => 201 Award, "The award, waiting",
                refuses [SeasonNotFound MemberNotFound NotRegistered MemberNotVerified];
            /// Change the note of a prize that was handed over.
            update_award: Admin, PATCH "/api/awards/{award_id}" [award: AwardId],
                body UpdateAward { "note": "Sent by post." }
                => 200 Award, "The award as it is now",
                refuses [AwardNotFound AwardNotDelivered];
            /// Take back a prize that was given by hand and waits.
            take_award_back: Admin, DELETE "/api/awards/{award_id}" [award: AwardId]
                => 200 Award, "The award, withdrawn",
                refuses [AwardNotFound AwardNotWaiting AwardOfRank];
            /// Take it back that a prize was handed over.
            ///
            /// It waits again, or is withdrawn where the member has lost its rank since.
            undeliver_award: Admin, POST "/api/awards/{award_id}/undeliver" [award: AwardId]
                => 200 Award, "The award as it is now",
                refuses [AwardNotFound AwardNotDelivered];
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
