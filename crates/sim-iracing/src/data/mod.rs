//! The Data API under `/data/`.

mod leagues;
mod members;
mod results;

use axum::response::Response;
use serde_json::{Value, json};

use crate::answer::{Call, data_error, json_answer, rate_limited, set};
use crate::clock::{millis, rfc3339};
use crate::world::{ServedFile, Session, Shared, World};
use crate::{links, oauth};

/// How a method delivers.
#[derive(Clone, Copy)]
enum Delivery {
    /// The answer itself.
    Direct,
    /// A link to the answer.
    Link,
    /// A part of the answer, and a link to the rest.
    DataUrl,
    /// A part of the answer, and where chunks of its rows are.
    Chunks,
    /// A link to an answer that says where chunks of its rows are.
    LinkThenChunks,
}

/// What a method has to say.
struct Told {
    delivery: Delivery,
    /// The answer; of those with chunks, its rows.
    body: Value,
    /// What is said beside a link or chunks.
    head: Value,
}

impl Told {
    fn new(delivery: Delivery, body: Value) -> Self {
        Self {
            delivery,
            body,
            head: Value::Null,
        }
    }

    fn with_head(self, head: Value) -> Self {
        Self { head, ..self }
    }
}

/// A refusal: its HTTP status.
type Answer = Result<Told, u16>;

pub(crate) fn answer(shared: &Shared, call: &Call) -> Response {
    if let Some(note) = shared.read(|world| world.maintenance.clone()) {
        let mut body = json!({"error": "Site Maintenance"});
        if !note.is_empty() {
            body["note"] = note.into();
        }
        return json_answer(503, &body);
    }
    let now = shared.clock.now_ms();
    let (allowed, limit, remaining, ends) = shared.update(|world| count(world, now));
    let mut response = if allowed {
        authorized(shared, call, now)
    } else {
        rate_limited()
    };
    set(&mut response, "x-ratelimit-limit", limit);
    set(&mut response, "x-ratelimit-remaining", remaining);
    set(&mut response, "x-ratelimit-reset", ends);
    response
}

/// Counts a request: whether it is allowed, the limit, how many are left, and the second in which the window ends.
fn count(world: &mut World, now: i64) -> (bool, u32, u32, i64) {
    let limit = world.options.rate_limit;
    let window = &mut world.window;
    if window.ends_ms <= now {
        window.ends_ms = now + millis(world.options.rate_window);
        window.count = 0;
    }
    let allowed = window.count < limit;
    window.count = window.count.saturating_add(1);
    let ends = (window.ends_ms + 999) / 1_000;
    (allowed, limit, limit.saturating_sub(window.count), ends)
}

fn authorized(shared: &Shared, call: &Call, now: i64) -> Response {
    if call.method != "GET" {
        return data_error(405);
    }
    let session = shared.read(|world| oauth::session(world, call, now));
    let Some((_, session)) = session else {
        return data_error(401);
    };
    if !session.scope.split(' ').any(|it| it == "iracing.auth") {
        return data_error(403);
    }
    let method = call.path.trim_start_matches("/data/");
    let served = shared.read(|world| served(&world.files, method, call));
    let told = served.map_or_else(|| tell(shared, method, call, &session), Ok);
    match told {
        Ok(told) => deliver(shared, method, told, now),
        Err(status) => data_error(status),
    }
}

/// What a test has this method answer, where it fits the parameters.
fn served(files: &[ServedFile], method: &str, call: &Call) -> Option<Told> {
    let fits = |file: &&ServedFile| {
        let mut parameters = file.parameters.iter();
        file.method == method
            && parameters.all(|(name, value)| call.parameter(name).as_ref() == Some(value))
    };
    let file = files.iter().rev().find(fits)?;
    let body = serde_json::from_slice(&file.body).unwrap_or(Value::Null);
    let delivery = match method {
        "league/roster" => Delivery::DataUrl,
        "results/search_hosted" | "results/search_series" => Delivery::Chunks,
        "results/lap_data" | "results/event_log" | "results/lap_chart_data" => {
            Delivery::LinkThenChunks
        }
        _ if method.starts_with("constants/") => Delivery::Direct,
        _ => Delivery::Link,
    };
    let head = json!({"success": true, "league_id": call.number("league_id")});
    Some(Told::new(delivery, body).with_head(head))
}

fn tell(shared: &Shared, method: &str, call: &Call, session: &Session) -> Answer {
    let now = shared.clock.now_ms();
    let told = shared.read(|world| match method {
        "constants/event_types" => Some(Ok(members::event_types())),
        "member/info" => Some(Ok(members::info(world, session))),
        "member/get" => Some(members::get(world, call)),
        "league/get" => Some(leagues::get(world, call, session)),
        "league/roster" => Some(leagues::roster(world, call, session)),
        "league/membership" => Some(Ok(leagues::membership(world, session))),
        "league/seasons" => Some(leagues::seasons(world, call, session)),
        "league/season_sessions" => Some(results::season_sessions(world, call, session)),
        "league/cust_league_sessions" => Some(Ok(results::upcoming(world, session, now, true))),
        "hosted/sessions" | "hosted/combined_sessions" => {
            Some(Ok(results::upcoming(world, session, now, false)))
        }
        "results/get" => Some(results::get(world, call, session)),
        "results/search_hosted" => Some(results::search_hosted(world, call, session, now)),
        _ => None,
    });
    told.unwrap_or_else(|| {
        let line = format!("{} {}", call.method, call.path);
        shared.update(|world| world.unexpected.push(line));
        Err(404)
    })
}

/// Delivers what a method says, in its way.
fn deliver(shared: &Shared, method: &str, told: Told, now: i64) -> Response {
    let kind = method.replace('/', "_");
    let link = |body: &Value| {
        let link = links::store(shared, &kind, body.to_string()).url();
        let expires = rfc3339(now + 15 * 60_000).replace('Z', ".512Z");
        json!({"link": link, "expires": expires})
    };
    let body = match told.delivery {
        Delivery::Direct => told.body,
        Delivery::Link => link(&told.body),
        Delivery::DataUrl => {
            let url = links::store(shared, &kind, told.body.to_string()).url();
            json!({"type": kind, "data": told.head, "data_url": url})
        }
        Delivery::Chunks => {
            let mut data = told.head;
            data["chunk_info"] = chunks(shared, &kind, &told.body);
            json!({"type": format!("{}_results", kind.trim_start_matches("results_")), "data": data})
        }
        Delivery::LinkThenChunks => {
            let mut data = told.head;
            data["chunk_info"] = chunks(shared, &kind, &told.body);
            link(&data)
        }
    };
    json_answer(200, &body)
}

/// Stores rows in chunks, and says where they are; `null` if there are none.
fn chunks(shared: &Shared, kind: &str, rows: &Value) -> Value {
    let rows = rows.as_array().map(Vec::as_slice).unwrap_or_default();
    let size = shared.read(|world| world.options.chunk_size).max(1);
    let signed: Vec<_> = rows
        .chunks(size)
        .map(|chunk| links::store(shared, kind, Value::from(chunk).to_string()))
        .collect();
    let Some(first) = signed.first() else {
        return Value::Null;
    };
    let names: Vec<_> = signed.iter().map(|it| &it.name).collect();
    json!({
        "chunk_size": size,
        "num_chunks": signed.len(),
        "rows": rows.len(),
        "base_download_url": first.base,
        "chunk_file_names": names,
    })
}
