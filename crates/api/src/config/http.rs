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
    if url.is_none() {
        reader.fault("BASE_URL", format!("expected {EXPECTED}"));
    }
    url
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
