//! Typed client of the Paddock API: one method per operation, named like the operation's id in the
//! OpenAPI document.
//!
//! ```no_run
//! # async fn example() -> Result<(), paddock_api_client::Error> {
//! use paddock_api_client::Client;
//!
//! let client = Client::new("https://paddock.example.org")?.with_token("eyJhbGciOi…");
//! let me = client.get_me().await?;
//! println!("{} is {:?}", me.member.display_name, me.level);
//! # Ok(())
//! # }
//! ```
//!
//! # Credentials
//!
//! A fresh client has none and can only ask for [`Client::health`] and the like.
//! [`Client::with_token`] acts as the member who made the token. [`Client::with_bot_key`] is the
//! bot; [`Client::acting`] names the member for whom it speaks. All of these return a changed copy
//! that shares the connections of the first.
//!
//! # Errors, limits and repetition
//!
//! Every method answers [`Error`]. [`Error::Problem`] carries what the API said; match on its
//! `code`. One request is given [`REQUEST_TIMEOUT`], and [`ASKING_TIMEOUT`] where the API asks iRacing
//! first. Reads, and writes with a key
//! ([`Client::with_idempotency_key`]), are tried again when the connection breaks or a proxy
//! answers 502, 503 or 504: the API performs a keyed write once and repeats its first answer.

mod error;
mod operations;
mod transport;

pub use error::Error;
pub use paddock_api_types as types;
pub use transport::{ASKING_TIMEOUT, Acting, Client, REQUEST_TIMEOUT};
