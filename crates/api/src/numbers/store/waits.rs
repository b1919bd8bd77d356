//! The wait list.

use crate::db::{Error, Source, Transaction, insert, record, select};
use crate::numbers::model::ClassKey;
use paddock_api_types::numbers::NumberWait;
use paddock_api_types::{CarNumber, GuildId, NumberClassId, UserId};

const OF_MEMBER: &str = select!(
    NumberWait,
    "WHERE number_waits.guild_id = ? AND number_waits.user_id = ? ORDER BY number_waits.wait_id"
);
const LOOKUP: &str = select!(
    NumberWait,
    "WHERE number_waits.guild_id = ? AND number_waits.class_id = ? AND number_waits.number = ? \
     AND number_waits.user_id = ?"
);
const FIRST: &str = select!(
    NumberWait,
    "JOIN members ON members.guild_id = number_waits.guild_id \
         AND members.user_id = number_waits.user_id \
     WHERE number_waits.guild_id = ? AND number_waits.class_id = ? AND number_waits.number = ? \
     AND members.status = 'verified' AND members.in_guild = TRUE \
     ORDER BY number_waits.wait_id LIMIT 1"
);
const COUNT: &str = "SELECT COUNT(*) FROM number_waits \
     WHERE guild_id = ? AND class_id = ? AND number = ?";
const COUNT_OF_MEMBER: &str =
    "SELECT COUNT(*) FROM number_waits WHERE guild_id = ? AND user_id = ?";
const IN_RANGE: &str =
    "SELECT DISTINCT number FROM number_waits WHERE guild_id = ? AND class_id = ?";
const DELETE: &str = "DELETE FROM number_waits \
     WHERE guild_id = ? AND class_id = ? AND number = ? AND user_id = ?";
const ERASE: &str = "DELETE FROM number_waits WHERE guild_id = ? AND user_id = ?";
const DELETE_CLASS: &str = "DELETE FROM number_waits WHERE guild_id = ? AND class_id = ?";

record! { NumberWait from number_waits {
    number, class_id: "NULLIF(number_waits.class_id, 0)", class_name: "number_classes.name", user_id,
    place: "(SELECT COUNT(*) FROM number_waits AS others \
         WHERE others.guild_id = number_waits.guild_id AND others.class_id = number_waits.class_id \
         AND others.number = number_waits.number AND others.wait_id <= number_waits.wait_id) AS place",
    since,
}
    "LEFT JOIN number_classes ON number_classes.class_id = number_waits.class_id \
         AND number_classes.guild_id = number_waits.guild_id"
}

/// What a member waits for, in the order of asking.
pub(crate) async fn of_member<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<NumberWait>, Error> {
    from.query(OF_MEMBER, (guild, user)).all().await
}

pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    class: ClassKey,
    number: &CarNumber,
    user: UserId,
) -> Result<Option<NumberWait>, Error> {
    let values = (guild, class, number, user);
    from.query(LOOKUP, values).optional().await
}

/// The member who waits longest, of those who take part.
pub(crate) async fn first(
    tx: &mut Transaction,
    guild: GuildId,
    class: ClassKey,
    number: &CarNumber,
) -> Result<Option<NumberWait>, Error> {
    let values = (guild, class, number);
    tx.query(FIRST, values).optional().await
}

/// How many wait for a number.
pub(crate) async fn count<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    class: ClassKey,
    number: &CarNumber,
) -> Result<u32, Error> {
    from.query(COUNT, (guild, class, number)).scalar().await
}

/// For how many numbers a member waits.
pub(crate) async fn count_of_member(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<i64, Error> {
    tx.query(COUNT_OF_MEMBER, (guild, user)).scalar().await
}

/// The numbers of a set that somebody waits for.
pub(crate) async fn awaited(
    tx: &mut Transaction,
    guild: GuildId,
    class: ClassKey,
) -> Result<Vec<CarNumber>, Error> {
    tx.query(IN_RANGE, (guild, class)).scalars().await
}

/// Puts a member at the end of the line; `wait_id` grows, and so orders it.
pub(crate) async fn insert(
    tx: &mut Transaction,
    guild: GuildId,
    wait: &NumberWait,
    wait_id: i64,
) -> Result<(), Error> {
    let class_id = ClassKey::of(wait.class_id);
    let row = insert!(number_waits {
        guild_id: guild,
        class_id,
        number: wait.number,
        user_id: wait.user_id,
        since: wait.since,
        wait_id,
    });
    tx.create(row).await
}

/// Takes a member out of the line; whether they were in it.
pub(crate) async fn delete(
    tx: &mut Transaction,
    guild: GuildId,
    class: ClassKey,
    number: &CarNumber,
    user: UserId,
) -> Result<bool, Error> {
    let values = (guild, class, number, user);
    Ok(tx.query(DELETE, values).execute().await? > 0)
}

/// Takes a member out of every line.
pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    tx.query(ERASE, (guild, user)).done().await
}

/// With a class that is deleted.
pub(crate) async fn delete_class(
    tx: &mut Transaction,
    guild: GuildId,
    class: NumberClassId,
) -> Result<(), Error> {
    tx.query(DELETE_CLASS, (guild, class)).done().await
}
