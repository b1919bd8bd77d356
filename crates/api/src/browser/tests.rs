//! Service and store of sessions, on a simulated Discord.

use super::model::{BrowserError, LONGEST, SIGN_IN};
use super::service::{self, Entered, Returned};
use super::store;
use crate::secret::Secret;
use crate::testing::{TestContext, guild, text, user};
use crate::{members, staff};
use paddock_api_types::members::MemberStatus;
use paddock_api_types::staff::AddStaff;
use paddock_sim_discord::{Options, SimDiscord};
use std::collections::HashMap;
use std::time::Duration;
use tokio::net::TcpListener;

struct Setup {
    test: TestContext,
    discord: SimDiscord,
    ada: i64,
}

async fn at(address: &str) -> TestContext {
    rustls::crypto::ring::default_provider()
        .install_default()
        .ok();
    let options = Options::default();
    let keys = [
        ("DISCORD_CLIENT_ID", options.client_id),
        ("DISCORD_CLIENT_SECRET", options.client_secret),
        ("DISCORD_OAUTH_URL", address.to_owned()),
    ];
    let keys: HashMap<_, _> = keys.map(|(key, value)| (key.to_owned(), value)).into();
    TestContext::with_settings(&keys).await
}

impl Setup {
    async fn new() -> Self {
        let discord = SimDiscord::start(Options::default()).await.unwrap();
        let test = at(&discord.oauth_url()).await;
        let ada = discord.user_id("ada").to_string().parse().unwrap();
        test.verified(ada, "Ada").await;
        Self { test, discord, ada }
    }

    /// Where Ada comes back to, with the cookie of her browser.
    async fn returned(&self) -> (HashMap<String, String>, Secret) {
        let begun = service::begin(&self.test.ctx, "/", None).await.unwrap();
        let back = self.discord.decide(&begun.url, Some("ada"));
        let (_, query) = back.split_once('?').unwrap();
        (serde_urlencoded::from_str(query).unwrap(), begun.browser)
    }

    async fn finish(
        &self,
        (said, browser): &(HashMap<String, String>, Secret),
    ) -> Result<Entered, BrowserError> {
        let said = |name: &str| said.get(name).map(String::as_str);
        let returned = Returned {
            code: said("code"),
            state: said("state"),
            error: said("error"),
            browser: Some(browser.expose()),
            session: None,
        };
        service::finish(&self.test.ctx, returned).await
    }

    async fn signed_in(&self) -> Secret {
        self.finish(&self.returned().await).await.unwrap().token
    }

    async fn is_stored(&self, token: &Secret) -> bool {
        let found = service::recognise(&self.test.ctx, token.expose()).await;
        found.unwrap().is_some()
    }
}

#[tokio::test]
async fn of_two_who_come_back_at_once_one_is_signed_in() {
    let setup = Setup::new().await;
    let returned = setup.returned().await;
    let (one, two) = tokio::join!(setup.finish(&returned), setup.finish(&returned));
    assert!(
        one.is_ok() != two.is_ok(),
        "{:?}, {:?}",
        one.err(),
        two.err()
    );
}

#[tokio::test]
async fn one_of_the_staff_signs_in_without_having_registered() {
    let setup = Setup::new().await;
    let (test, mira) = (&setup.test, setup.discord.user_id("mira"));
    let mira: i64 = mira.to_string().parse().unwrap();
    let begun = async || {
        let begun = service::begin(&test.ctx, "/staff", None).await.unwrap();
        let back = setup.discord.decide(&begun.url, Some("mira"));
        let (_, query) = back.split_once('?').unwrap();
        (serde_urlencoded::from_str(query).unwrap(), begun.browser)
    };
    let stranger = setup.finish(&begun().await).await;
    assert!(matches!(stranger, Err(BrowserError::NoGuild)));
    let add = AddStaff {
        display_name: Some(text("Mira the Steward")),
        ..AddStaff::default()
    };
    staff::service::add(&test.admin(), user(mira), &add)
        .await
        .unwrap();
    let entered = setup.finish(&begun().await).await.unwrap();
    assert_eq!(entered.return_to, "/staff");
    let member = async || {
        let member = members::service::lookup(&test.ctx.db, guild(1), user(mira)).await;
        member.unwrap().unwrap()
    };
    assert_eq!(member().await.display_name, "Mira the Steward");
    assert_eq!(member().await.status, MemberStatus::Pending);

    // Whoever is registered stays as they are.
    let before = member().await;
    setup.finish(&begun().await).await.unwrap();
    assert_eq!(member().await.display_name, before.display_name);
    assert_eq!(member().await.registered_at, before.registered_at);
    test.banned(mira).await;
    let banned = setup.finish(&begun().await).await;
    assert!(matches!(banned, Err(BrowserError::NoGuild)));
}

