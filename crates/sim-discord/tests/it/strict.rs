//! Bodies that Discord refuses, and the shape in which it says so.

use paddock_sim_discord::Options;
use serde_json::{Value, json};

use crate::helpers::start;
use crate::raw::Raw;

/// Posts each body, and finds this mistake at this place of it.
async fn refused(cases: &[(Value, &str, &str)]) {
    let sim = start(Options::default()).await;
    let raw = Raw::new(&sim);
    let messages = Raw::messages(&sim, "general");
    for (body, place, code) in cases {
        let (status, error) = raw.post(&messages, body).await;
        assert_eq!((status, &error["code"]), (400, &json!(50035)), "{body}");
        assert_eq!(error["message"], "Invalid Form Body");
        let found = error["errors"].pointer(&format!("{place}/_errors/0/code"));
        assert_eq!(found, Some(&json!(code)), "{body}: {error}");
    }
    assert!(sim.messages("general").is_empty());
}

#[tokio::test]
async fn a_message_is_refused_with_the_place_of_the_mistake() {
    const URL: &str = "/components/0/components/0/url";
    let link = |url: &str| {
        let button = json!({"type": 2, "style": 5, "label": "Go", "url": url});
        json!({"content": "x", "components": [{"type": 1, "components": [button]}]})
    };
    let both = json!({"parse": ["users"], "users": ["1"]});
    let elsewhere = json!({"message_id": "1", "channel_id": "2"});
    refused(&[
        (
            json!({"content": "x", "allowed_mentions": both}),
            "/allowed_mentions",
            "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
        ),
        (
            json!({"content": "x", "message_reference": elsewhere}),
            "/message_reference",
            "REPLIES_CANNOT_REFERENCE_OTHER_CHANNEL",
        ),
        (
            json!({"content": "x", "tts": "yes"}),
            "/tts",
            "BOOLEAN_TYPE_CONVERT",
        ),
        (
            json!({"content": "x", "flags": "LOUD"}),
            "/flags",
            "NUMBER_TYPE_COERCE",
        ),
        (
            json!({"content": "x", "nonce": 1.5}),
            "/nonce",
            "NONCE_TYPE_INVALID_TYPE",
        ),
        (
            json!({"content": "x", "nonce": "n".repeat(26)}),
            "/nonce",
            "NONCE_TYPE_TOO_LONG",
        ),
        (link("steam://run/1"), URL, "URL_TYPE_INVALID_SCHEME"),
        (link("http://paddock:3000"), URL, "URL_TYPE_INVALID_URL"),
    ])
    .await;
}

#[tokio::test]
async fn an_embed_is_refused_with_the_place_of_the_mistake() {
    let titled = |key: &str, value: Value| {
        let mut embed = json!({"title": "t"});
        embed[key] = value;
        json!({"embeds": [embed]})
    };
    let field = |key: &str, value: &str| {
        let mut field = json!({"name": "n", "value": "v"});
        field[key] = json!(value);
        json!({"embeds": [{"fields": [field]}]})
    };
    refused(&[
        (
            json!({"embeds": [{}]}),
            "/embeds/0",
            "LIST_ITEM_VALUE_REQUIRED",
        ),
        (
            json!({"embeds": [{"color": 7}]}),
            "/embeds/0/description",
            "BASE_TYPE_REQUIRED",
        ),
        (
            titled("color", json!("RED")),
            "/embeds/0/color",
            "NUMBER_TYPE_COERCE",
        ),
        (
            titled("color", json!(0x0100_0000)),
            "/embeds/0/color",
            "NUMBER_TYPE_MAX",
        ),
        (
            titled("timestamp", json!(1_700_000_000)),
            "/embeds/0/timestamp",
            "DATE_TIME_TYPE_PARSE",
        ),
        (
            titled("url", json!("http://localhost")),
            "/embeds/0/url",
            "URL_TYPE_INVALID_URL",
        ),
        (
            titled("image", json!({"url": "a.png"})),
            "/embeds/0/image/url",
            "URL_TYPE_INVALID_URL",
        ),
        (
            field("value", " "),
            "/embeds/0/fields/0/value",
            "BASE_TYPE_REQUIRED",
        ),
        (
            field("inline", "yes"),
            "/embeds/0/fields/0/inline",
            "BOOLEAN_TYPE_CONVERT",
        ),
    ])
    .await;
}

#[tokio::test]
async fn blank_messages_are_empty_and_blanks_around_a_text_are_removed() {
    let sim = start(Options::default()).await;
    let raw = Raw::new(&sim);
    let messages = Raw::messages(&sim, "general");
    for blank in ["", " ", "\n\t "] {
        let (status, error) = raw.post(&messages, &json!({"content": blank})).await;
        assert_eq!((status, &error["code"]), (400, &json!(50006)), "{blank:?}");
    }
    let (status, sent) = raw
        .post(&messages, &json!({"content": "\n  two\n  lines \n"}))
        .await;
    assert_eq!((status, &sent["content"]), (200, &json!("two\n  lines")));
    let path = format!("{messages}/{}", sent["id"].as_str().unwrap());
    let (status, error) = raw.patch(&path, &json!({"content": " "})).await;
    assert_eq!((status, &error["code"]), (400, &json!(50006)));
}

#[tokio::test]
async fn what_discord_takes_is_taken() {
    let sim = start(Options::default()).await;
    let raw = Raw::new(&sim);
    let messages = Raw::messages(&sim, "general");
    for body in [
        json!({"content": "x", "allowed_mentions": {"parse": ["users"], "users": []}}),
        json!({"content": "x", "flags": "4096", "tts": "False", "nonce": 7}),
        json!({"embeds": [{"title": "t", "color": "255", "timestamp": "2026-11-29T04:00:00Z"}]}),
        json!({"embeds": [{"image": {"url": "attachment://board.png"}}]}),
        json!({"content": "x", "embeds": Value::Null, "components": Value::Null}),
    ] {
        let (status, answer) = raw.post(&messages, &body).await;
        assert_eq!(status, 200, "{body}: {answer}");
    }
}
