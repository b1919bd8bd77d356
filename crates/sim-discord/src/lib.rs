//! Discord stand-in for tests and for a first run without a Discord account.
//!
//! A [`SimDiscord`] is a process-local Discord: a gateway (`GET /` as a web socket; a browser sees a page to play with), the REST API (`/api/v10/…`), the
//! uploaded files (`/attachments/…`, and `/ephemeral-attachments/…` for those of commands) and a JSON control surface to play by hand (`/sim`), and OAuth (`/oauth2/authorize`), all on one port. It implements
//! the protocol as Discord's public documentation describes it, and shares no type with the library that the bot is built
//! on, so that a wrong field name cannot cancel out on both sides.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use paddock_sim_discord::{Options, SimDiscord};
//!
//! let sim = SimDiscord::start(Options::default()).await?;
//! // Give `sim.rest_host()` to twilight-http's proxy, `sim.gateway_url()` to the shard's `proxy_url`, start the bot.
//! sim.wait_commands().await?;
//! let ada = sim.as_user("ada");
//! let reply = ada.slash("/register name:Ada Lovelace").await?;
//! assert!(reply.ephemeral);
//! let next = ada.press(&reply, "Next").await?;
//! assert!(next.text().contains("Page 2"));
//! # Ok(())
//! # }
//! ```
//!
//! Words: a *community* seeds one guild with its people; a *person* is a user acting through their Discord client
//! ([`SimDiscord::as_user`]), which refuses what the real client refuses before the bot sees it ([`ClientError`]); a
//! *reply* is what the person sees in the end. Requests for endpoints that are not simulated are answered 404 and fail
//! the test when the handle is dropped ([`Options::strict`]).
//!
//! All state is in `world` behind one lock, and every change wakes everything that waits ([`SimDiscord::wait_until`]), so
//! that no test has to sleep. Time is the machine's, plus what [`SimDiscord::advance`] adds.
//!
//! Each module uses only those after it in this order: `handle`, `server`, `page`, `control`, then `view`, `client`, `gateway`,
//! `rest` and `oauth`, then `world`, `options`, `community`, `permissions`, `model`.
//!
//! To add an endpoint: a line in `rest/paths.rs`, without which it counts as not simulated, an arm in `rest/router.rs`,
//! its function in the file of its resource, its limits in `rest/validate`. To add an event: a method in `world/events`
//! that names the intent it needs.

pub mod activity;
mod client;
mod clock;
mod community;
mod control;
mod faults;
mod gateway;
mod handle;
pub mod intents;
mod json;
mod limits;
mod model;
mod oauth;
mod options;
mod page;
pub mod permissions;
mod rest;
mod server;
mod snowflake;
mod view;
mod world;

pub use client::{
    AutocompleteChoice, ClientError, Modal, ModalField, OnMessage, Person, Reply, ReplyFuture,
    ReplyKind,
};
pub use community::{BOT_ID, ChannelSeed, Community, GUILD_ID, MemberSeed, OWNER_ID, RoleSeed};
pub use faults::{Fault, RateLimitScope, RequestPattern};
pub use gateway::{GatewayHandle, Hangup};
pub use handle::SimDiscord;
pub use limits::{RateLimits, Window};
pub use model::{Attachment, Channel, Message, Overwrite, Presence, RecordedRequest, Role, Thread};
pub use options::Options;
pub use snowflake::{DISCORD_EPOCH_MS, Snowflake};
pub use view::{TimedOut, View};
pub use world::sessions::Frame;
