//! What becomes of tokens: they expire, work once, and are revoked.

use crate::helpers::{sign_in, start};
use paddock_iracing::{Client, Error, RefreshToken, Weather};
use paddock_sim_iracing::{Fault, LEAGUE_ID, Options};
use std::time::Duration;

#[tokio::test]
async fn an_access_token_expires_and_a_refresh_gives_the_next() {
    let (sim, config) = start(Options::default()).await;
    let client = Client::new(config).unwrap();
    let first = sign_in(&client).await;
    client
        .league_roster(&first.access_token, LEAGUE_ID)
        .await
        .unwrap();
    sim.advance(Duration::from_mins(11));
    let before = sim.count("data");
    let expired = client.league_roster(&first.access_token, LEAGUE_ID).await;
    assert_eq!(expired.unwrap_err(), Error::TokenExpired);
    assert_eq!(
        sim.count("data"),
        before + 1,
        "asking again makes it no younger"
    );
    let next = client.refresh(&first.refresh_token.unwrap()).await.unwrap();
    assert_eq!(next.refresh_expires_in, Some(Duration::from_hours(168)));
    client
        .league_roster(&next.access_token, LEAGUE_ID)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_refresh_token_works_once_and_its_session_goes_on() {
    let (_sim, config) = start(Options::default()).await;
    let client = Client::new(config).unwrap();
    let first = sign_in(&client).await.refresh_token.unwrap();
    // In a task of its own, as services do it.
    let second = tokio::spawn({
        let (client, first) = (client.clone(), first.clone());
        async move { client.refresh(&first).await }
    });
    let second = second.await.unwrap().unwrap();
    let replayed = client.refresh(&first).await;
    assert_eq!(replayed.unwrap_err(), Error::SignInAgain);
    client.account(&second.access_token).await.unwrap();
    client
        .refresh(&second.refresh_token.unwrap())
        .await
        .unwrap();
}

#[tokio::test]
async fn a_replay_may_end_the_session() {
    let options = Options {
        replay_ends_session: true,
        ..Options::default()
    };
    let (_sim, config) = start(options).await;
    let client = Client::new(config).unwrap();
    let first = sign_in(&client).await.refresh_token.unwrap();
    let second = client.refresh(&first).await.unwrap();
    client.refresh(&first).await.unwrap_err();
    let read = client.account(&second.access_token).await;
    assert_eq!(read.unwrap_err(), Error::TokenExpired);
    let next = client.refresh(&second.refresh_token.unwrap()).await;
    assert_eq!(next.unwrap_err(), Error::SignInAgain);
}

#[tokio::test]
async fn an_answer_that_is_lost_after_a_refresh_leads_to_a_new_sign_in() {
    let (sim, config) = start(Options::default()).await;
    let client = Client::new(config).unwrap();
    let token = sign_in(&client).await.refresh_token.unwrap();
    sim.fail_next("oauth2/token", Fault::AppliedThenCut, 1);
    let lost = client.refresh(&token).await.unwrap_err();
    let why = Weather::Unreachable;
    assert!(
        matches!(lost, Error::RetryLater { why: it, .. } if it == why),
        "{lost}"
    );
    // Sent once: the caller decides, and learns that the token is dead.
    assert_eq!(sim.count("oauth2/token"), 2);
    assert_eq!(
        client.refresh(&token).await.unwrap_err(),
        Error::SignInAgain
    );
    sign_in(&client).await;
}

#[tokio::test]
async fn weather_during_a_refresh_costs_no_token() {
    let (sim, config) = start(Options::default()).await;
    let client = Client::new(config).unwrap();
    let mut token = sign_in(&client).await.refresh_token.unwrap();
    let page = |status| Fault::Page {
        status,
        retry_after: None,
    };
    for fault in [page(503), page(502), page(200), page(403), Fault::Cut] {
        sim.fail_next("oauth2/token", fault.clone(), 1);
        let failed = client.refresh(&token).await.unwrap_err();
        assert!(failed.retry_after().is_some(), "{fault:?}: {failed}");
        let pair = client.refresh(&token).await.unwrap();
        token = pair.refresh_token.unwrap();
    }
    sim.set_maintenance(Some("season update"));
    let closed = client.refresh(&token).await.unwrap_err();
    assert!(matches!(closed, Error::Maintenance { .. }), "{closed}");
    sim.set_maintenance(None);
    client.refresh(&token).await.unwrap();
}

#[tokio::test]
async fn what_was_revoked_or_is_unknown_ends_in_a_new_sign_in() {
    let (sim, config) = start(Options::default()).await;
    let client = Client::new(config).unwrap();
    let pair = sign_in(&client).await;
    client.revoke(&pair.access_token).await.unwrap();
    let read = client.account(&pair.access_token).await;
    assert_eq!(read.unwrap_err(), Error::TokenExpired);
    let over = client.refresh(&pair.refresh_token.unwrap()).await;
    assert_eq!(over.unwrap_err(), Error::SignInAgain);

    let pair = sign_in(&client).await;
    sim.revoke_sessions();
    let over = client.refresh(&pair.refresh_token.unwrap()).await;
    assert_eq!(over.unwrap_err(), Error::SignInAgain);

    let pair = sign_in(&client).await;
    sim.advance(Duration::from_hours(7 * 24 + 1));
    let over = client.refresh(&pair.refresh_token.unwrap()).await;
    assert_eq!(over.unwrap_err(), Error::SignInAgain);

    let made_up = client.refresh(&RefreshToken::new("made up")).await;
    assert_eq!(made_up.unwrap_err(), Error::SignInAgain);
}

#[tokio::test]
async fn a_profile_takes_its_scope_and_a_valid_token() {
    use paddock_iracing::Scope;
    let (sim, config) = start(Options::default()).await;
    let client = Client::new(config).unwrap();
    let account = crate::helpers::account();
    let pair = client
        .password_limited(&account, &[Scope::Auth])
        .await
        .unwrap();
    let refused = client.profile(&pair.access_token).await;
    assert_eq!(refused.unwrap_err(), Error::Forbidden);
    sim.expire_access_tokens();
    let refused = client.profile(&pair.access_token).await;
    assert_eq!(refused.unwrap_err(), Error::TokenExpired);
}
