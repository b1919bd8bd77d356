//! The application.

use crate::intents;
use crate::world::World;

/// The flags of the application.
pub(crate) fn application_flags(world: &World) -> u64 {
    let options = &world.options;
    intents::application_flags(options.privileged_intents, options.limited_intents)
}
