//! What owed roles contribute to the service.

use super::service;
use crate::capability::Capability;
use crate::personal_data::PersonalData;

pub(crate) const CAPABILITY: Capability = Capability {
    personal_data: Some(PersonalData {
        export: Some(|op, subject, export| {
            Box::pin(async {
                let (db, guild) = (&op.ctx.db, op.guild());
                export.roles = service::owed_to(db, guild, subject.user_id).await?;
                Ok(())
            })
        }),
        erase: |tx, op, subject| {
            Box::pin(service::erase(tx, op, subject.user_id, subject.in_guild))
        },
    }),
    ..Capability::EMPTY
};
