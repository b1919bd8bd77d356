//! Exchanges that are written down.

use std::fs;

use paddock_sim_discord::Options;
use serde_json::{Value, json};
use twilight_model::id::Id;

use crate::helpers::{http, start};

#[tokio::test]
async fn a_request_is_written_down_with_its_answer() {
    let folder = tempfile::tempdir().unwrap();
    let options = Options {
        exchanges: Some(folder.path().join("new")),
        ..Options::default()
    };
    let sim = start(options).await;
    let (http, channel) = (http(&sim), Id::new(sim.channel_id("general")));
    http.create_message(channel).content("hello").await.unwrap();
    http.channel_messages(channel).limit(200).await.unwrap_err();
    http.channel_messages(channel).limit(5).await.unwrap();

    let files: Vec<_> = fs::read_dir(folder.path().join("new")).unwrap().collect();
    assert_eq!(files.len(), 1);
    let text = fs::read_to_string(files[0].as_ref().unwrap().path()).unwrap();
    let lines: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let path = format!("/v10/channels/{channel}/messages");
    assert_eq!(lines.len(), 2, "the client refused one itself");
    assert_eq!(lines[0]["method"], "POST");
    assert_eq!(lines[0]["path"], path);
    assert_eq!(lines[0]["query"], Value::Null);
    assert_eq!(lines[0]["body"], json!({"content": "hello"}));
    assert_eq!(lines[0]["files"], 0);
    assert_eq!(lines[0]["status"], 200);
    assert_eq!(lines[0]["answer"]["content"], "hello");
    assert_eq!(lines[1]["query"], "limit=5");
    assert_eq!(lines[1]["body"], Value::Null);
    assert_eq!(lines[1]["answer"][0]["id"], lines[0]["answer"]["id"]);
}
