//! Behind which address a caller is: what proxies that are trusted say of it, and no more.

use axum::http::HeaderMap;
use ipnet::IpNet;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

/// The proxies whose word counts.
pub(super) struct Proxies(Vec<IpNet>);

impl Proxies {
    pub(super) fn new(trusted: Vec<IpNet>) -> Self {
        Self(trusted)
    }

    /// Who is behind the connection, as failed attempts are counted: the last address that is not one
    /// of our proxies, in `X-Forwarded-For` or in `Forwarded` (RFC 7239). Anything before it can be made
    /// up. Where both are there and disagree, one was written by the client and not by the proxy, and
    /// nobody knows which: then it is the proxy itself.
    pub(super) fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let list = |name| list(headers, name);
        let old = list("x-forwarded-for").map(|list| self.behind(peer, old_hops(&list)));
        let new = list("forwarded").map(|list| self.behind(peer, hops(&list)));
        let client = match (old, new) {
            (Some(old), Some(new)) if old != new => peer,
            (Some(client), _) | (None, Some(client)) => client,
            (None, None) => peer,
        };
        one_caller(client)
    }

    /// `hops` begins with the last. One that cannot be read ends the way.
    fn behind(&self, peer: IpAddr, hops: impl Iterator<Item = Option<IpAddr>>) -> IpAddr {
        let mut client = peer.to_canonical();
        for hop in hops {
            match hop {
                Some(address) if self.trusts(client) => client = address,
                _ => break,
            }
        }
        client
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|it| it.contains(&address))
    }
}

/// All lines of a header; a proxy may add one of its own, and together they are one list.
fn list(headers: &HeaderMap, name: &str) -> Option<String> {
    let lines = headers.get_all(name).iter();
    let lines: Vec<_> = lines.map(|value| value.to_str().unwrap_or("")).collect();
    (!lines.is_empty()).then(|| lines.join(","))
}

fn old_hops(list: &str) -> impl Iterator<Item = Option<IpAddr>> {
    list.rsplit(',').map(address)
}

fn hops(list: &str) -> impl Iterator<Item = Option<IpAddr>> {
    let elements = split(list, ',').into_iter().rev();
    elements.map(|element| {
        let mut pairs = split(element, ';').into_iter();
        pairs.find_map(|pair| {
            let (name, value) = pair.split_once('=')?;
            name.trim()
                .eq_ignore_ascii_case("for")
                .then(|| address(value))?
        })
    })
}

/// Splits outside of quoted strings.
fn split(list: &str, at: char) -> Vec<&str> {
    let (mut parts, mut start) = (Vec::new(), 0);
    let (mut quoted, mut escaped) = (false, false);
    for (position, character) in list.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if character == at && !quoted => {
                parts.push(&list[start..position]);
                start = position + at.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&list[start..]);
    parts
}

/// The address of a node, which may be in quotes or brackets and have a port: `"[2001:db8::1]:4711"`.
/// `None` for `unknown` and for names that hide one.
fn address(node: &str) -> Option<IpAddr> {
    let node = node.trim();
    let quoted = node.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
    let node = quoted.unwrap_or(node);
    let in_brackets = || node.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
    let with_port = || node.parse().ok().map(|it: SocketAddr| it.ip());
    let address = node.parse().ok().or_else(in_brackets).or_else(with_port);
    address.map(|it: IpAddr| it.to_canonical())
}

