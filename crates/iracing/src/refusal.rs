//! What the token endpoint means when it refuses.

use crate::login::BETWEEN_LOGINS;
use crate::transport::{Received, shortened};
use crate::{Error, Refusal, Weather, weather};
use oauth2::url::form_urlencoded;
use std::time::Duration;

/// What is asked of the token endpoint, as far as refusals differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grant {
    Password,
    Other,
}

impl Grant {
    /// How long to wait where the server does not say.
    pub(crate) fn pause(self) -> Duration {
        match self {
            Self::Password => BETWEEN_LOGINS,
            Self::Other => Duration::from_secs(5),
        }
    }
}

/// What is wrong with an answer of the token endpoint, if anything.
pub(crate) fn fault(received: &Received, grant: Grant, sent: &[u8]) -> Option<Error> {
    let status = received.status.as_u16();
    if received.status.is_success() {
        return received.fault();
    }
    let complaint = received.complaint();
    let code = complaint.error.unwrap_or_default();
    let after = weather::retry_after(&received.headers);
    let after_or_usual = after.unwrap_or_else(|| grant.pause());
    let refused = || {
        let description = complaint.error_description.as_deref().map(shortened);
        let request_id = received.headers.get("x-request-id");
        let request_id = request_id.and_then(|it| it.to_str().ok()).map(shortened);
        Error::LoginRefused(Refusal {
            code: shortened(&code),
            description: description.filter(|text| !repeats_a_secret(text, sent)),
            request_id,
        })
    };
    Some(match (&*code, status) {
        ("invalid_grant", _) if grant == Grant::Other => Error::SignInAgain,
        // Over its limit the endpoint says what it also says to an unknown client, and a time.
        ("unauthorized_client", _) if after.is_some() => Error::RetryLater {
            after: after_or_usual,
            why: Weather::RateLimited,
        },
        (_, 429) => Error::RetryLater {
            after: after_or_usual,
            why: Weather::RateLimited,
        },
        ("temporarily_unavailable", _) | (_, 503) => Error::Maintenance {
            after: after.unwrap_or_default(),
            note: complaint.note.as_deref().map(shortened),
        },
        ("server_error", _) | (_, 500..) => Error::RetryLater {
            after: after_or_usual,
            why: Weather::ServerFailed { status },
        },
        // No word of the server's own: something before it is in the way.
        ("", _) if received.is_page() => Error::RetryLater {
            after: after_or_usual,
            why: Weather::ServerFailed { status },
        },
        ("", 300..=399) => Error::Garbage("it is a redirect"),
        _ => refused(),
    })
}

/// Whether a text holds one of the values that were sent.
fn repeats_a_secret(text: &str, sent: &[u8]) -> bool {
    let public = ["grant_type", "client_id", "scope", "redirect_uri"];
    form_urlencoded::parse(sent)
        .filter(|(name, value)| !public.contains(&&**name) && !value.is_empty())
        .any(|(_, value)| text.contains(&*value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use reqwest::StatusCode;
    use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

    fn received(status: u16, body: &str, headers: &[(&'static str, &'static str)]) -> Received {
        let headers = headers.iter().map(|(name, value)| {
            let value = HeaderValue::from_static(value);
            (HeaderName::from_static(name), value)
        });
        Received {
            status: StatusCode::from_u16(status).unwrap(),
            headers: headers.collect::<HeaderMap>(),
            body: body.as_bytes().to_vec(),
        }
    }

    fn error(code: &str) -> String {
        format!(r#"{{"error": "{code}", "error_description": "words"}}"#)
    }

    fn refused(code: &str) -> Error {
        Error::LoginRefused(Refusal {
            code: code.to_owned(),
            description: Some("words".to_owned()),
            request_id: None,
        })
    }

    fn limited(after: u64) -> Error {
        Error::RetryLater {
            after: Duration::from_secs(after),
            why: Weather::RateLimited,
        }
    }

    #[test]
    fn only_a_grant_that_is_over_ends_a_sign_in() {
        let codes = [
            "access_denied",
            "invalid_client",
            "invalid_request",
            "invalid_scope",
            "unauthorized_client",
            "unsupported_grant_type",
        ];
        for code in codes {
            let fault = fault(&received(400, &error(code), &[]), Grant::Other, b"");
            assert_eq!(fault, Some(refused(code)));
        }
        let over = received(400, &error("invalid_grant"), &[]);
        assert_eq!(fault(&over, Grant::Other, b""), Some(Error::SignInAgain));
        // Nobody but an operator can give another password.
        let wrong = fault(&over, Grant::Password, b"");
        assert_eq!(wrong, Some(refused("invalid_grant")));
    }

    #[test]
    fn too_many_sign_ins_look_like_an_unknown_client_with_a_time() {
        let body = error("unauthorized_client");
        let answer = received(400, &body, &[("retry-after", "280")]);
        assert_eq!(fault(&answer, Grant::Password, b""), Some(limited(280)));
        let plain = received(429, "Rate limit exceeded", &[]);
        assert_eq!(fault(&plain, Grant::Password, b""), Some(limited(300)));
        assert_eq!(fault(&plain, Grant::Other, b""), Some(limited(5)));
    }

    #[test]
    fn weather_refuses_nobody() {
        let answers = [
            received(500, &error("server_error"), &[]),
            received(502, "<html>", &[]),
            received(503, &error("temporarily_unavailable"), &[]),
            received(503, "<html>", &[]),
            received(403, "<html>blocked</html>", &[]),
            received(200, "<html>", &[]),
        ];
        for answer in answers {
            let fault = fault(&answer, Grant::Other, b"").unwrap();
            assert!(fault.retry_after().is_some(), "{} {fault:?}", answer.status);
        }
    }

    #[test]
    fn what_repeats_a_secret_is_not_shown() {
        let sent = b"grant_type=password_limited&client_id=grid&password=a%2Bb%2F7f%3D";
        for (words, shown) in [
            ("no password a+b/7f= here", None),
            ("client grid is\\nunknown", Some("client grid isunknown")),
        ] {
            let body = format!(r#"{{"error": "access_denied", "error_description": "{words}"}}"#);
            let Some(Error::LoginRefused(refusal)) = fault(
                &received(401, &body, &[("x-request-id", "7f")]),
                Grant::Password,
                sent,
            ) else {
                panic!("not a refusal: {body}");
            };
            assert_eq!(refusal.description.as_deref(), shown);
            assert_eq!(refusal.request_id.as_deref(), Some("7f"));
        }
    }
}
