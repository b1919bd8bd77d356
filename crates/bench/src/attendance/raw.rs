//! One check-in, statement by statement.

use super::session::username;
use crate::direct::{Read, Turns, Write, standing};
use crate::engine::{Engine, Place, Value};
use crate::http::{CHANNEL, GUILD};
use crate::ids::now;
use crate::members::FIRST_USER;
use crate::rounds::MEMBERS;
use crate::statements as sql;
use Value::{Nothing, Number, Text};

const MINUTE: i64 = 60_000;

/// Check-ins of one member after the other.
pub(super) struct CheckIns {
    session: i64,
    save: &'static str,
    turns: Turns,
}

impl CheckIns {
    pub(super) fn new(place: &Place, session: i64) -> Self {
        let save = match place {
            Place::Sqlite(_) => sql::CHECK_IN_ON_SQLITE,
            Place::MariaDb(_) => sql::CHECK_IN_ON_MARIADB,
        };
        Self {
            session,
            save,
            turns: Turns::default(),
        }
    }
}

impl Read for CheckIns {
    type Item = i64;

    fn draw(&self) -> i64 {
        let member = self.turns.next(usize::try_from(MEMBERS).unwrap_or(1));
        FIRST_USER + 1 + i64::try_from(member).unwrap_or_default()
    }

    async fn read<E: Engine>(&self, engine: &mut E, user: i64) -> sqlx::Result<()> {
        standing(engine, user).await?;
        let minute = now().as_millisecond() / MINUTE;
        let values = [GUILD, CHANNEL, user, minute].map(Number);
        engine.read(sql::ATTEMPT, &values, None).await?;
        // The API asks this once it has written, which costs as much.
        let values = [Number(self.session), Number(GUILD)];
        engine.read(sql::IS_CLOSED, &values, None).await?;
        Ok(())
    }
}

impl Write for CheckIns {
    const ALONE: bool = true;

    async fn write<E: Engine>(&self, engine: &mut E, user: i64) -> sqlx::Result<()> {
        let username = username(user);
        let values = [
            Number(self.session),
            Number(user),
            Number(GUILD),
            Text(&username),
            Text("present"),
            Nothing,
            Nothing,
            Number(now().as_millisecond()),
        ];
        engine.write(self.save, &values).await?;
        Ok(())
    }
}
