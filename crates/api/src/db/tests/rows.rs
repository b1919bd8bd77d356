//! What comes back is what was bound, or an error, on either engine.

use super::*;

const CREATE: &str = "CREATE TABLE things \
     (thing BIGINT NOT NULL PRIMARY KEY, number BIGINT, name VARCHAR(40), data VARBINARY(40))";
const KEEP: &str = "INSERT INTO things (thing, number, name, data) VALUES (?, ?, ?, ?)";
const FIND: &str = "SELECT number, name, data FROM things WHERE thing = ?";
const ALL: &str = "SELECT thing FROM things ORDER BY thing";

type Thing = (Option<i64>, Option<String>, Option<Vec<u8>>);

async fn things(things: &[Thing]) -> TestContext {
    let test = TestContext::new().await;
    test.ctx.db.write(CREATE, ()).execute().await.unwrap();
    for (thing, (number, name, data)) in (1_i64..).zip(things) {
        let values = (thing, number, name, data);
        test.ctx.db.write(KEEP, values).done().await.unwrap();
    }
    test
}

#[tokio::test]
async fn every_kind_of_value_comes_back_as_it_was() {
    let kept = [
        (None, None, None),
        (Some(i64::MIN), Some(String::new()), Some(Vec::new())),
        (
            Some(i64::MAX),
            Some("Zoë 🏁 '; \\".to_owned()),
            Some(vec![0, 255]),
        ),
    ];
    let test = things(&kept).await;
    for db in [&test.ctx.db, &test.ctx.db.at_length()] {
        for (thing, kept) in (1_i64..).zip(&kept) {
            let found: Thing = db.query(FIND, (thing,)).one().await.unwrap();
            assert_eq!(found, *kept);
        }
        let every: Vec<i64> = db.query(ALL, ()).scalars().await.unwrap();
        assert_eq!(every, [1, 2, 3]);
        let first: i64 = db.query(ALL, ()).scalar().await.unwrap();
        assert_eq!(first, 1);
        let none: Option<Thing> = db.query(FIND, (4_i64,)).optional().await.unwrap();
        assert_eq!(none, None);
    }
}

#[tokio::test]
async fn what_does_not_fit_is_an_error_and_no_guess() {
    let kept = (Some(1), Some("name".to_owned()), Some(vec![1]));
    let test = things(&[kept]).await;
    let find = || test.ctx.db.query(FIND, (1_i64,));
    // A text for a number, a number for a text, nothing for something, and more than was selected.
    assert!(find().one::<(i64, i64)>().await.is_err());
    assert!(find().one::<(String,)>().await.is_err());
    assert!(find().one::<(i64, String, String)>().await.is_err());
    assert!(find().one::<(i64, String, Vec<u8>, i64)>().await.is_err());
    let empty = things(&[(None, None, None)]).await;
    let find = || empty.ctx.db.query(FIND, (1_i64,));
    assert!(find().one::<(i64,)>().await.is_err());
    assert!(find().one::<(Option<i64>, String)>().await.is_err());
}

#[tokio::test]
async fn an_error_says_which_column_it_was() {
    let test = things(&[(Some(300), None, None)]).await;
    let found = test.ctx.db.query(FIND, (1_i64,)).scalar::<u8>().await;
    let Err(Error::Corrupt { column, value }) = found else {
        panic!("{found:?}");
    };
    let expected = match test.ctx.db.engine() {
        "sqlite" => &format!("column 1 of {FIND}"),
        _ => "number",
    };
    assert_eq!((&*column, &*value), (expected, "300"));
}

#[tokio::test]
async fn a_row_that_cannot_be_read_hides_no_other() {
    let test = TestContext::new().await;
    let db = &test.ctx.db;
    if db.engine() != "sqlite" {
        // The server takes no text that is not UTF-8.
        return;
    }
    let broken =
        "SELECT 1, 'name' UNION ALL SELECT 2, CAST(x'ff' AS TEXT) UNION ALL SELECT 3, 'last'";
    let rows: Vec<Result<(i64, String), Error>> = db.query(broken, ()).all().await.unwrap();
    let read: Vec<_> = rows.iter().map(|row| row.as_ref().ok()).collect();
    let (first, last) = ((1, "name".to_owned()), (3, "last".to_owned()));
    assert_eq!(read, [Some(&first), None, Some(&last)]);
    let error = rows[1].as_ref().unwrap_err().to_string();
    assert!(error.ends_with("makes no sense: bytes"), "{error}");
    let numbers: Vec<i64> = db.query(broken, ()).scalars().await.unwrap();
    assert_eq!(numbers, [1, 2, 3]);
    assert!(db.query("SELECT 1.5", ()).scalar::<i64>().await.is_err());
}
