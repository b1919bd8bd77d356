//! Counters for operators, in Prometheus' text format.

use axum::http::Method;
use prometheus_client::encoding::{EncodeLabelSet, text::encode};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};
use std::sync::LazyLock;
use std::time::Duration;

/// Counted for the process, as its log is one, whether or not an API runs in it.
static LOST_LOG_LINES: LazyLock<Counter> = LazyLock::new(Counter::default);

/// Counts log lines that could not be written.
pub fn count_lost_log_lines(lines: usize) {
    LOST_LOG_LINES.inc_by(u64::try_from(lines).unwrap_or(u64::MAX));
}

/// What one request was.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    method: String,
    /// The route's pattern, never the path itself: one series per operation.
    route: String,
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    method: String,
    route: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct State {
    state: String,
}

/// Everything that is counted.
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Request, Counter>,
    durations: Family<Route, Histogram, fn() -> Histogram>,
    effects: Family<State, Gauge>,
}

impl Metrics {
    pub(crate) fn new(engine: &'static str) -> Self {
        let mut registry = Registry::with_prefix("paddock");
        let requests = Family::default();
        registry.register("http_requests", "Requests answered", requests.clone());
        let histogram: fn() -> Histogram = || Histogram::new(exponential_buckets(0.001, 2.5, 10));
        let durations = Family::new_with_constructor(histogram);
        let help = "Time to the answer";
        registry.register_with_unit(
            "http_request_duration",
            help,
            Unit::Seconds,
            durations.clone(),
        );
        let effects = Family::default();
        registry.register("effects", "Effects not done yet, by state", effects.clone());
        let help = "Log lines that could not be written";
        registry.register("log_lines_lost", help, LOST_LOG_LINES.clone());
        let build = Info::new([("version", env!("CARGO_PKG_VERSION")), ("database", engine)]);
        registry.register("build", "What runs here", build);
        Self {
            registry,
            requests,
            durations,
            effects,
        }
    }

    pub(crate) fn answered(&self, method: &Method, route: &str, status: u16, took: Duration) {
        // Anything may call itself a method; a series for each would have no end.
        let known = [
            Method::GET,
            Method::HEAD,
            Method::POST,
            Method::PUT,
            Method::PATCH,
        ];
        let known = known.contains(method) || *method == Method::DELETE;
        let (method, route) = (
            if known { method.as_str() } else { "other" }.to_owned(),
            route.to_owned(),
        );
        self.durations
            .get_or_create(&Route {
                method: method.clone(),
                route: route.clone(),
            })
            .observe(took.as_secs_f64());
        self.requests
            .get_or_create(&Request {
                method,
                route,
                status,
            })
            .inc();
    }

    /// The text, with the effects counted just now.
    pub(crate) fn encode(&self, effects: &[(String, i64)]) -> String {
        for state in ["pending", "leased", "failed"] {
            let count = effects
                .iter()
                .find(|(name, _)| name == state)
                .map_or(0, |(_, n)| *n);
            self.effects
                .get_or_create(&State {
                    state: state.to_owned(),
                })
                .set(count);
        }
        let mut text = String::new();
        encode(&mut text, &self.registry).expect("a string takes everything");
        text
    }
}
