//! Settings of a guild, and what they need in Discord.

use super::declare;
use crate::guilds::{Checkup, Guild, UpdateGuild};

/// Calls a macro with this table.
#[macro_export]
macro_rules! guild_operations {
    ($callback:ident) => {
        $crate::parts_of_operations! { $callback "guild";
            /// The caller's guild and its settings.
            get_guild: Verified, GET "/api/guild"
                => 200 Guild, "The guild";
            /// Change settings.
            ///
            /// Absent fields stay, `null` puts one back to its default. The roles need level admin.
            update_guild: Manager, PATCH "/api/guild",
                body UpdateGuild { "number_max": 999 }
                => 200 Guild, "The guild as it is now",
                refuses [UnknownChannel UnknownRole];
            /// What configured features need in Discord, and what is missing.
            check_guild: Manager, GET "/api/guild/checkup"
                => 200 Checkup, "Each thing needed, and how it stands";
        }
    };
}
guild_operations!(declare);
