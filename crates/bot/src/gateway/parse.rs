//! Parsing of events, also of those that twilight refuses because of one unusual part.

use serde_json::Value;
use twilight_gateway::{
    EventTypeFlags,
    error::{ReceiveMessageError, ReceiveMessageErrorType},
    parse,
};
use twilight_model::gateway::event::{Event, GatewayEventDeserializer};

/// The events that the bot reads. `RATE_LIMITED` is not one of them, because twilight expects it in
/// another shape.
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

/// The event, if it is wanted and can be read, if necessary without the part that prevents that.
pub(super) fn read(json: String) -> Option<Event> {
    log_rate_limit(&json);
    match parse(json, wanted()) {
        Ok(event) => event.map(Event::from),
        Err(error) => {
            let event = scrubbed(&error);
            if event.is_none() {
                // The text is not logged: it may hold an interaction's token.
                tracing::warn!(error = ?error.into_source(), "an event cannot be read");
            }
            event
        }
    }
}

/// The event without the part that the bot does not need and that prevents reading it: activities
/// come from users' clients, and one unusual presence makes a whole `GUILD_CREATE` unreadable.
fn scrubbed(error: &ReceiveMessageError) -> Option<Event> {
    let ReceiveMessageErrorType::Deserializing { event } = error.kind() else {
        return None;
    };
    let mut event: Value = serde_json::from_str(event).ok()?;
    match event["t"].as_str() {
        Some("GUILD_CREATE" | "GUILD_MEMBERS_CHUNK") => {
            event["d"]["presences"].as_array_mut()?.clear();
        }
        // The message that a button belongs to may hold what twilight does not know yet.
        Some("INTERACTION_CREATE") => {
            event["d"].as_object_mut()?.remove("message")?;
        }
        // The user id beside it is enough.
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

/// Logs a rate limit of the gateway. Nothing waits for the answer, because the bot reads members over
/// REST.
fn log_rate_limit(json: &str) {
    let is_rate_limited = GatewayEventDeserializer::from_json(json)
        .is_some_and(|event| event.event_type() == Some("RATE_LIMITED"));
    if is_rate_limited {
        let event: Value = serde_json::from_str(json).unwrap_or_default();
        let retry_after = event["d"]["retry_after"].as_f64();
        tracing::warn!(
            retry_after_s = retry_after,
            "the gateway limits the rate of requests"
        );
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
