use crate::test::{
    Harness, attachment, file_option,
    stub_api::{problem, with},
    subcommand,
};
use serde_json::{Value, json};

const IMPORT: &str = "POST /api/numbers/import";
/// Where Discord keeps the file of the command, and that of the answer.
const PATH: &str = "/ephemeral-attachments/1/2/numbers.csv";

fn report(claimed: u32, unchanged: u32, refused: Value) -> Value {
    json!({"dry_run": true, "claimed": claimed, "unchanged": unchanged, "refused": refused})
}

async fn planned(answer: Value) -> String {
    let harness = Harness::start().await;
    harness.serve(PATH, "\u{feff}number,user_id\n7,202\n");
    harness.api.plant(IMPORT, 200, answer);
    let options = subcommand("import", json!([file_option("701")]));
    harness.command("numbers", options).await
}

#[tokio::test]
async fn an_import_shows_first_what_would_come_of_it() {
    let shown = planned(report(12, 1, json!([]))).await;
    assert!(
        shown.starts_with("→ POST /api/numbers/import?dry_run=true (once)\n"),
        "{shown}"
    );
    assert!(
        shown.contains("**Import 12 claims?** 1 row says what is there already."),
        "{shown}"
    );
    // The file goes along without the mark of its encoding.
    assert!(shown.contains("filename=\"numbers.csv\""), "{shown}");
    assert!(shown.contains("\r\n\r\nnumber,user_id\n7,202\n"), "{shown}");
    assert!(
        shown.contains("\"custom_id\":\"v1:numbers-import\""),
        "{shown}"
    );

    let nothing = planned(report(0, 3, json!([]))).await;
    assert!(nothing.ends_with("There is nothing to import. 3 rows say what is there already.\n"));
}

#[tokio::test]
async fn rows_that_cannot_be_imported_are_listed() {
    let rows = json!([
        {"line": 2, "detail": "no number: *x*"}, {"line": 9, "detail": "x".repeat(400)},
    ]);
    let shown = planned(report(5, 0, rows)).await;
    let shown = shown.split_once("only for them\n").unwrap().1;
    let long = "x".repeat(199);
    insta::assert_snapshot!(shown.replace(&long, "xxx"), @r"
    2 rows of that file cannot be imported, so none would be. Correct it, and give the command again.
    Line 2: no number: \*x\*
    Line 9: xxx…
    ");

    let rows: Vec<_> = (2..200)
        .map(|line| json!({"line": line, "detail": "no such member"}))
        .collect();
    let shown = planned(report(0, 0, rows.into())).await;
    assert!(shown.contains("\n… and "), "{shown}");
}

#[tokio::test]
async fn the_button_imports_the_file_of_its_message() {
    let harness = Harness::start().await;
    harness.serve(PATH, "number,user_id\n7,202\n");
    harness.api.plant(IMPORT, 200, report(1, 0, json!([])));
    let message = json!({"attachments": [attachment("901", "numbers.csv")]});
    insta::assert_snapshot!(harness.press_on("v1:numbers-import", message).await, @"
    → POST /api/numbers/import?dry_run=false (once)
    ← update
    ✅ 1 claim imported.
    ");

    let harness = Harness::start().await;
    insta::assert_snapshot!(harness.press_on("v1:numbers-import", json!({})).await, @"
    ← message, only for them
    This button is from an earlier version; run the command again.
    ");
}

#[tokio::test]
async fn files_that_cannot_be_read_are_explained() {
    let options = || subcommand("import", json!([file_option("701")]));
    let mut all = String::new();

    let harness = Harness::start().await;
    harness.serve(PATH, [0xff, 0xfe, 0x00]);
    all.push_str(&harness.command("numbers", options()).await);

    let harness = Harness::start().await;
    harness.serve(PATH, vec![b'x'; (8 << 20) + 1]);
    all.push_str(&harness.command("numbers", options()).await);

    let harness = Harness::start().await;
    harness.serve(PATH, "number,user_id\n");
    harness.api.refuse(IMPORT, 413, "payload_too_large");
    all.push_str(&harness.command("numbers", options()).await);

    let harness = Harness::start().await;
    harness.serve(PATH, "a,b\n");
    let no_columns = json!({"field": "body", "detail": "expected the columns number and user_id."});
    let no_columns = with(problem(422, "invalid_value"), no_columns);
    harness.api.plant(IMPORT, 422, no_columns);
    all.push_str(&harness.command("numbers", options()).await);

    insta::assert_snapshot!(all, @"
    ← message, only for them
    That file is not plain text. Save it as CSV in UTF-8, or as JSON, and try again.
    ← message, only for them
    That file is too large for me. Leave out what is not needed, or split it, and try again.
    → POST /api/numbers/import?dry_run=true (once)
    ← message, only for them
    That file is too large for me. Leave out what is not needed, or split it, and try again.
    → POST /api/numbers/import?dry_run=true (once)
    ← message, only for them
    `file` cannot be used: expected the columns number and user_id. Change it and try again.
    ");
}

#[tokio::test]
async fn claims_are_exported() {
    let harness = Harness::start().await;
    harness.api.plant(
        "GET /api/numbers/export.csv",
        200,
        json!("number,class\n7,\n"),
    );
    let shown = harness.command("export", json!([])).await;
    assert!(
        shown.starts_with("→ GET /api/numbers/export.csv\n"),
        "{shown}"
    );
    assert!(shown.contains("filename=\"numbers.csv\""), "{shown}");
    assert!(shown.contains("number,class\n7,"), "{shown}");
}
