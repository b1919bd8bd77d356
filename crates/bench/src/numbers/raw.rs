//! One claim, statement by statement, in a guild without classes.

use super::sets::{NUMBERS, number, sort_key};
use crate::direct::{Read, Recorded, Turns, Write, standing};
use crate::engine::{Engine, Value};
use crate::http::GUILD;
use crate::ids::{Ids, now};
use crate::load::Keys;
use crate::members::FIRST_USER;
use crate::statements as sql;
use Value::{Nothing, Number, Text};
use std::sync::Arc;

/// Has members and numbers meet in an order that looks random; without a common divisor with the count of numbers.
const STEP: usize = 7919;

/// One claim.
#[derive(Debug, Clone, Copy)]
pub(super) struct Claim {
    user: i64,
    /// Which of the numbers.
    number: i64,
    /// Once all numbers are claimed, more claims are of another set.
    class: i64,
    /// Number of its idempotency key.
    key: i64,
}

/// Claims of one member after the other.
pub(super) struct Claims {
    pub(super) keys: Arc<Keys>,
    pub(super) ids: Ids,
    pub(super) turns: Turns,
    /// The answer to a claim, stored for a repetition.
    pub(super) answer: String,
}

/// Which number the member in this place claims.
pub(super) fn claimed_by(place: usize) -> i64 {
    let count = usize::try_from(NUMBERS).unwrap_or(1);
    i64::try_from(place * STEP % count).unwrap_or_default()
}

impl Read for Claims {
    type Item = Claim;

    fn draw(&self) -> Claim {
        let count = usize::try_from(NUMBERS).unwrap_or(1);
        let turn = self.turns.next(usize::MAX);
        let (place, set) = (turn % count, turn / count);
        Claim {
            user: FIRST_USER + 1 + i64::try_from(place).unwrap_or_default(),
            number: claimed_by(place),
            class: i64::try_from(set).unwrap_or_default(),
            key: self.keys.next(),
        }
    }

    async fn read<E: Engine>(&self, engine: &mut E, it: Claim) -> sqlx::Result<()> {
        standing(engine, it.user).await
    }
}

impl Write for Claims {
    const ALONE: bool = false;

    async fn write<E: Engine>(&self, engine: &mut E, it: Claim) -> sqlx::Result<()> {
        let (guild, user, class) = (Number(GUILD), Number(it.user), Number(it.class));
        let at = now().as_millisecond();
        let number = number(it.number);
        let key = sort_key(&number);
        engine.read(sql::SETTINGS, &[guild], None).await?;
        engine.read(sql::CLASSES, &[guild], None).await?;
        let version = engine.read(sql::MEMBER, &[guild, user], Some(11)).await?;
        let version = version.ok_or(sqlx::Error::RowNotFound)?;
        let values = [guild, Number(key)];
        engine.read(sql::CLAIMS_OF_NUMBER, &values, None).await?;
        engine
            .read(sql::CLAIMS_OF_MEMBER, &[guild, user], None)
            .await?;
        let value = Number(key / 10);
        let values = [guild, class, value, value];
        engine.read(sql::RESERVATIONS, &values, None).await?;
        let values = [guild, guild, value, value];
        engine.read(sql::DRIVERS, &values, None).await?;
        let values = [guild, user, Number(version)];
        engine.write(sql::CLAIM_MEMBER, &values).await?;
        let values = [
            user,
            Number(at),
            Nothing,
            guild,
            class,
            Text(&number),
            Number(key),
            Number(0),
        ];
        engine.write(sql::CLAIM, &values).await?;
        let subject = format!("number:{number}");
        let change = format!("{{\"class_id\":null,\"user_id\":\"{}\"}}", it.user);
        let recorded = Recorded {
            user: it.user,
            key: it.key,
            at,
            entry: self.ids.next(at),
            action: "number.claimed",
            subject: &subject,
            change: &change,
            answer: &self.answer,
        };
        recorded.audit(engine).await?;
        let values = [guild, class, Text(&number), user];
        engine.write(sql::END_WAIT, &values).await?;
        recorded.keep_answer(engine).await
    }
}
