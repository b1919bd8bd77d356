//! Many ask the same at once, and it shows nowhere.

use super::foreign::Foreign;
use super::*;
use crate::db::mariadb::Question;
use sqlx::Row as _;

const KEEP: Sql = Sql {
    mariadb: "INSERT INTO seats (seat, holder) VALUES (?, ?) \
         ON DUPLICATE KEY UPDATE holder = VALUES(holder)",
    sqlite: "INSERT INTO seats (seat, holder) VALUES (?, ?) \
         ON CONFLICT (seat) DO UPDATE SET holder = excluded.holder",
};
const HOLDER_OF: &str = "SELECT holder, asked.n FROM (SELECT 0 AS n, ? AS seat) AS asked \
     JOIN seats ON seats.seat = asked.seat";

#[tokio::test(flavor = "multi_thread")]
async fn everybody_is_answered_what_they_asked() {
    let test = seats().await;
    for seat in (0..300_i64).step_by(2) {
        let values = (seat, 1000 + seat);
        test.ctx.db.write(TAKE, values).done().await.unwrap();
    }
    let answers = at_once(300, |seat| {
        let db = test.ctx.db.clone();
        async move { db.ask(HOLDER_OF, (seat,)).all::<(i64,)>().await.unwrap() }
    });
    for (seat, holders) in (0..).zip(answers.await) {
        let expected = (seat % 2 == 0).then_some((1000 + seat,));
        assert_eq!(holders, Vec::from_iter(expected));
    }
}

