//! What iRacing gave of a result, as it came: packed for keeping, and searched for somebody.

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use std::io::{self, Read as _, Write as _};

/// Bytes of a file in one part. Each is packed by itself, so that no row is large on either engine, and
/// a download unpacks one at a time.
const PART: usize = 256 << 10;

/// A file that is packed, in parts that follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Packed {
    pub(crate) parts: Vec<Vec<u8>>,
}

impl Packed {
    pub(crate) fn new(file: &[u8]) -> Self {
        let parts = file.chunks(PART).map(|part| {
            let mut packed = GzEncoder::new(Vec::new(), Compression::default());
            let written = packed.write_all(part).and_then(|()| packed.finish());
            written.expect("a Vec takes it")
        });
        Self {
            parts: parts.collect(),
        }
    }
}

/// Unpacks a part.
pub(crate) fn unpack(part: &[u8]) -> io::Result<Vec<u8>> {
    let mut unpacked = Vec::with_capacity(PART);
    GzDecoder::new(part).read_to_end(&mut unpacked)?;
    Ok(unpacked)
}

/// Whether parts, taken together, say anything of somebody: their customer id as a number of its own, or
/// one of their names.
pub(crate) fn mentions(parts: &[Vec<u8>], cust_id: i64, names: &[String]) -> io::Result<bool> {
    let mut file = Vec::new();
    for part in parts {
        file.extend(unpack(part)?);
    }
    let file = String::from_utf8_lossy(&file);
    let id = cust_id.to_string();
    let alone = file.match_indices(&id).any(|(at, _)| {
        let before = file[..at].chars().next_back();
        let after = file[at + id.len()..].chars().next();
        let digit = |it: Option<char>| it.is_some_and(|it| it.is_ascii_digit());
        !digit(before) && !digit(after)
    });
    Ok(alone || names.iter().any(|name| file.contains(name.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_comes_back_as_it_was_and_is_smaller_meanwhile() {
        let row = "{\"cust_id\": 812345, \"display_name\": \"Mara Łukasz\"},\n";
        let file = row.repeat(20_000);
        let packed = Packed::new(file.as_bytes());
        assert!(packed.parts.len() > 1);
        let size: usize = packed.parts.iter().map(Vec::len).sum();
        assert!(size * 10 < file.len(), "{size}");
        let parts = packed.parts.iter().map(|part| unpack(part).unwrap());
        assert_eq!(parts.collect::<Vec<_>>().concat(), file.into_bytes());
        assert!(unpack(b"something else").is_err());
    }

    #[test]
    fn somebody_is_found_by_number_and_name_also_across_parts() {
        let mut file = "x".repeat(PART - 3);
        file.push_str("812345, \"host_id\": 81234, Mara Ł.");
        let parts = Packed::new(file.as_bytes()).parts;
        let found = |id, name: &str| mentions(&parts, id, &[name.to_owned()]).unwrap();
        assert!(found(812_345, "Nobody") && found(81_234, "Nobody"));
        assert!(found(7, "Mara Ł."));
        assert!(!found(1_234, "Nobody") && !found(12_345, "Mara K."));
    }
}
