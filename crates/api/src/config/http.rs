//! How requests come in.

use super::{Environment, Reader};
use ipnet::IpNet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;
use url::Url;

/// Half of the files that a process may open where nobody changed that, so that enough are left for the
/// database, the bot and the log.
const DEFAULT_CONNECTIONS: usize = 512;
/// Seconds. A head is sent in one go; a slow mobile connection needs some of them.
const DEFAULT_HEADER_TIMEOUT: u64 = 10;

/// How requests come in.
#[derive(Debug, Clone)]
pub struct HttpConfig {
    /// Address to listen on; defaults to the loopback address.
    pub listen: SocketAddr,
    /// The public address.
    pub base_url: Url,
    /// Requests per minute and member; 0 switches the limit off.
    pub rate_limit_per_minute: u32,
    /// Whose `X-Forwarded-For` and `Forwarded` are believed.
    pub trusted_proxies: Vec<IpNet>,
    /// Whose pages may call from a browser, as browsers write it in `Origin`.
    pub cors_origins: Vec<String>,
    /// Connections that may be open at the same time.
    pub max_connections: usize,
    /// Time that a client has to send the head of a request.
    pub header_timeout: Duration,
}

impl HttpConfig {
    pub(super) fn read(reader: &mut Reader<'_>, environment: Environment) -> Option<Self> {
        let listen = reader.parse(
            "PADDOCK_LISTEN",
            "an address and port, such as `127.0.0.1:8000`",
        );
        let listen = listen.unwrap_or(SocketAddr::from(([127, 0, 0, 1], 8000)));
        let base_url = base_url(reader, environment, listen);
        let limit = reader.parse("RATE_LIMIT_PER_MINUTE", "a whole number; 0 for no limit");
        let trusted_proxies = trusted_proxies(reader);
        let cors_origins = cors_origins(reader);
        let max_connections = reader.within(
            "PADDOCK_MAX_CONNECTIONS",
            DEFAULT_CONNECTIONS,
            16..=100_000,
            "a number of connections from 16 to 100000",
        );
        let header_timeout = reader.within(
            "PADDOCK_HEADER_TIMEOUT",
            DEFAULT_HEADER_TIMEOUT,
            1..=300,
            "a number of seconds from 1 to 300",
        );
        Some(Self {
            listen,
            base_url: base_url?,
            rate_limit_per_minute: limit.unwrap_or(300),
            trusted_proxies: trusted_proxies?,
            cors_origins: cors_origins?,
            max_connections: max_connections?,
            header_timeout: Duration::from_secs(header_timeout?),
        })
    }
}

fn base_url(reader: &mut Reader<'_>, environment: Environment, listen: SocketAddr) -> Option<Url> {
    const EXPECTED: &str = "the public address, such as `https://paddock.example.org`";
    let text = match (reader.get("BASE_URL"), environment) {
        (Some(text), _) => text.to_owned(),
        (None, Environment::Development) => format!("http://{listen}"),
        (None, Environment::Production) => reader.require("BASE_URL", EXPECTED)?.to_owned(),
    };
    let url = Url::parse(&text)
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    let Some(url) = url else {
        reader.fault("BASE_URL", format!("expected {EXPECTED}"));
        return None;
    };
    if environment == Environment::Production && is_reserved(&url) {
        let expected = "still the example; expected the address at which people reach this \
                        installation, with your own domain";
        reader.fault("BASE_URL", expected);
    }
    Some(url)
}

/// Whether it is of a domain that only stands in examples (RFC 2606, section 3, and RFC 6761).
fn is_reserved(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_end_matches('.');
    let of = |domain: &str| {
        let rest = host.strip_suffix(domain);
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    ["example.org", "example.com", "example.net", "example"]
        .into_iter()
        .any(of)
}

fn trusted_proxies(reader: &mut Reader<'_>) -> Option<Vec<IpNet>> {
    let Some(list) = reader.get("TRUSTED_PROXIES") else {
        return Some(vec![
            IpAddr::V4(Ipv4Addr::LOCALHOST).into(),
            IpAddr::V6(Ipv6Addr::LOCALHOST).into(),
        ]);
    };
    let parse = |text: &str| {
        text.parse()
            .or_else(|_| text.parse().map(|ip: IpAddr| ip.into()))
            .ok()
    };
    let networks: Option<Vec<IpNet>> = list.split(',').map(|text| parse(text.trim())).collect();
    if networks.is_none() {
        reader.fault(
            "TRUSTED_PROXIES",
            "expected addresses or networks, such as `10.0.0.0/8, ::1`",
        );
    }
    networks
}

/// Origins are compared with what a browser sends, letter by letter, so each is written as one would.
fn cors_origins(reader: &mut Reader<'_>) -> Option<Vec<String>> {
    let Some(list) = reader.get("CORS_ALLOWED_ORIGINS") else {
        return Some(Vec::new());
    };
    let origins: Option<Vec<_>> = list.split(',').map(|text| origin(text.trim())).collect();
    if origins.is_none() {
        reader.fault(
            "CORS_ALLOWED_ORIGINS",
            "expected origins without a path, such as `https://league.example.org`; not `*`",
        );
    }
    origins
}

fn origin(text: &str) -> Option<String> {
    let url = Url::parse(text).ok()?;
    let web = matches!(url.scheme(), "http" | "https");
    let nothing_else = url.path() == "/"
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    (web && nothing_else).then(|| url.origin().ascii_serialization())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::plain("https://league.example.org", Some("https://league.example.org"))]
    #[case::as_people_write_it(
        "HTTPS://League.Example.org:443/",
        Some("https://league.example.org")
    )]
    #[case::with_a_port("http://localhost:5173", Some("http://localhost:5173"))]
    #[case::everybody("*", None)]
    #[case::no_origin("null", None)]
    #[case::path("https://league.example.org/results", None)]
    #[case::no_scheme("league.example.org", None)]
    #[case::a_file("file:///srv/index.html", None)]
    fn origins(#[case] given: &str, #[case] expected: Option<&str>) {
        assert_eq!(origin(given).as_deref(), expected);
    }

    #[rstest]
    #[case::of_the_files("https://paddock.example.org", true)]
    #[case::alone("https://EXAMPLE.com./", true)]
    #[case::top_level("https://paddock.example", true)]
    #[case::alike("https://myexample.org", false)]
    #[case::below("https://example.org.racing.club", false)]
    #[case::here("https://localhost", false)]
    #[case::address("http://192.0.2.1:8000", false)]
    fn only_production_refuses_the_domains_of_examples(#[case] url: &str, #[case] refused: bool) {
        let variables = [("BASE_URL".to_owned(), url.to_owned())].into();
        let faults = |environment| {
            let mut reader = Reader::new(&variables);
            let listen = SocketAddr::from(([127, 0, 0, 1], 8000));
            let url = base_url(&mut reader, environment, listen);
            reader.finish(url).is_err()
        };
        assert!(!faults(Environment::Development));
        assert_eq!(faults(Environment::Production), refused);
    }
}
