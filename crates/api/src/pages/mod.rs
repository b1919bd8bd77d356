//! What every page has: the shell around it, who looks at it, headers, and errors that people can read.
//!
//! Pages are made by the server and work without a script; one that shows what changes may have a script of
//! ours ([`show_live`], [`asset`]), and no other page runs any. A capability contributes its own in `pages.rs`, which
//! calls `service.rs` and nothing else, with templates in `templates/<capability>/`:
//!
//! ```text
//! #[derive(Template)]
//! #[template(path = "numbers/mine.html")]
//! struct Mine { page: Page, numbers: Vec<Claim> }
//!
//! async fn mine(visitor: SignedIn<callers::Verified>) -> Result<Response, ApiError> {
//!     let numbers = service::mine(&visitor.op).await?;
//!     Ok(pages::show(&Mine { page: visitor.page("Your numbers"), numbers }))
//! }
//! ```
//!
//! The template begins with `{% extends "shell.html" %}` and fills the block `content`. A form is sent by
//! `POST` to a page of ours, which answers with a redirect to one that is read, with `?success=` or
//! `?error=` and a code that `capability.rs` registers as a [`Flash`]: nothing of an address is ever shown.
//! In its `capability.rs` stand also the [`NavEntry`]s, those that only some see ([`NavFor`]), and where forms lead besides.

mod assets;
mod docs;
mod navigation;
mod page;
mod surround;
mod visitor;

pub(crate) use assets::{asset, router};
pub(crate) use docs::docs;
pub(crate) use navigation::{Flash, NavEntry, NavFor, Navigation};
pub(crate) use page::{
    Page, complete, form, full_time, see_other, show, show_live, show_public, time, with_query,
};
pub(crate) use surround::surround;
pub(crate) use visitor::{SignedIn, Visitor};
