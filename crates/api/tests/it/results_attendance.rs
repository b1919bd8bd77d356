//! Rounds that count as attendance, over HTTP.

use crate::garage::Garage;
use crate::helpers::{given, refused};
use crate::results::{SMALL, imports, small};
use paddock_api_types::attendance::AttendanceSource;
use paddock_api_types::{PageQuery, SubsessionId};
use serde_json::json;

#[tokio::test]
async fn a_round_counts_as_attendance_until_it_is_taken_back() {
    let garage = Garage::with(json!({"attendance_channel_id": "71"})).await;
    let admin = garage.admin();
    let mara = garage.driver(1, "Mara", &[]).await;
    let link = given(json!({"iracing_id": 812_345, "consent": false}));
    mara.set_iracing_id(&link).await.unwrap();
    let id = SubsessionId::new(SMALL).unwrap();
    let any = given(json!({}));
    assert_eq!(
        refused(admin.match_round_attendance(id, &any).await),
        "404 result_not_found"
    );
    imports(&admin, &small()).await.unwrap();
    assert_eq!(
        refused(admin.get_round_attendance(id).await),
        "404 round_not_matched"
    );
    let nowhere = given(json!({"session_id": "4"}));
    assert_eq!(
        refused(admin.match_round_attendance(id, &nowhere).await),
        "404 attendance_session_not_found"
    );
    assert_eq!(
        refused(mara.match_round_attendance(id, &any).await),
        "403 forbidden actual=verified required=admin"
    );
    let matched = admin.match_round_attendance(id, &any).await.unwrap();
    assert_eq!((matched.number, matched.raced), (1, 1));
    assert_eq!(admin.get_round_attendance(id).await.unwrap(), matched);
    let page = PageQuery::default();
    let records = admin.list_attendance_records(matched.session_id, &page);
    let record = &records.await.unwrap().items[0];
    assert_eq!(record.source, AttendanceSource::Raced);
    // It stands in what is kept of her.
    let export = mara.export_me().await.unwrap();
    assert_eq!(export.attendance[0].source, AttendanceSource::Raced);

    let other = small().replace(&SMALL.to_string(), "5");
    imports(&admin, &other.replace("2026-01-04", "2026-01-11"))
        .await
        .unwrap();
    let same = given(json!({"session_id": matched.session_id.to_string()}));
    let second = SubsessionId::new(5).unwrap();
    assert_eq!(
        refused(admin.match_round_attendance(second, &same).await),
        "409 attendance_session_matched"
    );
    let hosted = small().replace(&SMALL.to_string(), "6");
    let hosted = hosted.replace("\"league_season_id\":5,", "");
    imports(&admin, &hosted).await.unwrap();
    let none = admin.match_round_attendance(SubsessionId::new(6).unwrap(), &any);
    assert_eq!(refused(none.await), "409 result_without_round");

    admin.unmatch_round_attendance(id).await.unwrap();
    let records = admin.list_attendance_records(matched.session_id, &page);
    assert_eq!(records.await.unwrap().items, []);
    assert_eq!(
        refused(admin.unmatch_round_attendance(id).await),
        "404 round_not_matched"
    );
}
