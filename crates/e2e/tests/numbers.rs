//! Car numbers: claimed, waited for, traded and imported, with buttons in direct messages.

use paddock_e2e::System;
use paddock_sim_discord::{Message, Reply};

/// A server in which these people are verified.
async fn with_verified(names: &[&str]) -> System {
    let system = System::start().await;
    verify(&system, names).await;
    system
}

/// Registers and verifies these people.
pub(crate) async fn verify(system: &System, names: &[&str]) {
    for name in names {
        system.say(name, &format!("/register name:{name}")).await;
        system
            .say("owner", &format!("/verify member:@{name}"))
            .await;
    }
}

/// What this command answers holds this text.
pub(crate) async fn expect(system: &System, name: &str, command: &str, text: &str) -> Reply {
    let reply = system.say(name, command).await;
    assert!(reply.text().contains(text), "{command}: {}", reply.text());
    reply
}

/// The direct message with this text, once it has arrived.
async fn direct_message(system: &System, name: &str, text: &str) -> Message {
    let has_it = |message: &Message| message.content.contains(text);
    system
        .until(format!("{name} reads {text}"), |view| {
            view.dms(name).iter().any(has_it)
        })
        .await;
    let mut all = system.discord.dms(name).into_iter();
    all.find(has_it).unwrap()
}

#[tokio::test]
async fn a_number_that_is_taken_is_waited_for_and_taken_by_direct_message() {
    let system = with_verified(&["ada", "grace"]).await;
    expect(&system, "ada", "/claim number:7", "✅ **#7** is yours.").await;
    let refused = expect(&system, "grace", "/claim number:7", "Free nearby: 6, 8").await;
    assert!(refused.content.contains("**ada**"), "{}", refused.content);
    let grace = system.person("grace");
    let waits = grace.press(&refused, "Wait for it").await.unwrap();
    let first = "You are the first in line for **#7**";
    assert!(waits.content.contains(first), "{}", waits.content);

    expect(&system, "ada", "/release number:7", "no longer yours").await;
    let held = direct_message(&system, "grace", "You waited for **#7**").await;
    let reserved = expect(&system, "ada", "/claim number:7", "is reserved").await;
    assert!(reserved.button("Claim 6").is_some(), "{}", reserved.text());
    let taken = grace.in_dm().press(&held, "Take it").await.unwrap();
    assert_eq!(taken.content, "✅ **#7** is yours.");
    expect(
        &system,
        "ada",
        "/check number:7",
        "(**grace**) has held **#7**",
    )
    .await;

    // One of those nearby, by its button.
    let six = system
        .person("ada")
        .press(&reserved, "Claim 6")
        .await
        .unwrap();
    assert_eq!(six.content, "✅ **#6** is yours.");
    expect(&system, "ada", "/available", "0-5, 8-999").await;
}

#[tokio::test]
async fn a_trade_is_decided_once_and_by_the_other_side() {
    let system = with_verified(&["ada", "grace"]).await;
    expect(&system, "ada", "/claim number:7", "is yours").await;
    expect(&system, "grace", "/claim number:08", "is yours").await;
    let offer = "/trade offer member:@grace gives:7 wants:08";
    let offered = expect(&system, "ada", offer, "⏳ Offered: **#7** for **#08**").await;
    let message = direct_message(&system, "grace", "offers you **#7** for your **#08**").await;

    let grace = system.person("grace").in_dm();
    let done = grace.press(&message, "Accept").await.unwrap();
    assert!(
        done.content.starts_with("✅ Done: **#7** is yours now"),
        "{}",
        done.content
    );
    direct_message(&system, "ada", "accepted: **#08**").await;
    expect(&system, "ada", "/mynumbers", "**#08**").await;
    expect(&system, "grace", "/roster", "**#7** @Amazing Grace").await;

    // Too late to withdraw it.
    let late = system.person("ada").press(&offered, "Withdraw it").await;
    let late = late.unwrap().text();
    assert!(late.contains("That offer was accepted already."), "{late}");
}

#[tokio::test]
async fn an_export_is_imported_again() {
    let system = with_verified(&["ada", "grace"]).await;
    expect(&system, "ada", "/claim number:007", "is yours").await;
    let exported = expect(&system, "owner", "/export", "Every claim").await;
    let file = exported.attachments[0].text();
    assert!(file.contains(",ada,"), "{file}");
    expect(
        &system,
        "owner",
        "/numbers newseason priority_days:0",
        "It takes every number",
    )
    .await;
    let question = system
        .say("owner", "/forcerelease number:007 reason:new *season*")
        .await;
    let owner = system.person("owner");
    owner.press(&question, "Take it back").await.unwrap();
    direct_message(&system, "ada", r"took **#007** from you: new \*season\*").await;

    let importing = owner.with_file("numbers.csv", file.as_bytes());
    let planned = importing
        .slash("/numbers import file:numbers.csv")
        .await
        .unwrap();
    assert!(
        planned.content.starts_with("**Import 1 claim?**"),
        "{}",
        planned.text()
    );
    let imported = importing.press(&planned, "Import it").await.unwrap();
    assert_eq!(imported.content, "✅ 1 claim imported.");
    expect(&system, "ada", "/mynumbers", "**#007**").await;
    let again = importing
        .slash("/numbers import file:numbers.csv")
        .await
        .unwrap();
    assert!(
        again.content.starts_with("There is nothing to import."),
        "{}",
        again.text()
    );
}

#[tokio::test]
async fn an_uploaded_roster_is_compared_with_claims() {
    let system = with_verified(&["ada", "grace"]).await;
    let roster = "cust_id,car_number,nick_name\n100,7,Ada A\n200,8,Bert B\n";
    let owner = system.person("owner").with_file("roster.csv", roster);
    let uploaded = owner.slash("/numbers roster-upload file:roster.csv").await;
    let uploaded = uploaded.unwrap().text();
    assert!(
        uploaded.contains("2 drivers, 2 with a number"),
        "{uploaded}"
    );

    let on_roster = "A driver of the iRacing league has that number.";
    expect(&system, "ada", "/claim number:7", on_roster).await;
    let linked = expect(&system, "ada", "/link iracing_id:100", "May others see").await;
    let agreed = system
        .person("ada")
        .press(&linked, "Others may see it")
        .await;
    let agreed = agreed.unwrap().text();
    assert!(agreed.contains("Others may see your iRacing"), "{agreed}");
    let harmony = "The roster of the iRacing league agrees.";
    expect(&system, "ada", "/claim number:7", harmony).await;
    expect(&system, "grace", "/claim number:9", "is yours").await;

    let status = expect(&system, "grace", "/syncstatus", "✅ 1 match").await;
    let matches = system.person("grace").press(&status, "Matches (1)").await;
    let matches = matches.unwrap().text();
    assert!(matches.contains("7: ada (100)"), "{matches}");
    for (list, line) in [
        ("to assign in iRacing", "9: grace (not linked)"),
        // Whoever has not agreed is shown by number only.
        ("on the roster without a claim", "8: a driver"),
    ] {
        expect(&system, "grace", &format!("/syncstatus list:{list}"), line).await;
    }
}
