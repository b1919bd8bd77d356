//! Harness of the system tests: the real API and the real bot, with a simulated Discord between them
//! and the people, over real sockets.
//!
//! [`System`] runs the parts in this process, each on a runtime of its own, so that one can be
//! stopped, killed and started again while the others go on. [`Installation`] and [`Process`] run
//! the built program instead, for what only a process of its own shows: signals, exit codes, output,
//! and what is left after `kill -9`.
//!
//! Tests stand in `tests/`, one file per theme. They take the database that `paddock-test-db` gives
//! them and never mention the engine. Nothing sleeps: [`eventually`] and the simulator's own
//! `wait_until` wait for a condition, and give up after [`WAIT_TIMEOUT`].

mod bot;
mod browser;
mod callers;
mod installation;
mod lists;
mod part;
mod people;
mod play;
mod port;
mod process;
mod program;
mod system;
mod wait;

pub use bot::Bot;
pub use browser::{Chromium, Tab};
pub use callers::Callers;
pub use installation::{Installation, Output};
pub use lists::{all_audit, all_effects, all_members, assert_registered_once};
pub use part::Part;
pub use people::{guild_id, member_name, user_id, welcome_or_update};
pub use play::{DESKTOP, Play, page_address};
pub use port::Port;
pub use process::{Process, Signal};
pub use program::{find_program, workspace_root};
pub use system::{Setup, System};
pub use wait::{WAIT_TIMEOUT, eventually};

/// Installs what every test needs once per process: a cryptography provider for TLS, and a log that is
/// shown with a failure.
pub fn prepare() {
    // Both fail the second time, when tests share a process.
    rustls::crypto::ring::default_provider()
        .install_default()
        .ok();
    let filter = "info,twilight_gateway=warn,twilight_http=warn,sqlx=warn,hyper=warn";
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::new(
            std::env::var("PADDOCK_LOG").unwrap_or_else(|_| filter.to_owned()),
        ))
        .with_test_writer()
        .try_init()
        .ok();
}

/// A text of a limited kind.
///
/// # Panics
///
/// Where its kind does not allow it.
pub fn text<T: TryFrom<String, Error: std::fmt::Debug>>(text: impl Into<String>) -> T {
    T::try_from(text.into()).expect("an allowed text")
}

/// A number of a limited kind.
///
/// # Panics
///
/// Where its kind does not allow it.
pub fn number<T: TryFrom<i64, Error: std::fmt::Debug>>(number: impl Into<i64>) -> T {
    T::try_from(number.into()).expect("an allowed number")
}
