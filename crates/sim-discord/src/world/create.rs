//! Making things that carry an id of the current time.

use std::fmt::Display;
use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::World;
use crate::model::{Attachment, Channel, Message};
use crate::snowflake::Snowflake;

/// What stands in an address only percent-encoded.
const RESERVED: AsciiSet = NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

impl World {
    /// An empty message, for the caller to fill in and to add.
    pub(crate) fn new_message(&self, channel: Snowflake, author: Snowflake) -> Message {
        Message {
            id: self.clock.next_id(),
            channel_id: channel,
            author_id: author,
            created_ms: self.clock.now_ms(),
            ..Message::default()
        }
    }

    /// A file with an id and the address at which the simulator serves it.
    pub(crate) fn new_attachment(
        &self,
        channel: Snowflake,
        filename: &str,
        content_type: &str,
        content: Arc<[u8]>,
    ) -> Attachment {
        let id = self.clock.next_id();
        let address = self.address;
        Attachment {
            id,
            filename: filename.to_owned(),
            content_type: content_type.to_owned(),
            content,
            url: format!(
                "http://{address}/attachments/{channel}/{id}/{}",
                in_path(filename)
            ),
        }
    }

    /// The direct message channel between the bot and `user`, created if there is none.
    pub(crate) fn open_dm_channel(&mut self, user: Snowflake) -> Snowflake {
        if let Some(dm) = self.find_dm_channel(user) {
            return dm;
        }
        let id = self.clock.next_id();
        let channel = Channel {
            id,
            kind: 1,
            recipient: Some(user),
            ..Channel::default()
        };
        self.dms.insert(id, channel);
        id
    }
}

/// A file's name as part of an address.
pub(crate) fn in_path(filename: &str) -> impl Display {
    utf8_percent_encode(filename, &RESERVED)
}
