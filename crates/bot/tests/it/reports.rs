use crate::{
    helpers::{World, guild, members, reports_member},
    stub_api::Asked,
};
use paddock_sim_discord::{BOT_ID, Community, Options};

const VIEW_CHANNEL: u64 = 1 << 10;

#[tokio::test]
async fn the_guild_is_described() {
    let world = World::start().await;
    let bot = world.run().await;
    let report = world.api.wait("PUT /api/bot/guild").await;
    assert_eq!(report.headers["x-guild-id"], guild());
    assert_eq!(report.body["name"], "Paddock Test Track");
    let standing = &report.body["bot"];
    assert_eq!(standing["user_id"], BOT_ID.to_string());
    assert_eq!(standing["members_intent"], true);
    let roles = report.body["roles"].as_array().unwrap();
    let own = roles.iter().find(|role| role["name"] == "Paddock").unwrap();
    assert_eq!(standing["top_role_position"], own["position"]);
    assert_eq!(own["managed"], true);
    let channels = report.body["channels"].as_array().unwrap();
    let may = |name: &str, permission: u64| {
        let id = world.sim.channel_id(name).to_string();
        let channel = channels.iter().find(|channel| channel["id"] == id);
        let channel = channel.unwrap();
        let bits: u64 = channel["bot_permissions"]
            .as_str()
            .unwrap()
            .parse()
            .unwrap();
        bits & permission != 0
    };
    assert!(may("review", VIEW_CHANNEL));
    assert!(!may("staff-room", VIEW_CHANNEL));
    bot.stop().await;
}

#[tokio::test]
async fn changes_of_roles_channels_and_the_bot_are_reported_together() {
    let world = World::start().await;
    let bot = world.run().await;
    world.api.wait("PUT /api/bot/guild").await;
    world.sim.add_role("Rookie");
    world.sim.add_channel("garage");
    world.sim.set_roles("paddock", &["Paddock", "Steward"]);
    let has = |asked: &Asked, list: &str, name: &str| {
        asked.body[list]
            .as_array()
            .is_some_and(|all| all.iter().any(|one| one["name"] == name))
    };
    let report = world
        .api
        .wait_for(|asked| has(asked, "roles", "Rookie") && has(asked, "channels", "garage"))
        .await;
    assert_eq!(report.what, "PUT /api/bot/guild");
    assert_eq!(
        world.api.asked_for("PUT /api/bot/guild").len(),
        2,
        "one for the burst"
    );
    bot.stop().await;
}

#[tokio::test]
async fn all_members_are_reported_in_pages_with_their_range() {
    let seed = Community::example().crowd(1500);
    let world = World::with(Options {
        seed,
        ..Options::default()
    })
    .await;
    let bot = world.run().await;
    let last = world
        .api
        .wait_for(|asked| asked.body["range"]["after"].is_string())
        .await;
    let first = world.api.wait("PUT /api/bot/members").await;
    assert_eq!(members(&first).len(), 1000);
    assert!(first.body["range"]["after"].is_null());
    assert_eq!(
        first.body["range"]["through"],
        members(&first)[999]["user_id"]
    );
    assert_eq!(last.body["range"]["after"], first.body["range"]["through"]);
    assert!(last.body["range"]["through"].is_null());
    let total = world.sim.view(|view| {
        (1..=1500)
            .filter(|n| view.is_member(&format!("member-{n:04}")))
            .count()
    });
    assert!(members(&first).len() + members(&last).len() >= total);
    bot.stop().await;
}

#[tokio::test]
async fn members_who_come_change_and_go_are_reported() {
    let world = World::start().await;
    let bot = world.run().await;
    world.api.wait("PUT /api/bot/members").await;
    let mira = world.sim.user_id("mira").to_string();
    world.sim.set_nick("mira", Some("Mira the Quick"));
    world
        .api
        .wait_for(|asked| {
            members(asked)
                .iter()
                .any(|m| m["discord_name"] == "Mira the Quick")
        })
        .await;
    world.sim.leave("mira");
    world
        .api
        .wait_for(|asked| reports_member(asked, &mira, false))
        .await;
    let so_far = world.api.asked().len();
    world.sim.rejoin("mira");
    world
        .api
        .wait_after(so_far, |asked| reports_member(asked, &mira, true))
        .await;
    bot.stop().await;
}

#[tokio::test]
async fn who_leaves_while_the_list_is_reported_is_reported_after_it() {
    let world = World::start().await;
    world.api.hold("PUT /api/bot/members");
    let bot = world.run().await;
    world.api.wait("PUT /api/bot/members").await;
    let mira = world.sim.user_id("mira").to_string();
    world.sim.leave("mira");
    world.sim.add_channel("marker");
    world.api.release();
    world
        .api
        .wait_for(|asked| reports_member(asked, &mira, false))
        .await;
    let reports = world.api.asked_for("PUT /api/bot/members");
    assert!(reports_member(&reports[0], &mira, true));
    assert!(reports_member(reports.last().unwrap(), &mira, false));
    bot.stop().await;
}

