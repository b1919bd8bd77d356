//! A stub of the Paddock API: records requests, and gives the answers that a test planted.
//!
//! The unit tests include it by its path.

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, Method, StatusCode, Uri, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
    serve::ListenerExt as _,
};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, HashMap, VecDeque},
    future::Future,
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{net::TcpListener, sync::watch, task::JoinHandle, time::timeout};

/// How long a test waits for anything before it fails.
pub(crate) const WAIT_TIMEOUT: Duration = Duration::from_secs(20);

/// The key that the bot has to send.
pub(crate) const KEY: &str = "stub-bot-key-0123456789abcdef-0123";

/// A request.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    /// Method and path, such as `POST /api/members`.
    pub(crate) what: String,
    /// The query as it was sent.
    pub(crate) query: String,
    /// The body; null where there is none.
    pub(crate) body: Value,
    /// Headers by their names in lower case.
    pub(crate) headers: BTreeMap<String, String>,
}

/// A running stub.
pub(crate) struct StubApi {
    /// Its address.
    pub(crate) url: String,
    shared: Arc<Shared>,
    server: JoinHandle<()>,
}

struct Shared {
    state: Mutex<State_>,
    changed: watch::Sender<u64>,
}

#[derive(Default)]
struct State_ {
    asked: Vec<Asked>,
    answers: HashMap<String, VecDeque<(u16, Value)>>,
    held: Vec<String>,
    effects: VecDeque<Value>,
    down: bool,
}

impl StubApi {
    /// Listens on a free port.
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let shared = Arc::new(Shared {
            state: Mutex::default(),
            changed: watch::Sender::new(0),
        });
        let router = Router::new().fallback(answer).with_state(shared.clone());
        let listener = listener.tap_io(|stream| _ = stream.set_nodelay(true));
        let server = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self {
            url,
            shared,
            server,
        }
    }

    /// Plants the answer to the next request of this kind; the last one serves all that follow.
    pub(crate) fn plant(&self, what: &str, status: u16, body: Value) {
        self.shared.update(|state| {
            state
                .answers
                .entry(what.to_owned())
                .or_default()
                .push_back((status, body));
        });
    }

    /// Refuses the next requests of this kind with a problem.
    pub(crate) fn refuse(&self, what: &str, status: u16, code: &str) {
        self.plant(what, status, problem(status, code));
    }

    /// Holds requests of this kind until [`StubApi::release`].
    pub(crate) fn hold(&self, what: &str) {
        self.shared.update(|state| state.held.push(what.to_owned()));
    }

    /// Lets the held requests go on.
    pub(crate) fn release(&self) {
        self.shared.update(|state| state.held.clear());
    }

    /// Answers everything with 503 and no problem, or works again.
    pub(crate) fn set_down(&self, down: bool) {
        self.shared.update(|state| state.down = down);
    }

    /// Hands out an effect in answer to the next lease request.
    pub(crate) fn queue_effect(&self, effect: Value) {
        self.shared.update(|state| state.effects.push_back(effect));
    }

    /// Every request so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.shared.state.lock().unwrap().asked.clone()
    }

    /// Requests of this kind so far.
    pub(crate) fn asked_for(&self, what: &str) -> Vec<Asked> {
        self.asked()
            .into_iter()
            .filter(|asked| asked.what == what)
            .collect()
    }

    /// Waits until the requests so far fulfil a condition.
    pub(crate) async fn wait_until(&self, wanted: impl Fn(&[Asked]) -> bool) {
        let there = self
            .shared
            .until(|state| wanted(&state.asked).then_some(()));
        let came = timeout(WAIT_TIMEOUT, there).await.is_ok();
        assert!(
            came,
            "the request did not arrive; these did: {:#?}",
            self.asked()
        );
    }

    /// Waits for a request that fulfils a condition.
    pub(crate) async fn wait_for(&self, wanted: impl Fn(&Asked) -> bool) -> Asked {
        self.wait_until(|all| all.iter().any(&wanted)).await;
        let found = self.asked().into_iter().find(|asked| wanted(asked));
        found.expect("it was there")
    }

    /// Waits for a request after the first `so_far` that fulfils a condition.
    pub(crate) async fn wait_after(&self, so_far: usize, wanted: impl Fn(&Asked) -> bool) {
        self.wait_until(|all| all[so_far..].iter().any(&wanted))
            .await;
    }

    /// Waits for a request of this kind.
    pub(crate) async fn wait(&self, what: &str) -> Asked {
        self.wait_for(|asked| asked.what == what).await
    }
}

