//! A season from its first item to its frozen table, the way people play it in Discord.

use paddock_api_client::Client;
use paddock_api_types::effects::EffectState;
use paddock_api_types::points::{LeaderboardRow, LedgerKind, ListLedgerQuery};
use paddock_api_types::seasons::CurrentSeasonQuery;
use paddock_api_types::{PageQuery, SeasonId};
use paddock_e2e::{System, WAIT_TIMEOUT, eventually};
use paddock_sim_discord::{Message, Reply, ReplyKind};

/// What Discord sends when the only suggestion for the last option is picked.
async fn pick(system: &System, name: &str, typed: &str) -> String {
    let offered = system.person(name).autocomplete(typed).await.unwrap();
    let [choice] = offered.choices.as_slice() else {
        panic!("{name} typed {typed}: {:?}", offered.choices);
    };
    choice.value.as_str().unwrap().to_owned()
}

#[track_caller]
fn assert_says(reply: &Reply, text: &str) {
    let said = reply.text();
    assert!(said.contains(text), "wanted {text:?}, was told: {said}");
}

/// A server with an open season: races for 10 points, three ranks, the first two of which win roles.
struct Track {
    system: System,
    item: String,
    season: SeasonId,
}

impl Track {
    async fn new() -> Self {
        let system = System::start().await;
        let ends_at = system.discord.now_ms() / 1000 + 90 * 24 * 3600;
        let season = format!("/season create name:Winter start:now end:<t:{ends_at}>");
        for command in [
            "/config channel purpose:reviews channel:#review",
            "/config channel purpose:announcements channel:#announcements",
            &season,
            "/item create name:Race finished",
            "/rank create name:Bronze threshold:20",
            "/rank create name:Silver threshold:50 badge:🥈",
            "/rank create name:Gold threshold:80",
        ] {
            let reply = system.say("owner", command).await;
            assert!(reply.ephemeral, "{command}");
        }
        let item = pick(&system, "owner", "/item set item:race").await;
        system
            .say(
                "owner",
                &format!("/item set item:{item} points:10 max_quantity:5"),
            )
            .await;
        for (rank, prize) in [("Bronze", "role:@Driver"), ("Silver", "role:@Champion")] {
            let rank = pick(&system, "owner", &format!("/prize role rank:{rank}")).await;
            system
                .say("owner", &format!("/prize role rank:{rank} {prize}"))
                .await;
        }
        let rank = pick(&system, "owner", "/prize other rank:Gold").await;
        system
            .say(
                "owner",
                &format!("/prize other rank:{rank} description:A cup"),
            )
            .await;
        let current = system
            .callers()
            .root()
            .get_current_season(&CurrentSeasonQuery::default())
            .await
            .unwrap();
        Self {
            item,
            season: current.id,
            system,
        }
    }

    /// A person who takes part in it.
    async fn joins(&self, name: &str, display_name: &str) {
        let system = &self.system;
        system
            .say(name, &format!("/register name:{display_name}"))
            .await;
        system
            .say("owner", &format!("/verify member:@{name}"))
            .await;
        let joined = system.say(name, "/join").await;
        assert_says(&joined, "You take part in **Winter**");
    }

    async fn submits(&self, name: &str, what: &str) {
        let command = format!("/submit item:{} {what}", self.item);
        let person = self
            .system
            .person(name)
            .with_file("finish.png", "a picture");
        let reply = person.slash(&command).await.unwrap();
        assert_says(&reply, "⏳ Submitted: **Race finished**");
    }

    /// The post about a submission that waits.
    async fn post(&self) -> Message {
        let waits = |message: &Message| {
            !message.components.is_empty() && describe(message).contains("Race finished")
        };
        let found = self.system.discord.wait_for(
            |view| view.messages("review").into_iter().find(waits),
            WAIT_TIMEOUT,
        );
        found
            .await
            .expect("a submission waits in the review channel")
    }

    /// The post, once it says this.
    async fn edited(&self, post: &Message, text: &str) {
        let id = post.id;
        let wanted = text.to_owned();
        let says = move |message: &Message| {
            message.components.is_empty() && describe(message).contains(&wanted)
        };
        self.system
            .until(format!("the post says {text}"), move |view| {
                view.message(id).is_some_and(|message| says(&message))
            })
            .await;
    }

