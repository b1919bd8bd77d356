//! Statements of results.

pub(super) mod driving;
pub(super) mod matches;
pub(super) mod results;
pub(super) mod rounds;
pub(super) mod rows;
