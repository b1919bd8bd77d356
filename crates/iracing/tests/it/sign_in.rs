//! Signing in: the code flow, and `password_limited`.

use crate::helpers::{BACK, account, sign_in, start};
use paddock_iracing::{Client, Credentials, Error, PkceVerifier, Scope, SignIn, Weather};
use paddock_sim_iracing::{Fault, Options, SimIracing};
use reqwest::Url;
use std::fmt::Write;
use std::time::Duration;

const MARA: i64 = 812_345;

/// A value of a URL's query.
fn query_value(url: &str, name: &str) -> Option<String> {
    let url: Url = url.parse().unwrap();
    url.query_pairs()
        .find_map(|(key, value)| (key == name).then(|| value.into_owned()))
}

fn page(client: &Client, scopes: &[Scope], verifier: &PkceVerifier) -> String {
    let page = client.authorize_url(&SignIn {
        redirect_uri: BACK,
        scopes,
        state: "st/a+te",
        verifier,
        verify: true,
    });
    page.unwrap()
}

/// Mara's way to the page and back: the code with which she returns.
fn code(sim: &SimIracing, client: &Client, scopes: &[Scope], verifier: &PkceVerifier) -> String {
    let back = sim.approve(&page(client, scopes, verifier), MARA).unwrap();
    assert!(back.starts_with(&format!("{BACK}&")), "{back}");
    assert_eq!(query_value(&back, "state").as_deref(), Some("st/a+te"));
    query_value(&back, "code").unwrap()
}

#[tokio::test]
async fn a_member_proves_a_customer_id_and_leaves_nothing_behind() {
    let (sim, config) = start(Options::default()).await;
    let client = Client::new(config).unwrap();
    let verifier = PkceVerifier::from_random([9; 32]);
    let page = page(&client, &[Scope::Profile], &verifier);
    let asked = |name| query_value(&page, name);
    assert_eq!(asked("code_challenge_method").as_deref(), Some("S256"));
    assert_eq!(asked("redirect_uri").as_deref(), Some(BACK));
    assert_eq!(asked("scope").as_deref(), Some("iracing.profile"));
    assert_eq!(asked("prompt").as_deref(), Some("verify"));
    assert!(!page.contains(verifier.expose()), "{page}");

    let code = code(&sim, &client, &[Scope::Profile], &verifier);
    let pair = client.exchange_code(&code, BACK, &verifier).await.unwrap();
    assert!(pair.refresh_token.is_none());
    assert_eq!(pair.expires_in, Duration::from_mins(10));
    assert!(pair.grants(Scope::Profile) && !pair.grants(Scope::Auth));
    let profile = client.profile(&pair.access_token).await.unwrap();
    assert_eq!(profile.cust_id, MARA);
    assert_eq!(profile.display_name.as_deref(), Some("Mara Lindqvist"));
    // What was not allowed is not read.
    let read = client.account(&pair.access_token).await;
    assert_eq!(read.unwrap_err(), Error::Forbidden);
}

#[tokio::test]
async fn a_code_works_once_and_only_for_who_asked_for_it() {
    let (sim, config) = start(Options::default()).await;
    let client = Client::new(config).unwrap();
    let verifier = PkceVerifier::from_random([1; 32]);
    let scopes = [Scope::Auth];

    let once = code(&sim, &client, &scopes, &verifier);
    let pair = client.exchange_code(&once, BACK, &verifier).await.unwrap();
    assert!(pair.refresh_token.is_some());
    let again = client.exchange_code(&once, BACK, &verifier).await;
    assert_eq!(again.unwrap_err(), Error::SignInAgain);

    let stolen = code(&sim, &client, &scopes, &verifier);
    let thief = PkceVerifier::from_random([2; 32]);
    let redeemed = client.exchange_code(&stolen, BACK, &thief).await;
    assert_eq!(redeemed.unwrap_err(), Error::SignInAgain);

    let elsewhere = code(&sim, &client, &scopes, &verifier);
    let to = "http://127.0.0.1:8000/link/iracing";
    let redeemed = client.exchange_code(&elsewhere, to, &verifier).await;
    assert_eq!(redeemed.unwrap_err(), Error::SignInAgain);

    let late = code(&sim, &client, &scopes, &verifier);
    sim.advance(Duration::from_mins(6));
    let redeemed = client.exchange_code(&late, BACK, &verifier).await;
    assert_eq!(redeemed.unwrap_err(), Error::SignInAgain);
}

