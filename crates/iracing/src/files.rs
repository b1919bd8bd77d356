//! Files that people save: `league/roster` and `league/get` as JSON, and exported results, as JSON or
//! as CSV.
//!
//! They hold what the Data API answers, bare or inside `{"type": …, "data": …}`, so they are read
//! into the same types. The largest export that we know has 3.1 MB; 16 MiB is a fitting limit for
//! an upload, and parsing takes little more memory than the file, whatever is in it.
//!
//! ```
//! use paddock_iracing::files::{FileError, parse_roster};
//!
//! let wrapped = br#"{"data": {"league_id": 7100, "roster": [{"cust_id": 812345}]}}"#;
//! assert_eq!(parse_roster(wrapped)?.league_id, Some(7100));
//!
//! let half = br#"{"link": "https://bucket.example/object", "expires": "2026-01-04T20:15:00Z"}"#;
//! assert!(matches!(parse_roster(half), Err(FileError::OnlyALink)));
//! # Ok::<(), FileError>(())
//! ```

mod results_csv;

pub use results_csv::{ResultsCsv, UnreadableLine, parse_results_csv};

use crate::model::lenient;
use crate::{League, Roster, RosterMember, Subsession};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// No JSON, or cut off.
    #[error("the file is not JSON, or it is cut off (line {line}, column {column})")]
    NotJson {
        /// Line, counted from 1.
        line: usize,
        /// Byte within the line, counted from 1.
        column: usize,
    },
    /// JSON of something else.
    #[error("the file holds no {wanted}")]
    Other {
        /// What was looked for.
        wanted: &'static str,
    },
    /// The first of the two answers of the Data API, which only says where the second is.
    #[error("the file holds only a link to the answer; open the link and save what it shows")]
    OnlyALink,
}

/// Reads a roster: `league/roster` or `league/get`, with or without the `data` around it, or only
/// the list.
///
/// # Errors
///
/// A league whose roster is hidden is [`FileError::Other`], and not an empty one.
pub fn parse_roster(file: &[u8]) -> Result<Roster, FileError> {
    let file = &*utf_8(file);
    if file.trim_ascii_start().starts_with(b"[") {
        let List(members) = parse(file, "roster")?;
        let roster = Roster::from_members(members);
        // Other lists, such as `league/membership`, have entries without a customer id.
        let is_roster = !roster.members.is_empty();
        return is_roster
            .then_some(roster)
            .ok_or(FileError::Other { wanted: "roster" });
    }
    parse(find(file, "roster")?, "roster")
}

/// Reads a league: `league/get`, with or without the `data` around it.
pub fn parse_league(file: &[u8]) -> Result<League, FileError> {
    let file = &*utf_8(file);
    parse(find(file, "league")?, "league")
}

/// Reads results: the export of a result's page, or `results/get`.
///
/// The name of a file says nothing; it is about [`Subsession::subsession_id`]. Which rows could not be
/// read, [`Subsession::unreadable`] tells.
pub fn parse_results(file: &[u8]) -> Result<Subsession, FileError> {
    let file = &*utf_8(file);
    parse(find(file, "results")?, "results")
}

#[derive(Deserialize)]
struct List(#[serde(deserialize_with = "lenient::list")] Vec<RosterMember>);

/// What tells the kinds of answers apart.
#[derive(Deserialize)]
struct Shape<'a> {
    #[serde(default, borrow)]
    data: Option<&'a RawValue>,
    roster: Option<IgnoredAny>,
    league_name: Option<IgnoredAny>,
    session_results: Option<IgnoredAny>,
    #[serde(default, deserialize_with = "lenient::text")]
    link: Option<String>,
    #[serde(default, deserialize_with = "lenient::text")]
    data_url: Option<String>,
}

impl Shape<'_> {
    fn holds(&self, wanted: &str) -> bool {
        match wanted {
            "roster" => self.roster.is_some(),
            "league" => self.league_name.is_some(),
            _ => self.session_results.is_some(),
        }
    }
}

/// The part of a file that holds what is wanted: all of it, or its `data`.
fn find<'a>(file: &'a [u8], wanted: &'static str) -> Result<&'a [u8], FileError> {
    let shape: Shape<'a> = parse(file, wanted)?;
    if shape.holds(wanted) {
        return Ok(file);
    }
    if let Some(data) = shape.data.map(|data| data.get().as_bytes())
        && serde_json::from_slice::<Shape<'_>>(data).is_ok_and(|shape| shape.holds(wanted))
    {
        return Ok(data);
    }
    if shape.link.is_some() || shape.data_url.is_some() {
        return Err(FileError::OnlyALink);
    }
    Err(FileError::Other { wanted })
}

fn parse<'a, T: Deserialize<'a>>(file: &'a [u8], wanted: &'static str) -> Result<T, FileError> {
    serde_json::from_slice(file).map_err(|error| {
        if error.is_data() {
            FileError::Other { wanted }
        } else {
            FileError::NotJson {
                line: error.line(),
                column: error.column(),
            }
        }
    })
}

/// A file as JSON has it: without the mark that some editors put before it, and not in the UTF-16 in
/// which the shell of Windows saves what a command prints.
fn utf_8(file: &[u8]) -> Cow<'_, [u8]> {
    let units: fn([u8; 2]) -> u16 = match file {
        [0xef, 0xbb, 0xbf, rest @ ..] => return rest.into(),
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        _ => return file.into(),
    };
    let pairs = file[2..].chunks_exact(2);
    let text = char::decode_utf16(pairs.map(|pair| units([pair[0], pair[1]])));
    let text = text.map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER));
    text.collect::<String>().into_bytes().into()
}
