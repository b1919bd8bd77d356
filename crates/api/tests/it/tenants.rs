//! What one guild has does not exist for another: every operation that takes an id is called with the
//! ids of one guild by the admins of another.

use crate::garage::{claim, swap};
use crate::hall::open;
use crate::helpers::{ADMINISTRATOR, BOT_KEY, GUILD, TestApp, code, given, user};
use crate::track::Track;
use paddock_api_types::effects::{EffectState, ListEffectsQuery};
use paddock_api_types::operations::{self, BodyKind, Caller, Declaration, Method};
use paddock_api_types::{ErrorCode, Problem, SubsessionId};
use reqwest::{RequestBuilder, StatusCode};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The other guild.
const ELSEWHERE: i64 = 1_187_654_321_098_765_999;
/// The id in the examples of the table.
const EXAMPLE: &str = "1234567890123456789";

/// One of everything that has an id, in a guild.
pub(crate) struct Everything {
    pub(crate) track: Track,
    pub(crate) ids: Ids,
}

/// Ids by the names that paths give them.
pub(crate) type Ids = BTreeMap<&'static str, String>;

impl Everything {
    pub(crate) async fn new() -> Self {
        let track = Track::unlimited().await;
        let (app, admin) = (&track.app, track.admin());
        let ada = track.joined(1, "Ada").await;
        admin.grant_api_access(user(1)).await.unwrap();
        let token = ada
            .create_token(&crate::helpers::token("mine"))
            .await
            .unwrap();
        let rank = track.rank("Gold", 10).await;
        let prize = track.prize(&rank, json!({"description": "a mug"})).await;
        track.adjust(1, 10).await;
        let award = track.awards(json!({})).await.remove(0);
        let submission = track.submitted(&ada, 1).await;
        let rule = given(json!({"present_points": 1, "late_points": 1}));
        admin
            .set_attendance_rule(track.season, &rule)
            .await
            .unwrap();
        let session = open(&admin, json!({})).await.unwrap();
        let mark = given(json!({"status": "present"}));
        admin
            .mark_attendance(session.id, user(1), &mark)
            .await
            .unwrap();
        let numbers = Numbers::new(&track, &ada).await;
        let kept = given(json!({"raw_retention_days": 30}));
        admin.update_result_settings(&kept).await.unwrap();
        let consent = given(json!({"league_holds_consent": true}));
        admin.update_guild(&consent).await.unwrap();
        crate::results::imports(&admin, &crate::results::small())
            .await
            .unwrap();
        let rule = given(json!({"league_season_id": 5, "mode": "table", "race": [25]}));
        admin.set_result_rule(track.season, &rule).await.unwrap();
        let penalty = given(json!({"user_id": "2", "points": 1, "reason": "Cut the chicane"}));
        let penalty = admin.add_penalty(track.season, &penalty).await.unwrap();
        let round = SubsessionId::new(crate::results::SMALL).unwrap();
        let attended = given(json!({"session_id": session.id.to_string()}));
        admin
            .match_round_attendance(round, &attended)
            .await
            .unwrap();
        let ids: Ids = BTreeMap::from([
            ("penalty_id", penalty.id.to_string()),
            ("subsession_id", crate::results::SMALL.to_string()),
            ("class_id", numbers.class),
            ("reservation_id", numbers.reservation),
            ("trade_id", numbers.trade),
            ("number", "7".to_owned()),
            ("user_id", user(1).to_string()),
            ("token_id", token.access_token.id.to_string()),
            ("season_id", track.season.to_string()),
            ("item_id", track.item.to_string()),
            ("rank_id", rank.id.to_string()),
            ("prize_id", prize.id.to_string()),
            ("award_id", award.id.to_string()),
            ("submission_id", submission.id.to_string()),
            ("session_id", session.id.to_string()),
            ("effect_id", failed_effect(app).await),
        ]);
        let steward = given(json!({"title": "Steward"}));
        admin.add_staff(user(1), &steward).await.unwrap();
        Self { track, ids }
    }

    /// The path of an operation, with the ids of this guild.
    pub(crate) fn path(&self, operation: &Declaration) -> String {
        Self::path_with(operation, &self.ids)
    }

    fn path_with(operation: &Declaration, ids: &Ids) -> String {
        let segments = operation.path.split('/').map(|segment| {
            let name = segment
                .strip_prefix('{')
                .and_then(|it| it.strip_suffix('}'));
            name.map_or(segment, |name| ids[name].as_str())
        });
        segments.collect::<Vec<_>>().join("/")
    }

    /// A request of an operation, by an admin of a guild.
    fn request(&self, operation: &Declaration, guild: i64) -> RequestBuilder {
        self.request_to(&self.path(operation), operation, guild)
    }

