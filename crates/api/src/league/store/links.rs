//! Who linked which iRacing account.

use crate::db::{Database, Error, Source, Sql, Transaction, changed, record, save, select};
use paddock_api_types::league::IracingLink;
use paddock_api_types::{GuildId, UserId};

const LOOKUP: &str = select!(Stored, "WHERE guild_id = ? AND user_id = ?");
const BY_ACCOUNT: &str = select!(Stored, "WHERE guild_id = ? AND cust_id = ?");
const LIST: &str = select!(IracingLink, "WHERE guild_id = ? ORDER BY user_id");
const DELETE: &str = "DELETE FROM iracing_links WHERE guild_id = ? AND user_id = ? AND version = ?";

// Relative, and first: of two changes at the same time both count.
const COUNT_CHANGE: Sql = Sql {
    mariadb: "INSERT INTO league_link_changes (guild_id, version) VALUES (?, 1) \
         ON DUPLICATE KEY UPDATE version = version + 1, fresh = TRUE",
    sqlite: "INSERT INTO league_link_changes (guild_id, version) VALUES (?, 1) \
         ON CONFLICT (guild_id) DO UPDATE SET version = version + 1, fresh = TRUE",
};
// Over all guilds, for the job.
const FRESH: &str = "SELECT guild_id, version FROM league_link_changes \
     WHERE fresh = TRUE ORDER BY guild_id LIMIT 100";
const FOLLOWED: &str = "UPDATE league_link_changes SET fresh = FALSE \
     WHERE guild_id = ? AND version = ?";
const CHANGES: &str = "SELECT version FROM league_link_changes WHERE guild_id = ?";

/// A link as stored.
pub(crate) struct Stored {
    pub(crate) link: IracingLink,
    /// Grows with every change, so that none is overwritten unseen.
    version: i64,
}

record! { IracingLink from iracing_links {
    user_id, iracing_id: cust_id, proven, consent, linked_at,
} }
record! { Stored from iracing_links { link: (IracingLink), version } }

/// The link of a member.
pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
) -> Result<Option<Stored>, Error> {
    from.query(LOOKUP, (guild, user)).optional().await
}

/// Every link of a guild.
pub(crate) async fn list<'s>(
    from: impl Source<'s>,
    guild: GuildId,
) -> Result<Vec<IracingLink>, Error> {
    from.query(LIST, (guild,)).all().await
}

/// The link to an account.
pub(crate) async fn by_account<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    cust_id: i64,
) -> Result<Option<Stored>, Error> {
    from.query(BY_ACCOUNT, (guild, cust_id)).optional().await
}

/// How many changes there were in a guild.
pub(crate) async fn changes<'s>(from: impl Source<'s>, guild: GuildId) -> Result<i64, Error> {
    let changes = from.query(CHANGES, (guild,)).optional_scalar().await?;
    Ok(changes.unwrap_or_default())
}

/// Guilds with changes that nobody followed yet, each with how many there were; some at a time.
pub(crate) async fn fresh(db: &Database) -> Result<Vec<(GuildId, i64)>, Error> {
    db.query(FRESH, ()).all().await
}

/// Notes that this many changes were followed, and that there is no other.
pub(crate) async fn followed(db: &Database, guild: GuildId, changes: i64) -> Result<(), Error> {
    db.write(FOLLOWED, (guild, changes)).done().await
}

async fn count_change(tx: &mut Transaction, guild: GuildId) -> Result<(), Error> {
    tx.query(COUNT_CHANGE, (guild,)).done().await
}

/// Keeps a link in the place of what was read before. Fails with `Conflict` if another transaction
/// changed that since, or linked the account.
pub(crate) async fn save(
    tx: &mut Transaction,
    guild: GuildId,
    before: Option<&Stored>,
    link: &IracingLink,
) -> Result<(), Error> {
    count_change(tx, guild).await?;
    save!(
        tx,
        before.map(|before| before.version),
        iracing_links {
            cust_id: link.iracing_id,
            proven: link.proven,
            consent: link.consent,
            linked_at: link.linked_at,
        },
        key {
            guild_id: guild,
            user_id: link.user_id
        }
    )
}

/// Removes a link; fails with `Conflict` if another transaction changed it since it was read.
pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    stored: &Stored,
) -> Result<(), Error> {
    count_change(tx, guild).await?;
    let values = (guild, stored.link.user_id, stored.version);
    changed(tx.query(DELETE, values).execute().await?)
}
