//! Client for iRacing: sign-in by OAuth 2, the Data API (`/data`), and the files of its pages.
//!
//! It knows nothing of Paddock.
//!
//! # Files
//!
//! Rosters and results that somebody saved are read by [`files`], into the types that the client
//! answers with:
//!
//! ```
//! let saved = br#"{"roster": [{"cust_id": 812345, "car_number": "07"}]}"#;
//! let roster = paddock_iracing::files::parse_roster(saved)?;
//! assert_eq!(roster.members[0].car_number.as_deref(), Some("07"));
//! # Ok::<(), paddock_iracing::files::FileError>(())
//! ```

pub mod files;
mod model;

pub use model::*;
