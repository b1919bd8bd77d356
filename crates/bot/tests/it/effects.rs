use crate::{
    helpers::{World, guild},
    stub_api::Asked,
};
use paddock_sim_discord::{Fault, RateLimitScope};
use serde_json::{Value, json};
use std::time::Duration;

pub(crate) fn effect(id: u32, action: Value) -> Value {
    json!({
        "id": id.to_string(), "guild_id": guild(), "action": action, "attempt": 1,
        "leased_until": "2100-01-01T00:00:00Z",
    })
}

pub(crate) fn grant(world: &World, who: &str, role: &str) -> Value {
    let role = world.sim.view(|view| view.role(role).unwrap().id);
    json!({
        "kind": "grant_role", "user_id": world.sim.user_id(who).to_string(), "role_id": role.to_string(),
        "reason": "verified by Olivia",
    })
}

pub(crate) fn direct(world: &World, who: &str) -> Value {
    let notice = json!({"notice": "verified", "guild_name": "Track"});
    json!({"kind": "direct_message", "user_id": world.sim.user_id(who).to_string(), "notice": notice})
}

pub(crate) async fn done(world: &World, id: u32) -> Asked {
    world
        .api
        .wait(&format!("POST /api/bot/effects/{id}/done"))
        .await
}

pub(crate) async fn failed(world: &World, id: u32) -> Value {
    world
        .api
        .wait(&format!("POST /api/bot/effects/{id}/failed"))
        .await
        .body
}

#[tokio::test]
async fn roles_are_granted_and_revoked_with_a_reason() {
    let world = World::start().await;
    let bot = world.run().await;
    let mut action = grant(&world, "owner", "Verified");
    world.api.queue_effect(effect(1, action.clone()));
    assert_eq!(done(&world, 1).await.body, json!({"attempt": 1}));
    assert_eq!(world.sim.member_roles("owner"), ["Verified"]);
    let put = world
        .sim
        .wait_request(("PUT", "guilds"), Duration::from_secs(5))
        .await
        .unwrap();
    assert_eq!(put.audit_reason.as_deref(), Some("verified by Olivia"));

    action["kind"] = "revoke_role".into();
    world.api.queue_effect(effect(2, action));
    done(&world, 2).await;
    assert!(world.sim.member_roles("owner").is_empty());
    bot.stop().await;
}

#[tokio::test]
async fn what_discord_refuses_is_reported_with_its_cause() {
    let world = World::start().await;
    let bot = world.run().await;
    world.sim.set_dm_closed("owner", true);
    let mut gone = grant(&world, "owner", "Verified");
    gone["role_id"] = "42".into();
    let mut nobody = grant(&world, "owner", "Verified");
    nobody["user_id"] = "42".into();
    let notice = json!({"notice": "registration_pending", "user_id": "1", "display_name": "Ada"});
    let nowhere = json!({"kind": "send_message", "channel_id": "42", "notice": notice});
    let unposted = json!({"kind": "edit_message", "post": "registration:1", "notice": notice});
    let cases = [
        // The role stands above the bot's.
        (grant(&world, "owner", "Stewards"), "missing_permission"),
        (gone, "unknown_role"),
        (nobody, "unknown_member"),
        (nowhere, "unknown_channel"),
        (direct(&world, "owner"), "cannot_direct_message"),
        (unposted, "unknown_message"),
    ];
    for (id, (action, expected)) in (10..).zip(cases) {
        world.api.queue_effect(effect(id, action));
        let report = failed(&world, id).await;
        assert_eq!(report["error"], expected, "{report}");
        assert_eq!(report["attempt"], 1);
        assert!(!report["detail"].as_str().unwrap().is_empty());
    }
    bot.stop().await;
}

