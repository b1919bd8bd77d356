//! All members check in once within seconds, while the code changes.
//!
//! People do not wait for each other, so each check-in is scheduled independently, and its latency counts from the
//! scheduled time. In the end the exported file must contain every member.

use super::session::{CHECK_IN, username};
use crate::Runtimes;
use crate::caller::Caller;
use crate::engine::Place;
use crate::http::Request;
use crate::ids;
use crate::load::{self, Keys, LINES, Scheduled};
use crate::members::{self, FIRST_USER};
use crate::plan::{Plan, Target};
use crate::table::{Table, milliseconds, rate};
use anyhow::{Context as _, Result, ensure};
use jiff::{SignedDuration, Timestamp};
use paddock_api_types::attendance::AttendanceCode;
use serde_json::json;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

const MEMBERS: u32 = 10_000;
const SPACING: Duration = Duration::from_micros(1500);
/// The code changes half way through.
const INTERVAL: u32 = 15;
const GRACE: u32 = 2;
const BEFORE_CHANGE: SignedDuration = SignedDuration::from_millis(7500);
/// Time between reading a code and sending it.
const TYPING: SignedDuration = SignedDuration::from_secs(1);
/// Time to build the requests and to open the connections.
const PREPARATION: SignedDuration = SignedDuration::from_secs(2);
/// Target for the 99th percentile, in milliseconds.
const AIM: u32 = 250;

/// The command `rush`.
pub(crate) fn run(plan: &Plan, runtimes: &Runtimes) -> Result<()> {
    let target = plan.targets.first().context("nothing to measure")?;
    let place = Place::from_url(&target.database)?;
    let version = runtimes.raw.block_on(place.version())?;
    runtimes
        .raw
        .block_on(members::add(&place, i64::from(MEMBERS)))?;
    let (rush, filed) = runtimes.http.block_on(rush(target))?;

    let seconds = (SPACING * MEMBERS).as_secs();
    println!(
        "{version}: {} members check in once each within {seconds} s over {LINES} connections; the code \
         changes after {:.1} s\n",
        rate(f64::from(MEMBERS)),
        BEFORE_CHANGE.as_secs_f64()
    );
    let mut table = Table::new(&[
        "",
        "per second",
        "p50 ms",
        "p99 ms",
        "max ms",
        "not 200",
        "in the file",
        "lost",
    ]);
    table.row([
        "check-ins, Paddock".to_owned(),
        rate(rush.answers.rate()),
        milliseconds(rush.answers.percentile(50)),
        milliseconds(rush.answers.percentile(99)),
        milliseconds(rush.answers.percentile(100)),
        rush.refusals.len().to_string(),
        rate(f64::from(filed.rows)),
        filed.lost.to_string(),
    ]);
    table.print();
    println!("times from the moment when a check-in was due; p99 aimed at below {AIM} ms");
    if let Some(refusal) = rush.refusals.first() {
        anyhow::bail!("not everybody was checked in: {refusal}");
    }
    ensure!(
        filed.lost == 0 && filed.rows == MEMBERS,
        "the file does not contain exactly the members who checked in"
    );
    Ok(())
}

/// The content of the exported file.
struct Filed {
    rows: u32,
    /// Members who are missing in it.
    lost: usize,
}

async fn rush(target: &Target) -> Result<(Scheduled, Filed)> {
    let keys = Keys::new();
    let mut caller = Caller::new(target, &keys).await?;
    let session = caller.open_session(INTERVAL, GRACE).await?;
    let codes = caller.codes(session).await?.codes;
    let now = ids::now();
    let change = codes.iter().map(|code| code.ends_at);
    let begin = change
        .map(|change| change - BEFORE_CHANGE)
        .find(|begin| *begin - PREPARATION > now)
        .context("no code that changes soon")?;
    let started = Instant::now() + Duration::try_from(begin.duration_since(now))?;
    let requests: Result<Vec<_>> = (0..MEMBERS)
        .map(|number| request(target, &keys, &codes, number, begin + SPACING * number))
        .collect();
    let rush = load::send_scheduled(target.port, requests?, started, SPACING).await?;
    let path = format!("/api/attendance/export.csv?session_id={session}");
    let file = caller.download(&path).await?;
    Ok((rush, filed(&file)?))
}

/// The check-in that the bot sends for a code that was typed at this time.
fn request(
    target: &Target,
    keys: &Keys,
    codes: &[AttendanceCode],
    number: u32,
    at: Timestamp,
) -> Result<Request> {
    let seen = codes.iter().find(|code| at - TYPING < code.ends_at);
    let user = FIRST_USER + 1 + i64::from(number);
    let body = json!({
        "code": seen.context("codes end too early")?.code,
        "created_at": at,
        "username": username(user),
    });
    let mut request = Request::new(target, user, "POST", CHECK_IN, Some(&body));
    request.set_key(keys.next());
    Ok(request)
}

/// Compares the file with the list of members.
fn filed(file: &str) -> Result<Filed> {
    // Before the first column is what tells a spreadsheet how the file is encoded.
    let mut rows = file.trim_start_matches('\u{feff}').lines();
    let header = rows.next().unwrap_or_default();
    ensure!(
        header.starts_with("user_id,"),
        "a file that begins with `{header}`"
    );
    let users: Result<Vec<i64>> = rows
        .map(|row| {
            let user = row.split(',').next().and_then(|user| user.parse().ok());
            user.with_context(|| format!("a row without a user: {row}"))
        })
        .collect();
    let users = users?;
    let rows = u32::try_from(users.len())?;
    let users: BTreeSet<_> = users.into_iter().collect();
    let lost = (1..=i64::from(MEMBERS)).filter(|member| !users.contains(&(FIRST_USER + member)));
    let lost = lost.count();
    Ok(Filed { rows, lost })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_who_are_missing_in_the_file_are_reported() {
        // One appears twice, so that the number of rows alone proves nothing.
        let rows = (2..=i64::from(MEMBERS)).chain([2]);
        let rows = rows.map(|member| format!("{},member\r\n", FIRST_USER + member));
        let file = format!("\u{feff}user_id,username\r\n{}", rows.collect::<String>());
        let filed = filed(&file).unwrap();
        assert_eq!((filed.rows, filed.lost), (10_000, 1));
    }
}
