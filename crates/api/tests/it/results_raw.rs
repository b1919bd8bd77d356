//! Files of results over HTTP: who may have them, and as what.

use crate::garage::Garage;
use crate::helpers::{given, refused};
use crate::results::{SMALL, imports, small};
use paddock_api_types::SubsessionId;
use paddock_api_types::results::{ResultFile, ResultSettings};
use reqwest::Method;
use serde_json::json;

const SOLO: &str = include_str!("../../../iracing/tests/fixtures/csv-official-solo.csv");

fn small_id() -> SubsessionId {
    SubsessionId::new(SMALL).unwrap()
}

async fn keeps(garage: &Garage, days: Option<u16>) -> ResultSettings {
    let update = given(json!({ "raw_retention_days": days }));
    let settings = garage.admin().update_result_settings(&update).await;
    settings.unwrap()
}

#[tokio::test]
async fn a_file_comes_back_as_it_came_where_the_league_holds_consent() {
    let garage = Garage::new().await;
    let admin = garage.admin();
    let settings = admin.get_result_settings().await.unwrap();
    assert_eq!(settings.raw_retention_days, None, "off by default");
    assert_eq!(keeps(&garage, Some(30)).await.raw_retention_days, Some(30));
    let raw = async |id| admin.get_raw_result(id).await.map(|file| file.0);
    assert_eq!(refused(raw(small_id()).await), "404 result_not_found");
    imports(&admin, &small()).await.unwrap();
    assert_eq!(refused(raw(small_id()).await), "409 league_consent_missing");
    let held = given(json!({"league_holds_consent": true}));
    admin.update_guild(&held).await.unwrap();
    assert_eq!(raw(small_id()).await.unwrap(), small());

    let solo = SubsessionId::new(5).unwrap();
    let query = given(json!({"apply": true, "subsession_id": solo}));
    let file = ResultFile(SOLO.to_owned());
    admin.import_result(&query, &file).await.unwrap();
    assert_eq!(raw(solo).await.unwrap(), SOLO);
    let sent = async |id: SubsessionId| {
        let path = format!("/api/iracing/results/{id}/raw");
        let asked = garage.app.raw(Method::GET, &path).send();
        let answer = asked.await.unwrap();
        let header = |name| answer.headers()[name].to_str().unwrap().to_owned();
        [header("content-type"), header("content-disposition")]
    };
    assert_eq!(
        sent(small_id()).await,
        [
            "application/json",
            "attachment; filename=\"result-82320777.json\""
        ]
    );
    assert_eq!(
        sent(solo).await,
        [
            "text/csv; charset=utf-8",
            "attachment; filename=\"result-5.csv\""
        ]
    );

    // Taken back, it is gone at once, and so are the files with the setting.
    let back = given(json!({"league_holds_consent": false}));
    admin.update_guild(&back).await.unwrap();
    assert_eq!(refused(raw(solo).await), "409 league_consent_missing");
    admin.update_guild(&held).await.unwrap();
    keeps(&garage, None).await;
    assert_eq!(refused(raw(solo).await), "404 result_raw_not_kept");
    keeps(&garage, Some(30)).await;
    assert_eq!(refused(raw(solo).await), "404 result_raw_not_kept");
}

#[tokio::test]
async fn the_log_says_what_is_kept() {
    let garage = Garage::new().await;
    keeps(&garage, Some(30)).await;
    keeps(&garage, Some(30)).await;
    keeps(&garage, None).await;
    let log = garage.admin().list_audit(&given(json!({}))).await.unwrap();
    let log: Vec<_> = log
        .items
        .iter()
        .filter(|it| it.action == "result.settings_updated")
        .collect();
    let [off, on] = log[..] else {
        panic!("{log:?}");
    };
    let values = |entry: &paddock_api_types::audit::AuditEntry| {
        json!([entry.before, entry.after]).to_string()
    };
    assert_eq!(values(on), r#"[{},{"raw_retention_days":30}]"#);
    assert_eq!(values(off), r#"[{"raw_retention_days":30},{}]"#);
}

#[tokio::test]
async fn only_looking_keeps_nothing() {
    let garage = Garage::new().await;
    keeps(&garage, Some(30)).await;
    let admin = garage.admin();
    let held = given(json!({"league_holds_consent": true}));
    admin.update_guild(&held).await.unwrap();
    let (query, file) = (given(json!({})), ResultFile(small()));
    admin.import_result(&query, &file).await.unwrap();
    let raw = admin.get_raw_result(small_id()).await;
    assert_eq!(refused(raw), "404 result_not_found");
}
