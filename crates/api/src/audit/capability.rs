//! What the audit log contributes to the service.

use super::{routes, service};
use crate::capability::Capability;
use crate::personal_data::PersonalData;

pub(crate) const CAPABILITY: Capability = Capability {
    router: Some(routes::router),
    personal_data: Some(PersonalData {
        export: Some(|op, subject, export| {
            Box::pin(async {
                let (user, subject) = (subject.user_id, &subject.audit_subject);
                export.audit = service::of_member(op, user, subject).await?;
                Ok(())
            })
        }),
        erase: |tx, op, subject| Box::pin(service::erase(tx, op, subject.user_id)),
    }),
    ..Capability::EMPTY
};
