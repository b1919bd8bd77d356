//! Presences of staff, from Discord through the bot to the roster of the API, and what becomes of the
//! rest without the intents that they need.

use paddock_api::{Clock as _, FixedClock, Seams, SystemClock};
use paddock_api_client::Client;
use paddock_api_types::UserId;
use paddock_api_types::staff::{AddStaff, StaffMember, StaffStatus, UnknownBecause};
use paddock_e2e::{Setup, System, eventually, user_id};
use paddock_sim_discord::{Hangup, Presence, View, activity, intents};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Puts people on the roster, and waits until each is known.
pub(crate) async fn hire(system: &System, people: &[&str]) -> Client {
    let root = system.callers().root();
    for name in people {
        let user = user_id(&system.discord, name);
        root.add_staff(user, &AddStaff::default()).await.unwrap();
    }
    root
}

async fn roster_of(client: &Client, user: UserId) -> StaffMember {
    let roster = client.get_staff_roster().await.unwrap();
    let found = roster.members.into_iter().find(|it| it.user_id == user);
    found.expect("on the roster")
}

/// Waits until somebody has this status in the roster.
pub(crate) async fn until_status(
    client: &Client,
    user: UserId,
    status: StaffStatus,
) -> StaffMember {
    eventually(format!("{user} is {status:?}"), async || {
        let member = roster_of(client, user).await;
        (member.discord_status == status).then_some(member)
    })
    .await
}

#[tokio::test]
async fn what_changes_in_discord_is_in_the_roster_within_a_second() {
    let system = System::start().await;
    let root = hire(&system, &["mira", "ada", "alan"]).await;
    let id = |name| user_id(&system.discord, name);
    let (mira, ada, alan) = (id("mira"), id("ada"), id("alan"));
    let shown = until_status(&root, mira, StaffStatus::Online).await;
    let custom = shown.discord_custom_status.as_deref();
    assert_eq!(custom, Some("🏁 Stewarding tonight"));
    assert!(shown.platforms.mobile.is_some());
    until_status(&root, alan, StaffStatus::Offline).await;

    until_status(&root, ada, StaffStatus::Online).await;
    let begun = Instant::now();
    let racing = Presence::new("dnd").doing(activity::playing("iRacing"));
    system.discord.show("ada", racing);
    let shown = until_status(&root, ada, StaffStatus::Dnd).await;
    let took = begun.elapsed();
    assert!(took < Duration::from_secs(1), "{took:?}");
    let doing = shown.discord_activity.unwrap_or_default();
    assert!(doing.contains("iRacing"), "{doing}");

    // Missed while the connection is down: replayed, or asked for anew.
    for resumable in [true, false] {
        let status = if resumable { "idle" } else { "online" };
        let gateway = system.discord.gateway();
        gateway.refuse_connections(true);
        gateway.disconnect(if resumable {
            Hangup::Drop
        } else {
            Hangup::SessionTimedOut
        });
        let gone = |view: &View<'_>| view.connected() == 0;
        system.until("the bot is cut off", gone).await;
        system.discord.set_presence("ada", status, &[]);
        gateway.refuse_connections(false);
        let expected = if resumable {
            StaffStatus::Idle
        } else {
            StaffStatus::Online
        };
        until_status(&root, ada, expected).await;
    }
}

#[tokio::test]
async fn without_a_bot_nobody_is_taken_for_offline_and_its_return_tells_how_they_are() {
    let clock = Arc::new(FixedClock::at(SystemClock.now()));
    let mut setup = Setup::default();
    setup.seams = Seams {
        clock: clock.clone(),
        ..setup.seams
    };
    let mut system = System::with(setup).await;
    let root = hire(&system, &["ada"]).await;
    let ada = user_id(&system.discord, "ada");
    until_status(&root, ada, StaffStatus::Online).await;
    system.bot.kill().await;
    system.discord.set_presence("ada", "dnd", &[]);
    let still = roster_of(&root, ada).await;
    assert_eq!(
        still.discord_status,
        StaffStatus::Online,
        "it is not that long"
    );
    clock.advance(Duration::from_secs(121));
    let member = until_status(&root, ada, StaffStatus::Unknown).await;
    assert_eq!(member.unknown_because, Some(UnknownBecause::BotOffline));
    system.start_bot().await;
    until_status(&root, ada, StaffStatus::Dnd).await;
}

