//! Where signed links lead: a store of objects that speaks no OAuth.
//!
//! A link works as it was signed, byte for byte, for a time, and for whoever has it. A second way of proving oneself, such
//! as a Bearer token, is refused.

use axum::body::Bytes;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::answer::Call;
use crate::clock::millis;
use crate::world::{Object, Shared};

/// Signs a link to an object. Its end is what follows a base, as file names of chunks do.
pub(crate) struct Signed {
    /// Scheme, host, and path up to the last slash.
    pub(crate) base: String,
    /// Name and signature.
    pub(crate) name: String,
}

impl Signed {
    pub(crate) fn url(&self) -> String {
        format!("{}{}", self.base, self.name)
    }
}

/// Stores an object for as long as its link works.
pub(crate) fn store(shared: &Shared, folder: &str, body: impl Into<Bytes>) -> Signed {
    let now = shared.clock.now_ms();
    let body = body.into();
    shared.update(|world| {
        let id = world.next_id();
        let lifetime = world.options.link_lifetime;
        let signature = Sha256::digest(format!("{folder} {id} {now}"));
        let signature = URL_SAFE_NO_PAD.encode(signature);
        // An encoded slash, an encoded blank and an encoded plus: decoding and encoding again changes each of them.
        let name = format!(
            "{id}.json?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=SIM%2F20260104%2Fus-east-1%2Fs3%2Faws4_request\
             &X-Amz-Expires={}&X-Amz-SignedHeaders=host&response-content-disposition=attachment%3B%20filename%3Da%2Bb.json\
             &X-Amz-Signature={signature}",
            lifetime.as_secs()
        );
        let path = format!("/short_lived/{folder}/");
        let object = Object {
            target: format!("{path}{name}"),
            body,
            expires_ms: now + millis(lifetime),
        };
        let forgotten_ms = now - millis(lifetime);
        world.objects.retain(|_, old| old.expires_ms > forgotten_ms);
        world.objects.insert(id, object);
        Signed {
            base: format!("http://{}{path}", shared.links),
            name,
        }
    })
}

pub(crate) fn answer(shared: &Shared, call: &Call) -> Response {
    if call.headers.contains_key(header::AUTHORIZATION) {
        let why = "Only one auth mechanism allowed";
        return refuse(StatusCode::BAD_REQUEST, "InvalidArgument", why);
    }
    let now = shared.clock.now_ms();
    let name = call.path.rsplit('/').next().unwrap_or_default();
    let id = name.trim_end_matches(".json").parse::<u64>();
    let asked = format!("{}?{}", call.path, call.query);
    shared.read(|world| {
        let object = id.ok().and_then(|id| world.objects.get(&id));
        let Some(object) = object else {
            return refuse(StatusCode::NOT_FOUND, "NoSuchKey", "There is no such key");
        };
        if object.target != asked {
            let why = "The signature does not match";
            return refuse(StatusCode::FORBIDDEN, "SignatureDoesNotMatch", why);
        }
        if object.expires_ms <= now {
            return refuse(StatusCode::FORBIDDEN, "AccessDenied", "Request has expired");
        }
        let kind = [(header::CONTENT_TYPE, "application/octet-stream")];
        (kind, object.body.clone()).into_response()
    })
}

fn refuse(status: StatusCode, code: &str, why: &str) -> Response {
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code><Message>{why}</Message></Error>"
    );
    (status, [(header::CONTENT_TYPE, "application/xml")], body).into_response()
}
