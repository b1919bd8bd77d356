//! How HTTP is spoken here, the same for every capability: extractors that refuse with problems,
//! request ids, the log line, metrics, idempotency fingerprints, and the OpenAPI document.

mod arrival;
mod body;
mod connections;
mod cookies;
mod cors;
mod csrf;
mod csv;
mod document;
mod download;
mod extract;
mod fingerprint;
mod heads;
mod metrics;
mod openapi;
mod refusal;
mod registry;
mod routes;
mod serve;
mod strict;
mod system;
mod trace;

pub(crate) use arrival::{Admit, Again, Standing};
pub(crate) use connections::serve as serve_connections;
pub(crate) use cookies::Cookie;
pub(crate) use cors::cors;
pub(crate) use csrf::refuse_cross_site;
pub(crate) use csv::{CSV, CsvFile};
pub(crate) use download::Download;
pub(crate) use heads::unreadable;
pub(crate) use metrics::Metrics;
pub use metrics::count_lost_log_lines;
pub(crate) use openapi::document;
pub(crate) use registry::Bounds;
pub(crate) use routes::Routes;
pub(crate) use serve::Answer;
pub(crate) use system::router;
pub(crate) use trace::{NO_SUCH_METHOD, NO_SUCH_PATH, RequestId, Written, error_of, trace};
