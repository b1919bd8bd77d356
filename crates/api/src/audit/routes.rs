//! The operation of the audit log.

use super::service;
use crate::http::Routes;
use paddock_api_types::operations::audit as ops;

pub(crate) fn router() -> Routes {
    Routes::new().list(ops::list_audit, async |op, it, page| {
        let subject = it.query.subject.as_deref();
        service::list(&op, it.query.actor_id, subject, page).await
    })
}
