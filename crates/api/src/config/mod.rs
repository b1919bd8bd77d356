//! Configuration: read once from the environment, checked whole, and passed down.
//!
//! A section reads its keys through [`Reader`], which collects every fault instead of stopping at
//! the first, so that an operator corrects the file in one go. What only one capability needs, that
//! capability reads itself: `settings` in its `capability.rs`.
//!
//! *To add a key*: read it in its section, add it to `KEYS` if it begins with `PADDOCK_`, explain it
//! in `.env.api.example` and `docs/operations.md`.

mod database;
mod http;
mod iracing;
mod reader;
mod secrets;

pub use http::HttpConfig;
pub(crate) use iracing::{Access as IracingAccess, Iracing};
pub(crate) use reader::Faulty;
pub use reader::{ConfigError, Environment, Fault, Reader};
pub use secrets::{SecretsConfig, check_secret, is_example};

use crate::db::Location;
use crate::extensions::Extensions;
use paddock_api_types::UserId;
use std::path::PathBuf;

/// What the API needs to know before it starts.
#[derive(Debug)]
pub struct Config {
    /// Whether secrets may be made up.
    pub environment: Environment,
    /// Where the rows are.
    pub database: Location,
    /// Where generated things are kept.
    pub data_dir: PathBuf,
    /// How requests come in.
    pub http: HttpConfig,
    /// What must not be known outside.
    pub secrets: SecretsConfig,
    /// Root in every guild.
    pub root_admin_id: Option<UserId>,
    /// What capabilities read for themselves.
    pub(crate) settings: Extensions,
}

/// Every key of ours in the environment; a `PADDOCK_…` one that is not here is a typing mistake.
const KEYS: &[&str] = &[
    "PADDOCK_DATA_DIR",
    "PADDOCK_ENV",
    "PADDOCK_HEADER_TIMEOUT",
    "PADDOCK_LISTEN",
    "PADDOCK_LOG",
    "PADDOCK_LOG_FORMAT",
    "PADDOCK_MAX_CONNECTIONS",
];

