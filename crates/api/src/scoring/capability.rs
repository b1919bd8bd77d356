//! What scoring contributes to the service.

use super::routes;
use crate::capability::Capability;

pub(crate) const CAPABILITY: Capability = Capability {
    router: Some(routes::router),
    ..Capability::EMPTY
};