#[tokio::test]
async fn the_status_board_is_a_message_that_follows_the_staff() {
    let clock = Arc::new(FixedClock::at(SystemClock.now()));
    let mut setup = Setup::default();
    setup.seams = Seams {
        clock: clock.clone(),
        ..setup.seams
    };
    let system = System::with(setup).await;
    let root = hire(&system, &["ada"]).await;
    let ada = user_id(&system.discord, "ada");
    until_status(&root, ada, StaffStatus::Online).await;

    let answer = system
        .say("owner", "/staff board channel:#announcements")
        .await;
    let text = answer.text();
    assert!(text.contains("shows who of the staff is there"), "{text}");
    until_board(&system, "online").await;
    system.discord.set_presence("ada", "dnd", &[]);
    until_status(&root, ada, StaffStatus::Dnd).await;
    clock.advance(Duration::from_mins(1));
    until_board(&system, "do not disturb").await;

    // Deleted by somebody, it comes back after the next change.
    let message = system.discord.messages("announcements").remove(0);
    assert!(system.discord.delete_message(&message));
    system.discord.set_presence("ada", "idle", &[]);
    until_status(&root, ada, StaffStatus::Idle).await;
    eventually("the board is back", async || {
        clock.advance(Duration::from_secs(20));
        let messages = system.discord.messages("announcements");
        (messages.len() == 1).then_some(())
    })
    .await;

    let answer = system.say("owner", "/staff board off:True").await;
    let text = answer.text();
    assert!(text.contains("switched off"), "{text}");
    let gone = |view: &View<'_>| view.messages("announcements").is_empty();
    system.until("the board is deleted", gone).await;
}

/// Waits until the one message of the board says something.
async fn until_board(system: &System, what: &str) {
    let (waits, what) = (format!("the board says {what}"), what.to_owned());
    let says = move |view: &View<'_>| match &*view.messages("announcements") {
        [only] => serde_json::json!(only.embeds).to_string().contains(&what),
        _ => false,
    };
    system.until(&waits, says).await;
}

#[tokio::test]
async fn without_an_api_the_newest_state_waits_and_everything_in_between_is_lost() {
    let mut system = System::start().await;
    let root = hire(&system, &["ada"]).await;
    let ada = user_id(&system.discord, "ada");
    until_status(&root, ada, StaffStatus::Online).await;
    system.kill_api().await;
    for status in ["dnd", "online", "idle", "invisible"] {
        system.discord.set_presence("ada", status, &[]);
    }
    system.start_api().await;
    until_status(&root, ada, StaffStatus::Offline).await;
}

#[tokio::test]
async fn with_intents_refused_one_by_one_the_bot_stays_up_and_the_checkup_says_so() {
    let granted = |bits| {
        let mut setup = Setup::default();
        setup.discord.privileged_intents = bits;
        setup
    };
    let both = intents::GUILD_MEMBERS | intents::GUILD_PRESENCES;
    for (flags, refused, has_presences, has_members) in [
        (both, 0, true, true),
        (both, intents::GUILD_PRESENCES, false, true),
        (intents::GUILD_MEMBERS, 0, false, true),
        (0, 0, false, false),
    ] {
        let mut system = System::without_bot(granted(flags)).await;
        system.discord.gateway().refuse_intents(refused);
        system.start_bot().await;
        let root = hire(&system, &["ada"]).await;
        let ada = user_id(&system.discord, "ada");
        let status = if has_presences {
            StaffStatus::Online
        } else {
            StaffStatus::Unknown
        };
        until_status(&root, ada, status).await;

        let welcome = system.say("ada", "/register name:Ada").await;
        assert!(welcome.content.starts_with("Welcome, "));
        system.say("ada", "/duty on").await;
        let member = roster_of(&root, ada).await;
        assert!(member.on_duty_since.is_some(), "{member:?}");

        let known = root.get_staff_discord_status().await.unwrap();
        assert_eq!(known.limitation.is_none(), has_presences, "{known:?}");
        // The server is reported a moment after the bot connects.
        let checkup = eventually("the checkup knows everything", async || {
            let text = system.say("owner", "/checkup").await.text();
            (!text.contains('❔')).then_some(text)
        })
        .await;
        let lines = [
            ("Presence intent", has_presences, '➖'),
            ("Server Members intent", has_members, '❌'),
        ];
        for (name, has, missing) in lines {
            let sign = if has { '✅' } else { missing };
            let line = format!("{sign} {name}");
            assert!(checkup.contains(&line), "{line}: {checkup}");
        }
        assert_eq!(system.discord.gateway().connected(), 1);
    }
}
