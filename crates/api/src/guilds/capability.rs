//! What guilds contribute to the service.

use super::{requirements, routes, service};
use crate::capability::Capability;

pub(crate) const CAPABILITY: Capability = Capability {
    router: Some(routes::router),
    requirements: Some(|op| {
        Box::pin(async {
            let settings = service::settings(&op.ctx.db, op.guild()).await?;
            Ok(requirements::of(&settings))
        })
    }),
    ..Capability::EMPTY
};
