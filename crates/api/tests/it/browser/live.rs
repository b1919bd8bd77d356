//! Events that a browser is sent for as long as it is signed in.

use super::Site;
use crate::staff::{Stream, with_staff};

#[tokio::test]
async fn a_stream_ends_with_the_session_and_with_the_service() {
    let site = Site::new().await;
    with_staff(&site.app).await;
    let browser = site.signed_in("ada").await;
    let mut stream = Stream::of(browser.get("/api/staff/live").await);
    stream.member().await;
    let mut stays = Stream::open(&site.app, "", None).await;
    stays.member().await;
    browser.post("/auth/sign-out", "").await;
    // It is looked for every ten seconds of the machine's clock.
    while stream.next().await.is_some() {}
    site.app.stop();
    while stays.next().await.is_some() {}
}
