//! Many ask the same at once, and it shows nowhere.

use super::foreign::Foreign;
use super::*;

const HOLDER_OF: &str = "SELECT holder, asked.n FROM (SELECT 0 AS n, ? AS seat) AS asked \
     JOIN seats ON seats.seat = asked.seat";

/// Runs one task for each number at the same moment.
async fn at_once<T, F>(numbers: i64, task: impl Fn(i64) -> F) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let tasks: Vec<_> = (0..numbers).map(|it| tokio::spawn(task(it))).collect();
    let mut all = Vec::new();
    for task in tasks {
        all.push(task.await.unwrap());
    }
    all
}

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

#[tokio::test(flavor = "multi_thread")]
async fn whoever_asks_sees_what_was_there_before() {
    let test = seats().await;
    test.ctx
        .db
        .write(TAKE, (1_i64, 0_i64))
        .done()
        .await
        .unwrap();
    let seen = at_once(100, |_| {
        let db = test.ctx.db.clone();
        async move {
            let mut seen = Vec::new();
            for _ in 0..5 {
                db.write(ADD, (1_i64,)).done().await.unwrap();
                seen.push(db.ask(HOLDER_OF, (1_i64,)).scalar::<i64>().await.unwrap());
            }
            seen
        }
    });
    for seen in seen.await {
        assert!(
            seen[0] >= 1 && seen.is_sorted_by(|one, next| one < next),
            "{seen:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_is_refused_is_refused_alone() {
    let test = seats().await;
    // Each seat is wanted by two.
    let outcomes = at_once(200, |number| {
        let db = test.ctx.db.clone();
        async move {
            let seat = number / 2;
            let take = (TAKE, (seat, number));
            db.upsert_then_ask::<(i64,)>(take, (HOLDER_OF, (seat,)))
                .await
        }
    });
    let outcomes = outcomes.await;
    for (seat, pair) in (0..).zip(outcomes.chunks(2)) {
        let holder = holder(&test.ctx.db, seat).await.unwrap();
        let (winner, loser) = match pair {
            [Ok(rows), Err(error)] | [Err(error), Ok(rows)] => (rows, error),
            other => panic!("one of two has seat {seat}: {other:?}"),
        };
        assert_eq!(*winner, [(holder,)]);
        assert!(loser.is_duplicate(), "{loser:?}");
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
    for _ in 0..4 {
        Foreign::connect(&test).await.kill_all().await;
        let answers = at_once(50, |_| {
            let db = test.ctx.db.clone();
            async move { db.ask(HOLDER_OF, (1_i64,)).scalar::<i64>().await.unwrap() }
        });
        assert_eq!(answers.await, [7; 50]);
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
    let take = |seat: i64| (TAKE, (seat, 7_i64));
    let asked = (HOLDER_OF, (1_i64,));
    let held: Vec<(i64,)> = db.upsert_then_ask(take(1), asked).await.unwrap();
    assert_eq!(held, [(7,)]);
    if let Database::MariaDb(_) = db {
        let open = db.upsert_then_ask(take(2), (TRANSACTIONS, (1_i64,)));
        let open: Vec<(i64,)> = open.await.unwrap();
        assert_eq!(open, [(0,)]);
    }
}
