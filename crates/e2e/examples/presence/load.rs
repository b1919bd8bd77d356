//! Updates of everybody, second by second.

use crate::figures::Times;
use crate::rows::Rows;
use crate::{PEOPLE, PROMISED, STAFF, Town, showing};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// How often updates are sent: so many of those that are due by then.
const TICK: Duration = Duration::from_millis(5);
/// How often rows are read.
const LOOK: Duration = Duration::from_millis(20);
/// Lines of the table.
const LINES: u32 = 12;
/// How much more memory a part may hold at the end than after the first line, in MiB.
const GROWTH: f64 = 16.0;
/// How many frames may wait for the bot at the end of a line: what comes in half a second.
const QUEUE: usize = PEOPLE / 2;

/// Sends updates for so many seconds. Whether what was promised holds.
pub(crate) async fn run(town: &Town, seconds: u64) -> bool {
    println!(
        "{PEOPLE} updates of presences a second for {seconds} s, of which {STAFF} are of staff; the bot \
         holds {:.1} MiB before, the API {:.1} MiB\n",
        town.memory()[0],
        town.memory()[1]
    );
    println!("| after | sent | behind | queued frames | bot, MiB | API, MiB |");
    println!("|---|---|---|---|---|---|");
    let begun = Instant::now();
    let (sent, over) = (AtomicU64::new(0), AtomicBool::new(false));
    let updates = u64::try_from(PEOPLE).unwrap_or_default() * seconds;
    let mut rows = Rows::open(&town.database).await;
    let (table, times) = std::thread::scope(|threads| {
        // On a thread of its own, which nothing else keeps from being in time.
        threads.spawn(|| send(town, begun, updates, &sent));
        let watching = watch(town, begun, seconds, &sent, &over);
        let looking = look(&mut rows, begun, &over);
        let both = async { tokio::join!(watching, looking) };
        tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(both))
    });
    println!(
        "\nfrom an event to the row of the API, {} rows: {times}",
        times.count()
    );
    let mut holds = true;
    let mut must = |is: bool, what: &str| {
        if !is {
            println!("broken: {what}");
            holds = false;
        }
    };
    must(times.at(100) <= PROMISED, "a row took longer than a second");
    must(table.queued <= QUEUE, "frames wait for the bot");
    for (part, [first, last]) in ["bot", "API"].iter().zip(table.memory) {
        must(last - first <= GROWTH, &format!("the {part} grows"));
    }
    holds
}

/// Shows each person in turn with a mark of its own, which says when that was: in microseconds.
fn send(town: &Town, begun: Instant, updates: u64, sent: &AtomicU64) {
    let each = Duration::from_secs(1) / u32::try_from(PEOPLE).unwrap_or(u32::MAX);
    let mut number = 0;
    while number < updates {
        let due = begun.elapsed().as_nanos() / each.as_nanos();
        let due = u64::try_from(due).unwrap_or(updates).min(updates);
        while number < due {
            let person = usize::try_from(number).unwrap_or_default() % PEOPLE;
            let mark = u64::try_from(begun.elapsed().as_micros()).unwrap_or_default();
            town.discord.show_of(town.people[person], showing(mark));
            number += 1;
            sent.store(number, Ordering::Relaxed);
        }
        std::thread::sleep(TICK);
    }
}

/// What the table said.
struct Table {
    /// The longest queue at the end of a line.
    queued: usize,
    /// Of the bot and of the API, after the first line and after the last.
    memory: [[f64; 2]; 2],
}

async fn watch(
    town: &Town,
    begun: Instant,
    seconds: u64,
    sent: &AtomicU64,
    over: &AtomicBool,
) -> Table {
    let each = Duration::from_secs(seconds) / LINES;
    let mut table = Table {
        queued: 0,
        memory: [[0.0; 2]; 2],
    };
    for line in 1..=LINES {
        tokio::time::sleep_until((begun + each * line).into()).await;
        let after = begun.elapsed();
        let sent = sent.load(Ordering::Relaxed);
        let due = after.as_secs_f64() * f64::from(u32::try_from(PEOPLE).unwrap_or_default());
        let behind = due - f64::from(u32::try_from(sent).unwrap_or(u32::MAX));
        let queued = town.discord.gateway().unwritten();
        let memory = town.memory();
        println!(
            "| {:.0} s | {sent} | {behind:.0} | {queued} | {:.1} | {:.1} |",
            after.as_secs_f64(),
            memory[0],
            memory[1]
        );
        table.queued = table.queued.max(queued);
        for (part, now) in table.memory.iter_mut().zip(memory) {
            if line == 1 {
                part[0] = now;
            }
            part[1] = now;
        }
    }
    // What was sent last has its row by then, or is late.
    tokio::time::sleep(PROMISED * 2).await;
    over.store(true, Ordering::Relaxed);
    table
}

/// How long it took until the row of each had their last change.
async fn look(rows: &mut Rows, begun: Instant, over: &AtomicBool) -> Times {
    let mut known: HashMap<i64, u64> = rows.marks().await;
    let mut times = Vec::new();
    while !over.load(Ordering::Relaxed) {
        tokio::time::sleep(LOOK).await;
        let marks = rows.marks().await;
        let now = begun.elapsed();
        for (user, mark) in marks {
            if known.insert(user, mark) != Some(mark) {
                times.push(now.saturating_sub(Duration::from_micros(mark)));
            }
        }
    }
    Times::new(times)
}
