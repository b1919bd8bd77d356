//! Effects survive whatever happens to whom: each is done in Discord, and none is seen twice there.

use paddock_api::{FixedClock, Seams};
use paddock_api_types::Timestamp;
use paddock_api_types::effects::EffectState;
use paddock_api_types::members::RegisterMember;
use paddock_e2e::{Setup, System, all_effects, eventually, member_name, text};
use paddock_sim_discord::{Fault, RateLimitScope};
use std::sync::Arc;
use std::time::Duration;

/// Longer than any lease, shorter than Discord remembers a nonce.
const PAST_THE_LEASE: Duration = Duration::from_secs(150);

/// A system whose API has a clock that the test moves.
fn with_clock(mut setup: Setup) -> (Setup, Arc<FixedClock>) {
    let start: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
    let clock = Arc::new(FixedClock::at(start));
    setup.seams = Seams {
        clock: clock.clone(),
        ..Seams::default()
    };
    (setup, clock)
}

/// Registers and verifies a person without the bot.
async fn verify(system: &System, name: &str) {
    let user = system.user_id(name);
    let register = RegisterMember {
        display_name: text(name),
        external_id: None,
        discord_name: None,
    };
    let member = system.callers().member(user);
    member.register_member(&register).await.unwrap();
    system
        .callers()
        .root()
        .verify_member(user, None)
        .await
        .unwrap();
}

/// Sets the role for verified members without the bot.
async fn set_verified_role(system: &System) {
    let role = system.discord.role_id("Verified").to_string();
    let update = serde_json::json!({"verified_role_id": role});
    let update = serde_json::from_value(update).unwrap();
    system.callers().root().update_guild(&update).await.unwrap();
}

/// Waits until every effect is done, and gives how often each was tried.
async fn all_done(system: &System) -> Vec<u32> {
    let root = system.callers().root();
    eventually("every effect is done", async || {
        let effects = all_effects(&root).await;
        let done = !effects.is_empty() && effects.iter().all(|it| it.state == EffectState::Done);
        done.then(|| effects.iter().map(|it| it.attempts).collect())
    })
    .await
}

/// How often roles were given.
fn grants(system: &System) -> usize {
    let requests = system.discord.requests().into_iter();
    requests
        .filter(|it| it.method == "PUT" && it.path.contains("/roles/"))
        .count()
}

#[tokio::test]
async fn effects_that_pile_up_without_a_bot_are_done_once_each() {
    const CROWD: usize = 25;
    let mut system = System::without_bot(Setup::crowd(CROWD)).await;
    set_verified_role(&system).await;
    let names: Vec<_> = (1..=CROWD).map(member_name).collect();
    for (n, name) in names.iter().enumerate() {
        verify(&system, name).await;
        if n == CROWD / 2 {
            system.kill_api().await;
            system.start_api().await;
        }
    }
    system.stop_api().await;
    system.start_api().await;
    let waiting = all_effects(&system.callers().root()).await;
    assert_eq!(waiting.len(), 2 * CROWD);
    assert!(waiting.iter().all(|it| it.state == EffectState::Pending));

    system.start_bot().await;
    assert_eq!(all_done(&system).await, vec![1; 2 * CROWD]);
    for name in &names {
        assert_eq!(system.discord.member_roles(name), ["Verified"], "{name}");
        assert_eq!(system.discord.dms(name).len(), 1, "{name}");
    }
    assert_eq!(grants(&system), CROWD);
}

#[tokio::test]
async fn effects_go_on_when_the_api_is_killed_under_the_bot() {
    const CROWD: usize = 25;
    let (setup, clock) = with_clock(Setup::crowd(CROWD));
    let mut system = System::with(setup).await;
    set_verified_role(&system).await;
    for n in 1..=CROWD {
        verify(&system, &member_name(n)).await;
    }
    system
        .until("some roles are given", |view| {
            (1..=CROWD).any(|n| !view.member_roles(&member_name(n)).is_empty())
        })
        .await;
    system.kill_api().await;
    system.start_api().await;
    // What was given to the bot and never reached it, or was reported to nobody.
    clock.advance(PAST_THE_LEASE);
    all_done(&system).await;
    for n in 1..=CROWD {
        let name = member_name(n);
        assert_eq!(system.discord.member_roles(&name), ["Verified"], "{name}");
        assert_eq!(system.discord.dms(&name).len(), 1, "{name}");
    }
}

