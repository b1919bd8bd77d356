//! The four ways in which the Data API delivers: directly, behind a link, in two parts, in chunks.

use crate::client::From;
use crate::model::lenient;
use crate::{AccessToken, Client, Error};
use reqwest::Url;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// No answer that is known has nearly so many; it bounds what a broken one costs.
const MOST_CHUNKS: usize = 1_000;

/// What an answer may hold in place of what was asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Envelope<'a> {
    #[serde(deserialize_with = "lenient::text")]
    link: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    data_url: Option<String>,
    #[serde(deserialize_with = "lenient::object")]
    chunk_info: Option<ChunkInfo>,
    #[serde(borrow)]
    data: Option<&'a RawValue>,
}

/// Where the rows of an answer are.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ChunkInfo {
    #[serde(deserialize_with = "lenient::whole")]
    num_chunks: Option<i64>,
    #[serde(deserialize_with = "lenient::text")]
    base_download_url: Option<String>,
    /// Read strictly: a name that is passed over is a part of the rows.
    chunk_file_names: Vec<String>,
}

/// An answer after its links.
pub(crate) struct Delivered {
    /// Said before the body, where it came in two parts.
    pub(crate) head: Option<Vec<u8>>,
    pub(crate) body: Vec<u8>,
}

impl Client {
    /// Reads an object that this crate has no type for: any method of `/data` with one answer.
    ///
    /// ```no_run
    /// # async fn example(client: paddock_iracing::Client, token: paddock_iracing::AccessToken)
    /// # -> Result<(), paddock_iracing::Error> {
    /// #[derive(serde::Deserialize)]
    /// struct EventType {
    ///     label: String,
    ///     value: i64,
    /// }
    /// let types: Vec<EventType> = client.get(&token, "constants/event_types", &[]).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn get<T: DeserializeOwned>(
        &self,
        token: &AccessToken,
        method: &str,
        parameters: &[(&str, &str)],
    ) -> Result<T, Error> {
        let delivered = self.deliver(token, method, parameters).await?;
        parse(&delivered.body)
    }

    /// Reads the rows of a method that delivers in chunks, such as `results/lap_data`.
    ///
    /// A chunk that cannot be read fails all of it: part of a list would look like all of it.
    pub async fn get_rows<T: DeserializeOwned>(
        &self,
        token: &AccessToken,
        method: &str,
        parameters: &[(&str, &str)],
    ) -> Result<Vec<T>, Error> {
        let delivered = self.deliver(token, method, parameters).await?;
        let chunks = chunks(&delivered.body)?;
        let count = chunks.chunk_file_names.len();
        if count > MOST_CHUNKS {
            return Err(Error::Garbage("it has too many chunks"));
        }
        if chunks
            .num_chunks
            .is_some_and(|said| usize::try_from(said) != Ok(count))
        {
            return Err(Error::Garbage("it does not name all of its chunks"));
        }
        let mut rows = Vec::new();
        for name in chunks.chunk_file_names {
            let base = chunks.base_download_url.as_deref().unwrap_or_default();
            let link = self.link(&format!("{base}{name}"))?;
            let chunk = self.read(From::Link, &link).await?;
            rows.extend(parse::<Vec<T>>(&chunk)?);
        }
        Ok(rows)
    }

    /// Reads an answer, wherever its links lead.
    pub(crate) async fn deliver(
        &self,
        token: &AccessToken,
        method: &str,
        parameters: &[(&str, &str)],
    ) -> Result<Delivered, Error> {
        let url = self.method_url(method, parameters)?;
        let mut body = self.read(From::Data(token), &url).await?;
        let mut head = None;
        if let Some(link) = envelope(&body)?.link {
            body = self.read(From::Link, &self.link(&link)?).await?;
        }
        let envelope = envelope(&body)?;
        if let Some(link) = envelope.data_url {
            head = envelope.data.map(|data| data.get().as_bytes().to_vec());
            body = self.read(From::Link, &self.link(&link)?).await?;
        }
        Ok(Delivered { head, body })
    }

    fn method_url(&self, method: &str, parameters: &[(&str, &str)]) -> Result<Url, Error> {
        let sound = |it: u8| it.is_ascii_alphanumeric() || b"_/".contains(&it);
        if method.is_empty() || !method.bytes().all(sound) {
            return Err(Error::Config(format!(
                "not a method of the Data API: {method}"
            )));
        }
        let mut url = self.shared.data_url.clone();
        let path = format!("{}/data/{method}", url.path().trim_end_matches('/'));
        url.set_path(&path);
        if !parameters.is_empty() {
            url.query_pairs_mut().extend_pairs(parameters);
        }
        Ok(url)
    }

    /// A signed link, which is used byte for byte or not at all: what it would be after decoding and
    /// encoding again is not what was signed.
    fn link(&self, text: &str) -> Result<Url, Error> {
        let unusable = Error::Garbage("a link in it cannot be used as it is");
        let Ok(url) = Url::parse(text) else {
            return Err(unusable);
        };
        let schemes = match self.shared.data_url.scheme() {
            "https" => &["https"][..],
            _ => &["https", "http"],
        };
        if url.as_str() == text && schemes.contains(&url.scheme()) {
            Ok(url)
        } else {
            Err(unusable)
        }
    }
}

/// What an answer holds; lists hold nothing of the kind.
fn envelope(body: &[u8]) -> Result<Envelope<'_>, Error> {
    if body.trim_ascii_start().starts_with(b"{") {
        parse(body)
    } else {
        parse::<IgnoredAny>(body).map(|_| Envelope::default())
    }
}

/// Where the rows are: said at the top, or in `data`.
fn chunks(body: &[u8]) -> Result<ChunkInfo, Error> {
    let missing = Error::Garbage("it has no chunks");
    let outer = envelope(body)?;
    if let Some(chunks) = outer.chunk_info {
        return Ok(chunks);
    }
    // `null` says that there are no rows; without the key, nothing is said about rows.
    let inner = outer.data.map(|data| data.get().as_bytes());
    for part in [Some(body), inner].into_iter().flatten() {
        let said: Said = parse(part)?;
        if said.chunk_info {
            return Ok(envelope(part)?.chunk_info.unwrap_or_default());
        }
    }
    Err(missing)
}

/// Whether chunks are mentioned at all.
#[derive(Deserialize)]
struct Said {
    #[serde(default, deserialize_with = "is_there")]
    chunk_info: bool,
}

fn is_there<'de, D: Deserializer<'de>>(value: D) -> Result<bool, D::Error> {
    IgnoredAny::deserialize(value).map(|_| true)
}

pub(crate) fn parse<'a, T: Deserialize<'a>>(body: &'a [u8]) -> Result<T, Error> {
    serde_json::from_slice(body).map_err(|error| {
        tracing::debug!(%error, "an answer of iRacing cannot be read");
        Error::Garbage(if error.is_data() {
            "it is not what was asked for"
        } else {
            "it is not JSON, or cut off"
        })
    })
}
