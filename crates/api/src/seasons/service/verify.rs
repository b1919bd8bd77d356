//! Verification of the stored points against the ledger.

use crate::db::{Database, Error};
use crate::seasons::model::places;
use crate::seasons::store::verify as store;
use std::collections::BTreeMap;
use std::fmt;

/// Standings compared at a time.
const PAGE: i64 = 1000;

/// Something stored that should not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Its guild.
    pub guild_id: i64,
    /// Its season.
    pub season_id: i64,
    /// A sentence that describes the difference.
    pub what: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            guild_id,
            season_id,
            what,
        } = self;
        write!(formatter, "guild {guild_id}, season {season_id}: {what}")
    }
}

/// Recomputes every standing from the ledger. Returns how many standings there are, and every
/// difference. The service may keep running meanwhile.
pub async fn verify(db: &Database) -> Result<(u64, Vec<Difference>), Error> {
    let db = &db.at_length();
    let (mut standings, mut differences) = (0, Vec::new());
    let mut after = 0;
    while let Some((season_id, guild_id)) = store::next_season(db, after).await? {
        let season = (guild_id, season_id);
        after = season_id;
        let mut found = Vec::new();
        standings += sums(db, season, &mut found).await?;
        submissions(db, season, &mut found).await?;
        counts(db, season, &mut found).await?;
        differences.extend(found.into_iter().map(|what| Difference {
            guild_id,
            season_id,
            what,
        }));
    }
    Ok((standings, differences))
}

async fn sums(db: &Database, season: (i64, i64), found: &mut Vec<String>) -> Result<u64, Error> {
    let (mut standings, mut after) = (0, 0);
    loop {
        let page = store::standings(db, season, after, PAGE).await?;
        let Some((last, ..)) = page.last() else { break };
        after = *last;
        standings += page.len() as u64;
        for (user, points, entries) in page {
            if points != entries {
                found.push(format!(
                    "member {user} stands at {points} points, the ledger says {entries}"
                ));
            }
        }
    }
    for user in store::orphans(db, season).await? {
        found.push(format!("member {user} has ledger entries and no standing"));
    }
    if let Some((counted, there)) = store::participants(db, season).await?
        && counted != there
    {
        found.push(format!("{counted} members counted, {there} joined"));
    }
    Ok(standings)
}

async fn submissions(
    db: &Database,
    season: (i64, i64),
    found: &mut Vec<String>,
) -> Result<(), Error> {
    for (submission, worth, entries) in store::submissions(db, season).await? {
        found.push(format!(
            "submission {submission} counts for {worth} points, the ledger says {entries}"
        ));
    }
    Ok(())
}

async fn counts(db: &Database, season: (i64, i64), found: &mut Vec<String>) -> Result<(), Error> {
    for (points, surplus) in store::counts(db, season).await? {
        found.push(format!(
            "the count of members with {points} points is {surplus:+} off"
        ));
    }
    // The upper levels are sums of the lowest.
    let mut surplus: BTreeMap<(u8, i64), i64> = BTreeMap::new();
    for (level, bucket, members) in store::levels(db, season).await? {
        let Ok(level) = u8::try_from(level) else {
            found.push(format!("there is no level {level} of counts"));
            continue;
        };
        if level == 0 {
            for upper in 1..places::LEVELS {
                let bucket = places::bucket(bucket, upper);
                *surplus.entry((upper, bucket)).or_default() -= members;
            }
        } else {
            *surplus.entry((level, bucket)).or_default() += members;
        }
    }
    for ((level, bucket), surplus) in surplus {
        if surplus != 0 {
            found.push(format!(
                "the count of members in bucket {bucket} of level {level} is {surplus:+} off"
            ));
        }
    }
    Ok(())
}
