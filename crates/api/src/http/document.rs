//! The OpenAPI entry of an operation, from the table.

use paddock_api_types::ErrorCode;
use paddock_api_types::operations::{
    BodyKind, Caller, Declaration, Endpoint, Method, PathParameters,
};
use std::collections::BTreeMap;
use std::fmt::Write;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::{
    OperationBuilder, Parameter, ParameterBuilder, ParameterIn, PathItem, Paths, PathsBuilder,
};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::security::SecurityRequirement;
use utoipa::openapi::{HttpMethod, Object, OpenApi, Ref, RefOr, Required, Schema, Type};
use utoipa::{IntoParams, ToSchema};

/// Puts an operation and what it names into a document.
pub(super) fn add_operation<E: Endpoint>(document: &mut OpenApi) {
    let components = document.components.get_or_insert_default();
    components.schemas.extend(schemas::<E>());
    for (path, operations) in paths::<E>().paths {
        match document.paths.paths.get_mut(&path) {
            Some(known) => known.merge_operations(operations),
            None => {
                document.paths.paths.insert(path, operations);
            }
        }
    }
}

/// Every schema that an operation names.
fn schemas<E: Endpoint>() -> Vec<(String, RefOr<Schema>)> {
    let mut schemas = Vec::new();
    add::<E::Answer>(&mut schemas);
    add::<E::Body>(&mut schemas);
    E::Path::collect(&mut schemas);
    schemas
}

/// A named schema with those that it names.
fn add<T: ToSchema>(schemas: &mut Vec<(String, RefOr<Schema>)>) {
    if has_name::<T>() {
        schemas.push((T::name().into_owned(), T::schema()));
        T::schemas(schemas);
    }
}

/// Texts and nothing at all are written where they are used.
fn has_name<T: ToSchema>() -> bool {
    match T::schema() {
        RefOr::T(Schema::Object(object)) => !object.properties.is_empty(),
        RefOr::T(Schema::Array(_)) => false,
        _ => true,
    }
}

/// The operation under its path.
fn paths<E: Endpoint>() -> Paths {
    let operation = E::DECLARATION;
    let (summary, rest) = operation.doc.split_first().expect("documented");
    let mut entry = OperationBuilder::new()
        .tag(operation.tag)
        .operation_id(Some(operation.id))
        .summary(Some(summary.trim()))
        .description(description(rest, operation.caller))
        .parameters(Some(parameters::<E>()).filter(|it| !it.is_empty()))
        .request_body(body::<E>());
    for security in security(operation.caller) {
        entry = entry.security(security);
    }
    entry = entry.response(
        operation.status.to_string(),
        answer::<E>(operation.description),
    );
    if let Some((status, description)) = operation.other {
        entry = entry.response(status.to_string(), answer::<E>(description));
    }
    for (status, codes) in refusals(&operation) {
        entry = entry.response(status.to_string(), refusal(status, &codes));
    }
    let failure = problem("The service failed").build();
    let entry = entry.response("default", failure).build();
    let method = match operation.method {
        Method::GET => HttpMethod::Get,
        Method::POST => HttpMethod::Post,
        Method::PUT => HttpMethod::Put,
        Method::PATCH => HttpMethod::Patch,
        Method::DELETE => HttpMethod::Delete,
    };
    PathsBuilder::new()
        .path(operation.path, PathItem::new(method, entry))
        .build()
}

