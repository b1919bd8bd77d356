//! Claims.

use crate::db::{
    Database, Encode, Error, FIFTY_KEYS, Reading, Selected, Source, Transaction, changed, fifties,
    record, save, select, sql,
};
use crate::numbers::model::{Claim, ClassKey, sort_key, sort_keys};
use crate::page::PageRequest;
use jiff::Timestamp;
use paddock_api_types::{CarNumber, GuildId, NumberClassId, UserId};

const LOOKUP: &str = select!(
    Claim,
    "WHERE number_claims.guild_id = ? AND number_claims.class_id = ? AND number_claims.number = ?"
);
const IN_EVERY_CLASS: &str = select!(
    Claim,
    "WHERE number_claims.guild_id = ? AND number_claims.sort_key = ? \
     ORDER BY number_claims.sort_key, number_claims.class_id"
);
const LIST: &str = select!(
    Claim,
    "WHERE number_claims.guild_id = ? AND number_claims.sort_key >= ? \
     AND (number_claims.sort_key > ? OR number_claims.class_id > ?) \
     ORDER BY number_claims.sort_key, number_claims.class_id LIMIT ?"
);
const LIST_CLASS: &str = select!(
    Claim,
    "WHERE number_claims.guild_id = ? AND number_claims.class_id = ? AND number_claims.sort_key > ? \
     ORDER BY number_claims.sort_key LIMIT ?"
);
const BETWEEN: &str = select!(
    Claim,
    "WHERE number_claims.guild_id = ? AND number_claims.sort_key >= ? AND number_claims.sort_key <= ? \
     ORDER BY number_claims.sort_key, number_claims.class_id"
);
const WITH_NUMBERS: &str = sql!(
    "SELECT ",
    <Claim as Selected>::COLUMNS,
    " FROM ",
    <Claim as Selected>::FROM,
    " WHERE number_claims.guild_id = ? AND number_claims.sort_key IN (",
    FIFTY_KEYS,
    ") ORDER BY number_claims.sort_key, number_claims.class_id"
);
// A bit for each value, sixty in a row: a guild of thousands of claims would send a row for each
// otherwise. What remains of a key within its ten is the number of digits, below 5, so that both engines
// come to the same bit, of which one cuts off and the other rounds.
const BITS: &str = "SELECT sort_key - sort_key % 600, sort_key % 10, \
     CAST(SUM(1 << (sort_key % 600 / 10)) AS SIGNED) FROM number_claims \
     WHERE guild_id = ? AND class_id = ? AND sort_key >= ? AND sort_key <= ? \
     GROUP BY sort_key - sort_key % 600, sort_key % 10";
const OF_MEMBER: &str = select!(
    Claim,
    "WHERE number_claims.guild_id = ? AND number_claims.user_id = ? \
     ORDER BY +number_claims.sort_key, number_claims.class_id"
);
const ANY_IN_CLASS: &str = "SELECT COUNT(*) FROM (SELECT 1 AS one FROM number_claims \
     WHERE guild_id = ? AND class_id = ? LIMIT 1) AS some";
const TOUCH: &str = "UPDATE number_claims SET version = version + 1 \
     WHERE guild_id = ? AND class_id = ? AND number = ? AND version = ?";
const DELETE: &str = "DELETE FROM number_claims \
     WHERE guild_id = ? AND class_id = ? AND number = ? AND version = ?";
const DUE: &str = "SELECT guild_id, class_id, number FROM number_claims \
     WHERE release_at <= ? ORDER BY release_at, guild_id, class_id, number LIMIT 100";

record! { Claim from number_claims {
    class: class_id, class_name: "number_classes.name", number, user_id,
    display_name: "members.display_name", claimed_at, release_at, version,
}
    "JOIN members ON members.guild_id = number_claims.guild_id \
         AND members.user_id = number_claims.user_id \
     LEFT JOIN number_classes ON number_classes.class_id = number_claims.class_id \
         AND number_classes.guild_id = number_claims.guild_id"
}

pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    class: ClassKey,
    number: &CarNumber,
) -> Result<Option<Claim>, Error> {
    from.query(LOOKUP, (guild, class, number)).optional().await
}

/// The claims of a number in every class.
pub(crate) async fn in_every_class<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    number: &CarNumber,
) -> Result<Vec<Claim>, Error> {
    let values = (guild, sort_key(number));
    from.query(IN_EVERY_CLASS, values).all().await
}