/// A customer is given a /64 of IPv6 at least, and may use a new address of it for each request.
fn one_caller(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            let network = u128::from(address) & !u128::from(u64::MAX);
            Ipv6Addr::from(network).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn client(peer: &str, headers: &[(&'static str, &'static str)]) -> IpAddr {
        let trusted = ["127.0.0.1/32", "10.0.0.0/8", "2001:db8:f::/48"];
        let proxies = Proxies::new(trusted.map(|it| it.parse().unwrap()).into());
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.parse().unwrap());
        }
        proxies.client(peer.parse().unwrap(), &map)
    }

    #[rstest]
    #[case::lying_client("203.0.113.7", "198.51.100.1", "203.0.113.7")]
    #[case::behind_the_proxy("127.0.0.1", "198.51.100.1", "198.51.100.1")]
    #[case::lying_behind_the_proxy("127.0.0.1", "192.0.2.9, 198.51.100.1", "198.51.100.1")]
    #[case::two_proxies("127.0.0.1", "198.51.100.1, 10.0.0.5", "198.51.100.1")]
    #[case::garbage("127.0.0.1", "unknown", "127.0.0.1")]
    #[case::nothing("127.0.0.1", "", "127.0.0.1")]
    #[case::with_a_port("127.0.0.1", "198.51.100.1:4711", "198.51.100.1")]
    #[case::ipv6_with_a_port("127.0.0.1", "[2001:db8:1:2::3]:4711", "2001:db8:1:2::")]
    #[case::ipv6("127.0.0.1", "2001:db8:1:2::3", "2001:db8:1:2::")]
    #[case::mapped_proxy("::ffff:127.0.0.1", "198.51.100.1", "198.51.100.1")]
    #[case::mapped_client("127.0.0.1", "::ffff:198.51.100.1", "198.51.100.1")]
    fn the_client_is_found_behind_our_proxies_only(
        #[case] peer: &str,
        #[case] forwarded: &'static str,
        #[case] expected: IpAddr,
    ) {
        assert_eq!(client(peer, &[("x-forwarded-for", forwarded)]), expected);
    }

    #[rstest]
    #[case::plain("for=198.51.100.1", "198.51.100.1")]
    #[case::others_beside_it("by=10.0.0.1;FOR=198.51.100.1;proto=https", "198.51.100.1")]
    #[case::quoted_with_a_port("for=\"198.51.100.1:4711\"", "198.51.100.1")]
    #[case::ipv6("for=\"[2001:db8:1:2::3]:4711\"", "2001:db8:1:2::")]
    #[case::ipv6_without_a_port("For=\"[2001:db8:1:2::3]\"", "2001:db8:1:2::")]
    #[case::lying("for=192.0.2.9, for=198.51.100.1", "198.51.100.1")]
    #[case::two_proxies("for=198.51.100.1,for=\"10.0.0.5:80\"", "198.51.100.1")]
    #[case::comma_in_quotes(
        "for=192.0.2.9;host=\"a,b\";x=\"\\\",\", for=198.51.100.1",
        "198.51.100.1"
    )]
    #[case::open_quote("for=\"192.0.2.9, for=198.51.100.1", "127.0.0.1")]
    #[case::hidden("for=_hidden", "127.0.0.1")]
    #[case::unknown("for=192.0.2.9, for=unknown", "127.0.0.1")]
    #[case::none_named("proto=https", "127.0.0.1")]
    fn forwarded_is_read_as_far_as_it_is_trusted(
        #[case] forwarded: &'static str,
        #[case] expected: IpAddr,
    ) {
        let headers = [("forwarded", forwarded)];
        assert_eq!(client("127.0.0.1", &headers), expected);
        assert_eq!(
            client("203.0.113.7", &headers),
            "203.0.113.7".parse::<IpAddr>().unwrap(),
            "of nobody but our proxies"
        );
    }

    #[test]
    fn lines_of_a_header_are_one_list() {
        let headers = [
            ("forwarded", "for=192.0.2.9"),
            ("forwarded", "for=198.51.100.1"),
        ];
        assert_eq!(client("127.0.0.1", &headers).to_string(), "198.51.100.1");
    }

    #[test]
    fn of_two_headers_that_disagree_neither_counts() {
        let (old, new) = ("x-forwarded-for", "forwarded");
        let both = [(old, "198.51.100.1"), (new, "for=198.51.100.1")];
        assert_eq!(client("127.0.0.1", &both).to_string(), "198.51.100.1");
        let lying = [(old, "198.51.100.1"), (new, "for=192.0.2.9")];
        assert_eq!(client("127.0.0.1", &lying).to_string(), "127.0.0.1");
    }

    #[test]
    fn a_network_of_ipv6_is_one_caller() {
        let one = client("2001:db8:1:2::3", &[]);
        assert_eq!(one, client("2001:db8:1:2:ffff::1", &[]));
        assert_ne!(one, client("2001:db8:1:3::3", &[]));
        assert_ne!(client("198.51.100.1", &[]), client("198.51.100.2", &[]));
    }
}
