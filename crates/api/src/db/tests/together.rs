//! Statements that nobody waits for go to the server with others, and it shows nowhere.

use super::foreign::Foreign;
use super::*;

const MOVE: &str = "UPDATE seats SET holder = ? WHERE seat >= ?";
const LEAVE: &str = "DELETE FROM seats WHERE seat = ?";
const COUNT: &str = "SELECT COUNT(*) FROM seats";

async fn count(db: &Database) -> i64 {
    db.query(COUNT, ()).scalar().await.unwrap()
}

#[tokio::test]
async fn what_was_not_waited_for_is_seen_and_kept_in_its_order() {
    let test = seats().await;
    let db = &test.ctx.db;
    let seen: Result<_, Error> = db
        .transact(|mut tx| async move {
            tx.query(TAKE, (1_i64, 5_i64)).done().await?;
            tx.query(ADD, (1_i64,)).done().await?;
            let seen: i64 = tx.query(HOLDER, (1_i64,)).scalar().await?;
            tx.query(ADD, (1_i64,)).done().await?;
            tx.query(TAKE, (2_i64, 9_i64)).done().await?;
            tx.query(LEAVE, (2_i64,)).done().await?;
            tx.query(TAKE, (3_i64, 9_i64)).done().await?;
            tx.commit(seen).await
        })
        .await;
    assert_eq!(seen.unwrap(), 6);
    let held = [
        holder(db, 1).await,
        holder(db, 2).await,
        holder(db, 3).await,
    ];
    assert_eq!(held, [Some(7), None, Some(9)]);
}

#[tokio::test]
async fn a_statement_counts_what_it_matched_and_not_what_went_before_it() {
    let test = seats().await;
    let matched: Result<_, Error> = test
        .ctx
        .db
        .transact(|mut tx| async move {
            for seat in 1..=3_i64 {
                tx.query(TAKE, (seat, 0_i64)).done().await?;
            }
            let two = tx.query(MOVE, (7_i64, 2_i64)).execute().await?;
            tx.query(TAKE, (4_i64, 0_i64)).done().await?;
            let none = tx.query(MOVE, (7_i64, 5_i64)).execute().await?;
            tx.query(TAKE, (5_i64, 0_i64)).done().await?;
            // Rows that are as they should be match all the same.
            let unchanged = tx.query(MOVE, (0_i64, 4_i64)).execute().await?;
            let alone = tx.query(MOVE, (1_i64, 1_i64)).execute().await?;
            tx.commit([two, none, unchanged, alone]).await
        })
        .await;
    assert_eq!(matched.unwrap(), [2, 0, 2, 5]);
    // Nor does it matter that it is the first.
    let first: Result<_, Error> = test
        .ctx
        .db
        .transact(|mut tx| async move {
            let matched = tx.query(MOVE, (2_i64, 4_i64)).execute().await?;
            tx.commit(matched).await
        })
        .await;
    assert_eq!(first.unwrap(), 2);
}

#[tokio::test]
async fn the_refusal_of_one_is_told_where_its_statement_stands() {
    let test = seats().await;
    let db = &test.ctx.db;
    db.write(TAKE, (2_i64, 8_i64)).done().await.unwrap();
    let runs = &AtomicU32::new(0);
    let refused: Result<(), Error> = db
        .transact(|mut tx| async move {
            runs.fetch_add(1, SeqCst);
            tx.query(TAKE, (1_i64, 7_i64)).done().await?;
            match tx.query(TAKE, (2_i64, 7_i64)).done().await {
                // Not what the engine calls it, so it was known here.
                Err(error) if error.is_duplicate() => return Err(Error::Repeated),
                taken => taken?,
            }
            tx.query(TAKE, (3_i64, 7_i64)).done().await?;
            tx.commit(()).await
        })
        .await;
    assert!(matches!(refused, Err(Error::Repeated)), "{refused:?}");
    let again = matches!(db, Database::MariaDb(_));
    assert_eq!(runs.load(SeqCst), 1 + u32::from(again));
    assert_eq!(count(db).await, 1, "nothing of it was done");
}

