//! The iRacing league: its roster, links to its drivers, and how claims compare.

use super::{Csv, declare};
use crate::Page;
use crate::league::{
    Difference, IracingLink, LeagueSync, LinkIracing, ListDifferencesQuery, RosterFile,
    RosterImported,
};

/// Calls a macro with this table.
#[macro_export]
macro_rules! league_operations {
    ($callback:ident) => {
        $crate::parts_of_operations! { $callback "league";
            /// The caller's iRacing account.
            get_iracing_id: Guest, GET "/api/members/me/iracing-id"
                => 200 IracingLink, "The link",
                refuses [NotRegistered IracingNotLinked];
            /// Say which iRacing account is the caller's, or whether others may see it.
            ///
            /// Typed, it is unproven; one that iRacing itself confirmed cannot be replaced by typing.
            set_iracing_id: Verified, PUT "/api/members/me/iracing-id",
                body LinkIracing { "iracing_id": 812345, "consent": true }
                => 200 IracingLink, "The link",
                refuses [NotRegistered IracingNotLinked IracingIdTaken IracingIdProven];
            /// Remove the link to one's iRacing account.
            remove_iracing_id: Verified, DELETE "/api/members/me/iracing-id"
                => 204 (), "Removed",
                refuses [IracingNotLinked];
            /// Where the roster comes from, and how claims compare with it.
            get_league_sync: Guest, GET "/api/league/sync"
                => 200 LeagueSync, "The state";
            /// Read the roster from iRacing now.
            sync_league: Manager, POST "/api/league/sync"
                => 200 LeagueSync, "The state after it",
                refuses [LeagueNotSet IracingNotConfigured LeagueSyncFailed];
            /// Upload a roster as iRacing gives it.
            ///
            /// The answer of `league/roster` or `league/get`, with or without the `data` around it.
            upload_league_roster: Manager, PUT "/api/league/roster",
                report RosterFile { "roster": [{ "cust_id": 812345, "car_number": "7" }] }
                => 200 RosterImported, "What changed",
                refuses [RosterUnreadable];
            /// Upload a roster as CSV.
            ///
            /// The columns are `cust_id`, `car_number` and, if wanted, `nick_name`.
            upload_league_roster_csv: Manager, PUT "/api/league/roster.csv",
                file Csv { "cust_id,car_number,nick_name\n812345,07,Mara L.\n" }
                => 200 RosterImported, "What changed",
                refuses [RosterUnreadable];
            /// How claims and the roster differ, by kind and number.
            list_league_differences: Guest, GET "/api/league/differences" ?ListDifferencesQuery
                => 200 Page<Difference>, "A page of differences";
        }
    };
}
league_operations!(declare);
