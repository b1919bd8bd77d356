//! The gateway breaks in every way that Discord knows, while members keep giving commands.

use paddock_e2e::{
    Setup, System, all_audit, all_members, assert_registered_once, member_name, welcome_or_update,
};
use paddock_sim_discord::{Hangup, Reply, SimDiscord};
use tokio::task::JoinSet;

/// How many people give commands.
const CROWD: usize = 45;
/// How many of them do so before anything breaks, and how many while it is broken.
const THIRD: usize = CROWD / 3;

/// A crowd that registers: one third before `break_it`, one third while the gateway takes no new
/// connection, one third once it does again. Gives each answer with the number of repetitions that
/// it took.
async fn register_while(system: &System, break_it: impl FnOnce(&SimDiscord)) -> Vec<(Reply, u32)> {
    let gateway = system.discord.gateway();
    let mut people = JoinSet::new();
    let mut send = |from: usize, to: usize| {
        for n in from..=to {
            let person = system.person(&member_name(n));
            people.spawn(System::insist(person, format!("/register name:Member {n}")));
        }
    };
    send(1, THIRD);
    // Some are answered, some on their way.
    system
        .until("the first answers are there", |view| {
            answers(view.requests()) >= THIRD / 4
        })
        .await;
    gateway.refuse_connections(true);
    break_it(&system.discord);
    send(THIRD + 1, 2 * THIRD);
    system
        .until("the bot has noticed", |view| view.connected() == 0)
        .await;
    gateway.refuse_connections(false);
    send(2 * THIRD + 1, CROWD);
    people.join_all().await
}

/// First responses that Discord took.
fn answers(requests: &[paddock_sim_discord::RecordedRequest]) -> usize {
    requests
        .iter()
        .filter(|request| request.path.ends_with("/callback"))
        .filter(|request| request.status.is_some_and(|status| status < 300))
        .count()
}

/// Nothing lost, nothing twice.
async fn assert_all_registered_once(system: &System) {
    let root = system.callers().root();
    let members = all_members(&root).await;
    assert_eq!(members.len(), CROWD);
    assert_registered_once(&members, &all_audit(&root).await);
}

/// What a resumed session makes of an interruption: nobody notices.
async fn assert_unnoticed(system: &System, replies: &[(Reply, u32)]) {
    assert_all_registered_once(system).await;
    for (reply, repetitions) in replies {
        assert_eq!(*repetitions, 0, "somebody had to repeat the command");
        assert!(welcome_or_update(reply), "{}", reply.text());
    }
    let gateway = system.discord.gateway();
    assert_eq!(gateway.identifies(), 1, "the session went on");
    assert!(gateway.resumes() >= 1);
    assert_eq!(answers(&system.discord.requests()), CROWD);
}

#[tokio::test]
async fn a_connection_that_is_cut_loses_no_command_and_repeats_none() {
    let system = System::with(Setup::crowd(CROWD)).await;
    let replies = register_while(&system, |discord| {
        discord.gateway().disconnect(Hangup::Drop);
    })
    .await;
    assert_unnoticed(&system, &replies).await;
}

#[tokio::test]
async fn a_connection_that_discord_closes_loses_no_command_and_repeats_none() {
    let system = System::with(Setup::crowd(CROWD)).await;
    let replies = register_while(&system, |discord| {
        discord.gateway().disconnect(Hangup::Close(4000));
    })
    .await;
    assert_unnoticed(&system, &replies).await;
}

#[tokio::test]
async fn a_requested_reconnect_loses_no_command_and_repeats_none() {
    let system = System::with(Setup::crowd(CROWD)).await;
    let replies = register_while(&system, SimDiscord::request_reconnect).await;
    assert_unnoticed(&system, &replies).await;
}

#[tokio::test]
async fn an_invalid_session_that_may_be_resumed_loses_no_command_and_repeats_none() {
    let system = System::with(Setup::crowd(CROWD)).await;
    let replies = register_while(&system, |discord| discord.invalidate_session(true)).await;
    assert_unnoticed(&system, &replies).await;
}

/// What was said without a session is lost to the bot, as it is with Discord: people see that the
/// application did not respond, and repeat it.
#[tokio::test]
async fn after_a_lost_session_whoever_repeats_a_command_is_registered_once() {
    let mut setup = Setup::crowd(CROWD);
    // Those who are not heard have to see it in reasonable time.
    setup.discord.response_limit = std::time::Duration::from_secs(5);
    let system = System::with(setup).await;
    let replies = register_while(&system, |discord| discord.invalidate_session(false)).await;
    assert_all_registered_once(&system).await;
    for (reply, repetitions) in &replies {
        let welcome = welcome_or_update(reply);
        assert!(
            welcome || *repetitions > 0,
            "registered twice by one command: {}",
            reply.text()
        );
    }
    assert_eq!(system.discord.gateway().identifies(), 2);
}

#[tokio::test]
async fn a_bot_that_is_stopped_and_started_goes_on_where_it_was() {
    let mut system = System::with(Setup::crowd(CROWD)).await;
    let mut people = JoinSet::new();
    let mut send = |system: &System, from: usize, to: usize| {
        for n in from..=to {
            let person = system.person(&member_name(n));
            people.spawn(System::insist(person, format!("/register name:Member {n}")));
        }
    };
    send(&system, 1, THIRD);
    system
        .until("the first answers are there", |view| {
            answers(view.requests()) >= THIRD / 4
        })
        .await;
    system.bot.stop().await;
    // Said to nobody, and replayed to the next run.
    send(&system, THIRD + 1, CROWD);
    system.start_bot().await;
    let replies = people.join_all().await;
    assert_unnoticed(&system, &replies).await;
}

#[tokio::test]
async fn a_killed_bot_identifies_anew_and_nobody_is_registered_twice() {
    let mut setup = Setup::crowd(CROWD);
    setup.discord.response_limit = std::time::Duration::from_secs(5);
    let mut system = System::with(setup).await;
    let mut people = JoinSet::new();
    for n in 1..=CROWD {
        let person = system.person(&member_name(n));
        people.spawn(System::insist(person, format!("/register name:Member {n}")));
    }
    system
        .until("the first answers are there", |view| {
            answers(view.requests()) >= THIRD / 4
        })
        .await;
    system.bot.kill().await;
    system.start_bot().await;
    people.join_all().await;
    assert_all_registered_once(&system).await;
    assert_eq!(system.discord.gateway().identifies(), 2);
}
