//! The proof of a submission: a web address that somebody typed.

use crate::replies::format::{escape, is_readable};
use std::fmt::Write as _;
use twilight_util::builder::embed::ImageSource;

/// What Discord shows as a picture.
const PICTURES: [&str; 5] = ["gif", "jpeg", "jpg", "png", "webp"];
/// Longest address of a picture that Discord takes.
const MAX_ADDRESS: usize = 2048;

/// A link that shows where it leads, and that no character of the address breaks.
pub(super) fn link(url: &str) -> String {
    match host(url) {
        Some(host) => format!("[{}]({})", escape(host), harmless(url)),
        None => escape(url),
    }
}

/// The address as a picture, where its path ends like one.
pub(super) fn picture(url: &str) -> Option<ImageSource> {
    // Discord refuses the whole message for an address that it cannot read.
    host(url).filter(|host| is_readable(host))?;
    let path = url.split(['?', '#']).next()?;
    let file = path.rsplit('/').next()?;
    let (_, ending) = file.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    let address = harmless(url);
    let is_picture = PICTURES.contains(&ending.as_str()) && address.chars().count() <= MAX_ADDRESS;
    is_picture.then(|| ImageSource::url(address).ok()).flatten()
}

/// Where it leads, without a user name that pretends to be that.
fn host(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://")?;
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let (_, host) = authority.rsplit_once('@').unwrap_or(("", authority));
    (!host.is_empty()).then_some(host)
}

/// Percent-encodes what would end the link, or is no part of an address.
fn harmless(url: &str) -> String {
    let mut text = String::with_capacity(url.len());
    for character in url.chars() {
        let is_special = matches!(
            character,
            '(' | ')' | '<' | '>' | '[' | ']' | '\\' | '"' | '`' | '{' | '}' | '|' | '^'
        );
        if is_special || character.is_whitespace() || character.is_control() {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                let _ = write!(text, "%{byte:02X}");
            }
        } else {
            text.push(character);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::format::MAX_LABEL;

    #[test]
    fn a_link_shows_where_it_leads() {
        for (url, shown) in [
            (
                "https://example.com/a_b?c=d#e",
                "[example.com](https://example.com/a_b?c=d#e)",
            ),
            (
                "https://discord.com@evil.example/x",
                "[evil.example](https://discord.com@evil.example/x)",
            ),
            (
                "https://a.example/x) **bold** [y](z",
                "[a.example](https://a.example/x%29%20**bold**%20%5By%5D%28z)",
            ),
            ("nonsense *here*", r"nonsense \*here\*"),
        ] {
            assert_eq!(link(url), shown);
        }
    }

    #[test]
    fn pictures_are_known_by_their_ending() {
        let label = "x".repeat(MAX_LABEL);
        let longest = "x".repeat(MAX_ADDRESS - "https://a.example/.png".len());
        for url in [
            &format!("https://{label}.example/a.png"),
            &format!("https://a.example/{longest}.png"),
            "https://example.com/a.png",
            "https://example.com:8443/a/b.JPEG?size=2#x",
            "https://cdn.discordapp.com/attachments/1/2/lap.webp?ex=1&is=2&hm=3&",
        ] {
            assert!(picture(url).is_some(), "{url}");
        }
        for url in [
            &format!("https://{label}x.example/a.png"),
            &format!("https://a.example/{longest}x.png"),
            // Three characters each, once they do no harm.
            &format!("https://a.example/{}.png", "(".repeat(700)),
            "https://example..com/a.png",
            "https://.example.com/a.png",
            "https://example.com./a.png",
            "https://example.com:/a.png",
            "https://example.com:80:80/a.png",
            "https://example.com/a.pdf",
            "https://example.com/png",
            "https://example.com/?file=a.png",
            "https://localhost/a.png",
            "https://bad host.example/a.png",
            "https://example.com",
            "http://example.com/a.png",
            "a.png",
        ] {
            assert!(picture(url).is_none(), "{url}");
        }
    }
}
