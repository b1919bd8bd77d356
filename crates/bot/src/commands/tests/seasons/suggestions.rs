use super::{approved, award, in_season, item, page, rank, season, season_item, shirt, submission};
use crate::test::{
    Harness, focused, guild_create, member_option, option,
    stub_api::{problem, with},
    subcommand,
};
use serde_json::{Value, json};
use twilight_gateway::Event;
use twilight_model::{gateway::payload::incoming::GuildCreate, guild::Guild};

fn one(name: &str, id: &str) -> Value {
    json!([{"name": name, "value": format!("id:{id}")}])
}

#[tokio::test]
async fn seasons_are_found_by_part_of_their_name() {
    let harness = Harness::start().await;
    let autumn = json!({"id": "400", "name": "Autumn", "number": 2, "status": "closed"});
    let seasons = page([season(), with(season(), autumn)]);
    harness.api.plant("GET /api/seasons", 200, seasons);
    let autumn = one("Autumn (season 2, over)", "400");
    for (command, subcommand_name) in [
        ("season", "edit"),
        ("season", "close"),
        ("season", "clone"),
        ("season", "show"),
        ("season", "delete"),
        ("item", "list"),
        ("item", "set"),
        ("rank", "create"),
        ("prize", "role"),
        ("points", "adjust"),
    ] {
        let options = subcommand(subcommand_name, json!([focused("season", "aUT")]));
        let shown = harness.suggestions(command, options).await;
        assert_eq!(shown, autumn, "/{command} {subcommand_name}");
    }
    for command in [
        "join",
        "submit",
        "submissions",
        "leaderboard",
        "overview",
        "summary",
        "review",
    ] {
        let options = json!([focused("season", "aUT")]);
        assert_eq!(
            harness.suggestions(command, options).await,
            autumn,
            "/{command}"
        );
    }
}

#[tokio::test]
async fn members_see_what_an_item_is_worth() {
    let harness = in_season().await;
    let win = with(
        season_item(),
        json!({"item_id": "601", "name": "Win", "points": 1}),
    );
    let items = page([season_item(), win]);
    harness.api.plant("GET /api/seasons/500/items", 200, items);
    let options = json!([focused("item", "win")]);
    let shown = harness.suggestions("submit", options).await;
    assert_eq!(shown, one("Win (1 point)", "601"));
    assert_eq!(harness.api.asked_for("GET /api/seasons/current").len(), 1);
    // Those of the season that is filled in; nobody has to be asked for the current one.
    let options = json!([focused("item", "race"), option("season", "id:500")]);
    let shown = harness.suggestions("submit", options).await;
    assert_eq!(shown, one("Race finished (10 points)", "600"));
    let options = subcommand(
        "unset",
        json!([focused("item", "race"), option("season", "id:500")]),
    );
    let shown = harness.suggestions("item", options).await;
    assert_eq!(shown, one("Race finished (10 points)", "600"));
    assert_eq!(harness.api.asked_for("GET /api/seasons/current").len(), 1);
}

#[tokio::test]
async fn items_of_every_season_that_could_be_meant_are_suggested() {
    let harness = Harness::start().await;
    let seasons = json!({"seasons": [
        {"id": "501", "name": "Sprint", "number": 4}, {"id": "500", "name": "Winter", "number": 3},
    ]});
    let several = with(problem(409, "season_ambiguous"), json!({"params": seasons}));
    harness.api.plant("GET /api/seasons/current", 409, several);
    let win = with(season_item(), json!({"item_id": "601", "name": "Win"}));
    let both = page([season_item(), win]);
    harness.api.plant("GET /api/seasons/501/items", 200, both);
    let one_item = page([season_item()]);
    harness
        .api
        .plant("GET /api/seasons/500/items", 200, one_item);
    let options = json!([focused("item", "")]);
    let shown = harness.suggestions("submit", options).await;
    let both = json!([
        {"name": "Race finished (10 points)", "value": "id:600"},
        {"name": "Win (10 points)", "value": "id:601"},
    ]);
    assert_eq!(shown, both);
    let options = subcommand("edit", json!([focused("rank", "")]));
    assert_eq!(harness.suggestions("rank", options).await, json!([]));
}

#[tokio::test]
async fn items_of_an_edited_submission_are_those_of_its_season() {
    let harness = Harness::start().await;
    let api = &harness.api;
    api.plant("GET /api/submissions/800", 200, submission());
    api.plant("GET /api/seasons/500/items", 200, page([season_item()]));
    let options = json!([option("submission", "id:800"), focused("item", "")]);
    let shown = harness
        .suggestions("submission", subcommand("edit", options))
        .await;
    assert_eq!(shown, one("Race finished (10 points)", "600"));
}

