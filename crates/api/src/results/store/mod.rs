//! Statements of results.

pub(super) mod results;
pub(super) mod rounds;
pub(super) mod rows;
