//! Files that members send with a command, or that lie on a message of ours.

use crate::config::Config;
use std::sync::LazyLock;
use std::time::Duration;
use twilight_model::channel::Attachment;

/// The largest file that is read, in bytes: as much as the API takes of anything.
const LARGEST: usize = 8 << 20;
/// How long reading one may take.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Reads files from where Discord keeps them.
#[derive(Debug)]
pub(crate) struct Files {
    /// Made for the first of them: it reads and keeps the certificate authorities of the system.
    http: LazyLock<Option<reqwest::Client>>,
    proxy: Option<String>,
}

/// Why a file cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// It is larger than the API takes.
    TooLarge,
    /// It is not a text.
    NotText,
    /// Discord does not give it, or no longer.
    Unavailable,
}

fn connect() -> Option<reqwest::Client> {
    reqwest::Client::builder()
        .user_agent(concat!("paddock-bot/", env!("CARGO_PKG_VERSION")))
        .timeout(TIMEOUT)
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .inspect_err(|error| tracing::error!(%error, "files of members cannot be read"))
        .ok()
}

impl Files {
    pub(crate) fn new(config: &Config) -> Self {
        Self {
            http: LazyLock::new(connect),
            proxy: config.rest_proxy.clone(),
        }
    }

    /// The text of a file. Its address comes from Discord and is used as it is, but for a stand-in,
    /// which serves the same path.
    pub(crate) async fn text(&self, file: &Attachment) -> Result<String, Unreadable> {
        if usize::try_from(file.size).is_ok_and(|size| size > LARGEST) {
            return Err(Unreadable::TooLarge);
        }
        let bytes = self.bytes(&file.url).await?;
        // Spreadsheets put a mark of the encoding in front.
        let text = String::from_utf8(bytes).map_err(|_| Unreadable::NotText)?;
        Ok(text.trim_start_matches('\u{feff}').to_owned())
    }

    async fn bytes(&self, address: &str) -> Result<Vec<u8>, Unreadable> {
        let failed = |error: reqwest::Error| {
            // The address holds a signature.
            tracing::warn!(error = %error.without_url(), "a file of a member cannot be read");
            Unreadable::Unavailable
        };
        let http = self.http.as_ref().ok_or(Unreadable::Unavailable)?;
        let response = http.get(self.address(address)).send().await;
        let response = response.and_then(reqwest::Response::error_for_status);
        let mut response = response.map_err(failed)?;
        let mut bytes = vec![];
        while let Some(chunk) = response.chunk().await.map_err(failed)? {
            if bytes.len() + chunk.len() > LARGEST {
                return Err(Unreadable::TooLarge);
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes)
    }

    fn address(&self, address: &str) -> String {
        let path = address
            .split_once("://")
            .and_then(|(_, rest)| rest.split_once('/'));
        match (&self.proxy, path) {
            (Some(proxy), Some((_, path))) => format!("http://{proxy}/{path}"),
            _ => address.to_owned(),
        }
    }
}