#[tokio::test]
async fn more_are_sent_than_wait_at_once() {
    let test = seats().await;
    let db = &test.ctx.db;
    let taken: Result<(), Error> = db
        .transact(|mut tx| async move {
            for seat in 0..100_i64 {
                tx.query(TAKE, (seat, seat)).done().await?;
            }
            tx.commit(()).await
        })
        .await;
    taken.unwrap();
    assert_eq!(count(db).await, 100);
}

#[tokio::test]
async fn what_waits_goes_with_the_transaction_that_is_dropped() {
    let test = seats().await;
    let db = &test.ctx.db;
    for read in [false, true] {
        let refused: Result<(), Error> = db
            .transact(|mut tx| async move {
                tx.query(TAKE, (1_i64, 7_i64)).done().await?;
                if read {
                    tx.query(COUNT, ()).scalar::<i64>().await?;
                    tx.query(TAKE, (2_i64, 7_i64)).done().await?;
                }
                Err(Error::Repeated)
            })
            .await;
        assert!(matches!(refused, Err(Error::Repeated)));
    }
    db.write(TAKE, (1_i64, 8_i64)).done().await.unwrap();
    assert_eq!(count(db).await, 1);
}

/// The server was started again: whatever has not begun goes on as if nothing had been.
#[tokio::test]
async fn a_connection_that_died_before_the_first_statement_costs_nothing() {
    let test = seats().await;
    let db = &test.ctx.db;
    for seat in 0..4_i64 {
        // Twice, so that the connection has been used before.
        count(db).await;
        Foreign::connect(&test).await.kill_all().await;
        let taken: Result<(), Error> = db
            .transact(|mut tx| async move {
                if seat % 2 == 0 {
                    tx.query(HOLDER, (seat,)).optional_scalar::<i64>().await?;
                }
                tx.query(TAKE, (seat, seat)).done().await?;
                tx.commit(()).await
            })
            .await;
        taken.unwrap();
    }
    assert_eq!(count(db).await, 4);
}

/// A name may be free when it is looked for, and taken when it is written.
#[tokio::test]
async fn a_name_that_was_taken_meanwhile_is_a_conflict_for_new_rows_and_old_ones() {
    const NAMED: &str = "CREATE TABLE named (id BIGINT NOT NULL PRIMARY KEY, \
         name VARCHAR(20) NOT NULL UNIQUE, version BIGINT NOT NULL)";
    let test = TestContext::new().await;
    let db = &test.ctx.db;
    db.write(NAMED, ()).done().await.unwrap();
    let add = "INSERT INTO named (id, name, version) VALUES (?, ?, 0)";
    for (id, name) in [(1_i64, "taken"), (2, "old")] {
        db.write(add, (id, name)).done().await.unwrap();
    }
    for (id, version, free) in [(2_i64, Some(0_i64), "renamed"), (3, None, "new")] {
        let runs = &AtomicU32::new(0);
        let saved: Result<(), Error> = db
            .transact(|mut tx| async move {
                let looked = runs.fetch_add(1, SeqCst);
                let name = if looked < 2 { "taken" } else { free };
                let saved: Result<(), Error> = save!(tx, version, named { name }, key { id });
                saved?;
                tx.commit(()).await
            })
            .await;
        saved.unwrap();
        let name: String = db
            .query("SELECT name FROM named WHERE id = ?", (id,))
            .scalar()
            .await
            .unwrap();
        assert_eq!(name, free);
    }
}

/// Whoever takes the refusal of one for nothing cannot commit what went before it without what came after.
#[tokio::test]
async fn what_was_refused_in_part_is_not_committed_in_part() {
    let test = seats().await;
    let db = &test.ctx.db;
    db.write(TAKE, (2_i64, 8_i64)).done().await.unwrap();
    let taken: Result<(), Error> = db
        .transact(|mut tx| async move {
            for seat in 1..=3_i64 {
                tx.query(TAKE, (seat, 7_i64)).done().await.ok();
            }
            tx.query(COUNT, ()).scalar::<i64>().await.ok();
            tx.commit(()).await
        })
        .await;
    taken.unwrap();
    let held = [
        holder(db, 1).await,
        holder(db, 2).await,
        holder(db, 3).await,
    ];
    assert_eq!(held, [Some(7), Some(8), Some(7)]);
}
