//! The operation of the checkup.

use super::service;
use crate::http::Routes;
use paddock_api_types::operations::guild as ops;

pub(crate) fn router() -> Routes {
    Routes::new().on(ops::check_guild, async |op, _| service::check(&op).await)
}
