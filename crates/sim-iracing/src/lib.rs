//! iRacing stand-in for tests and for a first run without an account.
//!
//! A [`SimIracing`] is a process-local iRacing on two ports: the authorization server (`/oauth2/…`), the Data API
//! (`/data/…`) and a JSON control surface (`/sim`) on one; the host to which signed links lead on the other, because it is
//! another host in reality too. It answers what iRacing's documents and captured answers say, and shares no type with the
//! client that is tested against it, so that a wrong field name cannot cancel out on both sides.
//!
//! ```no_run
//! # async fn example() -> std::io::Result<()> {
//! use paddock_sim_iracing::{Fault, LEAGUE_ID, Options, SimIracing};
//!
//! let sim = SimIracing::start(Options::default()).await?;
//! // Give `sim.oauth_url()` and `sim.data_url()` to the client, then change what it will find:
//! sim.set_number(LEAGUE_ID, 812_345, Some("07"));
//! sim.fail_next("data/league/roster", Fault::Page { status: 503, retry_after: None }, 2);
//! sim.expire_access_tokens();
//! # Ok(())
//! # }
//! ```
//!
//! What it insists on: credentials in the form body and masked; PKCE with S256; redirect URIs byte for byte; refresh
//! tokens that work once; on the host of signed links, no `Authorization` and the link exactly as it was given.
//!
//! All state is in `world` behind one lock. Time is the machine's, plus what [`SimIracing::advance`] adds; every answer
//! carries it as `Date`.
//!
//! Each module uses only those after it in this order: `handle`, `server`, `control`, then `oauth`, `data` and `links`,
//! then `world`, `answer`, `faults`, `options`, `seed`, `clock`.
//!
//! To add a method of the Data API: an arm in `data/mod.rs` with the way in which it is delivered, and a function in the
//! file of its group.

mod answer;
mod clock;
mod control;
mod data;
mod faults;
mod handle;
mod links;
mod oauth;
mod options;
mod seed;
mod server;
mod world;

pub use answer::RecordedRequest;
pub use faults::Fault;
pub use handle::SimIracing;
pub use options::{Account, Options};
pub use seed::{DriverSeed, LEAGUE_ID, LeagueSeed, SEASON_ID};
