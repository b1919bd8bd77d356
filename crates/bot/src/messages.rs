//! Messages of ours: posted once, edited, and found again by their id.
//!
//! Bodies are written by hand, because twilight cannot enforce a nonce.

use crate::{discord::Discord, ids::ToDiscord as _};
use paddock_api_types::{ChannelId, MessageId};
use serde_json::Value;
use std::future::IntoFuture as _;
use twilight_http::response::{ResponseFuture, marker::EmptyBody};
use twilight_model::channel::Message;

/// Discord's code for a message that does not exist, or no longer.
pub(crate) const UNKNOWN_MESSAGE: u64 = 10008;

/// Posts a message once, however often it is called with this nonce: for some minutes Discord
/// answers a repetition with the message that is already there.
pub(crate) fn post(
    discord: &Discord,
    channel: ChannelId,
    mut body: Value,
    nonce: String,
) -> ResponseFuture<Message> {
    body["nonce"] = nonce.into();
    body["enforce_nonce"] = true.into();
    let request = discord.main.create_message(channel.discord());
    request
        .payload_json(body.to_string().as_bytes())
        .into_future()
}

/// Replaces the content of a message.
pub(crate) fn edit(
    discord: &Discord,
    channel: ChannelId,
    message: MessageId,
    body: &Value,
) -> ResponseFuture<Message> {
    let request = discord
        .main
        .update_message(channel.discord(), message.discord());
    request
        .payload_json(body.to_string().as_bytes())
        .into_future()
}

/// Deletes a message.
pub(crate) fn delete(
    discord: &Discord,
    channel: ChannelId,
    message: MessageId,
) -> ResponseFuture<EmptyBody> {
    let request = discord
        .main
        .delete_message(channel.discord(), message.discord());
    request.into_future()
}

/// The id in Discord's description of a message. Read leniently: the rest of a message may hold what
/// twilight does not know yet.
pub(crate) fn id(message: &Value) -> Option<MessageId> {
    message["id"].as_str()?.parse().ok()
}
