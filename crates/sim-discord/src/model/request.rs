//! What the bot asked of the REST API.

use std::collections::HashMap;

use serde_json::Value;

/// A request that reached the REST API.
#[derive(Clone, Debug)]
pub struct RecordedRequest {
    /// Sequence number, from 1.
    pub number: u64,
    /// HTTP method in upper case.
    pub method: String,
    /// Path below `/api/v10/`, without the query.
    pub path: String,
    /// Query parameters.
    pub query: HashMap<String, String>,
    /// The JSON body, `payload_json` of a multipart one, or null.
    pub body: Value,
    /// Names of the uploaded files.
    pub files: Vec<String>,
    /// Whether an `Authorization` header was present.
    pub authorized: bool,
    /// `X-Audit-Log-Reason`, decoded.
    pub audit_reason: Option<String>,
    /// When it arrived, by the simulated clock.
    pub at_ms: i64,
    /// Status of the response; none until it is sent.
    pub status: Option<u16>,
}
