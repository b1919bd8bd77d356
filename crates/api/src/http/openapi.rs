//! The OpenAPI document: what the handlers say, and what holds for all of them.

use paddock_api_types::submissions::Order;
use paddock_api_types::{Problem, headers};
use utoipa::OpenApi;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::Operation;
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{Object, OpenApi as Document, Ref, RefOr, Type};

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
    components(schemas(Problem, Order)),
    tags(
        (name = "guild", description = "Settings, and what they need in Discord"),
        (name = "members", description = "Registration, verification and rights"),
        (name = "seasons", description = "Seasons, items, ranks, prizes, tables and the ledger"),
        (name = "submissions", description = "What members hand in, and its review"),
        (name = "awards", description = "What was won, and handing it over"),
        (name = "attendance", description = "Sessions with changing codes, and who was there"),
        (name = "tokens", description = "Tokens for direct access to this API"),
        (name = "audit", description = "Every change, and who made it"),
        (name = "effects", description = "What is to be done in Discord"),
        (name = "bot", description = "What only the bot asks"),
        (name = "system", description = "Health, version and metrics"),
    )
)]
struct Skeleton;

/// The document before any handler.
pub(crate) fn document() -> Document {
    Skeleton::openapi()
}

/// Adds what holds for every operation: credentials, and the answers that any may give.
pub(crate) fn complete(document: &mut Document) {
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
    components.add_security_scheme("bot_key", key(headers::API_KEY, "The bot's key"));
    components.add_security_scheme(
        "bot_guild",
        key(headers::GUILD_ID, "For which guild it speaks"),
    );
    components.add_security_scheme(
        "bot_user",
        key(headers::USER_ID, "For which user it speaks"),
    );
    for (path, item) in &mut document.paths.paths {
        let operations = [
            &mut item.get,
            &mut item.put,
            &mut item.post,
            &mut item.patch,
            &mut item.delete,
        ];
        for operation in operations.into_iter().flatten() {
            complete_operation(path, operation);
        }
    }
}

fn complete_operation(path: &str, operation: &mut Operation) {
    let mut answers: Vec<(&str, &str)> = vec![("503", "Cannot work just now; try again")];
    if path.starts_with("/api/") {
        operation.security = Some(security(path));
        answers.extend([
            ("400", "Not what the operation takes"),
            ("401", "No credential, or one that is not valid any more"),
            ("403", "The caller may not"),
            ("404", "No such thing in this guild"),
            ("409", "Does not fit how things stand"),
            ("422", "A value that is not allowed"),
            ("429", "Too many requests"),
        ]);
        if operation.request_body.is_some() {
            answers.extend([
                ("413", "The body is too large"),
                ("415", "The body is not JSON"),
            ]);
        }
    }
    for (status, description) in answers {
        let responses = &mut operation.responses.responses;
        responses
            .entry(status.to_owned())
            .or_insert_with(|| RefOr::T(problem(status, description)));
    }
    let responses = &mut operation.responses.responses;
    responses.insert(
        "default".to_owned(),
        RefOr::T(problem("default", "The service failed")),
    );
}

/// Either a token, or the bot's key with the member for whom it speaks.
fn security(path: &str) -> Vec<SecurityRequirement> {
    let none: [&str; 0] = [];
    let bot = SecurityRequirement::new("bot_key", none);
    match path {
        "/api/bot/guild"
        | "/api/bot/members"
        | "/api/bot/attendance/displays/{session_id}"
        | "/api/bot/attendance/expected/{session_id}" => vec![bot.add("bot_guild", none)],
        path if path.starts_with("/api/bot/") => vec![bot],
        _ => vec![
            SecurityRequirement::new("api_token", none),
            bot.add("bot_guild", none).add("bot_user", none),
        ],
    }
}

fn problem(status: &str, description: &str) -> Response {
    let schema = Ref::from_schema_name("Problem");
    let content = ContentBuilder::new().schema(Some(schema)).build();
    let mut response = ResponseBuilder::new()
        .description(description)
        .content("application/problem+json", content);
    if status == "429" {
        let wait = HeaderBuilder::new()
            .description(Some("Seconds to wait"))
            .schema(Some(Object::with_type(Type::Integer)))
            .build();
        response = response.header("Retry-After", wait);
    }
    response.build()
}