    /// Waits until a person receives this as a direct message.
    async fn hears(&self, name: &str, text: &str) {
        let (who, wanted) = (name.to_owned(), text.to_owned());
        self.system
            .until(format!("{name} hears {text}"), move |view| {
                let heard = view.dms(&who);
                heard
                    .iter()
                    .any(|message| describe(message).contains(&wanted))
            })
            .await;
    }

    async fn table(&self, client: &Client) -> Vec<(u32, String, i64)> {
        let page = client
            .get_leaderboard(self.season, &PageQuery::default())
            .await
            .unwrap();
        let row = |row: LeaderboardRow| (row.place, row.display_name, row.points);
        page.items.into_iter().map(row).collect()
    }
}

/// Everything that is written in a message.
fn describe(message: &Message) -> String {
    let embeds = message.embeds.iter().map(ToString::to_string);
    embeds.fold(message.content.clone(), |text, embed| text + &embed)
}

fn row(place: u32, name: &str, points: i64) -> (u32, String, i64) {
    (place, name.to_owned(), points)
}

#[tokio::test]
async fn a_season_is_played_from_the_first_item_to_the_frozen_table() {
    let track = Track::new().await;
    let system = &track.system;
    let root = system.callers().root();
    track.joins("ada", "Ada").await;
    track.joins("grace", "Grace").await;

    // A button approves, and the promotion brings its role.
    track
        .submits("ada", "quantity:2 proof:finish.png note:fast")
        .await;
    let post = track.post().await;
    assert!(
        describe(&post).contains("finish.png"),
        "{}",
        describe(&post)
    );
    let decided = system.person("mira").press(&post, "Approve").await.unwrap();
    assert_eq!(decided.kind, ReplyKind::Update);
    track.hears("ada", "**Race finished**").await;
    system.until_roles("ada", &["Driver"]).await;
    assert_eq!(track.table(&root).await[0], row(1, "Ada", 20));

    // Rejecting asks for a reason, which the member receives.
    track.submits("grace", "quantity:1").await;
    let post = track.post().await;
    let form = system.person("jonas").press(&post, "Reject").await.unwrap();
    let fields = [("reason", "that was a practice")];
    let rejected = system.person("jonas").submit_modal(&form, &fields).await;
    assert_eq!(rejected.unwrap().kind, ReplyKind::Update);
    track.hears("grace", "that was a practice").await;

    // A decision made elsewhere closes the post, and an admin who presses later sees who made it.
    track
        .submits("grace", "quantity:5 link:https://example.com/race")
        .await;
    let post = track.post().await;
    let waiting = system.say("mira", "/review").await;
    let opened = system.person("mira").press(&waiting, "1").await.unwrap();
    system
        .person("mira")
        .press(&opened, "Approve")
        .await
        .unwrap();
    let mira = format!("<@{}>", system.user_id("mira"));
    track.edited(&post, &mira).await;
    let late = system.person("jonas").press(&post.id, "Approve").await;
    assert!(late.is_err(), "the button is gone");
    // Ranks that are skipped win their prizes too.
    system.until_roles("grace", &["Champion", "Driver"]).await;
    let table = [row(1, "Grace", 50), row(2, "Ada", 20)];
    assert_eq!(track.table(&root).await, table);

    // A correction takes back what it won.
    let typed = "/submission edit member:@grace submission:Race finished × 5";
    let submission = pick(system, "owner", typed).await;
    let corrected = system
        .say(
            "owner",
            &format!(
                "/submission edit submission:{submission} quantity:2 reason:three were practice"
            ),
        )
        .await;
    assert_says(&corrected, "20 points");
    system.until_roles("grace", &["Driver"]).await;
    let query = ListLedgerQuery {
        user_id: Some(system.user_id("grace")),
        ..ListLedgerQuery::default()
    };
    let ledger = root.list_ledger(track.season, &query).await.unwrap();
    let kinds: Vec<_> = ledger.items.iter().map(|it| (it.kind, it.points)).collect();
    assert_eq!(
        kinds,
        [(LedgerKind::Correction, -30), (LedgerKind::Submission, 50)]
    );

    gold_and_the_end(&track).await;
}

