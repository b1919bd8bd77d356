//! What the audit log says of the league. Customer ids are left out: whoever reads the log would see
//! them without the member's consent, and for good.

use crate::audit::audited;
use paddock_api_types::GuildId;
use paddock_api_types::league::{IracingLink, RosterImported};

audited! { link: IracingLink => "member:{}", link.user_id;
    throughout: proven;
    until_deleted: consent;
}

/// A roster that came in.
pub(crate) struct Received<'r> {
    pub(crate) guild_id: GuildId,
    pub(crate) imported: &'r RosterImported,
}

audited! { it: Received<'_> => "guild:{}", it.guild_id;
    always: source = it.imported.roster.source, drivers = it.imported.roster.drivers,
        numbered = it.imported.roster.numbered, added = it.imported.added,
        changed = it.imported.changed, removed = it.imported.removed;
}
