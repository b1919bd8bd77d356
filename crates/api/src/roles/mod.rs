//! Owed roles: which Discord roles each member should have because of Paddock.
//!
//! The rows are the truth and Discord converges to them: a change of what is owed emits the
//! difference, and so does every report of what a member really has, from any starting state. A
//! role may be owed for several reasons (its *sources*); it is taken away when none is left. Roles
//! that Paddock never owed a member are none of its business. A member who has not accepted the
//! server's rules gets none before they did: the report that says so emits what is missing.
//!
//! *To owe roles for something new*: call [`service::set_owed`] with a source of its own.

pub(crate) mod capability;
mod model;
pub(crate) mod service;
mod store;
#[cfg(test)]
mod tests;
