//! Another program that does the same work, in the same run.

mod description;
pub(crate) mod rates;

pub(crate) use description::Peer;
