//! Results of races.

use super::declare;
use crate::driving::{DrivenRace, MemberDriving, MemberRef};
use crate::results::{
    ImportResultQuery, ListResultsQuery, MatchAttendance, RaceResult, RaceResultDetails,
    ResultFile, ResultImported, ResultSettings, RoundAttendance, SetRound, UpdateResultSettings,
};
use crate::{Page, PageQuery, SubsessionId};

/// Calls a macro with this table.
#[macro_export]
macro_rules! results_operations {
    ($callback:ident) => {
        $crate::parts_of_operations! { $callback "results";
            /// Results that are kept, the latest race first.
            list_results: Guest, GET "/api/iracing/results" ?ListResultsQuery
                => 200 Page<RaceResult>, "A page of results";
            /// Import a result, or see what would come of it.
            ///
            /// The JSON or CSV export of a result's page, or a saved answer of `results/get`, up to
            /// 16 MiB. It is of the subsession that it names, whatever it is called; CSV names none.
            /// Without `apply` nothing is kept: the answer says what is new, or what differs. The same
            /// content again changes nothing; other content is a correction, which takes the place of
            /// what is kept as a whole. Rows that cannot be read are told, and the rest is imported.
            import_result: Admin, POST "/api/iracing/results" ?ImportResultQuery,
                result ResultFile {
                    "{\"subsession_id\": 82320777, \"session_results\": [{\"simsession_number\": 0, \"simsession_type\": 6, \"results\": [{\"cust_id\": 812345, \"finish_position\": 0}]}]}"
                }
                => 200 ResultImported, "What came of it, or would",
                refuses [ResultUnreadable ResultFinal ResultPoorer];
            /// A result with its rows.
            ///
            /// Names and customer ids are there with consent only: of the member who linked the account,
            /// or as the guild says that the league holds it.
            get_result: Guest, GET "/api/iracing/results/{subsession_id}" [subsession: SubsessionId]
                => 200 RaceResultDetails, "The result",
                refuses [ResultNotFound];
            /// What iRacing gave of a result, as it came.
            ///
            /// JSON, or CSV where that was imported: for as many days after it came as the guild keeps it.
            /// It names everybody who drove, so it is there only as long as the guild says that the league
            /// holds their consent. What names somebody who was erased is not kept any more.
            get_raw_result: Admin, GET "/api/iracing/results/{subsession_id}/raw" [subsession: SubsessionId]
                => 200 ResultFile, "The file",
                refuses [ResultNotFound ResultRawNotKept LeagueConsentMissing];
            /// What the guild keeps of results.
            get_result_settings: Admin, GET "/api/iracing/results/settings"
                => 200 ResultSettings, "The settings";
            /// Change what the guild keeps of results.
            ///
            /// Absent fields stay, `null` puts one back to its default. Files that came before are not
            /// kept afterwards.
            update_result_settings: Admin, PATCH "/api/iracing/results/settings",
                body UpdateResultSettings { "raw_retention_days": 30 }
                => 200 ResultSettings, "The settings";
            /// Delete a result.
            ///
            /// A final one has to be made provisional first.
            delete_result: Admin, DELETE "/api/iracing/results/{subsession_id}" [subsession: SubsessionId]
                => 204 (), "Deleted",
                refuses [ResultNotFound ResultFinal];
            /// Make a result final.
            ///
            /// From then on an import corrects it only with `force`, and its round keeps its number.
            finalize_result: Admin, POST "/api/iracing/results/{subsession_id}/final" [subsession: SubsessionId]
                => 200 RaceResult, "The result as it is now",
                refuses [ResultNotFound];
            /// Make a result provisional again.
            reopen_result: Admin, POST "/api/iracing/results/{subsession_id}/provisional" [subsession: SubsessionId]
                => 200 RaceResult, "The result as it is now",
                refuses [ResultNotFound];
            /// Declare a result void.
            ///
            /// It stays, and counts for no points: a race that was abandoned, or one that was only for fun.
            void_result: Admin, PUT "/api/iracing/results/{subsession_id}/void" [subsession: SubsessionId]
                => 200 RaceResult, "The result as it is now",
                refuses [ResultNotFound];
            /// Have a result count again.
            unvoid_result: Admin, DELETE "/api/iracing/results/{subsession_id}/void" [subsession: SubsessionId]
                => 200 RaceResult, "The result as it is now",
                refuses [ResultNotFound];
            /// Choose the round of a result.
            ///
            /// Without a choice, what was raced on one day (UTC) in a league's season is one round, and
            /// days count in their order.
            set_result_round: Admin, PUT "/api/iracing/results/{subsession_id}/round" [subsession: SubsessionId],
                body SetRound { "number": 3 }
                => 200 RaceResult, "The result as it is now",
                refuses [ResultNotFound];
            /// The session of attendance that the round of a result is matched with.
            get_round_attendance: Admin, GET "/api/iracing/results/{subsession_id}/attendance" [subsession: SubsessionId]
                => 200 RoundAttendance, "The match",
                refuses [ResultNotFound ResultWithoutRound RoundNotMatched];
            /// Have the round of a result count as attendance.
            ///
            /// From then on the members who started a race of the round are present in the session, as far
            /// as they linked their account; whoever checked in or was marked stays as they are. What is
            /// corrected later takes back what only the result gave. Without a session one is added that
            /// was never open for check-ins. A session that it was matched with before loses what came
            /// from the round.
            match_round_attendance: Admin, PUT "/api/iracing/results/{subsession_id}/attendance" [subsession: SubsessionId],
                body MatchAttendance {}
                => 200 RoundAttendance, "The match",
                refuses [ResultNotFound ResultWithoutRound AttendanceSessionNotFound
                    AttendanceSessionMatched AttendanceChannelNotSet];
            /// Let the round of a result no longer count as attendance.
            ///
            /// What only the result gave is taken back.
            unmatch_round_attendance: Admin, DELETE "/api/iracing/results/{subsession_id}/attendance" [subsession: SubsessionId]
                => 204 (), "No longer matched",
                refuses [ResultNotFound ResultWithoutRound RoundNotMatched];
            /// How a member drives.
            ///
            /// `me` is the caller. Of the account that the member linked, over all races that are kept.
            /// Others than the member and admins see it where there is consent: of the member, or as
            /// the guild says that the league holds it. `state` says why nothing is there.
            get_member_driving: Guest, GET "/api/members/{user_id}/driving" [member: MemberRef]
                => 200 MemberDriving, "How the member drives",
                refuses [NotRegistered MemberNotFound];
            /// Races of a member, the latest first.
            ///
            /// `me` is the caller. Empty where `GET /api/members/{user_id}/driving` says why nothing is
            /// shown.
            list_member_races: Guest, GET "/api/members/{user_id}/races" [member: MemberRef] ?PageQuery
                => 200 Page<DrivenRace>, "A page of races",
                refuses [NotRegistered MemberNotFound];
        }
    };
}
results_operations!(declare);
