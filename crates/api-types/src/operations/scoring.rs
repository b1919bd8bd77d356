//! Points of a season from results of races.

use super::declare;
use crate::scoring::{AddPenalty, Penalty, ResultRule, ResultStandings};
use crate::{Page, PageQuery, PenaltyId, SeasonId};

/// Calls a macro with this table.
#[macro_export]
macro_rules! scoring_operations {
    ($callback:ident) => {
        $crate::parts_of_operations! { $callback "scoring";
            /// What results are worth in a season.
            get_result_rule: Guest, GET "/api/seasons/{season_id}/result-rule" [season: SeasonId]
                => 200 ResultRule, "The rule",
                refuses [SeasonNotFound ResultRuleNotFound];
            /// Set what results are worth in a season.
            ///
            /// From then on the ledger follows the results that are final: who scored is given the points,
            /// or the difference to what earlier results or another rule gave, in this request, and again
            /// with every result that is made final, corrected, void or moved to another round. What
            /// changes about members and their linked accounts is followed within ten minutes. Before the
            /// season opens the rule is only kept.
            set_result_rule: Admin, PUT "/api/seasons/{season_id}/result-rule" [season: SeasonId],
                body ResultRule { "league_season_id": 130213, "mode": "table", "race": [25, 18, 15], "drop_rounds": 1 }
                => 200 ResultRule, "The rule",
                refuses [SeasonNotFound SeasonClosed];
            /// Let results be worth nothing again.
            ///
            /// Points that they gave are taken back. Penalties stay.
            remove_result_rule: Admin, DELETE "/api/seasons/{season_id}/result-rule" [season: SeasonId]
                => 204 (), "Removed",
                refuses [SeasonNotFound SeasonClosed ResultRuleNotFound];
            /// The table of the season's rule.
            ///
            /// By the results that are final, round by round; it is what the ledger has.
            get_result_points: Guest, GET "/api/seasons/{season_id}/result-points" [season: SeasonId]
                => 200 ResultStandings, "The table",
                refuses [SeasonNotFound ResultRuleNotFound];
            /// What results would be worth in a season.
            ///
            /// Computes the table of a league's season by a rule, from the results that are kept at the
            /// moment, provisional ones too, and writes nothing. Members appear who linked their iRacing
            /// account; everybody else that scored is told by car number.
            preview_result_points: Admin, POST "/api/seasons/{season_id}/result-points/preview" [season: SeasonId],
                body ResultRule { "league_season_id": 130213, "mode": "table", "race": [25, 18, 15], "drop_rounds": 1 }
                => 200 ResultStandings, "The table",
                refuses [SeasonNotFound];
            /// Penalties of a season, the latest first.
            list_penalties: Guest, GET "/api/seasons/{season_id}/penalties" [season: SeasonId] ?PageQuery
                => 200 Page<Penalty>, "A page of penalties",
                refuses [SeasonNotFound];
            /// Impose a penalty.
            ///
            /// It takes the points at once, also from a member who has scored none yet.
            add_penalty: Admin, POST "/api/seasons/{season_id}/penalties" [season: SeasonId],
                body AddPenalty {
                    "user_id": "1234567890123456789", "points": 5, "round": 3, "reason": "Caused a collision."
                }
                => 201 Penalty, "The penalty",
                refuses [
                    SeasonNotFound SeasonNotOpen SeasonClosed MemberNotFound NotRegistered MemberNotVerified
                ];
            /// Take a penalty back.
            ///
            /// The points are given back.
            remove_penalty: Admin, DELETE "/api/seasons/{season_id}/penalties/{penalty_id}" [season: SeasonId, penalty: PenaltyId]
                => 204 (), "Taken back",
                refuses [
                    SeasonNotFound PenaltyNotFound SeasonNotOpen SeasonClosed MemberNotFound NotRegistered MemberNotVerified
                ];
        }
    };
}
scoring_operations!(declare);
