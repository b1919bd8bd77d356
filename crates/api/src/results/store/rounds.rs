//! Which subsession is which round.

use crate::db::{Error, Source, Transaction, changed, insert, record, select, update, upsert};
use crate::results::model::audited::Round;
use crate::results::model::rounds::Part;
use paddock_api_types::GuildId;

const OF_RESULT: &str = select!(Placed, "WHERE guild_id = ? AND subsession_id = ?");
const OF_SEASON: &str = select!(
    Part,
    "WHERE result_rounds.guild_id = ? AND result_rounds.league_season_id = ? \
     ORDER BY result_rounds.number, results.raced_at, result_rounds.subsession_id"
);
const SEASON: &str =
    "SELECT version FROM result_seasons WHERE guild_id = ? AND league_season_id = ?";
const CLAIM: &str = "UPDATE result_seasons SET version = version + 1 \
     WHERE guild_id = ? AND league_season_id = ? AND version = ?";
const DELETE: &str = "DELETE FROM result_rounds WHERE guild_id = ? AND subsession_id = ?";

/// The round of a subsession.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Placed {
    pub(crate) subsession_id: i64,
    pub(crate) league_season_id: i64,
    pub(crate) number: i64,
    /// Somebody said so; otherwise it follows from the day.
    pub(crate) chosen: bool,
}

impl Placed {
    /// As the audit log has it.
    pub(crate) fn audited(self) -> Round {
        Round {
            subsession_id: self.subsession_id,
            league_season_id: Some(self.league_season_id),
            number: Some(self.number),
        }
    }
}

record! { Placed from result_rounds { subsession_id, league_season_id, number, chosen } }
record! { Part from result_rounds {
    subsession_id, raced_at: "results.raced_at", number, chosen, is_final: "results.final",
    is_void: "results.void",
}
    "INNER JOIN results ON results.guild_id = result_rounds.guild_id \
         AND results.subsession_id = result_rounds.subsession_id"
}

/// The round of a subsession.
pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    subsession_id: i64,
) -> Result<Option<Placed>, Error> {
    from.query(OF_RESULT, (guild, subsession_id))
        .optional()
        .await
}

/// Every subsession of a league's season that belongs to a round, by round and time.
pub(crate) async fn of_season<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    league_season_id: i64,
) -> Result<Vec<Part>, Error> {
    let values = (guild, league_season_id);
    from.query(OF_SEASON, values).all().await
}

/// Has whoever else changes the rounds of this season at the moment begin again.
pub(crate) async fn claim(
    tx: &mut Transaction,
    guild: GuildId,
    league_season_id: i64,
) -> Result<(), Error> {
    let known = tx.query(SEASON, (guild, league_season_id));
    let version: Option<i64> = known.optional_scalar().await?;
    let Some(version) = version else {
        let row = insert!(result_seasons {
            guild_id: guild,
            league_season_id,
            version: 0_i64,
        });
        return tx.create(row).await;
    };
    let values = (guild, league_season_id, version);
    changed(tx.query(CLAIM, values).execute().await?)
}

/// Keeps the round of a subsession.
pub(crate) async fn put(tx: &mut Transaction, guild: GuildId, it: Placed) -> Result<(), Error> {
    let row = upsert!(
        result_rounds {
            league_season_id: it.league_season_id,
            number: it.number,
            chosen: it.chosen,
        },
        key {
            guild_id: guild,
            subsession_id: it.subsession_id
        }
    );
    tx.put(row).await
}

/// Gives a subsession another number.
pub(crate) async fn renumber(
    tx: &mut Transaction,
    guild: GuildId,
    subsession_id: i64,
    number: i64,
) -> Result<(), Error> {
    let row = update!(
        result_rounds { number },
        key {
            guild_id: guild,
            subsession_id
        }
    );
    tx.put(row).await
}

/// Takes a subsession out of its round.
pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    subsession_id: i64,
) -> Result<(), Error> {
    tx.query(DELETE, (guild, subsession_id)).done().await
}