/// By number, and then by class.
pub(crate) async fn list<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    class: Option<NumberClassId>,
    page: PageRequest<2>,
) -> Result<Vec<Claim>, Error> {
    let [key, after] = page.after.unwrap_or([-1, -1]);
    let query = if let Some(class) = class {
        from.query(LIST_CLASS, (guild, class, key, page.rows()))
    } else {
        from.query(LIST, (guild, key, key, after, page.rows()))
    };
    query.all().await
}

/// Those with values between bounds, in every class.
pub(crate) async fn between<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    first: u16,
    last: u16,
) -> Result<Vec<Claim>, Error> {
    let (first, last) = sort_keys(first, last);
    from.query(BETWEEN, (guild, first, last)).all().await
}

/// Those with these numbers, in every class, lowest number first.
pub(crate) async fn with_numbers(
    from: &mut Reading<'_>,
    guild: GuildId,
    numbers: impl Iterator<Item = &CarNumber>,
) -> Result<Vec<Claim>, Error> {
    let keys: Vec<_> = numbers.map(sort_key).collect();
    let mut claims = Vec::new();
    for keys in fifties(&keys) {
        let mut values = vec![guild.encode()];
        values.extend(keys);
        let rows = from.query(WITH_NUMBERS, values).all::<Claim>().await?;
        claims.extend(rows);
    }
    claims.sort_by(|one, other| (&one.number, one.class).cmp(&(&other.number, other.class)));
    Ok(claims)
}

/// Values between bounds whose number without leading zeros is claimed in a class.
pub(crate) async fn plain_values<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    class: ClassKey,
    first: u16,
    last: u16,
) -> Result<Vec<u16>, Error> {
    let (first, last) = sort_keys(first, last);
    let values = (guild, class, first, last);
    let rows: Vec<(i64, i64, i64)> = from.query(BITS, values).all().await?;
    let bits = rows.into_iter().flat_map(|(key, digits, bits)| {
        let set = (0..60).filter(move |bit| bits >> bit & 1 == 1);
        set.map(move |bit| (key / 10 + bit, digits))
    });
    let plain = bits.filter_map(|(value, digits)| {
        let value = u16::try_from(value).ok()?;
        let is_plain = i64::try_from(CarNumber::plain(value).digits()) == Ok(digits);
        is_plain.then_some(value)
    });
    Ok(plain.collect())
}

/// Lowest number first.
pub(crate) async fn of_member<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<Claim>, Error> {
    from.query(OF_MEMBER, (guild, user)).all().await
}

/// Whether anybody holds a number of a class.
pub(crate) async fn any_in(
    tx: &mut Transaction,
    guild: GuildId,
    class: NumberClassId,
) -> Result<bool, Error> {
    let count: i64 = tx.query(ANY_IN_CLASS, (guild, class)).scalar().await?;
    Ok(count > 0)
}

/// A new claim. Fails with `Conflict` if another transaction took the number: run again, the
/// transaction reads who holds it.
pub(crate) async fn insert(
    tx: &mut Transaction,
    guild: GuildId,
    claim: &Claim,
) -> Result<(), Error> {
    write(tx, guild, claim, None).await
}

/// Writes the holder of a claim that was read in the same transaction; fails with `Conflict` if
/// another one changed it.
pub(crate) async fn update(
    tx: &mut Transaction,
    guild: GuildId,
    claim: &Claim,
) -> Result<(), Error> {
    write(tx, guild, claim, Some(claim.version)).await
}

async fn write(
    tx: &mut Transaction,
    guild: GuildId,
    claim: &Claim,
    version: Option<i64>,
) -> Result<(), Error> {
    save!(
        tx,
        version,
        number_claims {
            user_id: claim.user_id,
            claimed_at: claim.claimed_at,
            release_at: claim.release_at,
        },
        key {
            guild_id: guild,
            class_id: claim.class,
            number: claim.number
        },
        once {
            sort_key: sort_key(&claim.number)
        }
    )
}

/// Claims a claim for a decision that rests on its being as it was read.
pub(crate) async fn touch(
    tx: &mut Transaction,
    guild: GuildId,
    claim: &Claim,
) -> Result<(), Error> {
    let values = (guild, claim.class, &claim.number, claim.version);
    changed(tx.query(TOUCH, values).execute().await?)
}

/// Deletes a claim that was read in the same transaction; fails with `Conflict` if another one
/// changed it.
pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    claim: &Claim,
) -> Result<(), Error> {
    let values = (guild, claim.class, &claim.number, claim.version);
    changed(tx.query(DELETE, values).execute().await?)
}

/// Claims of every guild whose holders left long enough ago.
pub(crate) async fn due(
    db: &Database,
    at: Timestamp,
) -> Result<Vec<(GuildId, ClassKey, CarNumber)>, Error> {
    db.query(DUE, (at,)).all().await
}
