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

/// An operation, with what its types say of themselves. The rest is worked out from that, so that it is not
/// compiled once more for each operation.
struct Described {
    operation: &'static Declaration,
    path: Vec<RefOr<Schema>>,
    query: Vec<Parameter>,
    body: RefOr<Schema>,
    answer: RefOr<Schema>,
    /// As which the answer is sent.
    kinds: &'static [&'static str],
}

/// Puts an operation and what it names into a document.
pub(super) fn add_operation<E: Endpoint>(document: &mut OpenApi) {
    let mut schemas = Vec::new();
    add::<E::Answer>(&mut schemas);
    add::<E::Body>(&mut schemas);
    E::Path::collect(&mut schemas);
    let described = Described {
        operation: E::DECLARATION,
        path: E::Path::schemas(),
        query: E::Query::into_params(|| Some(ParameterIn::Query)),
        body: reference::<E::Body>(),
        answer: reference::<E::Answer>(),
        kinds: kinds(&E::Answer::name()),
    };
    described.add_to(document, schemas);
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

impl Described {
    /// Adds it, with every schema that it names.
    fn add_to(self, document: &mut OpenApi, schemas: Vec<(String, RefOr<Schema>)>) {
        let components = document.components.get_or_insert_default();
        components.schemas.extend(schemas);
        for (path, operations) in self.paths().paths {
            match document.paths.paths.get_mut(&path) {
                Some(known) => known.merge_operations(operations),
                None => {
                    document.paths.paths.insert(path, operations);
                }
            }
        }
    }

    /// The operation under its path.
    fn paths(self) -> Paths {
        let operation = self.operation;
        let (summary, rest) = operation.doc.split_first().expect("documented");
        let mut entry = OperationBuilder::new()
            .tag(operation.tag)
            .operation_id(Some(operation.id))
            .summary(Some(summary.trim()))
            .description(description(rest, operation.caller))
            .request_body(self.body());
        for security in security(operation.caller) {
            entry = entry.security(security);
        }
        entry = entry.response(
            operation.status.to_string(),
            self.answer(operation.description),
        );
        if let Some((status, description)) = operation.other {
            entry = entry.response(status.to_string(), self.answer(description));
        }
        for (status, codes) in refusals(operation) {
            entry = entry.response(status.to_string(), refusal(status, &codes));
        }
        let failure = problem("The service failed").build();
        let entry = entry
            .response("default", failure)
            .parameters(Some(self.parameters()).filter(|it| !it.is_empty()))
            .build();
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

    fn parameters(self) -> Vec<Parameter> {
        let segments = self.operation.path.split('/');
        let names = segments.filter_map(|it| it.strip_prefix('{')?.strip_suffix('}'));
        let in_path = names.zip(self.path).map(|(name, schema)| {
            let what = name.trim_end_matches("_id").replace('_', " ");
            ParameterBuilder::new()
                .name(name)
                .parameter_in(ParameterIn::Path)
                .description(Some(format!("The {what}")))
                .required(Required::True)
                .schema(Some(schema))
                .build()
        });
        in_path.chain(self.query).collect()
    }

    fn body(&self) -> Option<RequestBody> {
        let operation = self.operation;
        let example = operation.example.map(|example| example());
        let content = |example| {
            let schema = Some(self.body.clone());
            ContentBuilder::new()
                .schema(schema)
                .example(example)
                .build()
        };
        let body = RequestBodyBuilder::new();
        let body = match operation.body {
            BodyKind::None => return None,
            BodyKind::Csv => body.content("text/csv", content(example)),
            BodyKind::Result => {
                let csv = "Start Time,Track,Series\n\n\nFin Pos,Cust ID,Car #\n1,812345,07\n";
                let csv = content(Some(csv.into()));
                body.content("application/json", content(example))
                    .content("text/csv", csv)
            }
            BodyKind::Json | BodyKind::OptionalJson | BodyKind::Report => {
                body.content("application/json", content(example))
            }
        };
        let required = match operation.body {
            BodyKind::OptionalJson => Required::False,
            _ => Required::True,
        };
        Some(body.required(Some(required)).build())
    }

    fn answer(&self, description: &str) -> Response {
        let response = ResponseBuilder::new().description(description);
        if self.operation.status == 204 {
            return response.build();
        }
        let content = || {
            let schema = Some(self.answer.clone());
            ContentBuilder::new().schema(schema).build()
        };
        let kinds = self.kinds.iter();
        kinds
            .fold(response, |response, kind| {
                response.content(*kind, content())
            })
            .build()
    }
}

fn description(lines: &[&str], caller: Caller) -> Option<String> {
    let text: Vec<_> = lines.iter().map(|line| line.trim()).collect();
    let text = [text.join(" ").trim(), caller.needs().unwrap_or_default()].join(" ");
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn reference<T: ToSchema>() -> RefOr<Schema> {
    if has_name::<T>() {
        Ref::from_schema_name(T::name()).into()
    } else {
        T::schema()
    }
}

/// As what an answer of this type is sent.
fn kinds(answer: &str) -> &'static [&'static str] {
    match answer {
        "Csv" => &["text/csv"],
        "Events" => &["text/event-stream"],
        "Metrics" => &["application/openmetrics-text"],
        "ResultFile" => &["application/json", "text/csv"],
        _ => &["application/json"],
    }
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
