//! Web addresses.

use serde_json::Value;
use url::{Host, Url};

use crate::json::text;
use crate::rest::error::Form;

/// Where a link may lead.
pub(super) const LINK: [&str; 2] = ["http", "https"];
/// Where a button may lead.
pub(super) const BUTTON: [&str; 3] = ["http", "https", "discord"];

/// Checks an address of at most `most` characters; null and an empty text pass.
///
/// As on Discord, a host needs a dot: a link to `http://localhost` or to a machine of a private network is refused, and
/// the whole message with it.
pub(super) fn address(form: &mut Form, path: &str, value: &Value, schemes: &[&str], most: usize) {
    form.length(path, value, 0, most);
    let text = text(value);
    if text.is_empty() {
        return;
    }
    let scheme = text.split_once(':').map(|(scheme, _)| scheme);
    if let Some(scheme) = scheme.filter(|scheme| !schemes.contains(&&*scheme.to_lowercase())) {
        let known: Vec<_> = schemes.iter().map(|it| format!("'{it}'")).collect();
        let known = known.join(", ");
        let why = format!("Scheme \"{scheme}\" is not supported. Scheme must be one of ({known}).");
        return form.add(path, "URL_TYPE_INVALID_SCHEME", &why);
    }
    if !is_well_formed(text) {
        form.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
    }
}

/// The same for a picture, which may be a file of the message.
pub(super) fn picture(form: &mut Form, path: &str, value: &Value) {
    if !text(value).starts_with("attachment://") {
        address(form, path, value, &LINK, 2048);
    }
}

fn is_well_formed(text: &str) -> bool {
    let is_clean = !text.contains(|c: char| c.is_whitespace() || c.is_control());
    let Ok(url) = Url::parse(text) else {
        return false;
    };
    let has_host = match url.host() {
        Some(Host::Domain(name)) => {
            url.scheme() == "discord" || name.trim_end_matches('.').contains('.')
        }
        Some(_) => true,
        None => url.scheme() == "discord",
    };
    is_clean && text.contains("://") && has_host
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn wrong(url: &str, schemes: &[&str]) -> String {
        Form::mistakes(|form| address(form, "url", &json!(url), schemes, 100))
    }

    #[test]
    fn an_address_leads_to_a_host_with_a_dot() {
        for good in [
            "",
            "https://example.com",
            "HTTP://example.com:8080/a?b=c#d",
            "http://127.0.0.1:4000/x",
            "https://[::1]/x",
            "https://bücher.example/",
        ] {
            assert_eq!(wrong(good, &LINK), "", "{good}");
        }
        for bad in [
            "example.com",
            "/path",
            "https://",
            "http:example.com",
            "http://localhost:3000",
            "http://api/",
            "https://example.com/a b",
            " https://example.com",
        ] {
            assert!(wrong(bad, &LINK).contains("URL_TYPE_INVALID"), "{bad}");
        }
        assert!(
            wrong(&format!("https://example.com/{}", "x".repeat(100)), &LINK)
                .contains("100 or fewer")
        );
    }

    #[test]
    fn a_button_may_lead_into_discord_and_nowhere_else_out_of_the_web() {
        assert_eq!(wrong("discord://-/channels/1", &BUTTON), "");
        for bad in [
            "steam://run/1",
            "mailto:a@example.com",
            "javascript:alert(1)",
        ] {
            assert!(
                wrong(bad, &BUTTON).contains("URL_TYPE_INVALID_SCHEME"),
                "{bad}"
            );
        }
        let picture = |url: &str| Form::mistakes(|form| picture(form, "url", &json!(url)));
        assert_eq!(picture("attachment://board.png"), "");
        assert_ne!(picture("file:///etc/passwd"), "");
    }
}
