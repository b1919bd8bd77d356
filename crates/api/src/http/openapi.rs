//! The OpenAPI document: its frame, into which each operation puts its entry.

use super::routes::Entry;
use paddock_api_types::submissions::Order;
use paddock_api_types::{ImportSource, Problem, StaffDays, StaffWeeks, headers};
use serde_json::Value;
use std::collections::BTreeSet;
use utoipa::OpenApi;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{OpenApi as Document, RefOr, Schema, Server};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Paddock",
        description = "One back office for Discord communities.\n\n\
            Every error is an RFC 9457 problem with a stable `code`. Lists take `limit` and \
            `cursor`. Times are RFC 3339 in UTC, ids are strings. A write may carry an \
            `Idempotency-Key`: repeated by the same caller, it is answered as it was the first \
            time.\n\nTo try it here: make a token with `/token create` in Discord, and paste it \
            under **Authorize**.",
    ),
    // What stands in queries alone is found by nobody else.
    components(schemas(Problem, Order, ImportSource, StaffDays, StaffWeeks)),
    tags(
        (name = "guild", description = "Settings, and what they need in Discord"),
        (name = "members", description = "Registration, verification and rights"),
        (name = "seasons", description = "Seasons, items, ranks, prizes, tables and the ledger"),
        (name = "submissions", description = "What members hand in, and its review"),
        (name = "awards", description = "What was won, and handing it over"),
        (name = "attendance", description = "Sessions with changing codes, and who was there"),
        (name = "staff", description = "Who of the staff is there, since when, and for how long"),
        (name = "iracing", description = "Connected iRacing accounts and the sessions that are read through them"),
        (name = "league", description = "The iRacing league: roster, links to its drivers, differences"),
        (name = "results", description = "Results of races: importing, correcting, rounds"),
        (name = "scoring", description = "Points of a season from results"),
        (name = "numbers", description = "Car numbers: claims, classes, reservations, waiting, trades"),
        (name = "tokens", description = "Tokens for direct access to this API"),
        (name = "audit", description = "Every change, and who made it"),
        (name = "effects", description = "What is to be done in Discord"),
        (name = "bot", description = "What only the bot asks"),
        (name = "system", description = "Health, version and metrics"),
    )
)]
struct Skeleton;

/// The document of these operations.
pub(crate) fn document(entries: &[Entry]) -> Document {
    let mut document = Skeleton::openapi();
    for add in entries {
        add(&mut document);
    }
    complete(&mut document);
    document
}

/// Adds what is known once every operation is in: where the service is, the credentials, and which
/// fields an answer has.
fn complete(document: &mut Document) {
    // Where the document itself came from.
    document.servers = Some(vec![Server::new("/")]);
    require_fields_of_answers(document);
    let components = document.components.get_or_insert_default();
    components.add_security_scheme(
        "api_token",
        SecurityScheme::Http(
            Http::builder()
                .scheme(HttpAuthScheme::Bearer)
                .bearer_format("JWT")
                .build(),
        ),
    );
    let key = |name: &str, what: &str| {
        SecurityScheme::ApiKey(ApiKey::Header(ApiKeyValue::with_description(name, what)))
    };
    let session = ApiKeyValue::with_description(
        "paddock_session",
        "A browser that signed in with Discord; behind HTTPS the name begins with `__Host-`. Writes \
         are refused unless a page of Paddock itself sends them",
    );
    let session = SecurityScheme::ApiKey(ApiKey::Cookie(session));
    components.add_security_scheme("browser_session", session);
    components.add_security_scheme("bot_key", key(headers::API_KEY, "The bot's key"));
    components.add_security_scheme(
        "bot_guild",
        key(headers::GUILD_ID, "For which guild it speaks"),
    );
    components.add_security_scheme(
        "bot_user",
        key(headers::USER_ID, "For which user it speaks"),
    );
}

/// Answers send every field, `null` where there is no value, so that each is required. Requests may
/// leave out what is optional. So may the variants of effects, which are sent as they were stored.
fn require_fields_of_answers(document: &mut Document) {
    let answers = named_by_answers(document);
    let components = document.components.get_or_insert_default();
    for (name, schema) in &mut components.schemas {
        if let RefOr::T(Schema::Object(object)) = schema
            && answers.contains(name)
        {
            object.required = object.properties.keys().cloned().collect();
        }
    }
}

/// The schemas that answers name, directly or through others. Problems are no answers.
fn named_by_answers(document: &Document) -> BTreeSet<String> {
    let document = serde_json::to_value(document).expect("a document is plain data");
    let mut waiting = Vec::new();
    for path in document["paths"].as_object().into_iter().flatten() {
        for operation in path.1.as_object().into_iter().flatten() {
            let responses = operation.1["responses"].as_object();
            let answers = responses.into_iter().flatten();
            for (_, answer) in answers.filter(|(status, _)| status.starts_with('2')) {
                references(answer, &mut waiting);
            }
        }
    }
    let mut found = BTreeSet::new();
    while let Some(name) = waiting.pop() {
        if found.insert(name.clone()) {
            references(&document["components"]["schemas"][&name], &mut waiting);
        }
    }
    found
}

fn references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(reference)) = fields.get("$ref") {
                found.extend(reference.rsplit('/').next().map(str::to_owned));
            }
            fields.values().for_each(|value| references(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}