#[tokio::test]
async fn reports_that_the_api_could_not_take_are_repeated() {
    let world = World::start().await;
    let bot = world.run().await;
    world.api.wait("PUT /api/bot/members").await;
    let mira = world.sim.user_id("mira").to_string();
    world.api.set_down(true);
    world.sim.leave("mira");
    world
        .api
        .wait_for(|asked| reports_member(asked, &mira, false))
        .await;
    let so_far = world.api.asked().len();
    world.api.set_down(false);
    world
        .api
        .wait_after(so_far, |asked| reports_member(asked, &mira, false))
        .await;
    bot.stop().await;
}

#[tokio::test]
async fn the_heartbeat_tells_of_the_connection() {
    let world = World::start().await;
    let bot = world.run().await;
    let connected = |asked: &Asked| {
        asked.what == "POST /api/bot/heartbeat" && asked.body["connected_shards"] == 1
    };
    let heartbeat = world.api.wait_for(connected).await;
    assert_eq!(heartbeat.body["shards"], 1);
    assert_eq!(heartbeat.body["version"], env!("CARGO_PKG_VERSION"));
    bot.stop().await;
}

#[tokio::test]
async fn a_channel_that_is_shown_to_the_bot_is_reported_with_its_name() {
    let world = World::start().await;
    let bot = world.run().await;
    world.api.wait("PUT /api/bot/guild").await;
    let named = |asked: &Asked, name: &str| {
        let channels = asked.body["channels"].as_array();
        channels.is_some_and(|all| all.iter().any(|one| one["name"] == name))
    };
    assert!(!world.api.asked().iter().any(|it| named(it, "staff-room")));
    world
        .sim
        .set_overwrite("staff-room", "Paddock", VIEW_CHANNEL, 0);
    world.api.wait_for(|asked| named(asked, "staff-room")).await;
    bot.stop().await;
}

#[tokio::test]
async fn members_are_reported_as_pending_until_they_accept_the_rules() {
    let world = World::start().await;
    let bot = world.run().await;
    world.api.wait("PUT /api/bot/members").await;
    let mira = world.sim.user_id("mira").to_string();
    let reported = |asked: &Asked, pending: bool| {
        let mut all = members(asked).iter();
        all.any(|it| it["user_id"] == mira && it["in_guild"] == true && it["pending"] == pending)
    };
    world.sim.leave("mira");
    world.sim.join_pending("mira");
    world.api.wait_for(|asked| reported(asked, true)).await;
    let so_far = world.api.asked().len();
    world.sim.accept_rules("mira");
    world
        .api
        .wait_after(so_far, |asked| reported(asked, false))
        .await;
    bot.stop().await;
}

#[tokio::test]
async fn a_guild_is_reported_again_after_an_outage_and_an_invitation() {
    let world = World::start().await;
    let bot = world.run().await;
    world.api.wait("PUT /api/bot/members").await;
    let again = async |change: &dyn Fn()| {
        let so_far = world.api.asked().len();
        change();
        for report in ["PUT /api/bot/guild", "PUT /api/bot/members"] {
            let reported = |asked: &Asked| asked.what == report;
            world.api.wait_after(so_far, reported).await;
        }
    };
    world.sim.set_outage(true);
    again(&|| world.sim.set_outage(false)).await;
    world.sim.remove_bot();
    again(&|| world.sim.invite_bot()).await;
    bot.stop().await;
}

#[tokio::test]
async fn what_is_deleted_and_made_again_is_reported_with_its_new_id() {
    let world = World::start().await;
    let bot = world.run().await;
    world.api.wait("PUT /api/bot/guild").await;
    let old = world.sim.channel_id("review").to_string();
    world.sim.delete_channel("review");
    let channel = world.sim.add_channel("review").to_string();
    let role = world.sim.add_role("Rookie").to_string();
    let has = |asked: &Asked, list: &str, id: &str| {
        let all = asked.body[list].as_array();
        all.is_some_and(|all| all.iter().any(|one| one["id"] == id))
    };
    let report = world
        .api
        .wait_for(|asked| has(asked, "channels", &channel) && has(asked, "roles", &role))
        .await;
    assert!(!has(&report, "channels", &old));
    world.sim.delete_role("Rookie");
    let again = world.sim.add_role("Rookie").to_string();
    let report = world
        .api
        .wait_for(|asked| has(asked, "roles", &again))
        .await;
    assert!(!has(&report, "roles", &role));
    bot.stop().await;
}

#[tokio::test]
async fn changed_permissions_of_the_bot_and_another_owner_are_reported() {
    let world = World::start().await;
    let bot = world.run().await;
    world.api.wait("PUT /api/bot/guild").await;
    world.sim.set_bot_permissions(VIEW_CHANNEL);
    let bits = VIEW_CHANNEL.to_string();
    world
        .api
        .wait_for(|asked| asked.body["bot"]["permissions"] == bits)
        .await;
    let so_far = world.api.asked().len();
    world.sim.set_owner("mira");
    let reported = |asked: &Asked| asked.what == "PUT /api/bot/guild";
    world.api.wait_after(so_far, reported).await;
    bot.stop().await;
}
