//! What becomes of the staff with a member's status and presence.

use super::{Desk, MINUTE};
use crate::members;
use crate::staff::model::StaffError;
use crate::staff::service;
use crate::testing::{guild, user};
use paddock_api_types::bot::ReportMembers;
use paddock_api_types::members::Level;
use paddock_api_types::staff::{
    AddStaff, ImportStaffQuery, StaffActivityQuery, StaffStatus, UnknownBecause,
};
use serde_json::json;

const ADA: i64 = 1;
const BEN: i64 = 2;

impl Desk {
    async fn sees_in_server(&self, id: i64, is: bool) {
        let report: ReportMembers = serde_json::from_value(json!({"members": [{
            "user_id": id.to_string(), "in_guild": is, "role_ids": [], "discord_name": "somebody",
        }]}))
        .unwrap();
        members::service::report(&self.test.ctx, guild(1), &report)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn who_is_banned_is_of_the_staff_no_more_and_cannot_be_put_there() {
    let desk = Desk::with(&[BEN]).await;
    desk.test.verified(ADA, "Ada").await;
    desk.adds(ADA, AddStaff::default()).await.unwrap();
    desk.sees(ADA, "online").await;
    desk.passes(MINUTE).await;
    let admin = desk.test.admin();
    let version = async || {
        service::watched(&desk.test.ctx, guild(1))
            .await
            .unwrap()
            .version
    };
    let before = version().await;
    desk.test.banned(ADA).await;
    let roster = service::roster(&desk.test.by(9, Level::Guest))
        .await
        .unwrap();
    let ids: Vec<_> = roster.members.iter().map(|it| it.user_id).collect();
    assert_eq!(ids, [user(BEN)]);
    assert!(version().await > before);
    let gone = service::activity(&admin, user(ADA), &StaffActivityQuery::default()).await;
    assert!(matches!(gone, Err(StaffError::NotFound)));
    let page = crate::page::PageRequest::parse(None, None).unwrap();
    let log = crate::audit::service::list(&admin, None, None, page)
        .await
        .unwrap();
    assert!(log.items.iter().any(|it| it.action == "staff.removed"));

    let refused = desk.adds(ADA, AddStaff::default()).await;
    assert!(matches!(refused, Err(StaffError::Banned(id)) if id == user(ADA)));
    let query = ImportStaffQuery { dry_run: false };
    let file = "user_id\n7\n1\n";
    let refused = service::import(&admin, &query, file).await;
    assert!(matches!(refused, Err(StaffError::Banned(_))));
    assert_eq!(service::roster(&admin).await.unwrap().members.len(), 1);
}

#[tokio::test]
async fn who_left_stays_on_the_roster_as_not_in_the_server() {
    let desk = Desk::with(&[]).await;
    desk.test.verified(ADA, "Ada").await;
    desk.adds(ADA, AddStaff::default()).await.unwrap();
    desk.sees_in_server(ADA, true).await;
    desk.sees(ADA, "online").await;
    desk.passes(10 * MINUTE).await;
    desk.sees_in_server(ADA, false).await;
    let shown = desk.shows(ADA).await;
    assert_eq!(shown.discord_status, StaffStatus::Unknown);
    assert_eq!(shown.unknown_because, Some(UnknownBecause::NotInServer));
    assert_eq!(shown.last_seen, Some(desk.now()));
    assert_eq!(shown.discord_status_updated, Some(desk.now()));
    desk.passes(10 * MINUTE).await;
    assert_eq!(desk.activity(ADA).await.total.online_seconds, 600);

    let asked = async || {
        let page = crate::page::PageRequest::parse(None, None).unwrap();
        let list = crate::effects::service::list(&desk.test.admin(), None, page).await;
        list.unwrap()
            .items
            .iter()
            .filter(|it| it.subject == "presence")
            .count()
    };
    assert_ne!(desk.leases().await, []);
    let before = asked().await;
    desk.sees_in_server(ADA, true).await;
    assert_eq!(asked().await, before + 1, "Discord is asked how she stands");
    assert_eq!(
        desk.shows(ADA).await.unknown_because,
        Some(UnknownBecause::NotSeen)
    );
    desk.sees(ADA, "idle").await;
    assert_eq!(desk.status(ADA).await, StaffStatus::Idle);
}
