//! The iRacing league: links to its drivers, its roster, and how claims compare with it.

mod link;
mod status;
mod upload;

pub(super) use upload::{Upload, upload};

use crate::dispatch::Dispatch;

pub(super) fn add(dispatch: &mut Dispatch) {
    link::add(dispatch);
    status::add(dispatch);
}
