//! A log that cannot be written costs log lines, and nothing else.

use paddock_api_types::members::RegisterMember;
use paddock_e2e::{Callers, Installation, Port, Signal, eventually, text};
use std::fs::File;
use std::io::pipe;
use std::process::Stdio;

/// Starts the API with this log, and has it answer, count what was lost, and stop.
async fn works_without(log: Stdio) {
    works(log, async |url| {
        eventually("lost lines are counted", async || {
            let metrics = reqwest::get(format!("{url}/metrics")).await.unwrap();
            let metrics = metrics.text().await.unwrap();
            let lost = metrics
                .lines()
                .find_map(|line| line.strip_prefix("paddock_log_lines_lost_total "))
                .expect("there is a counter");
            (lost.parse::<u64>().unwrap() > 0).then_some(())
        })
        .await;
    })
    .await;
}

/// Starts the API with this log, and has it answer, do this as well, and stop.
async fn works(log: Stdio, also: impl AsyncFnOnce(&str)) {
    // The address is usually found in the log, so this time the test chooses it.
    let port = Port::reserve();
    let address = port.address();
    let mut installation = Installation::configured().with("PADDOCK_LISTEN", &address.to_string());
    let mut api = installation.start_logging_to(&["api"], log);
    let url = format!("http://{address}");
    eventually("the API answers", async || {
        reqwest::get(format!("{url}/healthz")).await.ok()
    })
    .await;
    let root = Callers::new(&url, installation.bot_key()).root();
    let ada = RegisterMember {
        display_name: text("Ada Lovelace"),
        external_id: None,
        discord_name: None,
    };
    root.register_member(&ada).await.unwrap();
    let me = root.get_me().await.unwrap();
    assert_eq!(me.member.display_name, "Ada Lovelace");
    also(&url).await;
    api.signal(Signal::Terminate);
    assert_eq!(api.ended().await.code(), Some(0));
}

#[tokio::test]
async fn the_service_works_when_nobody_reads_its_log() {
    let (reader, writer) = pipe().unwrap();
    drop(reader);
    works_without(writer.into()).await;
}

#[tokio::test]
async fn the_service_works_when_the_disk_of_its_log_is_full() {
    let full = File::options().write(true).open("/dev/full").unwrap();
    works_without(full.into()).await;
}

/// More lines than a pipe holds: whoever writes them would wait for ever.
#[tokio::test]
async fn the_service_works_when_the_pipe_of_its_log_is_full() {
    let (_reader, writer) = pipe().unwrap();
    works(writer.into(), async |url| {
        for _ in 0..1000 {
            let unknown = reqwest::get(format!("{url}/api/nothing")).await;
            assert_eq!(unknown.unwrap().status(), 404);
        }
    })
    .await;
}