fn description(lines: &[&str], caller: Caller) -> Option<String> {
    let text: Vec<_> = lines.iter().map(|line| line.trim()).collect();
    let text = [text.join(" ").trim(), caller.needs().unwrap_or_default()].join(" ");
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn parameters<E: Endpoint>() -> Vec<Parameter> {
    let names = E::DECLARATION
        .path
        .split('/')
        .filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'));
    let in_path = names.zip(E::Path::schemas()).map(|(name, schema)| {
        let what = name.trim_end_matches("_id").replace('_', " ");
        ParameterBuilder::new()
            .name(name)
            .parameter_in(ParameterIn::Path)
            .description(Some(format!("The {what}")))
            .required(Required::True)
            .schema(Some(schema))
            .build()
    });
    in_path
        .chain(E::Query::into_params(|| Some(ParameterIn::Query)))
        .collect()
}

fn body<E: Endpoint>() -> Option<RequestBody> {
    let operation = E::DECLARATION;
    let kind = match operation.body {
        BodyKind::None => return None,
        BodyKind::Csv => "text/csv",
        BodyKind::Result => {
            return Some(result::<E>());
        }
        _ => "application/json",
    };
    let content = ContentBuilder::new()
        .schema(Some(reference::<E::Body>()))
        .example(operation.example.map(|example| example()))
        .build();
    let required = match operation.body {
        BodyKind::OptionalJson => Required::False,
        _ => Required::True,
    };
    let body = RequestBodyBuilder::new()
        .content(kind, content)
        .required(Some(required));
    Some(body.build())
}

/// A file in either of two kinds.
fn result<E: Endpoint>() -> RequestBody {
    let example = E::DECLARATION.example.map(|example| example());
    let json = ContentBuilder::new()
        .schema(Some(reference::<E::Body>()))
        .example(example)
        .build();
    let csv = "Start Time,Track,Series\n\n\nFin Pos,Cust ID,Car #\n1,812345,07\n";
    let csv = ContentBuilder::new()
        .schema(Some(reference::<E::Body>()))
        .example(Some(serde_json::Value::from(csv)))
        .build();
    RequestBodyBuilder::new()
        .content("application/json", json)
        .content("text/csv", csv)
        .required(Some(Required::True))
        .build()
}

fn reference<T: ToSchema>() -> RefOr<Schema> {
    if has_name::<T>() {
        Ref::from_schema_name(T::name()).into()
    } else {
        T::schema()
    }
}

fn answer<E: Endpoint>(description: &str) -> Response {
    let response = ResponseBuilder::new().description(description);
    if E::DECLARATION.status == 204 {
        return response.build();
    }
    let kinds: &[&str] = match &*E::Answer::name() {
        "Csv" => &["text/csv"],
        "Events" => &["text/event-stream"],
        "Metrics" => &["application/openmetrics-text"],
        "ResultFile" => &["application/json", "text/csv"],
        _ => &["application/json"],
    };
    let content = || {
        let schema = reference::<E::Answer>();
        ContentBuilder::new().schema(Some(schema)).build()
    };
    let each = kinds.iter();
    each.fold(response, |response, kind| {
        response.content(*kind, content())
    })
    .build()
}

/// The codes of refusals by their statuses. That the service failed is its default response.
fn refusals(operation: &Declaration) -> BTreeMap<u16, Vec<ErrorCode>> {
    let mut statuses = BTreeMap::<_, Vec<_>>::new();
    for code in operation.codes() {
        if code != ErrorCode::Internal {
            statuses.entry(code.status()).or_default().push(code);
        }
    }
    statuses
}

fn refusal(status: u16, codes: &[ErrorCode]) -> Response {
    let mut lines = String::new();
    for code in codes {
        writeln!(lines, "- `{}`: {}", code.as_str(), code.meaning()).expect("a String takes it");
    }
    let mut response = problem(lines.trim_end());
    if status == 429 {
        let wait = HeaderBuilder::new()
            .description(Some("Seconds to wait"))
            .schema(Some(Object::with_type(Type::Integer)))
            .build();
        response = response.header("Retry-After", wait);
    }
    response.build()
}

fn problem(description: &str) -> ResponseBuilder {
    let schema = Ref::from_schema_name("Problem");
    let content = ContentBuilder::new().schema(Some(schema)).build();
    ResponseBuilder::new()
        .description(description)
        .content("application/problem+json", content)
}

/// A token, the session of a browser, or the bot's key with the member for whom it speaks.
fn security(caller: Caller) -> Vec<SecurityRequirement> {
    let none: [&str; 0] = [];
    let bot = SecurityRequirement::new("bot_key", none);
    match caller {
        Caller::Anyone => vec![SecurityRequirement::default()],
        Caller::Bot => vec![bot],
        Caller::BotGuild => vec![bot.add("bot_guild", none)],
        _ => vec![
            SecurityRequirement::new("api_token", none),
            SecurityRequirement::new("browser_session", none),
            bot.add("bot_guild", none).add("bot_user", none),
        ],
    }
}