    fn request_to(&self, path: &str, operation: &Declaration, guild: i64) -> RequestBuilder {
        let method = operation.method.as_str().parse().unwrap();
        let request = self.track.app.request(method, path);
        let request = request
            .header("x-api-key", BOT_KEY)
            .header("x-guild-id", guild)
            // Some operations are about the caller's own things.
            .header("x-user-id", 1)
            .header("x-permissions", ADMINISTRATOR);
        match operation.body {
            BodyKind::None => request,
            BodyKind::Csv => request
                .query(&[("source", "elsewhere")])
                .header("content-type", "text/csv")
                .body("user_id,points\n1,1\n"),
            BodyKind::Result => request
                .header("content-type", "application/json")
                .body(crate::results::small()),
            _ => request.json(&self.example(operation)),
        }
    }

    /// The example of the table, with the ids of this guild.
    pub(crate) fn example(&self, operation: &Declaration) -> Value {
        let mut body = (operation.example.unwrap())();
        for (name, value) in body.as_object_mut().into_iter().flatten() {
            if *value == json!(EXAMPLE)
                && let Some(id) = self.ids.get(name.as_str())
            {
                *value = json!(id);
            }
        }
        body
    }

    /// All that the guild can read of itself.
    async fn everything_there_is(&self) -> Vec<(String, Value)> {
        let mut all = Vec::new();
        for operation in operations::all() {
            let reads = operation.method == Method::GET && operation.caller.level().is_some();
            // Codes and the moment of an export change by themselves; a sign-in is another each time;
            // and a stream of events does not end.
            let by_itself = [
                "list_attendance_codes",
                "export_me",
                "start_iracing_sign_in",
                "watch_staff",
            ]
            .contains(&operation.id);
            if reads && !by_itself {
                let answer = self.request(operation, GUILD).send().await.unwrap();
                assert!(answer.status().is_success(), "{}", operation.id);
                let body = answer.text().await.unwrap();
                let body = serde_json::from_str(&body).unwrap_or(Value::String(body));
                all.push((operation.id.to_owned(), body));
            }
        }
        all
    }
}

/// Something of numbers that has an id, each.
struct Numbers {
    class: String,
    reservation: String,
    trade: String,
}

impl Numbers {
    /// Ada has a number, and is offered another.
    async fn new(track: &Track, ada: &paddock_api_client::Client) -> Self {
        let admin = track.admin();
        let wide = given(json!({"numbers_per_member": 5}));
        admin.update_guild(&wide).await.unwrap();
        let class = given(json!({"name": "LMP2"}));
        let class = admin.create_number_class(&class).await.unwrap();
        let reserved = given(json!({"number": "5"}));
        let reservation = admin.reserve_numbers(&reserved).await.unwrap();
        claim(ada, "7").await.unwrap();
        let ben = track.app.verified_as(2, "Ben").await;
        claim(&ben, "8").await.unwrap();
        let offer = given(swap(1, "8", Some("7")));
        let trade = ben.offer_number_trade(&offer).await.unwrap();
        let link = given(json!({"iracing_id": 812_345}));
        ada.set_iracing_id(&link).await.unwrap();
        Self {
            class: class.id.to_string(),
            reservation: reservation.id.to_string(),
            trade: trade.id.to_string(),
        }
    }
}

/// An effect that could not be performed.
async fn failed_effect(app: &TestApp) -> String {
    let settings = given(json!({"announcement_channel_id": "900"}));
    app.admin().update_guild(&settings).await.unwrap();
    // The second rank is announced to whoever has the points for it.
    let by_hand = json!({"user_id": "1", "points": 1, "reason": "an effect"});
    let season = app
        .admin()
        .get_current_season(&given(json!({})))
        .await
        .unwrap()
        .id;
    let rank = given(json!({"name": "Platinum", "threshold": 11}));
    app.admin().create_rank(season, &rank).await.unwrap();
    app.admin()
        .adjust_points(season, &given(by_hand))
        .await
        .unwrap();
    let effect = app.lease().await.remove(0);
    let failed = json!({"attempt": effect.attempt, "error": "unknown_channel", "detail": ""});
    let failed = given(failed);
    app.bot().fail_effect(effect.id, &failed).await.unwrap();
    let failed = ListEffectsQuery {
        state: Some(EffectState::Failed),
        ..ListEffectsQuery::default()
    };
    let failed = app.admin().list_effects(&failed).await.unwrap().items;
    failed[0].id.to_string()
}

