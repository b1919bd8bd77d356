//! Car numbers: what needs more of Discord than a command and its answer.

use crate::helpers::{World, guild};
use serde_json::{Value, json};

const IMPORT: &str = "POST /api/numbers/import";

fn trade(world: &World, state: &str) -> Value {
    let user = |name: &str| world.sim.user_id(name).to_string();
    json!({
        "id": "850", "class_id": null, "class_name": null, "from_user_id": user("owner"), "to_user_id": user("mira"),
        "gives": "7", "wants": null, "state": state, "created_at": "2026-12-05T12:00:00Z",
        "expires_at": "2026-12-06T12:00:00Z",
    })
}

#[tokio::test]
async fn an_offer_is_accepted_in_a_direct_message() {
    let world = World::start().await;
    let bot = world.run().await;
    let notice = json!({
        "notice": "number_trade_offered", "guild_name": "Track", "trade": trade(&world, "open"),
    });
    let mira = world.sim.user_id("mira").to_string();
    world.api.queue_effect(json!({
        "id": "1", "guild_id": guild(), "attempt": 1, "leased_until": "2100-01-01T00:00:00Z",
        "action": {"kind": "direct_message", "user_id": mira, "notice": notice},
    }));
    world.until(|view| !view.dms("mira").is_empty()).await;

    let accept = "POST /api/number-trades/850/accept";
    world.api.plant(accept, 200, trade(&world, "accepted"));
    let offer = world.sim.dms("mira").remove(0);
    let person = world.sim.as_user("mira").in_dm();
    let reply = person.press(&offer, "Accept").await.unwrap();
    assert!(
        reply.content.starts_with("✅ Done: **#7** is yours now"),
        "{reply:?}"
    );
    assert!(reply.components.is_empty(), "{reply:?}");

    let asked = world.api.asked_for(accept).pop().unwrap();
    assert_eq!(asked.headers["x-guild-id"], guild());
    assert_eq!(asked.headers["x-user-id"], mira);
    assert_eq!(asked.headers["x-permissions"], "0");
    bot.stop().await;
}

#[tokio::test]
async fn the_file_of_an_import_waits_in_the_answer_for_the_button() {
    let world = World::start().await;
    let report =
        |dry_run: bool| json!({"dry_run": dry_run, "claimed": 2, "unchanged": 0, "refused": []});
    world.api.plant(IMPORT, 200, report(true));
    world.api.plant(IMPORT, 200, report(false));
    let bot = world.run().await;
    let owner = world
        .sim
        .as_user("owner")
        .with_file("old bot.csv", "number,user_id\n7,1\n8,2\n");
    let planned = owner
        .slash("/numbers import file:old bot.csv")
        .await
        .unwrap();
    assert!(planned.ephemeral, "{planned:?}");
    assert!(
        planned.content.starts_with("**Import 2 claims?**"),
        "{planned:?}"
    );
    assert_eq!(planned.attachments[0].text(), "number,user_id\n7,1\n8,2\n");
    bot.stop().await;

    // Another process is pressed: nothing was kept in the first.
    let bot = world.run().await;
    let imported = owner.press(&planned, "Import it").await.unwrap();
    assert_eq!(imported.content, "✅ 2 claims imported.");
    let asked = world.api.asked_for(IMPORT);
    let queries: Vec<_> = asked.iter().map(|asked| asked.query.as_str()).collect();
    assert_eq!(queries, ["dry_run=true", "dry_run=false"]);
    bot.stop().await;
}
