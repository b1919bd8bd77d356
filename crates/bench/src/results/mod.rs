//! Results of races from iRacing: files, and what a season of them is worth.
//!
//! - `export`: a team race as iRacing's page exports it, as large as wanted;
//! - `import`: its way into the database, in time and memory;
//! - `rounds`: the rounds of a league's season;
//! - `season`: what they are worth.

mod export;
pub(crate) mod import;
mod rounds;
pub(crate) mod season;
