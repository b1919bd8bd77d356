//! What callers are told while the database fails, and that it passes.

use crate::helpers::{TestApp, named};
use crate::stored::Stored;
use reqwest::Method;
use serde_json::Value;
use std::time::{Duration, Instant};

/// Somebody else holds what a registration needs, and what no credential is looked up in.
async fn lock(app: &TestApp) -> (Stored, &'static str) {
    let mut other = Stored::open(app.database_url()).await;
    let (lock, unlock) = match &other {
        Stored::MariaDb(_) => ("LOCK TABLES audit_entries WRITE", "UNLOCK TABLES"),
        Stored::Sqlite(_) => ("BEGIN IMMEDIATE", "ROLLBACK"),
    };
    other.execute(lock.to_owned()).await;
    (other, unlock)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lock_of_somebody_elses_is_503_with_when_to_come_back_and_the_service_stays_ready() {
    let app = TestApp::spawn_with(&[("RATE_LIMIT_PER_MINUTE", "0")]).await;
    let (mut other, unlock) = lock(&app).await;
    let register = app.raw(Method::POST, "/api/members");
    let register = register.json(&serde_json::json!({"display_name": "Ada"}));
    let registering = tokio::spawn(register.send());
    while !registering.is_finished() {
        let began = Instant::now();
        let readiness = app.anonymous().readiness().await.unwrap();
        assert!(readiness.ready && readiness.writes);
        assert!(began.elapsed() < Duration::from_secs(2));
        // In another table.
        app.admin().get_guild().await.unwrap();
    }
    let refused = registering.await.unwrap().unwrap();
    assert_eq!(refused.status(), 503);
    assert_eq!(refused.headers()["retry-after"], "2");
    let problem: Value = refused.json().await.unwrap();
    assert_eq!(problem["code"], "unavailable");
    other.execute(unlock.to_owned()).await;
    app.member(1).register_member(&named("Ada")).await.unwrap();
}
