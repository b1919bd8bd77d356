//! Operations of export and erasure.

use super::service;
use crate::http::Routes;
use paddock_api_types::operations::members as ops;

pub(crate) fn router() -> Routes {
    Routes::new()
        .on(ops::export_me, async |op, _| service::export(&op).await)
        .on(ops::delete_me, async |op, _| service::erase(&op).await)
}
