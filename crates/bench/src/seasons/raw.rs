//! One submission and one view of a leaderboard, statement by statement.

use crate::direct::{Read, Recorded, Turns, Write, standing};
use crate::engine::{Engine, Value};
use crate::http::GUILD;
use crate::ids::{Ids, now};
use crate::load::Keys;
use crate::members::FIRST_USER;
use crate::statements as sql;
use Value::{Nothing, Number, Text};
use std::sync::{Arc, LazyLock};

/// Rows of the season that all requests use.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scene {
    pub(crate) season: i64,
    pub(crate) item: i64,
    pub(crate) points_each: i64,
    /// The answer to a submission, stored for a repetition.
    pub(crate) answer: String,
}

/// One submission.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Submission {
    user: i64,
    quantity: i64,
    /// Number of its idempotency key.
    key: i64,
}

/// Submissions of one member after the other.
pub(crate) struct Submissions {
    pub(crate) scene: Scene,
    pub(crate) keys: Arc<Keys>,
    /// Quantities, by number of the member.
    pub(crate) quantities: Vec<i64>,
    pub(crate) ids: Ids,
    pub(crate) turns: Turns,
}

/// Views of the leaderboard by one member after the other.
pub(crate) struct Leaderboards {
    pub(crate) scene: Scene,
    /// Numbers of the members.
    pub(crate) readers: Vec<i64>,
    pub(crate) limit: i64,
    pub(crate) turns: Turns,
}

impl Read for Submissions {
    type Item = Submission;

    fn draw(&self) -> Submission {
        let member = self.turns.next(self.quantities.len());
        Submission {
            user: FIRST_USER + i64::try_from(member).unwrap_or_default(),
            quantity: self.quantities[member],
            key: self.keys.next(),
        }
    }

    async fn read<E: Engine>(&self, engine: &mut E, it: Submission) -> sqlx::Result<()> {
        standing(engine, it.user).await
    }
}

impl Write for Submissions {
    const ALONE: bool = false;

    async fn write<E: Engine>(&self, engine: &mut E, it: Submission) -> sqlx::Result<()> {
        submit(engine, &self.scene, &self.ids, it).await
    }
}

impl Read for Leaderboards {
    type Item = i64;

    fn draw(&self) -> i64 {
        FIRST_USER + self.readers[self.turns.next(self.readers.len())]
    }

    async fn read<E: Engine>(&self, engine: &mut E, user: i64) -> sqlx::Result<()> {
        leaderboard(engine, &self.scene, user, self.limit).await
    }
}

/// The statements of the transaction.
async fn submit<E: Engine>(
    engine: &mut E,
    scene: &Scene,
    ids: &Ids,
    it: Submission,
) -> sqlx::Result<()> {
    let (season, user, guild) = (Number(scene.season), Number(it.user), Number(GUILD));
    let at = now().as_millisecond();
    let points = it.quantity * scene.points_each;
    let now = Number(at);
    let item = Number(scene.item);
    let values = [user, item, guild, now, now];
    engine.read(sql::SUBMISSION_ATTEMPT, &values, None).await?;
    let submission = ids.next(at);
    let each = Number(scene.points_each);
    let values = [
        item,
        Number(it.quantity),
        each,
        Text("approved"),
        Nothing,
        Nothing,
        Nothing,
        now,
        Nothing,
        now,
        Number(submission),
        guild,
        season,
        user,
        user,
        now,
        Number(0),
    ];
    engine.write(sql::SUBMIT, &values).await?;

    let entry = Number(ids.next(at));
    let values = [Number(points), entry, guild, season, user];
    engine.write(sql::ADD_POINTS, &values).await?;
    let values = [guild, season, user, entry];
    let after = engine.read(sql::POINTS_AND_RANKS, &values, Some(2)).await?;
    let after = after.ok_or(sqlx::Error::RowNotFound)?;
    let values = [
        entry,
        guild,
        season,
        user,
        Text("submission"),
        Number(points),
        Number(submission),
        user,
        Nothing,
        now,
    ];
    engine.write(sql::LEDGER, &values).await?;
    count(engine, scene.season, after - points, after).await?;

    let subject = format!("submission:{submission}");
    let change = format!(
        "{{\"item_id\":\"{}\",\"points\":{points},\"quantity\":{},\"state\":\"approved\",\
         \"user_id\":\"{}\"}}",
        scene.item, it.quantity, it.user
    );
    let recorded = Recorded {
        user: it.user,
        key: it.key,
        at,
        entry: ids.next(at),
        action: "submission.created",
        subject: &subject,
        change: &change,
        answer: &scene.answer,
    };
    recorded.audit(engine).await?;
    recorded.keep_answer(engine).await
}

/// The statement that adds to this many counts, for MariaDB and for SQLite.
static ADD_COUNTS: LazyLock<Vec<[String; 2]>> = LazyLock::new(|| {
    let rows = (0..2 * usize::try_from(sql::LEVELS).unwrap_or_default()).map(|more| {
        let more = ", (?, ?, ?, ?, ?)".repeat(more);
        [sql::COUNTED_ON_MARIADB, sql::COUNTED_ON_SQLITE]
            .map(|end| format!("{}{more}{end}", sql::ADD_COUNTS))
    });
    rows.collect()
});

/// Moves a member from one number of points to another in the counts.
async fn count<E: Engine>(engine: &mut E, season: i64, from: i64, to: i64) -> sqlx::Result<()> {
    let mut counts: Vec<_> = (0..sql::LEVELS)
        .map(|level| (level, bucket(from, level), bucket(to, level)))
        .filter(|(_, from, to)| from != to)
        .flat_map(|(level, from, to)| [(level, from, -1), (level, to, 1)])
        .collect();
    counts.sort_unstable();
    let values = counts.iter().flat_map(|(level, bucket, members)| {
        [GUILD, season, *level, *bucket, *members].map(Number)
    });
    let values: Vec<_> = values.collect();
    let statement = &ADD_COUNTS[counts.len() - 1][usize::from(E::ON_SQLITE)];
    engine.write(statement, &values).await.map(drop)
}

fn bucket(points: i64, level: i64) -> i64 {
    points >> (level * sql::DIGIT)
}

/// A first page, and the row of a member who is not on it.
async fn leaderboard<E: Engine>(
    engine: &mut E,
    scene: &Scene,
    user: i64,
    limit: i64,
) -> sqlx::Result<()> {
    let (season, guild) = (Number(scene.season), Number(GUILD));
    standing(engine, user).await?;
    engine.read(sql::SEASON, &[season, guild], None).await?;
    // One more shows whether there is another page.
    let values = [guild, season, Number(limit + 1)];
    engine.read(sql::FIRST_PAGE, &values, None).await?;
    engine.read(sql::LADDER, &[guild, season], None).await?;
    let own = [guild, season, Number(user)];
    let statement = if E::ON_SQLITE {
        sql::OWN_ROW_ON_SQLITE
    } else {
        sql::OWN_ROW_ON_MARIADB
    };
    let row = engine.read(statement, &own, Some(2)).await?;
    row.ok_or(sqlx::Error::RowNotFound).map(drop)
}
