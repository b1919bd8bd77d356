//! Reading events that twilight refuses whole.

use serde_json::Value;
use twilight_gateway::{
    EventTypeFlags,
    error::{ReceiveMessageError, ReceiveMessageErrorType},
    parse,
};
use twilight_model::gateway::event::{Event, GatewayEventDeserializer};

/// What the bot wants to read. `RATE_LIMITED` is not among it: twilight expects another shape.
pub(super) fn wanted() -> EventTypeFlags {
    EventTypeFlags::GATEWAY_HELLO
        | EventTypeFlags::READY
        | EventTypeFlags::RESUMED
        | EventTypeFlags::INTERACTION_CREATE
        | EventTypeFlags::GUILD_CREATE
        | EventTypeFlags::GUILD_UPDATE
        | EventTypeFlags::GUILD_DELETE
        | EventTypeFlags::ROLE_CREATE
        | EventTypeFlags::ROLE_UPDATE
        | EventTypeFlags::ROLE_DELETE
        | EventTypeFlags::CHANNEL_CREATE
        | EventTypeFlags::CHANNEL_UPDATE
        | EventTypeFlags::CHANNEL_DELETE
        | EventTypeFlags::MEMBER_ADD
        | EventTypeFlags::MEMBER_UPDATE
        | EventTypeFlags::MEMBER_REMOVE
        | EventTypeFlags::VOICE_STATE_UPDATE
}

/// The event, if it is wanted and readable, if need be without what users' clients made odd.
pub(super) fn read(json: String) -> Option<Event> {
    note_rate_limit(&json);
    match parse(json, wanted()) {
        Ok(event) => event.map(Event::from),
        Err(error) => {
            let event = scrubbed(&error);
            if event.is_none() {
                // Not the text itself: it may hold an interaction's token.
                tracing::warn!(error = ?error.into_source(), "an event that cannot be read");
            }
            event
        }
    }
}

/// The event without a part that is not needed and that made it unreadable: activities come from
/// users' clients, and one odd presence spoils a whole `GUILD_CREATE`.
fn scrubbed(error: &ReceiveMessageError) -> Option<Event> {
    let ReceiveMessageErrorType::Deserializing { event } = error.kind() else {
        return None;
    };
    let mut event: Value = serde_json::from_str(event).ok()?;
    match event["t"].as_str() {
        Some("GUILD_CREATE" | "GUILD_MEMBERS_CHUNK") => {
            event["d"]["presences"].as_array_mut()?.clear();
        }
        // The message that a button sits on is not needed, and may hold what twilight does not know
        // yet.
        Some("INTERACTION_CREATE") => {
            event["d"].as_object_mut()?.remove("message")?;
        }
        // Who somebody is does not matter to where they are.
        Some("VOICE_STATE_UPDATE") => {
            event["d"].as_object_mut()?.remove("member")?;
        }
        _ => return None,
    }
    parse(event.to_string(), wanted())
        .ok()
        .flatten()
        .map(Event::from)
}

/// The bot reads members over REST, so nothing waits for this; it only should not go unseen.
fn note_rate_limit(json: &str) {
    let is_rate_limited = GatewayEventDeserializer::from_json(json)
        .is_some_and(|event| event.event_type() == Some("RATE_LIMITED"));
    if is_rate_limited {
        let event: Value = serde_json::from_str(json).unwrap_or_default();
        let retry_after = event["d"]["retry_after"].as_f64();
        tracing::warn!(retry_after_s = retry_after, "the gateway asks to slow down");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_odd_presence_does_not_hide_a_guild() {
        let mut guild = crate::test::guild_create();
        guild["presences"] = serde_json::json!([{"user": {"id": "0"}, "status": "dancing"}]);
        let event = serde_json::json!({"op": 0, "s": 2, "t": "GUILD_CREATE", "d": guild});
        assert!(matches!(
            read(event.to_string()),
            Some(Event::GuildCreate(_))
        ));
    }

    #[test]
    fn an_odd_message_does_not_hide_a_pressed_button() {
        let mut press = crate::test::press("v1:erase");
        press["message"] = serde_json::json!({"embeds": [{"fields": null}]});
        let event = serde_json::json!({"op": 0, "s": 2, "t": "INTERACTION_CREATE", "d": press});
        assert!(matches!(
            read(event.to_string()),
            Some(Event::InteractionCreate(_))
        ));
    }

    #[test]
    fn what_is_no_event_is_passed_over() {
        for text in [
            "",
            "{}",
            "not json",
            r#"{"op":0,"t":"RATE_LIMITED","s":3,"d":{"retry_after":1.5}}"#,
        ] {
            assert!(read(text.to_owned()).is_none(), "{text:?}");
        }
    }
}
