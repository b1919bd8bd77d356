//! The host of signed links.

use crate::helpers::{keys, outcome, start};
use paddock_sim_iracing::Options;
use std::time::Duration;

#[tokio::test]
async fn a_link_works_exactly_as_it_was_signed() {
    let sim = start(Options::default()).await;
    let link = sim.link().await;
    assert!(link.starts_with(&sim.sim.links_url()), "{link}");
    assert_ne!(sim.sim.links_url(), sim.sim.data_url());
    let response = sim.http.get(&link).send().await.unwrap();
    assert_eq!(response.status(), 200);
    let kind = response.headers()["content-type"].to_str().unwrap();
    assert_eq!(kind, "application/octet-stream");
    let again = outcome(sim.http.get(&link)).await;
    assert!(keys(&again.1).contains(&"cust_id"), "{}", again.1);

    for changed in [
        link.replace("%2F", "/"),
        link.replace("%2F", "%2f"),
        link.replace("%20", "+"),
        format!("{link}&more=1"),
        link[..link.len() - 1].to_owned(),
    ] {
        assert_ne!(changed, link);
        assert_eq!(outcome(sim.http.get(&changed)).await.0, 403, "{changed}");
    }
    let unknown = link.replace(".json", "9.json");
    assert_eq!(outcome(sim.http.get(&unknown)).await.0, 404);
}

#[tokio::test]
async fn a_token_spoils_a_link() {
    let sim = start(Options::default()).await;
    let link = sim.link().await;
    let with_token = sim.http.get(&link).bearer_auth("any");
    let response = with_token.send().await.unwrap();
    assert_eq!(response.status(), 400);
    let body = response.text().await.unwrap();
    assert!(body.contains("<Code>InvalidArgument</Code>"), "{body}");
}

#[tokio::test]
async fn a_link_works_for_a_time() {
    let sim = start(Options::default()).await;
    let link = sim.link().await;
    sim.sim.advance(Duration::from_mins(14));
    assert_eq!(outcome(sim.http.get(&link)).await.0, 200);
    sim.sim.advance(Duration::from_mins(2));
    assert_eq!(outcome(sim.http.get(&link)).await.0, 403);
}