impl Drop for StubApi {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Shared {
    fn update<T>(&self, change: impl FnOnce(&mut State_) -> T) -> T {
        let result = change(&mut self.state.lock().unwrap());
        self.changed.send_modify(|version| *version += 1);
        result
    }

    fn until<T>(&self, find: impl Fn(&State_) -> Option<T>) -> impl Future<Output = T> {
        let mut changed = self.changed.subscribe();
        async move {
            loop {
                if let Some(found) = find(&self.state.lock().unwrap()) {
                    return found;
                }
                changed.changed().await.unwrap();
            }
        }
    }
}

async fn answer(
    State(shared): State<Arc<Shared>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let what = format!("{method} {}", uri.path());
    let text = |value: &axum::http::HeaderValue| value.to_str().unwrap().to_owned();
    let asked = Asked {
        what: what.clone(),
        query: uri.query().unwrap_or_default().to_owned(),
        body: serde_json::from_slice(&body).unwrap_or_default(),
        headers: headers
            .iter()
            .map(|(name, value)| (name.to_string(), text(value)))
            .collect(),
    };
    let wait = asked.body["wait_ms"].as_u64().unwrap_or(0);
    if headers.get("x-api-key").is_none_or(|key| key != KEY) && what != "GET /version" {
        return reply(401, &problem(401, "unauthorized"));
    }
    let down = shared.update(|state| {
        state.asked.push(asked);
        state.down
    });
    if down {
        return (StatusCode::SERVICE_UNAVAILABLE, "down").into_response();
    }
    shared
        .until(|state| (!state.held.contains(&what)).then_some(()))
        .await;
    let planted = shared.update(|state| {
        let answers = state.answers.get_mut(&what)?;
        if answers.len() > 1 {
            answers.pop_front()
        } else {
            answers.front().cloned()
        }
    });
    if let Some((status, body)) = planted {
        return reply(status, &body);
    }
    match what.as_str() {
        "POST /api/bot/effects/lease" => {
            let some = shared.until(|state| (!state.effects.is_empty()).then_some(()));
            let _ = timeout(Duration::from_millis(wait), some).await;
            let effects = shared.update(|state| std::mem::take(&mut state.effects));
            reply(200, &json!({ "effects": effects }))
        }
        // No session is open.
        "GET /api/bot/attendance/displays" => {
            reply(200, &json!({"now": "2026-03-01T12:00:00Z", "displays": []}))
        }
        // Nobody is on the roster of the staff.
        "GET /api/bot/staff" => {
            let nobody = json!({"version": 0, "user_ids": [], "sync_minutes": 2});
            reply(200, &nobody)
        }
        "PUT /api/bot/presence" => reply(200, &json!({"known": 0, "changed": 0, "version": 0})),
        "PUT /api/bot/members" => reply(200, &json!({"known": 0})),
        what if what.contains(" /api/bot/") => reply(204, &Value::Null),
        _ => reply(404, &problem(404, "not_found")),
    }
}

fn reply(status: u16, body: &Value) -> Response {
    let status = StatusCode::from_u16(status).unwrap();
    match body {
        Value::Null => status.into_response(),
        body => (
            status,
            [(CONTENT_TYPE, "application/json")],
            body.to_string(),
        )
            .into_response(),
    }
}

/// A problem body.
pub(crate) fn problem(status: u16, code: &str) -> Value {
    json!({
        "type": format!("urn:paddock:problem:{code}"),
        "title": code,
        "status": status,
        "detail": format!("the stub says {code}"),
        "code": code,
    })
}

/// A pending member, as the API describes one.
pub(crate) fn member(user: &str, name: &str) -> Value {
    json!({
        "user_id": user,
        "display_name": name,
        "external_id": null,
        "discord_name": "Ada on Discord",
        "status": "pending",
        "status_reason": null,
        "in_guild": true,
        "admin": false,
        "api_access": false,
        "registered_at": "2026-03-01T12:00:00Z",
        "updated_at": "2026-03-01T12:00:00Z",
    })
}

/// The body with some values replaced.
pub(crate) fn with(mut body: Value, changes: Value) -> Value {
    for (name, value) in changes.as_object().unwrap() {
        body[name] = value.clone();
    }
    body
}
