use super::{in_season, page, rank, season, season_item};
use crate::{
    commands::tests::{in_zone, plant_zone},
    test::{Harness, option, stub_api::with, subcommand},
};
use paddock_api_types::Timestamp;
use serde_json::{Value, json};
use twilight_model::id::{Id, marker::GenericMarker};

pub(super) fn dates(start: &str, end: &str) -> [Value; 3] {
    [
        option("name", "Winter *2026*"),
        option("start", start),
        option("end", end),
    ]
}

fn given(name: &str, value: bool) -> Value {
    json!({"name": name, "type": 5, "value": value})
}

#[tokio::test]
async fn a_season_is_planned() {
    let harness = in_zone("UTC").await;
    let scheduled = with(
        season(),
        json!({"status": "scheduled", "remove_roles_at_end": true}),
    );
    harness.api.plant("POST /api/seasons", 201, scheduled);
    let mut options = dates("2026-12-01 18:00", "<t:1803924000:F>").to_vec();
    options.extend([option("number", 3), given("remove_roles", true)]);
    let options = subcommand("create", options.into());
    insta::assert_snapshot!(harness.command("season", options).await, @r#"
    → GET /api/guild
    → POST /api/seasons {"ends_at":"2027-03-01T18:00:00Z","name":"Winter *2026*","number":3,"remove_roles_at_end":true,"starts_at":"2026-12-01T18:00:00Z"} (once)
    ← message, only for them
    Created. With `season`, `/item set` says what it takes, `/rank create` what can be won.
    # Winter \*2026\*
    **Season** 3
    **Status** 🕓 begins <t:1796148000:R>
    **From** <t:1796148000:f>
    **To** <t:1803924000:f>
    **Roles won** taken back at the end
    **Joined** 12 members
    "#);
}

#[tokio::test]
async fn now_is_when_the_command_was_given_and_an_end_includes_its_day() {
    let harness = in_zone("Europe/Berlin").await;
    harness.api.plant("POST /api/seasons", 201, season());
    let options = dates("now", "2027-03-01").to_vec();
    harness
        .command("season", subcommand("create", options.into()))
        .await;
    let asked = &harness.api.asked_for("POST /api/seasons")[0];
    let start: Timestamp = asked.body["starts_at"].as_str().unwrap().parse().unwrap();
    let interaction: Id<GenericMarker> = asked.headers["idempotency-key"].parse().unwrap();
    assert_eq!(start, crate::clock::made_at(interaction));
    assert_eq!(asked.body["ends_at"], "2027-03-01T23:00:00Z");
}

#[tokio::test]
async fn what_is_given_is_changed() {
    let harness = in_zone("UTC").await;
    harness.api.plant("PATCH /api/seasons/500", 200, season());
    let options = json!([
        option("season", "id:500"),
        option("end", "2027-03-01 18:00"),
        given("remove_roles", false),
    ]);
    insta::assert_snapshot!(harness.command("season", subcommand("edit", options)).await, @r#"
    → GET /api/guild
    → PATCH /api/seasons/500 {"ends_at":"2027-03-01T18:00:00Z","remove_roles_at_end":false} (once)
    ← message, only for them
    Saved.
    # Winter \*2026\*
    **Season** 3
    **Status** 🟢 ends <t:1803924000:R>
    **From** <t:1796148000:f>
    **To** <t:1803924000:f>
    **Roles won** kept after the end
    **Joined** 12 members
    "#);
}

#[tokio::test]
async fn an_edit_of_nothing_says_so() {
    let harness = Harness::start().await;
    let options = subcommand("edit", json!([option("season", "id:500")]));
    insta::assert_snapshot!(harness.command("season", options).await, @"
    ← message, only for them
    There is nothing to change: fill in at least one of the other options.
    ");
}

#[tokio::test]
async fn closing_asks_first() {
    let harness = Harness::start().await;
    harness
        .api
        .plant("GET /api/seasons/500/closing", 200, closing(json!({})));
    let options = subcommand("close", json!([option("season", "id:500")]));
    insta::assert_snapshot!(harness.command("season", options).await, @r#"
    → GET /api/seasons/500/closing
    ← message, only for them
    **End Winter \*2026\* now?**
    Nothing more can be submitted, and no points are given or taken any more.
    No submission waits for a review.
    It cannot be opened again.
    ["End it now"] "v1:season-close:500"
    "#);

    let harness = Harness::start().await;
    let closed = json!({"status": "closed", "closed_at": "2027-01-01T12:00:00Z"});
    harness
        .api
        .plant("POST /api/seasons/500/close", 200, with(season(), closed));
    insta::assert_snapshot!(harness.press("v1:season-close:500").await, @r"
    → POST /api/seasons/500/close (once)
    ← update
    Closed. Its leaderboard stays: `/leaderboard` with `season`.
    # Winter \*2026\*
    **Season** 3
    **Status** 🏁 ended <t:1798804800:R>
    **From** <t:1796148000:f>
    **To** <t:1803924000:f>
    **Roles won** kept after the end
    **Joined** 12 members
    ");
}

/// What ending the season would take.
fn closing(changes: Value) -> Value {
    let nothing = json!({
        "season": season(), "waiting_submissions": 0, "roles_taken_back": 0, "waiting_prizes": 0,
    });
    with(nothing, changes)
}

#[tokio::test]
async fn closing_tells_what_goes_with_it() {
    let mut all = String::new();
    let taken_back = with(season(), json!({"remove_roles_at_end": true}));
    for changes in [
        json!({"waiting_submissions": 3, "roles_taken_back": 12, "waiting_prizes": 2}),
        json!({"waiting_submissions": 1, "roles_taken_back": 1, "waiting_prizes": 1}),
        json!({"season": taken_back}),
    ] {
        let harness = Harness::start().await;
        harness
            .api
            .plant("GET /api/seasons/500/closing", 200, closing(changes));
        let options = subcommand("close", json!([option("season", "id:500")]));
        let shown = harness.command("season", options).await;
        all.push_str(shown.split_once("any more.\n").unwrap().1);
    }
    insta::assert_snapshot!(all, @r#"
    ⚠️ **3 submissions wait** for a review. They expire and never count: `/review` decides about them first.
    12 roles won in it are taken back.
    2 prizes wait to be handed over, and still can be.
    It cannot be opened again.
    ["End it now"] "v1:season-close:500"
    ⚠️ **1 submission waits** for a review. It expires and never counts: `/review` decides about it first.
    1 role won in it is taken back.
    1 prize waits to be handed over, and still can be.
    It cannot be opened again.
    ["End it now"] "v1:season-close:500"
    No submission waits for a review.
    Nobody has won a role in it.
    It cannot be opened again.
    ["End it now"] "v1:season-close:500"
    "#);
}

#[tokio::test]
async fn a_clone_names_where_it_comes_from() {
    let harness = in_zone("UTC").await;
    let old = with(
        season(),
        json!({"id": "400", "name": "Autumn", "number": 2}),
    );
    harness.api.plant("GET /api/seasons/400", 200, old);
    harness
        .api
        .plant("POST /api/seasons/400/clone", 201, season());
    let mut options = vec![option("season", "id:400")];
    options.extend(dates("2026-12-01 18:00", "2027-03-01 18:00"));
    let options = subcommand("clone", options.into());
    insta::assert_snapshot!(harness.command("season", options).await, @r#"
    → GET /api/guild
    → GET /api/seasons/400
    → POST /api/seasons/400/clone {"ends_at":"2027-03-01T18:00:00Z","name":"Winter *2026*","remove_roles_at_end":false,"starts_at":"2026-12-01T18:00:00Z"} (once)
    ← message, only for them
    Created, with the items, ranks and prizes of **Autumn**. `/season show` lists them.
    # Winter \*2026\*
    **Season** 3
    **Status** 🟢 ends <t:1803924000:R>
    **From** <t:1796148000:f>
    **To** <t:1803924000:f>
    **Roles won** kept after the end
    **Joined** 12 members
    "#);
}

#[tokio::test]
async fn seasons_are_listed() {
    let harness = Harness::start().await;
    let scheduled = json!({"id": "501", "status": "scheduled", "name": "Spring", "number": 4, "participants": 1});
    let closed = json!({"id": "400", "status": "closed", "name": "Autumn", "number": 2, "closed_at": "2026-11-30T12:00:00Z"});
    let items = [with(season(), scheduled), season(), with(season(), closed)];
    let items = json!({"items": items, "next_cursor": "Zm9v"});
    harness.api.plant("GET /api/seasons", 200, items);
    insta::assert_snapshot!(harness.command("season", subcommand("list", json!([]))).await, @r#"
    → GET /api/seasons?limit=10
    ← message, only for them
    # Seasons
    **Spring** · season 4 · 🕓 begins <t:1796148000:R> · 1 member
    **Winter \*2026\*** · season 3 · 🟢 ends <t:1803924000:R> · 12 members
    **Autumn** · season 2 · 🏁 ended <t:1796040000:R> · 12 members
    Page 1
    ["Next ▶"] "v1:seasons:-:2:Zm9v"
    "#);
    let shown = harness.press("v1:seasons:-:2:Zm9v").await;
    assert!(shown.contains("\n← update\n# Seasons\n"), "{shown}");
}

#[tokio::test]
async fn without_seasons_the_list_says_what_to_do() {
    let harness = Harness::start().await;
    harness.api.plant("GET /api/seasons", 200, page([]));
    insta::assert_snapshot!(harness.command("season", subcommand("list", json!([]))).await, @"
    → GET /api/seasons?limit=10
    ← message, only for them
    There is no season yet. `/season create` makes one.
    ");
}

#[tokio::test]
async fn a_season_is_shown_with_what_belongs_to_it() {
    let harness = in_season().await;
    let api = &harness.api;
    api.plant("GET /api/seasons/500/items", 200, page([season_item()]));
    api.plant("GET /api/seasons/500/ranks", 200, page([rank()]));
    insta::assert_snapshot!(harness.command("season", subcommand("show", json!([]))).await, @r"
    → GET /api/seasons/current
    → GET /api/seasons/500/items?limit=200
    → GET /api/seasons/500/ranks
    ← message, only for them
    # Winter \*2026\*
    **Season** 3
    **Status** 🟢 ends <t:1803924000:R>
    **From** <t:1796148000:f>
    **To** <t:1803924000:f>
    **Roles won** kept after the end
    **Joined** 12 members

    **Items**
    **Race finished** · 10 points · up to 5 per submission · up to 20 a day
      Any \_official\_ race

    **Ranks**
    2. <:gold:1234> **Gold** from 100 points
      🎁 <@&401>
    ");
}

#[tokio::test]
async fn an_empty_season_says_what_to_add() {
    let harness = in_season().await;
    let api = &harness.api;
    api.plant("GET /api/seasons/500/items", 200, page([]));
    api.plant("GET /api/seasons/500/ranks", 200, page([]));
    insta::assert_snapshot!(harness.press("v1:season-show:500:1").await, @r"
    → GET /api/seasons/500
    → GET /api/seasons/500/items?limit=200
    → GET /api/seasons/500/ranks
    ← update
    # Winter \*2026\*
    **Season** 3
    **Status** 🟢 ends <t:1803924000:R>
    **From** <t:1796148000:f>
    **To** <t:1803924000:f>
    **Roles won** kept after the end
    **Joined** 12 members

    **Items**
    None yet. `/item set` adds one.

    **Ranks**
    None yet. `/rank create` adds one.
    ");
}

#[tokio::test]
async fn an_empty_season_that_is_not_open_has_to_be_named() {
    let mut all = String::new();
    for status in ["scheduled", "closed"] {
        let harness = Harness::start().await;
        let api = &harness.api;
        let not_open = with(season(), json!({"status": status}));
        api.plant("GET /api/seasons/500", 200, not_open);
        api.plant("GET /api/seasons/500/items", 200, page([]));
        api.plant("GET /api/seasons/500/ranks", 200, page([]));
        let shown = harness.press("v1:season-show:500:1").await;
        all.push_str(shown.split_once("12 members\n").unwrap().1);
    }
    insta::assert_snapshot!(all, @"
    **Items**
    None yet. With `season`, `/item set` adds one.

    **Ranks**
    None yet. With `season`, `/rank create` adds one.

    **Items**
    None.

    **Ranks**
    None.
    ");
}

#[tokio::test]
async fn a_planned_copy_has_to_be_named() {
    let harness = in_season().await;
    plant_zone(&harness, "UTC");
    let scheduled = with(season(), json!({"status": "scheduled"}));
    harness
        .api
        .plant("POST /api/seasons/500/clone", 201, scheduled);
    let mut options = dates("2026-12-01", "2027-03-01").to_vec();
    options.push(option("season", "id:500"));
    let options = subcommand("clone", options.into());
    let shown = harness.command("season", options).await;
    assert!(
        shown.contains(". With `season`, `/season show` lists them.\n"),
        "{shown}"
    );
}

#[tokio::test]
async fn deleting_asks_first() {
    let harness = Harness::start().await;
    let empty = with(season(), json!({"participants": 0}));
    harness.api.plant("GET /api/seasons/500", 200, empty);
    let options = subcommand("delete", json!([option("season", "id:500")]));
    insta::assert_snapshot!(harness.command("season", options).await, @r#"
    → GET /api/seasons/500
    ← message, only for them
    **Delete Winter \*2026\*?**
    Its ranks and prizes go with it, and cannot be brought back.
    ["Delete it"] "v1:season-delete:500"
    "#);

    let harness = in_season().await;
    harness
        .api
        .plant("DELETE /api/seasons/500", 204, Value::Null);
    insta::assert_snapshot!(harness.press("v1:season-delete:500").await, @r"
    → GET /api/seasons/500
    → DELETE /api/seasons/500 (once)
    ← update
    **Winter \*2026\*** is deleted.
    ");
}

#[tokio::test]
async fn a_season_with_members_is_not_deleted() {
    let harness = in_season().await;
    harness
        .api
        .refuse("DELETE /api/seasons/500", 409, "season_in_use");
    let refusal =
        "Members have joined that season, so it cannot be deleted. `/season close` ends it.\n";
    let shown = harness.press("v1:season-delete:500").await;
    assert!(shown.ends_with(refusal), "{shown}");
    // Nobody is asked about what would be refused.
    let options = subcommand("delete", json!([option("season", "id:500")]));
    let shown = harness.command("season", options).await;
    assert!(shown.ends_with(refusal), "{shown}");
}