#[tokio::test]
async fn what_a_killed_bot_had_leased_is_done_by_the_next_one() {
    let (setup, clock) = with_clock(Setup::default());
    let mut system = System::with(setup).await;
    set_verified_role(&system).await;
    // Discord swallows the request, so that the bot is in the middle of it when it dies.
    system
        .discord
        .fail_next(("PUT", "guilds/*/members/*/roles"), Fault::Hang, 1);
    verify(&system, "ada").await;
    system
        .until("the role is asked for", |view| {
            view.requests().iter().any(|it| it.path.contains("/roles/"))
        })
        .await;
    let root = system.callers().root();
    eventually("nothing but the role is under way", async || {
        let effects = all_effects(&root).await;
        let open = effects.iter().filter(|it| it.state != EffectState::Done);
        let open: Vec<_> = open.map(|it| it.state).collect();
        (open == [EffectState::Leased]).then_some(())
    })
    .await;
    system.bot.kill().await;
    system.start_bot().await;
    // Everybody else is served meanwhile; Ada waits for the end of the lease.
    verify(&system, "grace").await;
    system.until_roles("grace", &["Verified"]).await;
    system.until_effect(EffectState::Leased).await;
    assert!(system.discord.member_roles("ada").is_empty());

    clock.advance(PAST_THE_LEASE);
    system.until_roles("ada", &["Verified"]).await;
    let tries = all_done(&system).await;
    assert_eq!(tries.iter().filter(|tries| **tries == 2).count(), 1);
    assert_eq!(system.discord.dms("ada").len(), 1);
}

#[tokio::test]
async fn a_message_that_was_sent_and_never_reported_is_not_seen_twice() {
    let (setup, clock) = with_clock(Setup::default());
    let mut system = System::with(setup).await;
    // Discord lets the bot wait, and meanwhile the API goes away: the message is sent, and nobody
    // hears of it.
    let limit = Fault::RateLimited {
        scope: RateLimitScope::User,
        retry_after: Duration::from_secs(2),
    };
    system
        .discord
        .fail_next(("POST", "users/@me/channels"), limit, 1);
    verify(&system, "ada").await;
    system
        .until("the bot has to wait", |view| {
            view.requests().iter().any(|it| it.status == Some(429))
        })
        .await;
    system.kill_api().await;
    system
        .until("Ada is told", |view| view.dms("ada").len() == 1)
        .await;
    system.bot.kill().await;
    system.start_api().await;
    system.start_bot().await;
    system.until_effect(EffectState::Leased).await;

    clock.advance(PAST_THE_LEASE);
    assert_eq!(all_done(&system).await, [2]);
    let sent = system.discord.requests().into_iter();
    let sent = sent.filter(|it| it.method == "POST" && it.path.ends_with("/messages"));
    assert_eq!(sent.count(), 2, "it was sent again, with the same nonce");
    assert_eq!(system.discord.dms("ada").len(), 1);
}

#[tokio::test]
async fn a_message_whose_answer_was_lost_is_not_seen_twice() {
    let (setup, clock) = with_clock(Setup::default());
    let system = System::with(setup).await;
    system
        .discord
        .fail_next(("POST", "channels/*/messages"), Fault::AppliedThen(502), 1);
    verify(&system, "ada").await;
    let root = system.callers().root();
    eventually("the loss is reported", async || {
        let effects = all_effects(&root).await;
        effects
            .iter()
            .any(|it| it.last_error.is_some())
            .then_some(())
    })
    .await;
    clock.advance(PAST_THE_LEASE);
    assert_eq!(all_done(&system).await, [2]);
    assert_eq!(system.discord.dms("ada").len(), 1);
}

#[tokio::test]
async fn an_outage_of_discord_is_ridden_out() {
    let (setup, clock) = with_clock(Setup::default());
    let system = System::with(setup).await;
    set_verified_role(&system).await;
    for fault in [Fault::Status(500), Fault::Garbage, Fault::Status(503)] {
        let roles = ("PUT", "guilds/*/members/*/roles");
        system.discord.fail_next(roles, fault, 1);
    }
    verify(&system, "ada").await;
    let root = system.callers().root();
    for failures in 1..=3 {
        eventually("another failure is reported", async || {
            let effects = all_effects(&root).await;
            effects
                .iter()
                .any(|it| it.attempts == failures && it.state == EffectState::Pending)
                .then_some(())
        })
        .await;
        clock.advance(PAST_THE_LEASE);
    }
    system.until_roles("ada", &["Verified"]).await;
    all_done(&system).await;
}
