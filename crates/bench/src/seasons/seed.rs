//! Histories: members with submissions, their points and everything that Paddock stores with them, written in bulk.
//! `paddock verify` then proves that the rows are consistent.

use super::community::POINTS;
use super::raw::Scene;
use crate::Runtimes;
use crate::caller::Caller;
use crate::engine::{self, COUNT_ON, Engine, Place, Synchronous};
use crate::http::GUILD;
use crate::ids;
use crate::load::Keys;
use crate::members::{self, FIRST_USER, numbers};
use crate::plan::{Plan, Target};
use crate::statements::{DIGIT, LEVELS};
use anyhow::Result;
use std::time::Instant;

/// Rows per statement.
const CHUNK: i64 = 20_000;
/// Ids from here on are lower than any that the API generates.
const FIRST_ID: i64 = 1_000_000_000_000;

/// The command `seed`.
pub(crate) fn run(plan: &Plan, runtimes: &Runtimes) -> Result<()> {
    for target in &plan.targets {
        let keys = Keys::new();
        let scene = runtimes.http.block_on(async {
            let mut caller = Caller::new(target, &keys).await?;
            caller.set_up().await
        })?;
        let started = Instant::now();
        runtimes.raw.block_on(seed(target, &scene))?;
        println!(
            "seeded {} standings and {} ledger entries in {:.1} s",
            target.standings,
            target.entries,
            started.elapsed().as_secs_f64()
        );
    }
    Ok(())
}

async fn seed(target: &Target, scene: &Scene) -> Result<()> {
    match Place::from_url(&target.database)? {
        Place::Sqlite(path) => {
            let mut connection = engine::sqlite(&path, Synchronous::Off)?;
            connection.control("PRAGMA cache_size = -200000").await?;
            fill(&mut connection, target, scene).await?;
            // Otherwise the first write of the measurement would pay for it.
            let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
            Ok(connection.control(checkpoint).await?)
        }
        Place::MariaDb(options) => {
            let mut connection = engine::mariadb(&options).await?;
            connection.control(COUNT_ON).await?;
            fill(&mut connection, target, scene).await?;
            // The server would do so by itself, some seconds later.
            let analyze = "ANALYZE TABLE members, submissions, ledger_entries, audit_entries, \
                           standings, standing_counts";
            Ok(connection.control(analyze).await?)
        }
    }
}

async fn fill<E: Engine>(engine: &mut E, target: &Target, scene: &Scene) -> Result<()> {
    let members = target.standings;
    let history = History {
        members,
        season: scene.season,
        item: scene.item,
        at: ids::now().as_millisecond(),
    };
    for (from, to) in chunks(members) {
        engine.script(members::insert(from, to, history.at)).await?;
    }
    // By round, as in practice: a member's submissions are far apart.
    for round in 0..target.entries / members {
        for (from, to) in chunks(members) {
            engine.script(history.submissions(round, from, to)).await?;
            engine.script(history.ledger(round, from, to)).await?;
            engine.script(history.audit(round, from, to)).await?;
        }
    }
    engine.script(history.standings()).await?;
    for level in 0..LEVELS {
        engine.script(history.counts(level)).await?;
    }
    engine.script(history.totals()).await?;
    Ok(())
}

/// Numbers from 1 in chunks, each given as the number before it and its last one.
fn chunks(all: i64) -> impl Iterator<Item = (i64, i64)> {
    let starts = (0..).map(|chunk| chunk * CHUNK);
    starts
        .take_while(move |start| *start < all)
        .map(move |start| (start, (start + CHUNK).min(all)))
}

/// The statements, the same for both engines.
struct History {
    members: i64,
    season: i64,
    item: i64,
    at: i64,
}

impl History {
    /// Quantities from 1 to 1000 that look random and are the same every time.
    fn submissions(&self, round: i64, from: i64, to: i64) -> String {
        let (season, item, at) = (self.season, self.item, self.at);
        let first = self.first_id(round);
        let factor = 48_271 + 16_807 * round;
        format!(
            "INSERT INTO submissions (submission_id, guild_id, season_id, user_id, item_id, \
             quantity, points_each, state, submitted_by, submitted_at, decided_at, updated_at, \
             version) {} \
             SELECT {first} + i, {GUILD}, {season}, {FIRST_USER} + i, {item}, \
             1 + (i * {factor}) % 65537 % 1000, {POINTS}, 'approved', {FIRST_USER} + i, {at}, {at}, \
             {at}, 0 FROM numbers",
            numbers(from, to)
        )
    }

    fn ledger(&self, round: i64, from: i64, to: i64) -> String {
        let first = self.first_id(round);
        format!(
            "INSERT INTO ledger_entries (entry_id, guild_id, season_id, user_id, kind, points, \
             submission_id, actor_id, created_at) \
             SELECT submission_id, guild_id, season_id, user_id, 'submission', \
             quantity * points_each, submission_id, user_id, submitted_at FROM submissions \
             WHERE submission_id > {first} + {from} AND submission_id <= {first} + {to} \
             ORDER BY submission_id"
        )
    }

    fn audit(&self, round: i64, from: i64, to: i64) -> String {
        let first = self.first_id(round);
        format!(
            "INSERT INTO audit_entries (entry_id, guild_id, at, actor_id, via, action, subject, \
             before_values, after_values, request_id) \
             SELECT submission_id, guild_id, submitted_at, user_id, 'discord', \
             'submission.created', CONCAT('submission:', submission_id), '{{}}', \
             CONCAT('{{\"item_id\":\"', item_id, '\",\"points\":', quantity * points_each, \
             ',\"quantity\":', quantity, ',\"state\":\"approved\",\"user_id\":\"', user_id, '\"}}'), \
             '0123456789abcdef' FROM submissions \
             WHERE submission_id > {first} + {from} AND submission_id <= {first} + {to} \
             ORDER BY submission_id"
        )
    }

    fn standings(&self) -> String {
        let (season, at) = (self.season, self.at);
        format!(
            "INSERT INTO standings (season_id, user_id, guild_id, points, reached_id, listed, \
             frozen, joined_at, version) \
             SELECT season_id, user_id, guild_id, SUM(points), MAX(entry_id), TRUE, FALSE, {at}, \
             COUNT(*) FROM ledger_entries WHERE season_id = {season} \
             GROUP BY season_id, user_id, guild_id"
        )
    }

    /// See `crates/api/src/seasons/model/places.rs`.
    fn counts(&self, level: i64) -> String {
        let (season, bits) = (self.season, level * DIGIT);
        format!(
            "INSERT INTO standing_counts (guild_id, season_id, level, bucket, members) \
             SELECT {GUILD}, {season}, {level}, points >> {bits}, COUNT(*) FROM standings \
             WHERE season_id = {season} GROUP BY points >> {bits}"
        )
    }

    fn totals(&self) -> String {
        let Self {
            members,
            season,
            item,
            ..
        } = self;
        format!(
            "UPDATE seasons SET participants = participants + {members} \
             WHERE season_id = {season}; \
             UPDATE items SET submitted = TRUE WHERE item_id = {item}"
        )
    }

    fn first_id(&self, round: i64) -> i64 {
        FIRST_ID + round * self.members
    }
}
