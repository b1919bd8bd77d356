use crate::{
    helpers::World,
    stub_api::{member, with},
};
use paddock_sim_discord::{ClientError, Fault, ReplyKind};
use serde_json::json;

#[tokio::test]
async fn a_command_is_answered_with_the_first_response() {
    let world = World::start().await;
    world.accept_registration("Ada Lovelace");
    let bot = world.run().await;
    let reply = world.slash("/register name:Ada Lovelace").await;
    assert_eq!(reply.kind, ReplyKind::Message);
    assert!(reply.ephemeral && !reply.deferred);
    assert!(
        reply.content.starts_with("Welcome, **Ada Lovelace**!"),
        "{}",
        reply.content
    );

    let asked = world.api.asked_for("POST /api/members").pop().unwrap();
    assert_eq!(
        asked.headers["idempotency-key"],
        reply.interaction_id.to_string()
    );
    assert_eq!(
        asked.headers["x-request-id"],
        format!("bot-{}", reply.interaction_id)
    );
    assert_eq!(
        asked.headers["x-user-id"],
        world.sim.user_id("owner").to_string()
    );
    bot.stop().await;
}

#[tokio::test]
async fn a_slow_api_is_waited_for_behind_a_deferral() {
    let world = World::start().await;
    world.accept_registration("Ada");
    world.api.hold("POST /api/members");
    let bot = world.run().await;
    let reply = world.slash_deferred("/register name:Ada").await;
    assert!(reply.ephemeral && reply.deferred);
    assert!(
        reply.content.starts_with("Welcome, **Ada**!"),
        "{}",
        reply.content
    );
    assert_eq!(world.api.asked_for("POST /api/members").len(), 1);
    bot.stop().await;
}

#[tokio::test]
async fn without_the_api_the_reference_is_shown() {
    let world = World::start().await;
    let bot = world.run().await;
    world.api.set_down(true);
    let reply = world.ask_me().await;
    let expected = format!(
        "Something went wrong, reference `bot-{}`",
        reply.interaction_id
    );
    assert!(reply.content.starts_with(&expected), "{}", reply.content);

    world.api.set_down(false);
    world
        .api
        .refuse("GET /api/members/me", 404, "not_registered");
    assert!(
        world
            .ask_me()
            .await
            .content
            .starts_with("You are not registered yet.")
    );
    bot.stop().await;
}

#[tokio::test]
async fn buttons_turn_pages() {
    let world = World::start().await;
    let page = |name: &str, cursor: Option<&str>| json!({"items": [member("202", name)], "next_cursor": cursor});
    world
        .api
        .plant("GET /api/members", 200, page("Bert", Some("Zm9v")));
    world.api.plant("GET /api/members", 200, page("Cleo", None));
    let bot = world.run().await;
    let owner = world.sim.as_user("owner");
    let first = owner.slash("/members").await.unwrap();
    assert!(first.text().contains("Bert"), "{}", first.text());
    let second = owner.press(&first, "Next ▶").await.unwrap();
    assert_eq!(second.kind, ReplyKind::Update);
    assert!(second.text().contains("Cleo"), "{}", second.text());
    assert!(!second.text().contains("Bert"), "{}", second.text());
    assert_eq!(
        world.api.asked_for("GET /api/members")[1].query,
        "limit=10&cursor=Zm9v"
    );
    bot.stop().await;
}

#[tokio::test]
async fn the_export_arrives_as_a_file() {
    let world = World::start().await;
    let export = json!({
        "exported_at": "2026-03-02T12:00:00Z", "member": member("201", "Ada"), "roles": [], "tokens": [],
        "seasons": [], "submissions": [], "ledger": [], "awards": [], "audit": [],
    });
    world.api.plant("GET /api/members/me/export", 200, export);
    let bot = world.run().await;
    let reply = world.slash("/privacy export").await;
    assert!(reply.ephemeral);
    assert_eq!(reply.attachments.len(), 1);
    assert_eq!(reply.attachments[0].filename, "paddock-export.json");
    bot.stop().await;
}

#[tokio::test]
async fn tokens_are_suggested() {
    let world = World::start().await;
    let token = json!({
        "id": "900", "name": "sheet", "created_at": "2026-03-01T12:00:00Z", "expires_at": "2026-03-31T12:00:00Z",
        "last_used_at": null, "revoked_at": null, "active": true,
    });
    world.api.plant(
        "GET /api/tokens",
        200,
        json!({"items": [token], "next_cursor": null}),
    );
    let bot = world.run().await;
    let reply = world
        .sim
        .as_user("owner")
        .autocomplete("/token revoke token:she")
        .await
        .unwrap();
    assert_eq!(reply.kind, ReplyKind::Choices);
    assert_eq!(reply.choices[0].value, "id:900");
    bot.stop().await;
}

