//! Client for iRacing: sign-in by OAuth 2, the Data API (`/data`), and the files of its pages.
//!
//! ```no_run
//! use paddock_iracing::{Client, Config, Credentials, Scope};
//!
//! # async fn example() -> Result<(), paddock_iracing::Error> {
//! let client = Client::new(Config::new("grid-steward").with_secret("as issued"))?;
//! let account = Credentials::new("race.control@example.org", "hunter2!");
//! let tokens = client.password_limited(&account, &[Scope::Auth]).await?;
//! let roster = client.league_roster(&tokens.access_token, 7100).await?;
//! for member in &roster.members {
//!     println!("#{} {}", member.car_number.as_deref().unwrap_or("-"), member.cust_id);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Signing in
//!
//! A member who links their account is sent to [`Client::authorize_url`] and comes back with a code
//! for [`Client::exchange_code`]. [`Client::profile`] then proves their customer id; nothing else
//! does. A program that reads as its owner uses [`Client::password_limited`] once, at its start.
//! Either gives a [`TokenPair`], and [`Client::refresh`] the next.
//!
//! **Refresh tokens work once**, and the client stores nothing. So whoever calls it stores the new
//! pair durably *before* using it, and lets one worker at a time refresh an account. Stored tokens
//! are deleted after [`Error::SignInAgain`] and for no other reason.
//!
//! # Errors, limits and repetition
//!
//! Each variant of [`Error`] is something else to do next. Readings are tried again while iRacing
//! fails, with pauses that double, or that iRacing asks for ([`Config`] bounds both); what lasts
//! longer is the caller's to repeat, after [`Error::retry_after`]. Clones of a client share one
//! budget, which follows iRacing's headers: who finds it used up waits for the next window, and
//! [`Client::in_background`] leaves a part of it to others. [`Client::budget`] shows it. (iRacing does
//! not say whether it counts by member or by client; one budget for all tokens is the careful
//! reading.) Nothing is asked while iRacing announces maintenance.
//!
//! Sign-ins are sent once. A refused [`Client::password_limited`] is not sent again with the same
//! credentials, because that locks the account.
//!
//! Secrets, tokens and signed links appear in no error and no `Debug`.
//!
//! # Files
//!
//! Rosters and results that somebody saved are read by [`files`], into the types that the client
//! answers with:
//!
//! ```
//! let saved = br#"{"roster": [{"cust_id": 812345, "car_number": "07"}]}"#;
//! let roster = paddock_iracing::files::parse_roster(saved)?;
//! assert_eq!(roster.members[0].car_number.as_deref(), Some("07"));
//! # Ok::<(), paddock_iracing::files::FileError>(())
//! ```
//!
//! # Names
//!
//! iRacing allows nobody to show a member's name or customer id without that member's consent, which
//! a sign-in alone is not. This crate reads both; what becomes of them is up to its user.
//!
//! It knows nothing of Paddock. Methods of the Data API without a type here are read by
//! [`Client::get`] and [`Client::get_rows`]. To add one: its type in `model/`, with every key
//! optional but what the answer is about, and a method in `endpoints.rs`.

mod budget;
mod client;
mod config;
mod delivery;
mod endpoints;
mod error;
pub mod files;
mod login;
mod mask;
mod model;
mod oauth;
mod refusal;
mod tokens;
mod transport;
mod weather;

pub use budget::Budget;
pub use client::Client;
pub use config::{Config, Credentials};
pub use endpoints::HostedSearch;
pub use error::{Error, Refusal, Weather};
pub use model::*;
pub use oauth::SignIn;
pub use tokens::{AccessToken, PkceVerifier, RefreshToken, Scope, TokenPair};

pub(crate) use mask::mask;
