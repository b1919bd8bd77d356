//! Our two cookies. Behind HTTPS their names begin with `__Host-`, so that no other host of the domain
//! can set them.

use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};
use std::time::Duration;

/// A cookie of ours.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Cookie {
    /// The token of a browser's session.
    Session,
    /// Binds a sign-in to the browser that began it.
    SignIn,
}

impl Cookie {
    fn name(self, https: bool) -> &'static str {
        match (self, https) {
            (Self::Session, true) => "__Host-paddock_session",
            (Self::Session, false) => "paddock_session",
            (Self::SignIn, true) => "__Host-paddock_sign_in",
            (Self::SignIn, false) => "paddock_sign_in",
        }
    }

    /// Its value. One that is there twice counts as absent: another path or host has set one of them.
    pub(crate) fn read(self, headers: &HeaderMap, https: bool) -> Option<&str> {
        let name = self.name(https);
        let lines = headers.get_all(COOKIE).iter();
        let pairs = lines
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(';'));
        let mut values = pairs.filter_map(|pair| {
            let (key, value) = pair.trim().split_once('=')?;
            (key == name).then_some(value)
        });
        let value = values.next()?;
        values.next().is_none().then_some(value)
    }

    /// Has the browser send it for this long, not to scripts, and to no other site but with a link.
    pub(crate) fn set(self, value: &str, lasts: Duration, https: bool) -> HeaderValue {
        let name = self.name(https);
        let secure = if https { "; Secure" } else { "" };
        let text = format!(
            "{name}={value}; Max-Age={}; Path=/; HttpOnly; SameSite=Lax{secure}",
            lasts.as_secs()
        );
        HeaderValue::from_str(&text).expect("our values are letters and digits")
    }

    /// Has the browser forget it.
    pub(crate) fn clear(self, https: bool) -> HeaderValue {
        self.set("", Duration::ZERO, https)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::alone("paddock_session=abc", Some("abc"))]
    #[case::among_others("a=b; paddock_session=abc;c=d", Some("abc"))]
    #[case::none("a=b", None)]
    #[case::another_name("xpaddock_session=abc", None)]
    #[case::twice("paddock_session=abc; paddock_session=def", None)]
    #[case::no_pair("paddock_session", None)]
    fn reading(#[case] header: &'static str, #[case] expected: Option<&str>) {
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, HeaderValue::from_static(header));
        assert_eq!(Cookie::Session.read(&headers, false), expected);
        assert_eq!(Cookie::Session.read(&headers, true), None, "another name");
    }

    #[test]
    fn attributes() {
        let set = |https| Cookie::Session.set("abc", Duration::from_mins(1), https);
        assert_eq!(
            set(false),
            "paddock_session=abc; Max-Age=60; Path=/; HttpOnly; SameSite=Lax"
        );
        assert_eq!(
            set(true),
            "__Host-paddock_session=abc; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure"
        );
    }
}