#[tokio::test]
async fn a_message_is_posted_once_however_often_it_is_asked_for() {
    let world = World::start().await;
    let bot = world.run().await;
    let review = world.sim.view(|view| view.channel("review").unwrap().id);
    let user = world.sim.user_id("mira").to_string();
    let notice = json!({"notice": "registration_pending", "user_id": user, "display_name": "Mira"});
    let action =
        json!({"kind": "send_message", "channel_id": review.to_string(), "notice": notice});
    // Done, but the bot cannot know: it reports a failure, and the API gives the effect out again.
    world
        .sim
        .fail_next(("POST", "channels"), Fault::AppliedThen(502), 1);
    world.api.queue_effect(effect(20, action.clone()));
    assert_eq!(failed(&world, 20).await["error"], "discord_unavailable");
    let mut again = effect(20, action);
    again["attempt"] = 2.into();
    world.api.queue_effect(again);
    let report = done(&world, 20).await.body;
    let messages = world.sim.messages("review");
    assert_eq!(messages.len(), 1);
    let posted =
        json!({"channel_id": review.to_string(), "message_id": messages[0].id.to_string()});
    assert_eq!(report, json!({"attempt": 2, "message": posted}));
    assert_eq!(messages[0].allowed_mentions, Some(json!({"parse": []})));

    // Its buttons work.
    let verified = crate::stub_api::with(
        crate::stub_api::member(&user, "Mira"),
        json!({"status": "verified"}),
    );
    world
        .api
        .plant(&format!("POST /api/members/{user}/verify"), 200, verified);
    let owner = world.sim.as_user("owner").in_channel("review");
    let reply = owner.press(&messages[0], "Verify").await.unwrap();
    assert!(
        reply.content.contains("was verified by"),
        "{}",
        reply.content
    );
    assert!(world.sim.messages("review")[0].components.is_empty());
    bot.stop().await;
}

#[tokio::test]
async fn a_mention_notifies_one_member() {
    let world = World::start().await;
    let bot = world.run().await;
    let general = world.sim.view(|view| view.channel("general").unwrap().id);
    let user = world.sim.user_id("mira").to_string();
    let notice = json!({"notice": "verified", "guild_name": "Track <@1> @everyone"});
    let action = json!({
        "kind": "send_message", "channel_id": general.to_string(), "notice": notice, "mention": user,
    });
    world.api.queue_effect(effect(25, action));
    done(&world, 25).await;
    let message = world.sim.messages("general").pop().unwrap();
    let start = format!("<@{user}> You are verified in ");
    assert!(message.content.starts_with(&start), "{}", message.content);
    let expected = json!({"parse": [], "users": [user]});
    assert_eq!(message.allowed_mentions, Some(expected));
    bot.stop().await;
}

#[tokio::test]
async fn who_is_named_already_is_mentioned_once() {
    let world = World::start().await;
    let bot = world.run().await;
    let general = world.sim.view(|view| view.channel("general").unwrap().id);
    let user = world.sim.user_id("mira").to_string();
    let notice = json!({
        "notice": "promoted", "user_id": user, "display_name": "Mira", "season_name": "Winter",
        "rank": {"position": 2, "name": "Gold", "badge": null}, "points": 130, "prizes": [],
    });
    let action = json!({
        "kind": "send_message", "channel_id": general.to_string(), "notice": notice, "mention": user,
    });
    world.api.queue_effect(effect(24, action));
    done(&world, 24).await;
    let message = world.sim.messages("general").pop().unwrap();
    let start = format!("🎉 <@{user}> (**Mira**) reached");
    assert!(message.content.starts_with(&start), "{}", message.content);
    let expected = json!({"parse": [], "users": [user]});
    assert_eq!(message.allowed_mentions, Some(expected));
    bot.stop().await;
}

#[tokio::test]
async fn a_post_is_edited_into_what_was_decided() {
    let world = World::start().await;
    let bot = world.run().await;
    let review = world.sim.view(|view| view.channel("review").unwrap().id);
    let user = world.sim.user_id("mira").to_string();
    let post = format!("registration:{user}");
    let pending =
        json!({"notice": "registration_pending", "user_id": user, "display_name": "Mira"});
    let action = json!({
        "kind": "send_message", "channel_id": review.to_string(), "notice": pending, "post": post,
    });
    world.api.queue_effect(effect(26, action));
    let posted = done(&world, 26).await.body["message"].clone();
    let reviewed = json!({
        "notice": "registration_reviewed", "user_id": user, "display_name": "Mira", "status": "rejected",
        "reason": "who?", "decided_by": world.sim.user_id("owner").to_string(),
    });
    let action = json!({"kind": "edit_message", "post": post, "notice": reviewed});
    let mut edit = effect(27, action.clone());
    edit["message"] = posted.clone();
    world.api.queue_effect(edit);
    assert_eq!(done(&world, 27).await.body, json!({"attempt": 1}));
    let messages = world.sim.messages("review");
    assert_eq!(messages.len(), 1);
    let message = &messages[0];
    assert!(
        message.content.contains("was rejected by"),
        "{}",
        message.content
    );
    assert!(message.embeds.is_empty() && message.components.is_empty());

    let mut gone = effect(28, action);
    gone["message"] = json!({"channel_id": posted["channel_id"], "message_id": "42"});
    world.api.queue_effect(gone);
    assert_eq!(failed(&world, 28).await["error"], "unknown_message");
    bot.stop().await;
}