#[tokio::test]
async fn a_lost_callback_is_sent_again_and_asks_the_api_once() {
    let world = World::start().await;
    world.accept_registration("Ada");
    let bot = world.run().await;
    world.sim.fail_next("interactions", Fault::Status(502), 1);
    let reply = world.slash("/register name:Ada").await;
    assert!(reply.content.starts_with("Welcome"), "{}", reply.content);
    assert_eq!(world.api.asked_for("POST /api/members").len(), 1);
    bot.stop().await;
}

#[tokio::test]
async fn fifty_commands_at_once_are_all_answered() {
    let world = World::with(paddock_sim_discord::Options {
        seed: paddock_sim_discord::Community::example().crowd(50),
        ..Default::default()
    })
    .await;
    let verified = with(member("201", "Ada"), json!({"status": "verified"}));
    world.api.plant("POST /api/members", 200, verified);
    let bot = world.run().await;
    let mut people = tokio::task::JoinSet::new();
    for n in 1..=50 {
        people.spawn(
            world
                .sim
                .as_user(&format!("member-{n:04}"))
                .slash("/register name:Ada"),
        );
    }
    let replies: Vec<Result<_, ClientError>> = people.join_all().await;
    assert!(replies.into_iter().all(|reply| !reply.unwrap().deferred));
    bot.stop().await;
}

#[tokio::test]
async fn a_leaderboard_is_public_and_turned_by_anybody() {
    let world = World::start().await;
    let season = json!({
        "id": "500", "number": 3, "name": "Winter", "starts_at": "2026-12-01T18:00:00Z",
        "ends_at": "2027-03-01T18:00:00Z", "status": "open", "remove_roles_at_end": false, "participants": 2,
        "closed_at": null, "created_at": "2026-11-01T12:00:00Z", "updated_at": "2026-11-01T12:00:00Z",
    });
    let board = |name: &str, cursor: Option<&str>| {
        let row =
            json!({"place": 1, "user_id": "201", "display_name": name, "points": 3, "rank": null});
        json!({"season": season, "items": [row], "me": null, "next_cursor": cursor})
    };
    let path = "GET /api/seasons/500/leaderboard";
    world
        .api
        .plant("GET /api/seasons/current", 200, season.clone());
    world.api.plant(path, 200, board("Ada", Some("Zm9v")));
    world.api.plant(path, 200, board("Bert", None));
    let bot = world.run().await;
    let first = world.slash("/leaderboard").await;
    assert!(!first.ephemeral);
    assert!(
        first.text().contains("🥇 **Ada** · 3 points"),
        "{}",
        first.text()
    );
    let mira = world.sim.as_user("mira");
    let second = mira.press(&first, "Next ▶").await.unwrap();
    assert_eq!(second.kind, ReplyKind::Update);
    assert!(second.text().contains("Bert"), "{}", second.text());
    assert_eq!(
        world.api.asked_for(path)[1].headers["x-user-id"],
        world.sim.user_id("mira").to_string()
    );
    bot.stop().await;
}

#[tokio::test]
async fn a_late_failure_of_a_public_command_is_for_the_asker() {
    let world = World::start().await;
    world
        .api
        .refuse("GET /api/seasons/current", 404, "no_current_season");
    world.api.hold("GET /api/seasons/current");
    let bot = world.run().await;
    let reply = world.slash_deferred("/leaderboard").await;
    assert!(reply.deferred);
    world
        .until(|view| {
            view.requests()
                .iter()
                .any(|r| r.path.starts_with("webhooks") && r.method == "POST")
        })
        .await;
    assert!(world.sim.messages("general").is_empty());
    bot.stop().await;
}

#[tokio::test]
async fn a_file_becomes_the_proof() {
    let world = World::start().await;
    world
        .api
        .refuse("POST /api/submissions", 409, "item_not_in_season");
    let bot = world.run().await;
    let owner = world.sim.as_user("owner").with_file("lap.png", "png");
    let reply = owner
        .slash("/submit item:600 quantity:2 proof:lap.png")
        .await
        .unwrap();
    assert!(
        reply
            .content
            .starts_with("That season does not take this item.")
    );
    let asked = &world.api.asked_for("POST /api/submissions")[0];
    let proof = asked.body["proof_url"].as_str().unwrap();
    assert!(proof.contains("lap.png"), "{proof}");
    bot.stop().await;
}
