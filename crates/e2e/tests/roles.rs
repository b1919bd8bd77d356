//! Roles that Paddock owes its members converge in Discord, whatever happens there.

use paddock_api_types::effects::{Effect, EffectAction, EffectErrorCode, EffectState};
use paddock_e2e::{Setup, System, all_audit, all_effects, eventually, member_name};
use paddock_sim_discord::{RecordedRequest, Reply};

/// Ada registered and verified, where verified members get the role `Verified`.
async fn verified_with_role() -> System {
    let system = System::start().await;
    let saved = system.say("owner", "/setup verified_role:@Verified").await;
    assert!(saved.content.starts_with("Saved."), "{}", saved.text());
    system.say("ada", "/register name:Ada Lovelace").await;
    assert!(system.discord.member_roles("ada").is_empty());
    system.say("owner", "/verify member:@ada").await;
    system.until_roles("ada", &["Verified"]).await;
    system
}

#[tokio::test]
async fn a_verified_member_has_the_role_and_a_rejected_one_loses_it() {
    let system = verified_with_role().await;
    system
        .until("Ada is told", |view| view.dms("ada").len() == 1)
        .await;
    let rejected = system
        .say("owner", "/reject member:@ada reason:never at the start")
        .await;
    assert!(
        rejected.content.contains("is rejected"),
        "{}",
        rejected.content
    );
    system.until_roles("ada", &[]).await;
    system
        .until("Ada is told why", |view| {
            let said = view.dms("ada");
            said.len() == 2 && said[1].content.contains("never at the start")
        })
        .await;
    system.say("owner", "/verify member:@ada").await;
    system.until_roles("ada", &["Verified"]).await;
}

#[tokio::test]
async fn whoever_leaves_and_comes_back_has_the_role_again() {
    let system = verified_with_role().await;
    system.discord.leave("ada");
    system.discord.join("ada");
    system.until_roles("ada", &["Verified"]).await;
}

#[tokio::test]
async fn whoever_comes_back_has_the_role_again_once_they_accept_the_rules() {
    let system = verified_with_role().await;
    let so_far = system.discord.requests().len();
    system.discord.leave("ada");
    system.discord.join_pending("ada");
    heard(&system, "ada", "Ada at the door").await;
    let accepted_ms = system.discord.now_ms();
    system.discord.accept_rules("ada");
    system.until_roles("ada", &["Verified"]).await;
    let asked = system.discord.requests();
    let grants_role = |it: &&RecordedRequest| it.method == "PUT" && it.path.contains("/roles/");
    let grants: Vec<_> = asked[so_far..].iter().filter(grants_role).collect();
    assert!(!grants.is_empty());
    assert!(
        grants.iter().all(|it| it.at_ms >= accepted_ms),
        "{grants:?}"
    );
}

#[tokio::test]
async fn a_role_taken_by_hand_comes_back_and_others_are_left_alone() {
    let system = verified_with_role().await;
    system.discord.set_roles("ada", &["Driver"]);
    system.until_roles("ada", &["Driver", "Verified"]).await;
    // The role of a member whom Paddock does not know is nobody's business.
    system.discord.set_roles("grace", &["Verified"]);
    system.discord.set_roles("ada", &["Driver", "Champion"]);
    system
        .until_roles("ada", &["Champion", "Driver", "Verified"])
        .await;
    assert_eq!(system.discord.member_roles("grace"), ["Verified"]);
}

/// Renames a person and waits until the API knows it, and with it everything that happened before.
async fn heard(system: &System, name: &str, nick: &str) {
    system.discord.set_nick(name, Some(nick));
    let (root, user) = (system.callers().root(), system.user_id(name));
    eventually("a change in Discord is reported", async || {
        let member = root.get_member(user).await.unwrap();
        (member.discord_name.as_deref() == Some(nick)).then_some(())
    })
    .await;
}

#[tokio::test]
async fn once_taken_back_the_role_is_left_to_whoever_gives_it_by_hand() {
    let system = verified_with_role().await;
    system.say("owner", "/reject member:@ada").await;
    system.until_roles("ada", &[]).await;
    heard(&system, "ada", "without the role").await;
    system.discord.set_roles("ada", &["Verified"]);
    heard(&system, "ada", "with the role").await;
    let root = system.callers().root();
    eventually("every effect is done", async || {
        let effects = all_effects(&root).await;
        let done = effects.iter().all(|it| it.state == EffectState::Done);
        done.then_some(())
    })
    .await;
    assert_eq!(system.discord.member_roles("ada"), ["Verified"]);
}

#[tokio::test]
async fn another_setting_moves_everybody() {
    let mut setup = Setup::crowd(60);
    setup.discord.seed = setup.discord.seed.role("Rookie", 0);
    let system = System::with(setup).await;
    system.say("owner", "/setup verified_role:@Verified").await;
    let names: Vec<_> = (1..=60).map(member_name).collect();
    for name in &names {
        let member = system.callers().member(system.user_id(name));
        let register = serde_json::from_value(serde_json::json!({"display_name": name})).unwrap();
        member.register_member(&register).await.unwrap();
        let root = system.callers().root();
        root.verify_member(system.user_id(name), None)
            .await
            .unwrap();
    }
    system
        .until("everybody has the role", |view| {
            names
                .iter()
                .all(|name| view.member_roles(name) == ["Verified"])
        })
        .await;
    system.say("owner", "/setup verified_role:@Rookie").await;
    system
        .until("everybody has the other role", |view| {
            names
                .iter()
                .all(|name| view.member_roles(name) == ["Rookie"])
        })
        .await;
    system
        .say("owner", "/config clear setting:verified role")
        .await;
    system
        .until("nobody has either", |view| {
            names.iter().all(|name| view.member_roles(name).is_empty())
        })
        .await;
}