#[tokio::test]
async fn a_submission_is_approved_where_it_was_posted() {
    let world = World::start().await;
    let bot = world.run().await;
    let review = world.sim.view(|view| view.channel("review").unwrap().id);
    let user = world.sim.user_id("mira").to_string();
    let waiting = json!({
        "id": "800", "season_id": "500", "season_name": "Winter", "user_id": user, "display_name": "Mira",
        "item_id": "600", "item_name": "Race finished", "quantity": 3, "points_each": 10, "points": 30,
        "state": "pending", "proof_url": "https://cdn.example.com/lap.png", "note": "lap 3",
        "submitted_by": user, "submitted_at": "2026-12-05T12:00:00Z", "decided_by": null,
        "decided_at": null, "reason": null, "updated_at": "2026-12-05T12:00:00Z",
    });
    let notice = json!({"notice": "submission_review", "submission": waiting});
    let action = json!({
        "kind": "send_message", "channel_id": review.to_string(), "notice": notice,
        "post": "submission:800",
    });
    world.api.queue_effect(effect(29, action));
    done(&world, 29).await;
    let message = world.sim.messages("review").pop().unwrap();
    assert_eq!(
        message.embeds[0]["image"]["url"],
        "https://cdn.example.com/lap.png"
    );

    let decision = json!({
        "state": "approved", "decided_by": world.sim.user_id("owner").to_string(),
        "decided_at": "2026-12-06T12:00:00Z",
    });
    let approved = crate::stub_api::with(waiting, decision);
    let result = json!({"submission": approved, "change": null});
    world
        .api
        .plant("POST /api/submissions/800/approve", 200, result);
    let owner = world.sim.as_user("owner").in_channel("review");
    let reply = owner.press(&message, "Approve").await.unwrap();
    assert!(reply.text().contains("✅ Approved by"), "{}", reply.text());
    assert!(world.sim.messages("review")[0].components.is_empty());
    bot.stop().await;
}

#[tokio::test]
async fn members_are_written_to() {
    let world = World::start().await;
    let bot = world.run().await;
    world.api.queue_effect(effect(30, direct(&world, "mira")));
    done(&world, 30).await;
    assert!(
        world.sim.dms("mira")[0]
            .content
            .starts_with("You are verified in **Track**.")
    );
    bot.stop().await;
}

#[tokio::test]
async fn a_global_limit_does_not_become_a_hot_loop() {
    for scope in [RateLimitScope::Global, RateLimitScope::Cloudflare] {
        let world = World::start().await;
        let bot = world.run().await;
        let fault = Fault::RateLimited {
            scope,
            retry_after: Duration::from_secs(1),
        };
        world.sim.fail_next(("PUT", "guilds"), fault, 1000);
        world
            .api
            .queue_effect(effect(40, grant(&world, "mira", "Verified")));
        let report = failed(&world, 40).await;
        assert_eq!(report["error"], "rate_limited");
        assert_eq!(report["retry_after_ms"], 5000);
        let tries = world.sim.requests();
        assert_eq!(
            tries
                .iter()
                .filter(|request| request.method == "PUT" && request.path.contains("roles"))
                .count(),
            3
        );
        bot.stop().await;
    }
}

#[tokio::test]
async fn a_lost_lease_is_dropped_quietly() {
    let world = World::start().await;
    let bot = world.run().await;
    world
        .api
        .refuse("POST /api/bot/effects/50/done", 409, "effect_lease_lost");
    world
        .api
        .queue_effect(effect(50, grant(&world, "mira", "Verified")));
    done(&world, 50).await;
    world.api.queue_effect(effect(51, direct(&world, "mira")));
    done(&world, 51).await;
    assert_eq!(
        world.api.asked_for("POST /api/bot/effects/50/done").len(),
        1
    );
    bot.stop().await;
}

#[tokio::test]
async fn after_an_outage_of_the_api_effects_go_on() {
    let world = World::start().await;
    let bot = world.run().await;
    world.api.set_down(true);
    // Wakes the long poll up, whose next request then fails.
    world.api.queue_effect(effect(60, direct(&world, "mira")));
    world.until(|view| !view.dms("mira").is_empty()).await;
    world.api.set_down(false);
    done(&world, 60).await;
    bot.stop().await;
}