impl Config {
    /// Reads the environment, with what `settings` reads for the capabilities: this module does not
    /// know them.
    pub(crate) fn read_with(
        reader: &mut Reader<'_>,
        settings: impl FnOnce(&mut Reader<'_>) -> Extensions,
    ) -> Option<Self> {
        reader.refuse_unknown("PADDOCK_", KEYS);
        let environment = Environment::read(reader);
        let data_dir = data_dir(reader);
        let database = database::read(reader, environment, &data_dir);
        let http = HttpConfig::read(reader, environment);
        let secrets = SecretsConfig::read(reader, environment);
        let root_admin_id = root_admin_id(reader, environment);
        let settings = settings(reader);
        Some(Self {
            environment,
            database: database?,
            data_dir,
            http: http?,
            secrets: secrets?,
            root_admin_id,
            settings,
        })
    }
}

/// Where the rows are, for commands that need nothing else.
pub fn database(reader: &mut Reader<'_>) -> Option<Location> {
    reader.refuse_unknown("PADDOCK_", KEYS);
    let environment = Environment::read(reader);
    let data_dir = data_dir(reader);
    database::read(reader, environment, &data_dir)
}

/// `PADDOCK_DATA_DIR`, or `data`.
pub fn data_dir(reader: &Reader<'_>) -> PathBuf {
    reader.get("PADDOCK_DATA_DIR").unwrap_or("data").into()
}

/// In production somebody has to be able to verify the first member over the API.
fn root_admin_id(reader: &mut Reader<'_>, environment: Environment) -> Option<UserId> {
    let id = reader.parse("ROOT_ADMIN_ID", "a Discord user id: 17 to 19 digits");
    if id.is_none() && environment == Environment::Production {
        reader.require("ROOT_ADMIN_ID", "the Discord user id of whoever runs this");
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    fn faults(pairs: &[(&str, &str)]) -> Vec<String> {
        let variables: HashMap<String, String> = pairs
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect();
        let mut reader = Reader::new(&variables);
        let config = Config::read(&mut reader);
        match reader.finish(config) {
            Ok(_) => Vec::new(),
            Err(error) => error.faults.iter().map(ToString::to_string).collect(),
        }
    }

    const SECRET: &str = "5f3c8e0b9a7d4c21b6e8f0a1d2c3b4e5";
    const OTHER: &str = "c0ffee00b9a7d4c21b6e8f0a1d2c3b4e5";

    #[test]
    fn nothing_has_to_be_configured_for_development() {
        assert_eq!(faults(&[]), Vec::<String>::new());
    }

    #[test]
    fn production_names_everything_that_is_missing_together() {
        insta::assert_snapshot!(faults(&[("PADDOCK_ENV", "production")]).join("\n"), @r"
            DATABASE_URL: missing; expected `mysql://user:password@host:3306/database` (also mariadb://, mysql+asyncmy://) or `sqlite://path/to/file.db`
            BASE_URL: missing; expected the public address, such as `https://paddock.example.org`
            BOT_API_KEY: missing; expected at least 32 random characters, such as `openssl rand -hex 32` prints
            JWT_SECRET_KEY: missing; expected at least 32 random characters, such as `openssl rand -hex 32` prints
            ROOT_ADMIN_ID: missing; expected the Discord user id of whoever runs this
        ");
    }

    #[test]
    fn production_starts_when_everything_is_there() {
        let complete = [
            ("PADDOCK_ENV", "production"),
            ("DATABASE_URL", "mysql+asyncmy://paddock:pw@db:3306/paddock"),
            ("BOT_API_KEY", SECRET),
            ("JWT_SECRET_KEY", OTHER),
            ("BASE_URL", "https://paddock.racing.club"),
            ("ROOT_ADMIN_ID", "175928847299117063"),
        ];
        assert_eq!(faults(&complete), Vec::<String>::new());
        for (missing, _) in &complete[1..] {
            let rest: Vec<_> = complete
                .iter()
                .copied()
                .filter(|(key, _)| key != missing)
                .collect();
            let faults = faults(&rest);
            assert_eq!(faults.len(), 1, "{missing}: {faults:?}");
            assert!(faults[0].starts_with(missing), "{faults:?}");
        }
    }

    #[test]
    fn every_malformed_key_is_named_with_what_is_expected() {
        insta::assert_snapshot!(
            faults(&[
                ("PADDOCK_ENV", "prod"),
                ("PADDOCK_LISTENS", "0.0.0.0:80"),
                ("PADDOCK_LISTEN", "localhost"),
                ("DATABASE_URL", "postgres://paddock@db/paddock"),
                ("BOT_API_KEY", "change-me-change-me-change-me-change-me"),
                ("JWT_SECRET_KEY", "short"),
                ("ALGORITHM", "RS256"),
                ("ACCESS_TOKEN_EXPIRE_MINUTES", "0"),
                ("BASE_URL", "paddock.example.org"),
                ("RATE_LIMIT_PER_MINUTE", "many"),
                ("CORS_ALLOWED_ORIGINS", "https://league.example.org, *"),
                ("PADDOCK_MAX_CONNECTIONS", "0"),
                ("PADDOCK_HEADER_TIMEOUT", "soon"),
                ("TRUSTED_PROXIES", "10.0.0.0/8, caddy"),
                ("ROOT_ADMIN_ID", "me"),
                ("CODE_ROTATION_INTERVAL", "4"),
                ("CODE_LENGTH", "nine"),
            ])
            .join("\n"),
            @r"
            PADDOCK_LISTENS: unknown key; known are PADDOCK_DATA_DIR, PADDOCK_ENV, PADDOCK_HEADER_TIMEOUT, PADDOCK_LISTEN, PADDOCK_LOG, PADDOCK_LOG_FORMAT, PADDOCK_MAX_CONNECTIONS
            PADDOCK_ENV: expected `development` or `production`
            DATABASE_URL: expected `mysql://user:password@host:3306/database` (also mariadb://, mysql+asyncmy://) or `sqlite://path/to/file.db`. In a user name or password, write whatever is no letter or digit percent-encoded: `%40` for @, `%2F` for /, `%23` for #, `%3A` for :, `%3F` for ?, `%25` for %
            PADDOCK_LISTEN: expected an address and port, such as `127.0.0.1:8000`
            BASE_URL: expected the public address, such as `https://paddock.example.org`
            RATE_LIMIT_PER_MINUTE: expected a whole number; 0 for no limit
            TRUSTED_PROXIES: expected addresses or networks, such as `10.0.0.0/8, ::1`
            CORS_ALLOWED_ORIGINS: expected origins without a path, such as `https://league.example.org`; not `*`
            PADDOCK_MAX_CONNECTIONS: expected a number of connections from 16 to 100000
            PADDOCK_HEADER_TIMEOUT: expected a number of seconds from 1 to 300
            BOT_API_KEY: still the example; expected at least 32 random characters, such as `openssl rand -hex 32` prints
            JWT_SECRET_KEY: too short; expected at least 32 random characters, such as `openssl rand -hex 32` prints
            ALGORITHM: expected HS256, HS384 or HS512
            ACCESS_TOKEN_EXPIRE_MINUTES: expected a number of minutes from 1 to 5270400
            ROOT_ADMIN_ID: expected a Discord user id: 17 to 19 digits
            CODE_ROTATION_INTERVAL: expected a number of seconds from 5 to 300
            CODE_LENGTH: expected a number of characters from 4 to 8
        "
        );
    }

    #[test]
    fn one_secret_may_not_serve_twice() {
        let faults = faults(&[("BOT_API_KEY", SECRET), ("JWT_SECRET_KEY", SECRET)]);
        assert_eq!(faults.len(), 1, "{faults:?}");
    }
}
