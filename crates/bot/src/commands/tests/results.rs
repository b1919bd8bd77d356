//! Results as files, with an API that answers what [`Harness::api`](crate::test::Harness) was given.

use crate::test::{Harness, attachment, file_option, option, stub_api::with, subcommand};
use serde_json::{Value, json};

const IMPORT: &str = "POST /api/iracing/results";

fn report(outcome: &str) -> Value {
    json!({
        "subsession_id": "82320777", "outcome": outcome, "applied": false, "name": "NEC R3",
        "track": "Silverstone Circuit", "started_at": "2026-12-01T19:30:00Z", "sessions": 2,
        "rows": 24, "difference_count": 0, "differences": [], "unreadable_count": 0,
        "unreadable": [],
    })
}

async fn planned(outcome: &str) -> String {
    let harness = Harness::start().await;
    harness.serve(
        "/ephemeral-attachments/1/2/roster.JSON",
        "{\"subsession_id\": 82320777}",
    );
    harness.api.plant(IMPORT, 200, report(outcome));
    let options = subcommand("import", json!([file_option("702")]));
    harness.command("results", options).await
}

/// Presses the button under a plan with these files.
async fn confirmed(files: &[&str]) -> String {
    let harness = Harness::start().await;
    for name in files {
        harness.serve(&format!("/ephemeral-attachments/1/2/{name}"), "{}");
    }
    let applied = with(report("correction"), json!({"applied": true}));
    harness.api.plant(IMPORT, 200, applied);
    let files: Vec<_> = files.iter().map(|name| attachment("901", name)).collect();
    let message = json!({ "attachments": files });
    harness.press_on("v1:results-import:-", message).await
}

#[tokio::test]
async fn an_import_shows_first_what_would_come_of_it() {
    let shown = planned("new").await;
    assert!(
        shown.contains("**NEC R3** (`82320777`) is new: 2 sessions, 24 rows."),
        "{shown}"
    );
    assert!(shown.contains("filename=\"result-1.txt\""), "{shown}");
    assert!(shown.contains("\"label\":\"Import\""), "{shown}");
    let same = planned("same").await;
    assert!(!same.contains("results-import"), "{same}");
}

#[tokio::test]
async fn only_what_was_shown_to_need_it_is_imported_all_the_same() {
    let shown = planned("correction_of_final").await;
    assert!(shown.contains("filename=\"forced-1.txt\""), "{shown}");
    assert!(
        shown.contains("\"label\":\"Import all the same\""),
        "{shown}"
    );
    let imported = confirmed(&["forced-1.txt", "result-2.txt"]).await;
    let asked: Vec<_> = imported
        .lines()
        .filter(|line| line.starts_with('→'))
        .collect();
    let forced: Vec<_> = asked
        .iter()
        .map(|line| line.contains("force=true"))
        .collect();
    assert_eq!(forced, [true, false], "{imported}");
    assert!(
        asked.iter().all(|line| line.contains("apply=true")),
        "{imported}"
    );
}

#[tokio::test]
async fn a_button_without_its_files_says_so() {
    let shown = confirmed(&[]).await;
    insta::assert_snapshot!(shown, @"
    ← message, only for them
    This button is from an earlier version; run the command again.
    ");
}

#[tokio::test]
async fn what_is_no_id_is_explained() {
    let harness = Harness::start().await;
    let options = subcommand("show", json!([option("id", "NEC R3")]));
    insta::assert_snapshot!(harness.command("results", options).await, @"
    ← message, only for them
    That is no subsession id. It is a number, as in the address of the result's page; `/results list` shows those that are kept.
    ");
}
