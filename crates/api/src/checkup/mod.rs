//! The checkup: everything that a configured feature of any capability needs in Discord, and every
//! effect that could not be done, each with what to do about it.
//!
//! *To check something more* of roles and channels: the `requirements` that a capability registers.
//! Anything else: a fact in `model::Facts`, read in `service`, judged in `model`.

pub(crate) mod capability;
mod model;
mod routes;
pub(crate) mod service;
