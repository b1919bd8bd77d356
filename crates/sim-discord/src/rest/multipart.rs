//! `multipart/form-data`, as far as API clients use it: `payload_json` and `files[n]`.

use std::sync::Arc;

use serde_json::Value;

/// A file of the body.
#[derive(Clone, Debug)]
pub(crate) struct Upload {
    /// The `n` of `files[n]`, which `attachments` in the JSON refers to.
    pub(crate) index: u64,
    pub(crate) filename: String,
    pub(crate) content_type: String,
    pub(crate) content: Arc<[u8]>,
}

/// The boundary that a content type names, if it is multipart.
pub(crate) fn boundary(content_type: &str) -> Option<&str> {
    let rest = content_type.strip_prefix("multipart/form-data")?;
    let value = rest
        .split(';')
        .find_map(|part| part.trim().strip_prefix("boundary="))?;
    Some(value.trim_matches('"'))
}

/// Splits a body; `None` when it is no well-formed multipart body.
pub(crate) fn parse(boundary: &str, body: &[u8]) -> Option<(Value, Vec<Upload>)> {
    let delimiter = format!("--{boundary}");
    let mut rest = &body[find(body, delimiter.as_bytes())? + delimiter.len()..];
    let (mut json, mut files) = (Value::Null, Vec::new());
    // Each further delimiter stands on a line of its own; the last one ends in two dashes.
    let next = format!("\r\n{delimiter}");
    while !rest.starts_with(b"--") {
        rest = rest.strip_prefix(b"\r\n")?;
        let end = find(rest, next.as_bytes())?;
        let part = &rest[..end];
        rest = &rest[end + next.len()..];
        let head_end = find(part, b"\r\n\r\n")?;
        let head = std::str::from_utf8(&part[..head_end]).ok()?;
        let content = &part[head_end + 4..];
        let name = parameter(head, "name")?;
        if name == "payload_json" {
            json = serde_json::from_slice(content).ok()?;
        } else if let Some(index) = name
            .strip_prefix("files[")
            .and_then(|n| n.strip_suffix(']'))
        {
            let content_type = header(head, "content-type").unwrap_or("application/octet-stream");
            files.push(Upload {
                index: index.parse().ok()?,
                filename: parameter(head, "filename")?,
                content_type: content_type.to_owned(),
                content: content.into(),
            });
        }
    }
    Some((json, files))
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let lines = head.split("\r\n").filter_map(|line| line.split_once(':'));
    let mut found = lines.filter(|(key, _)| key.trim().eq_ignore_ascii_case(name));
    found.next().map(|(_, value)| value.trim())
}

/// A quoted parameter of `Content-Disposition`.
fn parameter(head: &str, name: &str) -> Option<String> {
    let disposition = header(head, "content-disposition")?;
    let mut parts = disposition
        .split(';')
        .map(str::trim)
        .filter_map(|part| part.split_once('='));
    let (_, value) = parts.find(|(key, _)| key.trim().eq_ignore_ascii_case(name))?;
    Some(value.trim_matches('"').to_owned())
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack
        .windows(needle.len())
        .position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_with_json_and_a_file_is_read() {
        let body = "--XX\r\nContent-Disposition: form-data; name=\"files[3]\"; filename=\"a.csv\"\r\n\
             Content-Type: text/csv\r\n\r\none,two\r\nthree\r\n--XX\r\n\
             Content-Disposition: form-data; name=\"payload_json\"\r\n\r\n{\"content\":\"hi\"}\r\n--XX--\r\n";
        let (json, files) = parse("XX", body.as_bytes()).unwrap();
        assert_eq!(json["content"], "hi");
        assert_eq!((files[0].index, files[0].filename.as_str()), (3, "a.csv"));
        assert_eq!(files[0].content_type, "text/csv");
        assert_eq!(&*files[0].content, b"one,two\r\nthree");
    }

    #[test]
    fn a_cut_body_is_refused() {
        assert!(
            parse(
                "XX",
                b"--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb"
            )
            .is_none()
        );
        assert!(parse("XX", b"").is_none());
    }

    #[test]
    fn the_boundary_is_found() {
        assert_eq!(
            boundary("multipart/form-data; boundary=\"a b\""),
            Some("a b")
        );
        assert_eq!(boundary("multipart/form-data; boundary=ab"), Some("ab"));
        assert_eq!(boundary("application/json"), None);
    }
}
