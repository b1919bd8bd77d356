//! The checkup: everything that a configured feature of any capability needs in Discord, and every
//! effect that could not be done, each with what to do about it.
//!
//! *To check something more*: a fact in `model::Facts`, read in `service`, judged in `model`.

mod model;
pub(crate) mod routes;
mod service;
