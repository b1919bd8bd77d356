//! What only the bot calls.

use super::declare;
use crate::attendance::{AttendanceDisplays, ReportDisplay, ReportExpected};
use crate::bot::{Heartbeat, MembersReported, ReportGuild, ReportMembers, SendHeartbeat};
use crate::effects::{EffectDone, EffectFailed, LeaseEffects, LeasedEffects};
use crate::staff::{PresencesReported, ReportPresences, StaffWatch};
use crate::{AttendanceSessionId, EffectId};

/// Calls a macro with this table.
#[macro_export]
macro_rules! bot_operations {
    ($callback:ident) => {
        $crate::parts_of_operations! { $callback "bot";
            /// Take effects to perform.
            ///
            /// Answers at once when some are due, otherwise as soon as one is, and with none after
            /// `wait_ms`.
            lease_effects: Bot, POST "/api/bot/effects/lease",
                body LeaseEffects { "limit": 10, "wait_ms": 20000 }
                => 200 LeasedEffects, "Effects to perform now";
            /// Report that an effect is done.
            ///
            /// Reporting it twice is fine.
            complete_effect: Bot, POST "/api/bot/effects/{effect_id}/done" [effect: EffectId],
                body EffectDone { "attempt": 1 }
                => 204 (), "Recorded",
                refuses [EffectNotFound EffectLeaseLost];
            /// Report that an effect could not be performed.
            ///
            /// The API decides whether and when it is tried again.
            fail_effect: Bot, POST "/api/bot/effects/{effect_id}/failed" [effect: EffectId],
                body EffectFailed {
                    "attempt": 1, "error": "discord_unavailable",
                    "detail": "503 Service Unavailable"
                }
                => 204 (), "Recorded",
                refuses [EffectNotFound EffectLeaseLost];
            /// Report the guild as Discord describes it.
            report_guild: BotGuild, PUT "/api/bot/guild",
                report ReportGuild {
                    "name": "Lovelace Racing",
                    "roles": [{"id": "1234567890123456780", "name": "Verified", "position": 1,
                    "managed": false, "permissions": "0"}],
                    "channels": [{"id": "1234567890123456781", "name": "results", "text": true,
                    "bot_permissions": "8"}],
                    "bot": {"user_id":
                    "1234567890123456789", "permissions": "8", "top_role_position": 2,
                    "members_intent": true}
                }
                => 204 (), "Recorded";
            /// Give a sign of life.
            send_heartbeat: Bot, POST "/api/bot/heartbeat",
                body SendHeartbeat {
                    "version": "0.1.0", "shards": 1, "connected_shards": 1,
                    "intents": {"presences": "granted", "members": "limited"}
                }
                => 204 (), "Recorded";
            /// The bot's last sign of life.
            ///
            /// Health checks ask it too, with the bot's key.
            get_heartbeat: Bot, GET "/api/bot/heartbeat"
                => 200 Heartbeat, "The last sign of life",
                refuses [NotFound];
            /// Report members as Discord has them.
            ///
            /// Those whom Paddock does not know are passed over.
            report_members: BotGuild, PUT "/api/bot/members",
                report ReportMembers {
                    "members": [{"user_id": "1234567890123456789", "in_guild": true, "discord_name":
                    "ada"}]
                }
                => 200 MembersReported, "How many are known";
            /// Whose presences to forward.
            list_watched_staff: BotGuild, GET "/api/bot/staff"
                => 200 StaffWatch, "The staff of the guild";
            /// Report presences of staff.
            ///
            /// The last state of each, by when it was seen. Those who are not on the roster are passed
            /// over.
            report_presences: BotGuild, PUT "/api/bot/presence",
                report ReportPresences {
                    "seed": false,
                    "presences": [{"user_id": "1234567890123456789", "status": "dnd",
                    "platforms": {"desktop": "dnd"}, "activities": [{"kind": "playing", "name":
                    "iRacing"}], "custom_status": "in a race", "observed_at":
                    "2026-11-21T09:48:39.651Z"}]
                }
                => 200 PresencesReported, "What came of it";
            /// Every message that shows a code, or has to, in every guild.
            ///
            /// The codes of the next two minutes come along, so that a display goes on while the API is
            /// down.
            list_attendance_displays: Bot, GET "/api/bot/attendance/displays"
                => 200 AttendanceDisplays, "All displays";
            /// Say which message shows a session's code.
            ///
            /// `null` once it says how the session ended.
            report_attendance_display: BotGuild, PUT "/api/bot/attendance/displays/{session_id}" [session: AttendanceSessionId],
                body ReportDisplay { "message_id": "1234567890123456789" }
                => 204 (), "Recorded",
                refuses [AttendanceSessionNotFound];
            /// Say who holds a session's role.
            ///
            /// As Discord tells it: when an admin asks who is missing, and when the session ends.
            report_expected_members: BotGuild, PUT "/api/bot/attendance/expected/{session_id}" [session: AttendanceSessionId],
                body ReportExpected { "user_ids": ["1234567890123456789"], "first": true }
                => 204 (), "Recorded",
                refuses [AttendanceSessionNotFound];
        }
    };
}
bot_operations!(declare);