/// Ada, who has 20 points like Grace, wins a cup, leaves and comes back; then the season ends.
async fn gold_and_the_end(track: &Track) {
    let system = &track.system;
    let root = system.callers().root();
    // What an admin hands over is owed until they say that they did.
    system
        .say(
            "owner",
            "/points adjust member:@ada points:60 reason:won the final",
        )
        .await;
    system.until_roles("ada", &["Champion", "Driver"]).await;
    let award = pick(system, "owner", "/award deliver award:cup").await;
    let delivered = system
        .say(
            "owner",
            &format!("/award deliver award:{award} note:by post"),
        )
        .await;
    assert_says(&delivered, "A cup");

    // A member who leaves is hidden, and comes back with points and roles.
    system.discord.leave("ada");
    eventually("Ada is hidden", async || {
        (track.table(&root).await == [row(1, "Grace", 20)]).then_some(())
    })
    .await;
    system.discord.join("ada");
    system.until_roles("ada", &["Champion", "Driver"]).await;
    let public = system.say("grace", "/leaderboard").await;
    assert!(!public.ephemeral);
    assert_says(&public, "**Ada**");
    assert_says(&public, "80 points");

    // After the end nothing moves.
    let season = pick(system, "owner", "/season close season:Winter").await;
    let asked = system
        .say("owner", &format!("/season close season:{season}"))
        .await;
    system
        .person("owner")
        .press(&asked, "End it now")
        .await
        .unwrap();
    let frozen = track.table(&root).await;
    assert_eq!(frozen, [row(1, "Ada", 80), row(2, "Grace", 20)]);
    let command = format!("/submit item:{} quantity:1 season:{season}", track.item);
    let refused = system.say("ada", &command).await;
    assert_says(&refused, "is over");
    system.discord.leave("ada");
    system
        .until("the end is announced", |view| {
            let news = view.messages("announcements");
            news.iter()
                .any(|message| describe(message).contains("Winter"))
        })
        .await;
    assert_eq!(track.table(&root).await, frozen);
    let ledger = root
        .list_ledger(track.season, &ListLedgerQuery::default())
        .await
        .unwrap();
    assert_eq!(ledger.items.len(), 4);
}

#[tokio::test]
async fn two_admins_who_press_at_once_make_one_decision() {
    let track = Track::new().await;
    let system = &track.system;
    track.joins("ada", "Ada").await;
    track.submits("ada", "quantity:2").await;
    let post = track.post().await;
    let [mira, jonas] = ["mira", "jonas"].map(|name| system.person(name));
    let (first, second) = tokio::join!(mira.press(&post, "Approve"), jonas.press(&post, "Approve"));
    let replies = [first.unwrap(), second.unwrap()];
    let late: Vec<_> = replies.iter().filter(|reply| reply.ephemeral).collect();
    let [late] = late.as_slice() else {
        panic!("one of the two is late: {replies:?}");
    };
    assert_says(late, "already");
    let root = system.callers().root();
    assert_eq!(track.table(&root).await, [row(1, "Ada", 20)]);
}

#[tokio::test]
async fn whoever_accepts_no_direct_messages_hears_in_the_channel_for_them() {
    let track = Track::new().await;
    let system = &track.system;
    system
        .say(
            "owner",
            "/config channel purpose:members who accept no direct messages channel:#general",
        )
        .await;
    track.joins("ada", "Ada").await;
    system.discord.set_dm_closed("ada", true);
    track.submits("ada", "quantity:1").await;
    let post = track.post().await;
    system.person("mira").press(&post, "Approve").await.unwrap();
    let mention = format!("<@{}>", system.user_id("ada"));
    system
        .until("Ada is mentioned in #general", |view| {
            let messages = view.messages("general");
            messages
                .iter()
                .any(|message| message.content.contains(&mention))
        })
        .await;
}

#[tokio::test]
async fn a_role_prize_waits_for_what_stands_in_its_way() {
    let track = Track::new().await;
    let system = &track.system;
    track.joins("ada", "Ada").await;
    // Above the bot's own: it may not give that role.
    system.discord.move_role("Driver", 100);
    track.submits("ada", "quantity:2").await;
    let post = track.post().await;
    system.person("mira").press(&post, "Approve").await.unwrap();
    eventually("the checkup names the role", async || {
        let checkup = system.say("owner", "/checkup").await;
        checkup.text().contains("Driver").then_some(())
    })
    .await;
    // Waited for as well, since the checkup names the role before anybody has tried to give it.
    let failed = system.until_effect(EffectState::Failed).await;
    assert!(system.discord.member_roles("ada").is_empty());
    system.discord.move_role("Driver", 1);
    let root = system.callers().root();
    root.retry_effect(failed.id).await.unwrap();
    system.until_roles("ada", &["Driver"]).await;
}
