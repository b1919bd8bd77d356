//! `paddock verify` looks, and touches nothing.

use paddock_e2e::{Installation, Output};
use paddock_test_db::TestDb;
use std::fs;
use std::path::Path;

fn refused(output: &Output, why: &str) {
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(output.stderr.contains(why), "{output:?}");
    assert!(!output.stdout.contains("standings"), "{output:?}");
}

#[tokio::test]
async fn where_there_is_no_database_none_is_made() {
    let mut installation = Installation::bare();
    for _ in 0..2 {
        let output = installation.run(&["verify"]).await;
        refused(&output, "there is no database");
        assert!(output.stdout.contains("data/paddock.db"), "{output:?}");
        assert!(!installation.data("").exists());
    }
    let output = installation.run(&["backup", "copy.db"]).await;
    refused(&output, "there is no database");
    assert!(!installation.dir().join("copy.db").exists());
}

#[tokio::test]
async fn a_database_that_the_service_never_used_is_no_success() {
    let db = TestDb::create().await;
    let mut installation = Installation::bare().with("DATABASE_URL", db.url());
    for _ in 0..2 {
        let output = installation.run(&["verify"]).await;
        assert_eq!(output.status.code(), Some(1), "{output:?}");
    }
    let empty = installation.dir().join("empty.db");
    fs::write(&empty, "").unwrap();
    let output = installation.run(&["verify", "empty.db"]).await;
    refused(&output, "empty.db is empty");
    assert_eq!(fs::read(&empty).unwrap(), b"");
}

#[tokio::test]
async fn the_database_is_found_as_by_the_service_and_named_without_its_password() {
    let db = TestDb::create().await;
    let mut installation = Installation::bare();
    let lines = format!("DATABASE_URL={}\n", db.url());
    fs::write(installation.dir().join("service.env"), lines).unwrap();
    let configured = ["--env-file", "service.env"];
    let output = installation
        .run(&[&configured[..], &["migrate"]].concat())
        .await;
    assert!(output.status.success(), "{output:?}");
    let output = installation
        .run(&[&["verify"], &configured[..]].concat())
        .await;
    assert!(output.status.success(), "{output:?}");
    let name = Path::new(db.url()).file_name().unwrap().to_str().unwrap();
    assert!(output.stdout.contains(name), "{output:?}");
    assert!(
        output.stdout.contains("The engine finds no fault in "),
        "{output:?}"
    );
    if let Some(account) = db.url().split_once('@').map(|(account, _)| account) {
        let password = account.rsplit(':').next().unwrap();
        assert!(!output.stdout.contains(password), "{output:?}");
        assert!(!output.stderr.contains(password), "{output:?}");
    }
    let usual = installation.data("paddock.db");
    assert!(!usual.exists(), "nothing was made elsewhere");
}

#[tokio::test]
async fn a_file_of_the_configuration_that_is_named_must_be_there() {
    let output = Installation::bare()
        .run(&["verify", "--env-file", "nowhere.env"])
        .await;
    refused(&output, "could not read nowhere.env");
}