#[tokio::test]
async fn a_member_may_deny() {
    let (sim, config) = start(Options::default()).await;
    let client = Client::new(config).unwrap();
    let verifier = PkceVerifier::from_random([1; 32]);
    let back = sim.deny(&page(&client, &[Scope::Auth], &verifier)).unwrap();
    assert_eq!(
        query_value(&back, "error").as_deref(),
        Some("access_denied")
    );
    assert_eq!(query_value(&back, "state").as_deref(), Some("st/a+te"));
    assert_eq!(query_value(&back, "code"), None);
}

#[tokio::test]
async fn masked_secrets_reach_the_token_endpoint_intact_in_every_grant() {
    let (sim, config) = start(Options::default()).await;
    let client = Client::new(config).unwrap();
    let pair = sign_in(&client).await;
    client.refresh(&pair.refresh_token.unwrap()).await.unwrap();
    let verifier = PkceVerifier::from_random([1; 32]);
    let code = code(&sim, &client, &[Scope::Auth], &verifier);
    client.exchange_code(&code, BACK, &verifier).await.unwrap();

    let sent: Vec<_> = sim.requests().into_iter().map(|it| it.body).collect();
    assert_eq!(sent.len(), 3);
    for body in &sent {
        // Masked by hand: tEiB7k/+ZkueYiYwxGGnR/L+spe2RlH2/L03WzFA+yY=
        let secret = "client_secret=tEiB7k%2F%2BZkueYiYwxGGnR%2FL%2Bspe2RlH2%2FL03WzFA%2ByY%3D";
        assert!(body.contains(secret), "{body}");
    }
    // dJDKTsaHi0rsG/VTrP+zTPChA+g14ICt4SmC/W4oanI=
    let password = "password=dJDKTsaHi0rsG%2FVTrP%2BzTPChA%2Bg14ICt4SmC%2FW4oanI%3D";
    assert!(sent[0].contains(password), "{}", sent[0]);
    assert!(
        sent[0].contains("grant_type=password_limited&"),
        "{}",
        sent[0]
    );
}

#[tokio::test]
async fn a_refused_login_is_reported_and_not_repeated() {
    let (sim, config) = start(Options::default()).await;
    let client = Client::new(config).unwrap();
    let wrong = Credentials::new(account().username, "wrong");
    for clone in [client.clone(), client.clone(), client.in_background()] {
        let refused = clone.password_limited(&wrong, &[Scope::Auth]).await;
        let Err(Error::LoginRefused(refusal)) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(refusal.code, "access_denied");
        assert!(refusal.request_id.is_some());
    }
    assert_eq!(sim.count("oauth2/token"), 1);
    // Who was given other credentials may try them.
    sign_in(&client).await;
    assert_eq!(sim.count("oauth2/token"), 2);
}

#[tokio::test]
async fn many_who_sign_in_at_the_same_time_are_refused_once() {
    let (sim, config) = start(Options::default()).await;
    sim.refuse_logins(Some("invalid_grant"));
    let client = Client::new(config).unwrap();
    let mut crowd = tokio::task::JoinSet::new();
    for _ in 0..10 {
        let client = client.clone();
        crowd.spawn(async move { client.password_limited(&account(), &[Scope::Auth]).await });
    }
    while let Some(outcome) = crowd.join_next().await {
        let refused = outcome.unwrap().unwrap_err();
        assert!(matches!(refused, Error::LoginRefused(_)), "{refused}");
    }
    assert_eq!(sim.count("oauth2/token"), 1);
}

