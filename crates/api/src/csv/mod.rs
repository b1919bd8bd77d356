//! Files of comma-separated values: written as RFC 4180 has it and so that no spreadsheet runs them, and
//! read by the names of their columns, however a spreadsheet wrote them.

mod cells;
mod read;
mod values;

pub(crate) use cells::{cell, line, plain};
pub(crate) use read::{Layout, Line, read};
pub(crate) use values::{id, rounding, user_id, whole};
