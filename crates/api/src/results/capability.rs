//! What results contribute to the service.

use super::{routes, service};
use crate::capability::Capability;
use crate::personal_data::PersonalData;

pub(crate) const CAPABILITY: Capability = Capability {
    router: Some(routes::router),
    personal_data: Some(PersonalData {
        export: None,
        erase: |tx, op, subject| Box::pin(service::erase(tx, op.guild(), subject.user_id)),
    }),
    ..Capability::EMPTY
};
