use crate::test::Harness;
use serde_json::json;

#[tokio::test]
async fn help_lists_every_command() {
    let harness = Harness::start().await;
    insta::assert_snapshot!(harness.command("help", json!([])).await, @"
    ← message, only for them
    # What you can do here
    **For everyone**
    `/help` What you can do here
    `/ping` Whether Paddock is awake, and how fast
    `/register` Register, or change your names
    `/me` What Paddock knows about you
    `/privacy export` A copy of everything, as a file
    `/privacy delete` Erase everything; you are asked once more
    `/token create` Make a token; it is shown once
    `/token list` Your tokens, newest first
    `/token revoke` Make a token stop working at once

    **For admins**
    `/members` Who is registered, oldest first
    `/verify` Let a member take part
    `/reject` Turn a registration down, or withdraw the verification
    `/ban` Refuse a member everything in Paddock; Discord is not touched
    `/unban` Lift a ban; the member waits for verification again
    `/admin grant` Make a verified member an admin
    `/admin revoke` Take admin from a member
    `/admin list` Admins granted in Paddock
    `/access grant` Let a verified member make API tokens
    `/access revoke` Take API access from a member; their tokens stop working at once
    `/setup` Set Paddock up for this server
    `/config show` How this server is set up
    `/config league` The iRacing league of this server
    `/config numbers` Which car numbers can be claimed
    `/config channel` Which channel serves what
    `/config role` Which role means what
    `/config clear` Put a setting back to its default
    `/checkup` What Paddock needs in this server, and what is missing
    `/auditlog` What was changed, by whom, newest first
    ");
}

#[tokio::test]
async fn help_has_no_more_pages_than_it_says() {
    let harness = Harness::start().await;
    let last = harness.press("v1:help:-:99").await;
    assert!(
        last.starts_with("← update\n# What you can do here"),
        "{last}"
    );
    assert!(!last.contains("Next"), "{last}");
}

#[tokio::test]
async fn ping_tells_of_an_api_that_does_not_answer() {
    let harness = Harness::start().await;
    let version = json!({"name": "paddock", "version": "1.2.3", "database": "sqlite"});
    harness.api.plant("GET /version", 200, version);
    let pong = harness.command("ping", json!([])).await;
    assert!(pong.contains("Pong! Your command took "), "{pong}");
    assert!(pong.contains("(version 1.2.3)."), "{pong}");

    let harness = Harness::start().await;
    let pong = harness.command("ping", json!([])).await;
    assert!(pong.contains("The API does not answer just now"), "{pong}");
}