#[tokio::test]
async fn what_has_ended_is_deleted_and_nothing_else() {
    let setup = Setup::new().await;
    let (ctx, clock) = (&setup.test.ctx, &setup.test.clock);
    let (old, waiting) = (setup.signed_in().await, setup.returned().await);
    service::purge(ctx).await.unwrap();
    assert!(setup.is_stored(&old).await);
    assert!(setup.finish(&waiting).await.is_ok());

    let waited = setup.returned().await;
    clock.advance(SIGN_IN);
    service::purge(ctx).await.unwrap();
    clock.step_back(SIGN_IN);
    let gone = setup.finish(&waited).await;
    assert!(matches!(gone, Err(BrowserError::Stale)), "deleted");

    clock.advance(LONGEST);
    clock.step_back(Duration::from_hours(1));
    let young = setup.signed_in().await;
    clock.advance(Duration::from_hours(1));
    service::purge(ctx).await.unwrap();
    assert_eq!(
        (setup.is_stored(&old).await, setup.is_stored(&young).await),
        (false, true)
    );
}

#[tokio::test]
async fn a_clock_that_was_ahead_keeps_nothing() {
    let setup = Setup::new().await;
    let (ctx, clock) = (&setup.test.ctx, &setup.test.clock);
    clock.advance(Duration::from_hours(24 * 365));
    let (session, waiting) = (setup.signed_in().await, setup.returned().await);
    clock.step_back(Duration::from_hours(24 * 365));
    service::purge(ctx).await.unwrap();
    let gone = setup.finish(&waiting).await;
    assert!(matches!(gone, Err(BrowserError::Stale)));
    assert!(!setup.is_stored(&session).await);
}

#[tokio::test]
async fn no_token_is_stored() {
    let setup = Setup::new().await;
    let token = setup.signed_in().await;
    let sessions = store::all(&setup.test.ctx.db, guild(1), user(setup.ada))
        .await
        .unwrap();
    let [session] = &sessions[..] else {
        panic!("{sessions:?}")
    };
    assert_eq!(session.token_hash, token.hash());
    assert_ne!(session.token_hash.text(), token.expose());
    assert_eq!(session.expires_at, session.created_at + LONGEST);
}

#[tokio::test]
async fn signing_in_while_one_is_erased_leaves_no_session() {
    let setup = Setup::new().await;
    let returned = setup.returned().await;
    let op = setup
        .test
        .by(setup.ada, paddock_api_types::members::Level::Verified);
    let (entered, erased) =
        tokio::join!(setup.finish(&returned), crate::privacy::service::erase(&op));
    erased.unwrap();
    drop(entered);
    let sessions = store::all(&setup.test.ctx.db, guild(1), user(setup.ada))
        .await
        .unwrap();
    assert_eq!(sessions, []);
}

#[tokio::test]
async fn a_discord_that_says_nothing_is_given_up() {
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let test = at(&format!("http://{}", silent.local_addr().unwrap())).await;
    // From here on time passes as soon as everybody waits for it.
    let settings = test.ctx.extensions.get::<super::config::SignInSettings>();
    let discord = settings.discord.as_ref().unwrap();
    tokio::time::pause();
    let identified = discord.identify("code", "verifier".to_owned(), "http://127.0.0.1/back");
    let failed = identified.await.unwrap_err();
    assert!(
        matches!(failed, BrowserError::Unavailable { after: None }),
        "{failed:?}"
    );
}
