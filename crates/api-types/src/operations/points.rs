//! Points of a season: leaderboard, ledger, adjustments, files.

use super::{Csv, declare};
use crate::points::{
    AdjustPoints, Adjustment, ImportQuery, ImportReport, Leaderboard, LedgerEntry, ListLedgerQuery,
    SeasonSummary, SummaryQuery,
};
use crate::{Page, PageQuery, SeasonId};

/// Calls a macro with this table.
#[macro_export]
macro_rules! points_operations {
    ($callback:ident) => {
        $crate::parts_of_operations! { $callback "seasons";
            /// The leaderboard of a season.
            ///
            /// Standard competition ranking: 1, 2, 2, 4. Among equals, whoever got there first comes first.
            /// Those who left the server are hidden until they are back; the table of a closed season stays
            /// as it was.
            get_leaderboard: Guest, GET "/api/seasons/{season_id}/leaderboard" [season: SeasonId] ?PageQuery
                => 200 Leaderboard, "A page, and the caller's own row",
                refuses [SeasonNotFound];
            /// Ledger entries of a season, newest first.
            ///
            /// The caller's own, or, for admins, anybody's.
            list_ledger: Verified, GET "/api/seasons/{season_id}/ledger" [season: SeasonId] ?ListLedgerQuery
                => 200 Page<LedgerEntry>, "A page of entries",
                refuses [SeasonNotFound];
            /// How a member stands in a season.
            ///
            /// The caller, or, for admins, anybody.
            get_season_summary: Verified, GET "/api/seasons/{season_id}/summary" [season: SeasonId] ?SummaryQuery
                => 200 SeasonSummary, "Points, place, rank, prizes",
                refuses [SeasonNotFound MemberNotFound NotRegistered];
            /// Give or take points by hand.
            adjust_points: Admin, POST "/api/seasons/{season_id}/adjustments" [season: SeasonId],
                body AdjustPoints {
                    "user_id": "1234567890123456789", "points": 10, "reason": "Helped at the event."
                }
                => 201 Adjustment, "The entry, and what it did",
                refuses [
                    SeasonNotFound SeasonNotOpen SeasonClosed MemberNotFound NotRegistered MemberNotVerified
                ];
            /// Import points as adjustments.
            ///
            /// CSV with the columns `user_id`, `points` and, if wanted, `reason`; up to 2,000 rows, all or
            /// none of them. A dry run lists every row that it would refuse.
            import_points: Admin, POST "/api/seasons/{season_id}/import" [season: SeasonId] ?ImportQuery,
                file Csv {
                    "user_id,points,reason\n1234567890123456789,120,Points of the earlier bot\n"
                }
                => 200 ImportReport, "How many rows were imported, or which were refused",
                refuses [SeasonNotFound SeasonNotOpen SeasonClosed ImportRefused];
            /// The leaderboard as CSV.
            export_standings: Admin, GET "/api/seasons/{season_id}/standings.csv" [season: SeasonId]
                => 200 Csv, "The file",
                refuses [SeasonNotFound];
            /// The ledger as CSV, oldest entry first.
            export_ledger: Admin, GET "/api/seasons/{season_id}/ledger.csv" [season: SeasonId]
                => 200 Csv, "The file",
                refuses [SeasonNotFound];
            /// Submissions as CSV, oldest first.
            export_submissions: Admin, GET "/api/seasons/{season_id}/submissions.csv" [season: SeasonId]
                => 200 Csv, "The file",
                refuses [SeasonNotFound];
        }
    };
}
points_operations!(declare);