#[tokio::test]
async fn too_many_logins_name_a_time_until_which_none_is_sent() {
    let options = Options {
        logins_per_hour: 1,
        ..Options::default()
    };
    let (sim, config) = start(options).await;
    let client = Client::new(config).unwrap();
    sign_in(&client).await;
    for _ in 0..3 {
        let refused = client.password_limited(&account(), &[Scope::Auth]).await;
        let Err(Error::RetryLater { after, why }) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(why, Weather::RateLimited);
        assert!(after > Duration::from_mins(55), "{after:?}");
    }
    assert_eq!(sim.count("oauth2/token"), 2);
}

#[tokio::test]
async fn a_login_is_sent_once_whatever_the_weather() {
    let (sim, config) = start(Options::default()).await;
    let client = Client::new(config).unwrap();
    let page = |status| Fault::Page {
        status,
        retry_after: None,
    };
    let faults = [page(500), page(503), page(200), Fault::Cut, Fault::Garbage];
    for (sent, fault) in (1..).zip(faults) {
        sim.fail_next("oauth2/token", fault.clone(), 1);
        let failed = client.password_limited(&account(), &[Scope::Auth]).await;
        let failed = failed.unwrap_err();
        let passes = failed
            .retry_after()
            .is_some_and(|it| it >= Duration::from_mins(1));
        assert_eq!(passes, fault != Fault::Garbage, "{fault:?}: {failed}");
        assert_eq!(sim.count("oauth2/token"), sent);
    }
    // None of that was a refusal.
    sign_in(&client).await;
}

#[tokio::test]
async fn a_wrong_client_secret_is_for_an_operator() {
    let (_sim, config) = start(Options::default()).await;
    let pair = sign_in(&Client::new(config.clone()).unwrap()).await;
    let client = Client::new(config.with_secret("another")).unwrap();
    let refused = client.refresh(&pair.refresh_token.unwrap()).await;
    let Err(Error::LoginRefused(refusal)) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(refusal.code, "invalid_client");
}

#[tokio::test]
async fn configurations_are_checked_before_anything_is_sent() {
    let (_sim, mut config) = start(Options::default()).await;
    let secretless = Client::new(paddock_iracing::Config {
        client_secret: None,
        ..config.clone()
    });
    let outcome = secretless.unwrap().password_limited(&account(), &[]).await;
    assert!(matches!(outcome, Err(Error::Config(_))), "{outcome:?}");
    for bad in [
        "",
        "ftp://example.org",
        "http://user:pass@example.org",
        "example.org",
    ] {
        bad.clone_into(&mut config.data_url);
        let client = Client::new(config.clone());
        assert!(matches!(client, Err(Error::Config(_))), "{bad}");
    }
}

#[tokio::test]
async fn nothing_shows_what_is_secret() {
    let (sim, config) = start(Options::default()).await;
    let secret = Options::default().client_secret;
    let client = Client::new(config.clone()).unwrap();
    let pair = sign_in(&client).await;
    let token = &pair.access_token;
    let refresh = pair.refresh_token.clone().unwrap();
    let mut shown = format!("{config:?} {client:?} {pair:?} {:?}", account());
    let mut errors = Vec::new();
    sim.fail_next("short_lived", Fault::Cut, 9);
    errors.push(client.league(token, 7100).await.unwrap_err());
    sim.clear_faults();
    sim.fail_next("short_lived", Fault::Status(403), 1);
    errors.push(client.league(token, 7100).await.unwrap_err());
    sim.fail_next("oauth2/token", Fault::Garbage, 1);
    errors.push(client.refresh(&refresh).await.unwrap_err());
    sim.revoke_sessions();
    errors.push(client.league(token, 7100).await.unwrap_err());
    errors.push(client.refresh(&refresh).await.unwrap_err());
    sim.refuse_logins(Some("access_denied"));
    let login = client.password_limited(&account(), &[Scope::Auth]).await;
    errors.push(login.unwrap_err());
    assert_eq!(errors.len(), 6);
    for error in errors {
        write!(shown, " {error} {error:?}").unwrap();
    }
    let password = Options::default().account.password;
    let hidden = [
        secret.as_str(),
        "tEiB7k/",
        &password,
        "dJDKTsa",
        token.expose(),
        refresh.expose(),
        "X-Amz-Signature",
        "race.control@example.org",
    ];
    for secret in hidden {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
}