/// Whether the operation can name something of a guild: the bot's own view is of all of them, every
/// guild has all numbers, and any user of Discord may be of the staff, be registered, or be banned.
fn names_something(operation: &Declaration) -> bool {
    let path = operation.path.replace("{number}", "7");
    let of_anybody = ["add_staff", "ban_member", "register_other_member"].contains(&operation.id);
    path.contains('{') && operation.caller != Caller::Bot && !of_anybody
}

#[tokio::test]
async fn no_id_of_one_guild_leads_anywhere_in_another() {
    let guild = Everything::new().await;
    let before = guild.everything_there_is().await;
    let mut tried = 0;
    for operation in operations::all().filter(|it| names_something(it)) {
        assert_not_found(operation, guild.request(operation, ELSEWHERE)).await;
        tried += 1;
    }
    assert!(tried > 50, "{tried}");
    let after = guild.everything_there_is().await;
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(before, after);
    }
}

/// Refused with a code that the operation declares: the router's own `not_found` would say that the
/// path was wrong.
async fn assert_not_found(operation: &Declaration, request: RequestBuilder) {
    let answer = request.send().await.unwrap();
    let status = answer.status();
    let problem: Problem = answer.json().await.unwrap();
    // An item outlives its place in a season, so that this says the same of those that are not there.
    let status = match problem.code {
        ErrorCode::ItemNotInSeason => StatusCode::NOT_FOUND,
        _ => status,
    };
    assert_eq!(
        status,
        StatusCode::NOT_FOUND,
        "{}: {problem:?}",
        operation.id
    );
    let declared = operation.refusals.contains(&problem.code);
    assert!(declared, "{}: {problem:?}", operation.id);
}

#[tokio::test]
async fn an_id_of_one_guild_is_not_found_below_an_id_of_another() {
    let guild = Everything::new().await;
    let before = guild.everything_there_is().await;
    let admin = guild.track.app.acting_in(ELSEWHERE, 77, ADMINISTRATOR);
    let season = admin.create_season(&crate::track::winter()).await.unwrap();
    let rank = given(json!({"name": "Silver", "threshold": 5}));
    let rank = admin.create_rank(season.id, &rank).await.unwrap();
    let session = open(&admin, json!({})).await.unwrap();
    let own = BTreeMap::from([
        ("season_id", season.id.to_string()),
        ("rank_id", rank.id.to_string()),
        ("session_id", session.id.to_string()),
    ]);
    let mut tried = 0;
    for operation in operations::all().filter(|it| names_something(it)) {
        let (above, last) = operation.path.rsplit_once('{').unwrap();
        if !above.contains('{') {
            continue;
        }
        let (last, _) = last.split_once('}').unwrap();
        // Users are Discord's, the same in every guild.
        if last == "user_id" {
            continue;
        }
        let mut ids = own.clone();
        ids.insert(last, guild.ids[last].clone());
        let path = Everything::path_with(operation, &ids);
        assert_not_found(operation, guild.request_to(&path, operation, ELSEWHERE)).await;
        tried += 1;
    }
    assert!(tried > 5, "{tried}");
    assert_eq!(before, guild.everything_there_is().await);
}

#[tokio::test]
async fn ids_in_bodies_and_queries_lead_nowhere_either() {
    let guild = Everything::new().await;
    let elsewhere = guild.track.app.acting_in(ELSEWHERE, 1, ADMINISTRATOR);
    let season = guild.track.season;
    let submission =
        given(json!({"season_id": season, "item_id": guild.track.item, "quantity": 1}));
    let refused = code(elsewhere.create_submission(&submission).await);
    assert_eq!(refused, ErrorCode::SeasonNotFound);

    let of_season = json!({"season_id": season, "user_id": "1"});
    let submissions = elsewhere.list_submissions(&given(of_season.clone())).await;
    assert_eq!(submissions.unwrap().items, []);
    let awards = elsewhere.list_awards(&given(of_season)).await;
    assert_eq!(awards.unwrap().items, []);
    let session = json!({"session_id": guild.ids["session_id"]});
    let export = elsewhere.export_attendance(&given(session.clone())).await;
    assert_eq!(code(export), ErrorCode::AttendanceSessionNotFound);
    let mut typed = json!({"code": "ABCD"});
    typed["session_id"] = session["session_id"].clone();
    assert_eq!(
        code(elsewhere.check_in(&given(typed)).await),
        ErrorCode::AttendanceSessionNotFound
    );

    // Another item of one's own season: one that only the first guild has.
    let admin = guild.track.app.acting_in(ELSEWHERE, 77, ADMINISTRATOR);
    let own = admin.create_season(&crate::track::winter()).await.unwrap();
    let worth = given(json!({"points": 1}));
    let set = admin.set_season_item(own.id, guild.track.item, &worth);
    assert_eq!(code(set.await), ErrorCode::ItemNotFound);
}
