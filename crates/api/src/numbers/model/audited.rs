//! What the audit log says of numbers.

use super::{Claim, ClassKey};
use crate::audit::audited;
use paddock_api_types::numbers::{NumberClass, NumberReservation, NumberTrade};
use paddock_api_types::{CarNumber, GuildId, UserId};

audited! { claim: Claim => "number:{}", claim.number.as_str();
    always: class_id = claim.class_id();
    throughout: user_id;
    once_changed: release_at;
}

audited! { class: NumberClass => "number_class:{}", class.id;
    throughout: name;
    until_deleted: number_min, number_max;
}

audited! { reservation: NumberReservation => "number_reservation:{}", reservation.id;
    always: class_id;
    throughout: kind, number, first, last, user_id, until;
}

audited! { trade: NumberTrade => "number_trade:{}", trade.id;
    until_deleted: class_id, from_user_id, to_user_id, gives, wants;
    throughout: state;
}

/// A member in the line for a number.
pub(crate) struct Waiting<'a> {
    pub(crate) number: &'a CarNumber,
    pub(crate) class: ClassKey,
    pub(crate) user_id: UserId,
}
audited! { waiting: Waiting<'_> => "number:{}", waiting.number.as_str();
    always: class_id = waiting.class.id();
    throughout: waiting = waiting.user_id;
}

/// What came out of a file.
pub(crate) struct Imported {
    pub(crate) guild_id: GuildId,
    pub(crate) claimed: u32,
}
audited! { imported: Imported => "guild:{}", imported.guild_id;
    always: claimed;
}
