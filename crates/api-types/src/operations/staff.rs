//! Staff: roster, presence, duty, leaves of absence, and who was there when.

use super::{Csv, Events, declare};
use crate::UserId;
use crate::staff::{
    AddStaff, ImportStaffQuery, ListStaffHoursQuery, StaffActivity, StaffActivityQuery,
    StaffDiscordStatus, StaffImported, StaffMember, StaffRoster, StaffSettings, StaffSynced,
    TakeLeave, UpdateStaff, UpdateStaffSettings, WatchStaffQuery,
};

/// Calls a macro with this table.
#[macro_export]
macro_rules! staff_operations {
    ($callback:ident) => {
        $crate::parts_of_operations! { $callback "staff";
            /// Everybody on the staff as they are now, by rank, then by name.
            get_staff_roster: Guest, GET "/api/staff/roster"
                => 200 StaffRoster, "The roster";
            /// How well presences are known.
            get_staff_discord_status: Guest, GET "/api/staff/discord/status"
                => 200 StaffDiscordStatus, "The state";
            /// Ask Discord for everybody's presence now.
            ///
            /// Answers when that is done, or after 20 seconds with what is pending.
            sync_staff: Verified, POST "/api/staff/discord/sync"
                => 200 StaffSynced, "What came of it";
            /// Everybody's presence as it changes, as server-sent events.
            ///
            /// Begins with everybody who is watched, or, after the event that `Last-Event-ID` names,
            /// with those who have changed since. Ends with the session or the token.
            watch_staff: Guest, GET "/api/staff/live" ?WatchStaffQuery
                => 200 Events, "Events, one for each change";
            /// How staff is watched.
            get_staff_settings: Manager, GET "/api/staff/settings"
                => 200 StaffSettings, "The settings";
            /// Change how staff is watched.
            ///
            /// Absent fields stay, `null` puts one back to its default.
            update_staff_settings: Manager, PATCH "/api/staff/settings",
                body UpdateStaffSettings { "retention_days": 400 }
                => 200 StaffSettings, "The settings";
            /// The roster as CSV.
            ///
            /// The columns are `user_id,display_name,title,rank,time_zone,last_interaction`; an import takes
            /// them again, but for the last one.
            export_staff: Admin, GET "/api/staff/roster.csv"
                => 200 Csv, "The file";
            /// Add and change staff from CSV.
            ///
            /// Nothing is written if any row is refused. Who is not in the file stays.
            import_staff: Admin, POST "/api/staff/import" ?ImportStaffQuery,
                file Csv { "user_id,display_name,title,rank,time_zone\n175928847299117063,Ada,Steward,10,Europe/London\n" }
                => 200 StaffImported, "What was imported, or which rows were refused",
                refuses [ImportRefused StaffLimitReached];
            /// Hours of everybody week by week, as CSV.
            export_staff_hours: Admin, GET "/api/staff/hours.csv" ?ListStaffHoursQuery
                => 200 Csv, "The file";
            /// Say that one is on duty.
            begin_duty: Guest, PUT "/api/staff/me/duty"
                => 200 StaffMember, "The caller, on duty",
                refuses [StaffNotFound];
            /// Say that one is off duty.
            end_duty: Guest, DELETE "/api/staff/me/duty"
                => 200 StaffMember, "The caller, off duty",
                refuses [StaffNotFound];
            /// Hide one's activities and custom status, also those that are past.
            hide_presence: Guest, PUT "/api/staff/me/presence-hidden"
                => 200 StaffMember, "The caller, hidden",
                refuses [StaffNotFound];
            /// Show one's activities and custom status again.
            show_presence: Guest, DELETE "/api/staff/me/presence-hidden"
                => 200 StaffMember, "The caller, shown",
                refuses [StaffNotFound];
            /// Put a member of the server on the roster.
            add_staff: Admin, POST "/api/staff/{user_id}" [user: UserId],
                body AddStaff { "title": "Steward", "rank": 10, "time_zone": "Europe/London" }
                => 201 StaffMember, "On the roster",
                refuses [StaffExists StaffLimitReached];
            /// Change how somebody stands on the roster.
            update_staff: Admin, PATCH "/api/staff/{user_id}" [user: UserId],
                body UpdateStaff { "title": "Chief steward" }
                => 200 StaffMember, "The member as they are now",
                refuses [StaffNotFound];
            /// Take somebody off the roster.
            ///
            /// What is known of when they were there goes with it.
            remove_staff: Admin, DELETE "/api/staff/{user_id}" [user: UserId]
                => 204 (), "Removed",
                refuses [StaffNotFound];
            /// When somebody was there: one's own times, or, for admins, anybody's.
            get_staff_activity: Guest, GET "/api/staff/{user_id}/activity" [user: UserId] ?StaffActivityQuery
                => 200 StaffActivity, "Times by day and week, in the member's time zone",
                refuses [StaffNotFound Forbidden];
            /// Take a leave of absence: one's own, or, for admins, anybody's.
            ///
            /// It takes the place of one that has not ended.
            take_leave: Guest, PUT "/api/staff/{user_id}/away" [user: UserId],
                body TakeLeave { "until": "2026-12-31", "reason": "Holidays" }
                => 200 StaffMember, "The member, with the leave",
                refuses [StaffNotFound Forbidden];
            /// End a leave of absence that goes on, yesterday, or call one off that has not begun.
            end_leave: Guest, DELETE "/api/staff/{user_id}/away" [user: UserId]
                => 200 StaffMember, "The member, without a leave",
                refuses [StaffNotFound Forbidden];
        }
    };
}
staff_operations!(declare);
