//! What tests of services and stores start from: a migrated database of their own, a clock that
//! stands still, and operations in the name of anybody.

use crate::capabilities;
use crate::clock::FixedClock;
use crate::config::Reader;
use crate::context::Context;
use crate::db::{Database, Location};
use crate::extensions::Extensions;
use crate::ids::{Ids, SystemRng};
use crate::iracing::Keyring;
use crate::members;
use crate::operation::{Actor, IdempotencyKey, Operation};
use paddock_api_types::audit::AuditVia;
use paddock_api_types::members::{BanMember, Level, RegisterMember, VerifyMember};
use paddock_api_types::{GuildId, RoleId, UserId};
use paddock_test_db::TestDb;
use secrecy::SecretString;
use std::{collections::HashMap, sync::Arc, time::Duration};
use tokio::sync::{Notify, watch};
use tokio_util::sync::CancellationToken;

/// Root in every test.
pub(crate) const ROOT: i64 = 9_000;

/// A context on a database of its own.
pub(crate) struct TestContext {
    pub(crate) ctx: Context,
    pub(crate) clock: Arc<FixedClock>,
    db: TestDb,
}

/// What operations find in their context with these settings of the installation.
pub(crate) fn extensions(variables: &HashMap<String, String>) -> Arc<Extensions> {
    let settings = capabilities::settings(&mut Reader::new(variables));
    let mut extensions = capabilities::extensions(settings);
    extensions.insert(Keyring::new(&[SecretString::from("a key for tests")]));
    Arc::new(extensions)
}

pub(crate) fn user(id: i64) -> UserId {
    UserId::new(id).unwrap()
}

pub(crate) fn guild(id: i64) -> GuildId {
    GuildId::new(id).unwrap()
}

pub(crate) fn role(id: i64) -> RoleId {
    RoleId::new(id).unwrap()
}

async fn open(url: &str) -> Database {
    let location = Location::from_url(url).unwrap();
    Database::open(&location).await.unwrap()
}

async fn migrate(url: String) {
    let database = open(&url).await;
    database.migrate().await.unwrap();
    database.close().await;
}

impl TestContext {
    pub(crate) async fn new() -> Self {
        Self::with_settings(&HashMap::new()).await
    }

    /// The same with these settings of the installation.
    pub(crate) async fn with_settings(variables: &HashMap<String, String>) -> Self {
        let db = TestDb::migrated(migrate).await;
        let database = open(db.url()).await;
        Self::over(db, database, variables).await
    }

    /// The same over a database that is there, brought up to this version.
    pub(crate) async fn over(
        db: TestDb,
        database: Database,
        variables: &HashMap<String, String>,
    ) -> Self {
        database.migrate().await.unwrap();
        let clock = Arc::new(FixedClock::at("2026-11-21T12:00:00Z".parse().unwrap()));
        let ctx = Context {
            db: database,
            clock: clock.clone(),
            ids: Arc::new(Ids::new(Arc::new(SystemRng))),
            base_url: Arc::new("http://127.0.0.1:8000".parse().unwrap()),
            root_admin_id: Some(user(ROOT)),
            token_lifetime: Duration::from_hours(24),
            extensions: extensions(variables),
            changed: Arc::new(Notify::new()),
            writes: Arc::default(),
            rights: watch::Sender::new(()),
            stopping: CancellationToken::new(),
        };
        Self { ctx, clock, db }
    }

    /// Where everything is kept.
    pub(crate) fn location(&self) -> Location {
        Location::from_url(self.db.url()).unwrap()
    }

    /// Has the context of another replica, or of one that was started again: it has made no id yet.
    pub(crate) fn restart(&mut self) {
        self.ctx.ids = Arc::new(Ids::new(Arc::new(SystemRng)));
    }

    /// An operation of this user in guild 1.
    pub(crate) fn by(&self, user_id: i64, level: Level) -> Operation {
        let actor = Actor {
            guild_id: guild(1),
            user_id: Some(user(user_id)),
            level,
            via: AuditVia::Discord,
            channel_id: None,
        };
        Operation {
            ctx: self.ctx.clone(),
            actor,
            request_id: Some("test".to_owned()),
            at: self.ctx.now(),
            idempotency_key: None,
        }
    }

    /// An operation of an admin.
    pub(crate) fn admin(&self) -> Operation {
        self.by(ROOT, Level::Root)
    }

    /// Registers a user under this name.
    pub(crate) async fn register(&self, user_id: i64, name: &str) {
        let register = RegisterMember {
            display_name: text(name),
            external_id: None,
            discord_name: None,
        };
        let op = self.by(user_id, Level::Guest);
        members::service::register(&op, register).await.unwrap();
    }

    /// Registers and verifies a user.
    pub(crate) async fn verified(&self, user_id: i64, name: &str) {
        self.register(user_id, name).await;
        members::service::verify(&self.admin(), user(user_id), VerifyMember::default())
            .await
            .unwrap();
    }

    /// Bans a user.
    pub(crate) async fn banned(&self, user_id: i64) {
        members::service::ban(&self.admin(), user(user_id), BanMember::default())
            .await
            .unwrap();
    }
}

impl Operation {
    /// The same under an idempotency key.
    pub(crate) fn keyed(mut self, key: &str, fingerprint: &str) -> Self {
        let (key, fingerprint) = (key.to_owned(), fingerprint.to_owned());
        self.idempotency_key = Some(IdempotencyKey { key, fingerprint });
        self
    }
}

/// A text of a limited kind, for tests.
pub(crate) fn text<T: TryFrom<String, Error: std::fmt::Debug>>(text: impl Into<String>) -> T {
    T::try_from(text.into()).unwrap()
}

/// A number of a limited kind, for tests.
pub(crate) fn number<T: TryFrom<i64, Error: std::fmt::Debug>>(number: impl Into<i64>) -> T {
    T::try_from(number.into()).unwrap()
}