/// While others ask for the same seat all the time, so that there is always a statement on its way.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_answered_by_a_statement_that_was_sent_before() {
    let test = seats().await;
    for seat in 0..4_i64 {
        test.ctx.db.write(KEEP, (seat, 0_i64)).done().await.unwrap();
    }
    let written = Arc::new(AtomicU32::new(0));
    at_once(64, |number| {
        let (db, written) = (test.ctx.db.clone(), written.clone());
        async move {
            let seat = number % 4;
            let ask = || db.ask(HOLDER_OF, (seat,)).scalar::<i64>();
            if number >= 4 {
                while written.load(SeqCst) < 4 {
                    ask().await.unwrap();
                }
                return;
            }
            for holder in 1..=50_i64 {
                db.write(KEEP, (seat, holder)).done().await.unwrap();
                assert_eq!(ask().await.unwrap(), holder);
            }
            written.fetch_add(1, SeqCst);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_one_is_told_to_that_one() {
    let test = seats().await;
    let check = "ALTER TABLE seats ADD CONSTRAINT taken CHECK (holder < 100)";
    // SQLite adds none to a table that is there.
    if test.ctx.db.engine() == "mariadb" {
        test.ctx.db.write(check, ()).done().await.unwrap();
    }
    let refused = |number: i64| number % 5 == 0 && test.ctx.db.engine() == "mariadb";
    let outcomes = at_once(200, |number| {
        let db = test.ctx.db.clone();
        let keep = (
            KEEP,
            (number, if refused(number) { 100 } else { number % 100 }),
        );
        async move {
            db.upsert_then_ask::<(i64,)>(keep, (HOLDER_OF, (number,)))
                .await
        }
    });
    for (number, outcome) in (0..).zip(outcomes.await) {
        let kept = holder(&test.ctx.db, number).await;
        if refused(number) {
            assert!(!outcome.unwrap_err().is_unavailable());
            assert_eq!(kept, None);
        } else {
            assert_eq!(outcome.unwrap(), [(number % 100,)]);
            assert_eq!(kept, Some(number % 100));
        }
    }
}

/// Were it not so, each would be sent again by itself, and it would show nowhere.
#[tokio::test]
async fn a_batch_is_one_statement() {
    let test = seats().await;
    let Database::MariaDb(engine) = &test.ctx.db else {
        return;
    };
    let batch: Vec<_> = (0..8_i64)
        .map(|seat| Question {
            upsert: Some(Prepared::new(KEEP.mariadb, (seat, 10 * seat))),
            read: Prepared::new(HOLDER_OF, (seat,)),
        })
        .collect();
    let answers = engine.answers(&batch.iter().collect::<Vec<_>>()).await;
    let holders: Vec<Vec<i64>> = answers
        .unwrap()
        .iter()
        .map(|rows| rows.iter().map(|row| row.get(0)).collect())
        .collect();
    let expected: Vec<_> = (0..8).map(|seat| vec![10 * seat]).collect();
    assert_eq!(holders, expected);
}

/// A row that somebody else holds is waited for by those who want it, and by nobody else.
#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_is_held_holds_up_no_other() {
    let test = seats().await;
    if test.ctx.db.engine() == "sqlite" {
        return;
    }
    test.ctx
        .db
        .write(KEEP, (0_i64, 0_i64))
        .done()
        .await
        .unwrap();
    // Connections are there, so that the time below is that of statements.
    at_once(64, |_| {
        let db = test.ctx.db.clone();
        async move { db.ask(HOLDER_OF, (0_i64,)).scalar::<i64>().await.unwrap() }
    })
    .await;
    let mut foreign = Foreign::connect(&test).await;
    foreign.run("START TRANSACTION".into()).await;
    foreign
        .run("UPDATE seats SET holder = 1 WHERE seat = 0".into())
        .await;
    let keep = |seat: i64| {
        let db = test.ctx.db.clone();
        async move {
            let keep = (KEEP, (seat, 7_i64));
            db.upsert_then_ask::<(i64,)>(keep, (HOLDER_OF, (seat,)))
                .await
        }
    };
    let held: Vec<_> = (0..8).map(|_| tokio::spawn(keep(0))).collect();
    let others = at_once(100, |number| keep(1 + number));
    // Whoever waits for the row does so for three seconds.
    let others = tokio::time::timeout(Duration::from_millis(2_900), others).await;
    for outcome in others.expect("they wait for nobody") {
        assert_eq!(outcome.unwrap(), [(7,)]);
    }
    foreign.run("COMMIT".into()).await;
    for outcome in held {
        assert_eq!(outcome.await.unwrap().unwrap(), [(7,)]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn those_who_go_away_are_not_missed() {
    let test = seats().await;
    test.ctx
        .db
        .write(TAKE, (1_i64, 7_i64))
        .done()
        .await
        .unwrap();
    let answers = at_once(200, |number| {
        let db = test.ctx.db.clone();
        async move {
            let asked = db.ask(HOLDER_OF, (1_i64,)).scalar::<i64>();
            if number % 3 > 0 {
                // Polled once, and gone.
                tokio::select! { biased; _ = asked => {}, () = async {} => {} }
                return None;
            }
            Some(asked.await.unwrap())
        }
    });
    let mut answers = answers.await;
    answers.retain(Option::is_some);
    assert_eq!(answers, [Some(7); 67]);
}

#[tokio::test(flavor = "multi_thread")]
async fn connections_that_died_are_exchanged() {
    let test = seats().await;
    let db = &test.ctx.db;
    if db.engine() == "sqlite" {
        return;
    }
    db.write(TAKE, (1_i64, 7_i64)).done().await.unwrap();
    let mut foreign = Foreign::connect(&test).await;
    for _ in 0..4 {
        foreign.kill_all().await;
        let answers = at_once(50, |seat| {
            let db = test.ctx.db.clone();
            async move {
                if seat % 2 == 0 {
                    return db.ask(HOLDER_OF, (1_i64,)).all().await.unwrap();
                }
                let keep = (KEEP, (2 + seat, 7_i64));
                db.upsert_then_ask::<(i64,)>(keep, (HOLDER_OF, (2 + seat,)))
                    .await
                    .unwrap()
            }
        });
        for rows in answers.await {
            assert_eq!(rows, [(7,)]);
        }
    }
}

/// What is read after a row went in is read when that is committed, so that nobody who committed before
/// was overlooked.
#[tokio::test]
async fn a_read_after_a_row_is_no_part_of_its_transaction() {
    const TRANSACTIONS: &str = "SELECT COUNT(trx_id), asked.n FROM (SELECT 0 AS n, ? AS one) AS asked \
         LEFT JOIN information_schema.innodb_trx ON trx_mysql_thread_id = CONNECTION_ID() \
         AND trx_rows_modified > 0 GROUP BY asked.n";
    let test = seats().await;
    let db = &test.ctx.db;
    let keep = |seat: i64| (KEEP, (seat, 7_i64));
    let asked = (HOLDER_OF, (1_i64,));
    let held: Vec<(i64,)> = db.upsert_then_ask(keep(1), asked).await.unwrap();
    assert_eq!(held, [(7,)]);
    if let Database::MariaDb(_) = db {
        let open = db.upsert_then_ask(keep(2), (TRANSACTIONS, (1_i64,)));
        let open: Vec<(i64,)> = open.await.unwrap();
        assert_eq!(open, [(0,)]);
    }
}
