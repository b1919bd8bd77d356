//! Those who watch the staff: what they cost, and how soon they see a change.

use crate::figures::Times;
use crate::{Town, WATCHERS, mark_in, showing};
use paddock_api_types::headers;
use paddock_e2e::guild_id;
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;
use tokio::sync::mpsc;

/// Changes that are watched.
const CHANGES: u64 = 20;
/// Above every mark before.
const FIRST: u64 = 1_000_000_000_000;
/// How long they watch in peace: long enough that each is looked after three times.
const PEACE: Duration = Duration::from_secs(30);
/// How many connect at the same time.
const AT_ONCE: usize = 50;
/// A change that somebody has not seen by then is lost.
const LOST: Duration = Duration::from_secs(30);

/// What a watcher saw: the mark of a change, or nothing yet but that the stream began.
type Seen = (Option<u64>, Instant);

pub(crate) async fn run(town: &Town) {
    let [_, before] = town.memory();
    let (tell, mut told) = mpsc::unbounded_channel();
    let begun = Instant::now();
    let mut highest: f64 = 0.0;
    for people in (0..WATCHERS).collect::<Vec<_>>().chunks(AT_ONCE) {
        for n in people {
            tokio::spawn(watch(town.request(*n), town.address.clone(), tell.clone()));
        }
        for _ in people {
            await_seen(&mut told, None).await;
        }
        highest = highest.max(town.memory()[1]);
    }
    let connected = begun.elapsed();
    tokio::time::sleep(PEACE).await;
    let [_, idle] = town.memory();
    println!(
        "\n{WATCHERS} subscribers of GET /api/staff/live on one process, each with the whole roster after \
         {:.1} s: the API holds {before:.1} MiB before, {highest:.1} MiB at most while they come, {idle:.1} MiB \
         after {} s ({:.0} KiB for each)",
        connected.as_secs_f64(),
        PEACE.as_secs(),
        (idle - before) * 1024.0 / f64::from(u32::try_from(WATCHERS).unwrap_or(1)),
    );
    let someone = town.staff().next().expect("there is staff");
    let (mut all, mut last) = (Vec::new(), Vec::new());
    for change in FIRST..FIRST + CHANGES {
        let shown = Instant::now();
        town.discord.show_of(someone, showing(change));
        let mut latest = Duration::ZERO;
        for _ in 0..WATCHERS {
            let at = await_seen(&mut told, Some(change)).await;
            let took = at.duration_since(shown);
            all.push(took);
            latest = latest.max(took);
        }
        last.push(latest);
    }
    let [_, after] = town.memory();
    println!(
        "{CHANGES} changes in Discord, one after another: at a subscriber {}; at all of them {}; the API \
         holds {after:.1} MiB then",
        Times::new(all),
        Times::new(last)
    );
}

/// Waits until somebody saw this.
async fn await_seen(told: &mut mpsc::UnboundedReceiver<Seen>, what: Option<u64>) -> Instant {
    let waiting = async {
        loop {
            let (seen, at) = told.recv().await.expect("we hold a sender");
            if seen == what {
                return at;
            }
        }
    };
    let seen = tokio::time::timeout(LOST, waiting).await;
    seen.expect("every subscriber sees every change")
}

impl Town {
    /// A request of the n-th person.
    fn request(&self, n: usize) -> String {
        format!(
            "GET /api/staff/live HTTP/1.1\r\nHost: {}\r\n{}: {}\r\n{}: {}\r\n{}: {}\r\n\r\n",
            self.address,
            headers::API_KEY,
            self.bot_key,
            headers::GUILD_ID,
            guild_id(),
            headers::USER_ID,
            self.people[n]
        )
    }
}

/// Reads what comes, and tells of changes, until the API ends at the end of it all. A stream that ends
/// before has a change lost.
async fn watch(request: String, address: String, tell: mpsc::UnboundedSender<Seen>) {
    let mut stream = TcpStream::connect(&address).await.expect("a connection");
    let written = stream.write_all(request.as_bytes()).await;
    written.expect("the request is taken");
    let mut lines = BufReader::new(stream).lines();
    let status = lines.next_line().await.expect("an answer");
    let is_served = status.as_ref().is_some_and(|it| it.contains(" 200 "));
    assert!(is_served, "{status:?}");
    while let Ok(Some(line)) = lines.next_line().await {
        let now = Instant::now();
        if line == "event: roster" {
            // The last of the events at the beginning.
            tell.send((None, now)).ok();
        } else if let Some(mark) = mark_in(&line).filter(|mark| *mark >= FIRST) {
            tell.send((Some(mark), now)).ok();
        }
    }
}
