use super::{in_season, item, page, season, season_item};
use crate::test::{Harness, option, stub_api::with, subcommand};
use serde_json::{Value, json};

#[tokio::test]
async fn an_item_is_created_and_changed() {
    let harness = Harness::start().await;
    harness.api.plant("POST /api/items", 201, item());
    let options = json!([
        option("name", "Race finished"),
        option("description", "Any _official_ race"),
    ]);
    insta::assert_snapshot!(harness.command("item", subcommand("create", options)).await, @r#"
    → POST /api/items {"description":"Any _official_ race","name":"Race finished"} (once)
    ← message, only for them
    Created: **Race finished**
      Any \_official\_ race
    `/item set` says what it is worth in a season.
    "#);

    let harness = Harness::start().await;
    let bare = with(item(), json!({"description": null}));
    harness.api.plant("PATCH /api/items/600", 200, bare);
    let options = json!([
        option("item", "id:600"),
        option("name", "Race finished"),
        {"name": "clear_description", "type": 5, "value": true},
    ]);
    insta::assert_snapshot!(harness.command("item", subcommand("edit", options)).await, @r#"
    → PATCH /api/items/600 {"description":null,"name":"Race finished"} (once)
    ← message, only for them
    Saved: **Race finished**
    "#);
}

#[tokio::test]
async fn edits_that_say_nothing_or_two_things_are_explained() {
    let clear = json!({"name": "clear_description", "type": 5, "value": true});
    let mut all = String::new();
    for options in [
        json!([option("item", "id:600")]),
        json!([option("item", "id:600"), option("description", "x"), clear]),
        json!([option("item", "Race"), option("name", "x")]),
    ] {
        let harness = Harness::start().await;
        harness.api.plant("GET /api/items", 200, page([]));
        all.push_str(&harness.command("item", subcommand("edit", options)).await);
    }
    insta::assert_snapshot!(all, @"
    ← message, only for them
    There is nothing to change: fill in at least one of the other options.
    ← message, only for them
    Give a description or `clear_description`, not both. Try again with one of them.
    → GET /api/items?limit=200
    ← message, only for them
    No item is called “Race”: there is none yet; `/item create` makes one.
    ");
}

#[tokio::test]
async fn deleting_asks_first() {
    let harness = Harness::start().await;
    harness.api.plant("GET /api/items/600", 200, item());
    let options = subcommand("delete", json!([option("item", "id:600")]));
    insta::assert_snapshot!(harness.command("item", options).await, @r#"
    → GET /api/items/600
    ← message, only for them
    **Delete Race finished?**
    It goes from every season that takes it, and cannot be brought back.
    ["Delete it"] "v1:item-delete:600"
    "#);

    let harness = Harness::start().await;
    harness.api.plant("GET /api/items/600", 200, item());
    harness.api.plant("DELETE /api/items/600", 204, Value::Null);
    insta::assert_snapshot!(harness.press("v1:item-delete:600").await, @"
    → GET /api/items/600
    → DELETE /api/items/600 (once)
    ← update
    **Race finished** is deleted.
    ");

    // Nobody is asked about what would be refused.
    let harness = Harness::start().await;
    let submitted = with(item(), json!({"submitted": true}));
    harness.api.plant("GET /api/items/600", 200, submitted);
    let options = subcommand("delete", json!([option("item", "id:600")]));
    insta::assert_snapshot!(harness.command("item", options).await, @"
    → GET /api/items/600
    ← message, only for them
    That item was submitted before, so it cannot be deleted. `/item unset` takes it out of a season.
    ");

    let harness = Harness::start().await;
    harness.api.plant("GET /api/items/600", 200, item());
    harness
        .api
        .refuse("DELETE /api/items/600", 409, "item_in_use");
    insta::assert_snapshot!(harness.press("v1:item-delete:600").await, @"
    → GET /api/items/600
    → DELETE /api/items/600 (once)
    ← message, only for them
    That item was submitted before, so it cannot be deleted. `/item unset` takes it out of a season.
    ");
}

#[tokio::test]
async fn all_items_are_listed() {
    let harness = Harness::start().await;
    let items = json!({"items": [item()], "next_cursor": "Zm9v"});
    harness.api.plant("GET /api/items", 200, items);
    insta::assert_snapshot!(harness.command("item", subcommand("list", json!([]))).await, @r#"
    → GET /api/items?limit=10
    ← message, only for them
    # Items
    **Race finished**
      Any \_official\_ race
    Page 1
    ["Next ▶"] "v1:items:-:2:Zm9v"
    "#);
    let shown = harness.press("v1:items:-:2:Zm9v").await;
    assert!(
        shown.contains("→ GET /api/items?limit=10&cursor=Zm9v"),
        "{shown}"
    );
}

#[tokio::test]
async fn items_of_a_season_tell_their_worth() {
    let list = || subcommand("list", json!([option("season", "id:500")]));
    let harness = in_season().await;
    let free = json!({"item_id": "601", "name": "Win", "description": null, "points": 1, "max_quantity": null, "max_per_day": null});
    let items = json!({"items": [season_item(), free], "next_cursor": "Zm9v"});
    harness.api.plant("GET /api/seasons/500/items", 200, items);
    insta::assert_snapshot!(harness.command("item", list()).await, @r#"
    → GET /api/seasons/500
    → GET /api/seasons/500/items?limit=10
    ← message, only for them
    # Items of Winter \*2026\*
    **Race finished** · 10 points · up to 5 per submission · up to 20 a day
      Any \_official\_ race
    **Win** · 1 point
    Page 1
    ["Next ▶"] "v1:season-items:500:2:Zm9v"
    "#);

    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/seasons/500/items", 200, page([]));
    insta::assert_snapshot!(harness.command("item", list()).await, @r"
    → GET /api/seasons/500
    → GET /api/seasons/500/items?limit=10
    ← message, only for them
    **Winter \*2026\*** takes no items yet. `/item set` adds one.
    ");

    let harness = in_season().await;
    harness
        .api
        .plant("GET /api/seasons/500/items", 200, page([season_item()]));
    let shown = harness.press("v1:season-items:500:2:Zm9v").await;
    assert!(shown.contains("# Items of Winter"), "{shown}");
}

#[tokio::test]
async fn a_season_takes_an_item_and_lets_it_go() {
    let harness = in_season().await;
    harness
        .api
        .plant("PUT /api/seasons/500/items/600", 200, season_item());
    let options = json!([
        option("item", "id:600"),
        option("points", 10),
        option("max_quantity", 5),
        option("max_per_day", 20),
    ]);
    insta::assert_snapshot!(harness.command("item", subcommand("set", options)).await, @r#"
    → GET /api/seasons/current
    → PUT /api/seasons/500/items/600 {"max_per_day":20,"max_quantity":5,"points":10} (once)
    ← message, only for them
    **Winter \*2026\*** now accepts: **Race finished** · 10 points · up to 5 per submission · up to 20 a day
      Any \_official\_ race
    "#);

    let harness = in_season().await;
    harness.api.plant("GET /api/items/600", 200, item());
    harness
        .api
        .plant("DELETE /api/seasons/500/items/600", 204, Value::Null);
    let options = json!([option("item", "id:600"), option("season", "id:500")]);
    insta::assert_snapshot!(harness.command("item", subcommand("unset", options)).await, @r"
    → GET /api/seasons/500
    → GET /api/items/600
    → DELETE /api/seasons/500/items/600 (once)
    ← message, only for them
    **Winter \*2026\*** no longer takes **Race finished**. What was submitted stays.
    ");
}

#[tokio::test]
async fn a_season_that_is_not_open_has_to_be_named() {
    let mut all = String::new();
    for status in ["scheduled", "closed"] {
        let harness = Harness::start().await;
        let not_open = with(season(), json!({"status": status}));
        harness.api.plant("GET /api/seasons/500", 200, not_open);
        harness
            .api
            .plant("GET /api/seasons/500/items", 200, page([]));
        let list = subcommand("list", json!([option("season", "id:500")]));
        let shown = harness.command("item", list).await;
        all.push_str(shown.split_once("only for them\n").unwrap().1);
    }
    insta::assert_snapshot!(all, @r"
    **Winter \*2026\*** takes no items yet. With `season`, `/item set` adds one.
    **Winter \*2026\*** takes no items.
    ");
}

#[tokio::test]
async fn an_item_that_is_not_found_is_one_of_all() {
    let mut all = String::new();
    for (name, points) in [
        ("set", Some(10)),
        ("edit", None),
        ("delete", None),
        ("unset", None),
    ] {
        let harness = in_season().await;
        harness.api.plant("GET /api/items", 200, page([]));
        harness
            .api
            .plant("GET /api/seasons/500/items", 200, page([]));
        let mut options = vec![option("item", "Race")];
        options.extend(points.map(|points| option("points", points)));
        let options = subcommand(name, options.into());
        let shown = harness.command("item", options).await;
        all.push_str(shown.split_once("only for them\n").unwrap().1);
    }
    insta::assert_snapshot!(all, @"
    No item is called “Race”: there is none yet; `/item create` makes one.
    No item is called “Race”: there is none yet; `/item create` makes one.
    No item is called “Race”: there is none yet; `/item create` makes one.
    No item is called “Race”: there is none for that season yet; admins add one with `/item set`.
    ");
}

#[tokio::test]
async fn a_name_that_is_taken_says_so() {
    let harness = Harness::start().await;
    harness
        .api
        .refuse("POST /api/items", 409, "item_name_taken");
    let options = subcommand("create", json!([option("name", "Race finished")]));
    let shown = harness.command("item", options).await;
    assert!(shown.ends_with("Another item has that name. Give this one another name.\n"));
}
