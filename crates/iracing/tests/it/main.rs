//! The client against a simulated iRacing over real sockets, and the files that people upload.
//!
//! The modules are marked as tests so that their helpers, too, may `unwrap`.

#[cfg(test)]
mod alone;
#[cfg(test)]
mod data;
#[cfg(test)]
mod delivery;
#[cfg(test)]
mod files;
#[cfg(test)]
mod helpers;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod results;
#[cfg(test)]
mod results_csv;
#[cfg(test)]
mod sign_in;
mod tokens;
#[cfg(test)]
mod tolerance;
#[cfg(test)]
mod weather;
