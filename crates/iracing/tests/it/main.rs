//! The files that people upload.
//!
//! The modules are marked as tests so that their helpers, too, may `unwrap`.

#[cfg(test)]
mod files;
