//! Where iRacing sends people back to.

use crate::config::Reader;
use url::Url;

/// What the operator may set for connections.
#[derive(Debug, Clone, Default)]
pub(super) struct Settings {
    /// As it is registered at iRacing, byte for byte; our own address with its usual path where it is
    /// not set.
    pub(super) redirect_uri: Option<String>,
}

pub(super) fn read(reader: &mut Reader<'_>) -> Settings {
    const KEY: &str = "IRACING_REDIRECT_URI";
    let given = reader.get(KEY);
    let fits = |text: &str| {
        let url = Url::parse(text).ok();
        url.is_some_and(|url| {
            matches!(url.scheme(), "http" | "https") && url.has_host() && url.fragment().is_none()
        })
    };
    if given.is_some_and(|text| !fits(text)) {
        reader.fault(
            KEY,
            "expected the address that is registered at iRacing, \
             such as https://paddock.example.org/auth/iracing/callback",
        );
    }
    Settings {
        redirect_uri: given.map(str::to_owned),
    }
}
