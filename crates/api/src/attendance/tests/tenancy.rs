//! What another guild's ids find and change below the services: nothing.

use super::*;
use crate::attendance::store;
use crate::attendance::store::credits::Correction;
use crate::attendance::store::guesses::Minute;
use crate::db::{Error, Transaction};
use crate::testing::{guild, number};
use paddock_api_types::attendance::{AttendanceRule, ReportExpected};
use paddock_api_types::{GuildId, SeasonId};

const MEMBER: i64 = 10;
const EXPECTED: i64 = 11;

/// A session with somebody who is there, somebody who is not, and a wrong code.
async fn attended() -> Lecture {
    let lecture = Lecture::new().await;
    let report = ReportExpected {
        user_ids: vec![user(EXPECTED)],
        first: true,
    };
    service::report_expected(&lecture.test.ctx, guild(1), lecture.id(), &report)
        .await
        .unwrap();
    let code = lecture.code().await;
    lecture.here(MEMBER, &code).await.unwrap();
    lecture.here(EXPECTED, "XXXX").await.unwrap_err();
    lecture
}

/// Everything that the stores say of the session to a guild.
async fn seen_by(lecture: &Lecture, guild: GuildId) -> Vec<String> {
    let (db, id, member) = (&lecture.test.ctx.db, lecture.id(), user(MEMBER));
    let mut session = store::sessions::lookup(db, self::guild(1), id)
        .await
        .unwrap()
        .unwrap();
    session.guild_id = guild;
    let sessions = [session];
    let wrong = store::guesses::list(db, guild, id, first_page()).await;
    vec![
        format!(
            "{:?}",
            store::sessions::lookup(db, guild, id).await.unwrap()
        ),
        format!(
            "{:?}",
            store::sessions::counts(db, guild, &sessions).await.unwrap()
        ),
        format!(
            "{:?}",
            store::records::lookup(db, guild, id, member).await.unwrap()
        ),
        format!(
            "{:?}",
            store::records::of_session(db, guild, id, 0, 9)
                .await
                .unwrap()
        ),
        format!(
            "{:?}",
            store::credits::members(db, guild, id, 0, 9).await.unwrap()
        ),
        format!(
            "{:?}",
            store::expected::missing(db, &sessions[0], first_page())
                .await
                .unwrap()
        ),
        format!("{:?}", wrong.unwrap()),
    ]
}

#[tokio::test]
async fn a_session_is_read_by_its_own_guild_only() {
    let lecture = attended().await;
    let nothing = ["None", "{}", "None", "[]", "[]", "[]", "[]"];
    let own = seen_by(&lecture, guild(1)).await;
    assert!(
        own.iter().all(|it| !nothing.contains(&it.as_str())),
        "{own:?}"
    );
    assert_eq!(seen_by(&lecture, guild(2)).await, nothing);
}

/// Every statement that changes rows, by ids of guild 1 in the name of guild 2.
async fn trespass(tx: &mut Transaction, lecture: &Lecture) -> Result<(), Error> {
    let (id, member, other) = (lecture.id(), user(MEMBER), guild(2));
    let missed = |outcome: Result<(), Error>| assert!(matches!(outcome, Err(Error::Conflict)));
    let stolen = store::sessions::lookup(&mut *tx, guild(1), id).await?;
    let mut stolen = stolen.unwrap();
    stolen.guild_id = other;
    missed(store::sessions::update(tx, &stolen).await);
    missed(store::sessions::touch(tx, &stolen).await);
    store::expected::clear(tx, &stolen).await?;
    assert!(!store::records::delete(tx, other, id, member).await?);
    let minute = |guild| Minute {
        session: id,
        guild,
        user: user(EXPECTED),
        number: lecture.test.ctx.now().as_second() / 60,
    };
    assert_eq!(store::guesses::count(&mut *tx, minute(guild(1))).await?, 1);
    assert_eq!(store::guesses::count(&mut *tx, minute(other)).await?, 0);
    let correction = Correction {
        session: id,
        user: member,
        guild: other,
    };
    let session = store::sessions::lookup(&mut *tx, guild(1), id).await?;
    store::credits::correct(tx, &session.unwrap(), member).await?;
    assert!(!store::credits::take_up(tx, correction).await?);
    let season = SeasonId::new(5).unwrap();
    let rule = AttendanceRule {
        present_points: number(5),
        late_points: number(0),
        excused_points: number(0),
    };
    store::credits::save_rule(tx, guild(1), season, rule).await?;
    let theirs = AttendanceRule {
        present_points: number(9),
        ..rule
    };
    store::credits::save_rule(tx, other, season, theirs).await?;
    store::credits::delete_rule(tx, other, season).await?;
    assert_eq!(
        store::credits::rule(&mut *tx, guild(1), season).await?,
        Some(rule)
    );
    store::records::erase(tx, other, member).await?;
    store::expected::erase(tx, other, user(EXPECTED)).await?;
    store::credits::erase(tx, other, member).await?;
    store::guesses::erase(tx, other, user(EXPECTED)).await
}

#[tokio::test]
async fn a_session_is_changed_by_its_own_guild_only() {
    let lecture = attended().await;
    let before = seen_by(&lecture, guild(1)).await;
    let done: Result<(), Error> = lecture
        .test
        .ctx
        .db
        .transact(|mut tx| {
            let lecture = &lecture;
            async move {
                trespass(&mut tx, lecture).await?;
                tx.commit(()).await
            }
        })
        .await;
    done.unwrap();
    assert_eq!(seen_by(&lecture, guild(1)).await, before);
}
