//! Points of a season from results of races.

use super::declare;
use crate::SeasonId;
use crate::scoring::{ResultRule, ResultStandings};

/// Calls a macro with this table.
#[macro_export]
macro_rules! scoring_operations {
    ($callback:ident) => {
        $crate::parts_of_operations! { $callback "scoring";
            /// What results would be worth in a season.
            ///
            /// Computes the table of a league's season by a rule, from the results that are kept at the
            /// moment, and writes nothing. Members appear who linked their iRacing account; everybody
            /// else that scored is told by car number.
            preview_result_points: Admin, POST "/api/seasons/{season_id}/result-points/preview" [season: SeasonId],
                body ResultRule { "league_season_id": 130213, "mode": "table", "race": [25, 18, 15], "drop_rounds": 1 }
                => 200 ResultStandings, "The table",
                refuses [SeasonNotFound];
        }
    };
}
scoring_operations!(declare);
