//! The first page of a table in memory, for the many who look at it at the same moment.
//!
//! A page is read again after every operation that wrote anything of the guild in this process, so that
//! whoever changed something sees it; what another process wrote is seen within a second.

use crate::operation::Operation;
use crate::seasons::model::ranks::Ladder;
use crate::seasons::model::{Season, SeasonError};
use jiff::{SignedDuration, Timestamp};
use moka::sync::Cache;
use paddock_api_types::points::LeaderboardRow;
use paddock_api_types::{GuildId, Page, SeasonId};
use std::sync::Arc;

/// Pages at most.
const PAGES: u64 = 256;
/// How old what another process wrote may be.
const FRESH: SignedDuration = SignedDuration::from_secs(1);

/// First pages, by season and length.
pub(crate) struct FirstPages(Cache<(GuildId, SeasonId, u32), Arc<Kept>>);

/// Rows of a season's table, and what the caller's own is worked out with.
pub(super) struct Top {
    pub(super) season: Season,
    pub(super) ladder: Ladder,
    pub(super) page: Page<LeaderboardRow>,
}

struct Kept {
    top: Arc<Top>,
    read_at: Timestamp,
    /// How often the guild had been written to before the page was read.
    writes: u64,
}

impl Default for FirstPages {
    fn default() -> Self {
        // Names that were erased in another process do not stay in this one.
        let pages = Cache::builder().time_to_live(FRESH.unsigned_abs());
        Self(pages.max_capacity(PAGES).build())
    }
}

/// The first page of a table, which is read unless it was just read.
pub(super) async fn first_page<R>(
    op: &Operation,
    season: SeasonId,
    rows: u32,
    read: impl FnOnce() -> R,
) -> Result<Arc<Top>, SeasonError>
where
    R: Future<Output = Result<Top, SeasonError>>,
{
    let FirstPages(pages) = op.ctx.extensions.get();
    let key = (op.guild(), season, rows);
    let writes = op.ctx.writes.of(op.guild());
    let is_fresh = |kept: &Arc<Kept>| {
        let age = op.at.duration_since(kept.read_at);
        kept.writes == writes && age < FRESH && age > -FRESH
    };
    if let Some(kept) = pages.get(&key).filter(is_fresh) {
        return Ok(kept.top.clone());
    }
    let top = Arc::new(read().await?);
    let kept = Kept {
        top: top.clone(),
        read_at: op.at,
        writes,
    };
    pages.insert(key, Arc::new(kept));
    Ok(top)
}
