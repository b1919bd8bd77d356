//! Discord stand-in for tests and for a first run without a Discord account.
//!
//! One [`SimDiscord`] is one process-local Discord: a gateway (`GET /`, a web socket), the REST API (`/api/v10/…`), the
//! files people upload (`/attachments/…`) and a JSON control surface to play by hand (`/sim`), all on one port. It speaks
//! the wire as Discord's public documentation describes it and shares no type with the library that the bot is built
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
//! ([`SimDiscord::as_user`]), which refuses what the real client refuses before the bot hears of it ([`ClientError`]); a
//! *reply* is what the person ends up seeing. Requests for endpoints that are not simulated are answered 404 and fail
//! the test when the handle is dropped ([`Options::strict`]).
//!
//! Everything lives in `world` behind one lock, and every change wakes whoever waits ([`SimDiscord::wait_until`]): there
//! is nothing to sleep for. Time is the machine's, plus what [`SimDiscord::advance`] adds.
//!
//! To add an endpoint: one arm in `rest/router.rs`, its function in the file of its resource, its limits in
//! `rest/validate`. To add an event: a method in `world/events.rs` that says which intent it needs.

mod client;
mod clock;
mod community;
mod control;
mod faults;
mod gateway;
mod handle;
mod options;
pub mod permissions;
mod rest;
mod server;
mod view;
mod world;

pub use client::{
    Acting, AutocompleteChoice, ClientError, Modal, ModalField, OnMessage, Person, Reply, ReplyKind,
};
pub use clock::DISCORD_EPOCH_MS;
pub use community::{BOT_ID, ChannelSeed, Community, GUILD_ID, MemberSeed, OWNER_ID, RoleSeed};
pub use faults::{Fault, Matching, RateLimitScope};
pub use gateway::{Frame, GatewayHandle, Hangup, intents};
pub use handle::SimDiscord;
pub use options::Options;
pub use rest::RecordedRequest;
pub use view::{TimedOut, View};
pub use world::{Attachment, Channel, Message, Overwrite, Role, Snowflake};
