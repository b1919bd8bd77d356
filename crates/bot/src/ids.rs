//! Conversion of Discord's ids: the same numbers have one type in twilight and another in the API.

use paddock_api_types as wire;
use twilight_model::id::{
    Id,
    marker::{ChannelMarker, GuildMarker, MessageMarker, RoleMarker, UserMarker},
};

/// An id of twilight, for the API.
pub(crate) trait ToWire {
    /// The API's type of this id.
    type Id;

    /// The same id for the API.
    fn wire(self) -> Self::Id;
}

/// An id of the API, for twilight.
pub(crate) trait ToDiscord {
    /// The kind of object that the id names.
    type Marker;

    /// The same id for Discord.
    fn discord(self) -> Id<Self::Marker>;
}

macro_rules! convert {
    ($($marker:ident $id:ident)+) => {$(
        impl ToWire for Id<$marker> {
            type Id = wire::$id;

            fn wire(self) -> wire::$id {
                wire::$id::try_from(self.get()).expect("Discord's ids stay below 2^63 until 2084")
            }
        }

        impl ToDiscord for wire::$id {
            type Marker = $marker;

            fn discord(self) -> Id<$marker> {
                Id::new(self.get().unsigned_abs())
            }
        }
    )+};
}

convert! {
    GuildMarker GuildId
    UserMarker UserId
    ChannelMarker ChannelId
    MessageMarker MessageId
    RoleMarker RoleId
}