/// Ada verified, where the role for verified members stands above the bot's own: it could not be
/// given, and `/checkup` says so.
async fn out_of_reach() -> (System, Effect, Reply) {
    let system = System::start().await;
    system.say("owner", "/setup verified_role:@Verified").await;
    system.discord.move_role("Verified", 40);
    system.say("ada", "/register name:Ada Lovelace").await;
    let verified = system.say("owner", "/verify member:@ada").await;
    assert!(
        verified.content.contains("is verified"),
        "{}",
        verified.text()
    );
    let failed = system.until_effect(EffectState::Failed).await;
    assert_eq!(failed.last_error, Some(EffectErrorCode::MissingPermission));
    assert!(matches!(failed.action, EffectAction::GrantRole { .. }));
    let checkup = eventually("the role's place is reported", async || {
        let checkup = system.say("owner", "/checkup").await;
        let text = checkup.text();
        text.contains("drag the bot's role above this one")
            .then_some(checkup)
    })
    .await;
    let (role, ada) = (system.discord.role_id("Verified"), system.user_id("ada"));
    let named = format!("Could not give <@&{role}> to <@{ada}>");
    let sent = serde_json::to_string(&checkup.embeds).unwrap();
    assert!(sent.contains(&named), "{}", checkup.text());
    (system, failed, checkup)
}

/// Waits until `/checkup` finds no problem.
async fn all_is_well(system: &System) {
    eventually("all is well", async || {
        let checkup = system.say("owner", "/checkup").await.text();
        checkup.contains("All is well").then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_role_out_of_reach_is_given_once_it_is_within_and_the_effect_is_retried() {
    let (system, failed, _) = out_of_reach().await;
    system.discord.move_role("Paddock", 50);
    let root = system.callers().root();
    root.retry_effect(failed.id).await.unwrap();
    system.until_roles("ada", &["Verified"]).await;
    eventually("the effect is done", async || {
        let effects = all_effects(&root).await;
        let effect = effects.iter().find(|effect| effect.id == failed.id)?;
        (effect.state == EffectState::Done).then_some(())
    })
    .await;
    all_is_well(&system).await;
    let audit = all_audit(&root).await;
    let retries = audit.iter().filter(|it| it.action == "effect.retried");
    assert_eq!(retries.count(), 1);
    // What is done cannot be retried.
    let error = root.retry_effect(failed.id).await.unwrap_err();
    assert_eq!(error.problem().unwrap().status, 409);
}

#[tokio::test]
async fn a_role_out_of_reach_is_given_once_it_is_within_and_the_button_is_pressed() {
    let (system, _, checkup) = out_of_reach().await;
    let owner = system.person("owner");
    owner.press(&checkup, "Retry what failed").await.unwrap();
    // Too early: nothing was resolved.
    let again = system.until_effect(EffectState::Failed).await;
    assert_eq!(again.last_error, Some(EffectErrorCode::MissingPermission));
    system.discord.move_role("Paddock", 50);
    owner.press(&checkup, "Retry what failed").await.unwrap();
    system.until_roles("ada", &["Verified"]).await;
    all_is_well(&system).await;
}

#[tokio::test]
async fn a_member_who_takes_no_messages_is_no_fault_that_an_admin_hears_of() {
    let system = System::start().await;
    system.say("owner", "/setup verified_role:@Verified").await;
    system.discord.set_dm_closed("ada", true);
    system.say("ada", "/register name:Ada Lovelace").await;
    let verified = system.say("owner", "/verify member:@ada").await;
    assert!(
        verified.content.contains("is verified"),
        "{}",
        verified.text()
    );
    // The message does not stand in the way of the role.
    system.until_roles("ada", &["Verified"]).await;
    let failed = system.until_effect(EffectState::Failed).await;
    assert_eq!(
        failed.last_error,
        Some(EffectErrorCode::CannotDirectMessage)
    );
    all_is_well(&system).await;
    assert!(system.discord.dms("ada").is_empty());
}

#[tokio::test]
async fn registrations_are_decided_where_they_are_announced() {
    let system = System::start().await;
    system.say("owner", "/setup review_channel:#review").await;
    system.say("ada", "/register name:Ada Lovelace").await;
    system.say("grace", "/register name:Grace Hopper").await;
    system
        .until("both wait for a review", |view| {
            view.messages("review").len() == 2
        })
        .await;
    let posted = system.discord.messages("review");
    let of = |name: &str| {
        let found = posted.iter().find(|message| {
            let text = serde_json::to_string(&message.embeds).unwrap();
            text.contains(name)
        });
        found.unwrap().clone()
    };
    let owner = system.person("owner").in_channel("review");
    let verified = owner.press(&of("Ada"), "Verify").await.unwrap();
    assert!(
        verified.content.contains("was verified by"),
        "{}",
        verified.text()
    );
    let form = owner.press(&of("Grace"), "Reject").await.unwrap();
    let rejected = owner
        .submit_modal(&form, &[("reason", "not of this league")])
        .await
        .unwrap();
    assert!(
        rejected.content.contains("was rejected by"),
        "{}",
        rejected.text()
    );
    system
        .until("both are told", |view| {
            view.dms("ada").len() == 1 && view.dms("grace").len() == 1
        })
        .await;
    assert!(
        system.discord.dms("grace")[0]
            .content
            .contains("not of this league")
    );
}
