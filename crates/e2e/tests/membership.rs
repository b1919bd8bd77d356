//! A member who leaves the server and comes back is as they were.

use paddock_api_types::members::{Member, MemberStatus};
use paddock_e2e::{System, all_audit, eventually};

/// Waits until the API knows that somebody is there, or gone.
async fn known(system: &System, name: &str, in_guild: bool) -> Member {
    let (root, user) = (system.callers().root(), system.user_id(name));
    eventually(format!("{name} is there: {in_guild}"), async || {
        let member = root.get_member(user).await.unwrap();
        (member.in_guild == in_guild).then_some(member)
    })
    .await
}

async fn with_members() -> System {
    let system = System::start().await;
    system
        .say("ada", "/register name:Ada Lovelace external_id:42")
        .await;
    system.say("grace", "/register name:Grace Hopper").await;
    system.say("owner", "/verify member:@ada").await;
    system.say("owner", "/access grant member:@ada").await;
    system.say("owner", "/admin grant member:@ada").await;
    system
}

/// All but the time of the change, and the nickname, which Discord takes from members who leave.
fn assert_same(before: &Member, after: &Member) {
    let after = Member {
        updated_at: before.updated_at,
        discord_name: before.discord_name.clone(),
        ..after.clone()
    };
    assert_eq!(*before, after);
}

#[tokio::test]
async fn leaving_and_coming_back_changes_nothing() {
    let system = with_members().await;
    let token = system.say("ada", "/token create name:sheet").await;
    let token = token.content.split("```").nth(1).unwrap().trim().to_owned();
    let token = system.callers().token(&token);
    let before = token.get_me().await.unwrap().member;

    system.discord.leave("ada");
    let gone = known(&system, "ada", false).await;
    assert_eq!(gone.status, MemberStatus::Verified);
    assert_eq!(gone.display_name, "Ada Lovelace");
    // A member who is gone has no rights here until they are back.
    let error = token.get_me().await.unwrap_err();
    assert_eq!(error.problem().unwrap().status, 403);

    system.discord.join("ada");
    let back = known(&system, "ada", true).await;
    assert_same(&before, &back);
    assert_same(&before, &token.get_me().await.unwrap().member);
    let me = system.say("ada", "/me").await;
    assert!(me.text().contains("verified"), "{}", me.text());

    let audit = all_audit(&system.callers().root()).await;
    let subject = format!("member:{}", before.user_id);
    let moves: Vec<_> = audit
        .iter()
        .filter(|entry| entry.subject == subject && entry.after.contains_key("in_guild"))
        .map(|entry| entry.action.as_str())
        .collect();
    assert_eq!(moves, ["member.left", "member.returned"]);
}

#[tokio::test]
async fn leaving_while_the_bot_is_stopped_is_noticed_on_its_return() {
    let mut system = with_members().await;
    system.bot.stop().await;
    system.discord.leave("ada");
    system.start_bot().await;
    known(&system, "ada", false).await;
    known(&system, "grace", true).await;
}

#[tokio::test]
async fn leaving_while_the_bot_is_dead_is_noticed_on_its_return() {
    let mut system = with_members().await;
    system.bot.kill().await;
    system.discord.leave("ada");
    system.discord.rejoin("grace");
    system.start_bot().await;
    known(&system, "ada", false).await;
    known(&system, "grace", true).await;
    // And the other way round.
    system.bot.kill().await;
    system.discord.join("ada");
    system.start_bot().await;
    known(&system, "ada", true).await;
}

#[tokio::test]
async fn leaving_while_the_api_is_down_is_noticed_on_its_return() {
    let mut system = with_members().await;
    system.kill_api().await;
    system.discord.leave("ada");
    system.start_api().await;
    known(&system, "ada", false).await;
    known(&system, "grace", true).await;
}