#[tokio::test]
async fn admins_choose_among_all_items() {
    let harness = Harness::start().await;
    harness.api.plant("GET /api/items", 200, page([item()]));
    for name in ["edit", "delete", "set"] {
        let options = subcommand(name, json!([focused("item", "race")]));
        let shown = harness.suggestions("item", options).await;
        assert_eq!(shown, one("Race finished", "600"), "{name}");
    }
}

#[tokio::test]
async fn ranks_and_prizes_are_those_of_the_season() {
    let harness = in_season().await;
    let mut guild = guild_create();
    guild["roles"][1]["name"] = "Steward".into();
    let guild: Guild = serde_json::from_value(guild).unwrap();
    let create = Event::GuildCreate(Box::new(GuildCreate::Available(guild)));
    harness.bot.guilds.apply(&create);
    let mut rank = rank();
    let unknown = json!({"id": "662", "role_id": "499", "description": null});
    rank["prizes"]
        .as_array_mut()
        .unwrap()
        .extend([shirt(), unknown]);
    harness
        .api
        .plant("GET /api/seasons/500/ranks", 200, page([rank]));
    let options = subcommand("delete", json!([focused("rank", "gold")]));
    let shown = harness.suggestions("rank", options).await;
    assert_eq!(shown, one("Gold (from 100 points)", "650"));
    let options = subcommand(
        "remove",
        json!([focused("prize", ""), option("season", "id:500")]),
    );
    let shown = harness.suggestions("prize", options).await;
    let expected = json!([
        {"name": "Gold: the role @Steward", "value": "id:660"},
        {"name": "Gold: A T-shirt, *signed*", "value": "id:661"},
        {"name": "Gold: the role 499", "value": "id:662"},
    ]);
    assert_eq!(shown, expected);
}

#[tokio::test]
async fn prizes_to_hand_over_name_their_winner() {
    let harness = Harness::start().await;
    harness.api.plant("GET /api/awards", 200, page([award()]));
    let options = subcommand("deliver", json!([focused("award", "bert")]));
    let shown = harness.suggestions("award", options).await;
    let expected = one("Bert · Gold · Winter *2026* · A T-shirt, *signed*", "900");
    assert_eq!(shown, expected);
    let asked = &harness.api.asked_for("GET /api/awards")[0];
    assert_eq!(asked.query, "state=waiting&limit=200");
}

#[tokio::test]
async fn submissions_are_found_by_item_member_and_state() {
    let harness = Harness::start().await;
    let earlier = json!({"id": "802", "submitted_at": "2026-12-05T11:59:59Z"});
    let approved = with(approved(), json!({"id": "801"}));
    let all = page([submission(), approved, with(submission(), earlier)]);
    harness.api.plant("GET /api/submissions", 200, all);
    let options = json!([focused("submission", "waiting"), member_option()]);
    let shown = harness
        .suggestions("submission", subcommand("show", options))
        .await;
    let expected = json!([
        {"name": "12-05 12:00 · waiting · Race finished × 3 · Bert", "value": "id:800"},
        {"name": "12-05 11:59 · waiting · Race finished × 3 · Bert", "value": "id:802"},
    ]);
    assert_eq!(shown, expected);
    let asked = &harness.api.asked_for("GET /api/submissions")[0];
    assert_eq!(asked.query, "user_id=202&limit=200");
}

#[tokio::test]
async fn suggestions_keep_discords_limits() {
    let harness = in_season().await;
    let long = |n: u32| {
        let name = json!({"item_id": n.to_string(), "name": "ü".repeat(120)});
        with(season_item(), name)
    };
    let items: Vec<_> = (1..=40).map(long).collect();
    harness
        .api
        .plant("GET /api/seasons/500/items", 200, page(items));
    let shown = harness
        .suggestions("submit", json!([focused("item", "")]))
        .await;
    let shown = shown.as_array().unwrap();
    assert_eq!(shown.len(), 25);
    let length = |choice: &Value| choice["name"].as_str().unwrap().chars().count();
    assert!(shown.iter().all(|choice| length(choice) <= 100));
}

#[tokio::test]
async fn without_the_api_nothing_is_suggested() {
    let harness = Harness::start().await;
    for (command, options) in [
        ("join", json!([focused("season", "x")])),
        ("submit", json!([focused("item", "x")])),
        ("item", subcommand("edit", json!([focused("item", "x")]))),
        ("rank", subcommand("edit", json!([focused("rank", "x")]))),
        (
            "prize",
            subcommand("remove", json!([focused("prize", "x")])),
        ),
        (
            "award",
            subcommand("deliver", json!([focused("award", "x")])),
        ),
        (
            "submission",
            subcommand("show", json!([focused("submission", "x")])),
        ),
    ] {
        assert_eq!(
            harness.suggestions(command, options).await,
            json!([]),
            "/{command}"
        );
    }
}
