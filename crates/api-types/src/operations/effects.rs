//! What is to be done in Discord.

use super::declare;
use crate::effects::{Effect, ListEffectsQuery};
use crate::{EffectId, Page};

/// Calls a macro with this table.
#[macro_export]
macro_rules! effects_operations {
    ($callback:ident) => {
        $crate::parts_of_operations! { $callback "effects";
            /// Effects, newest first.
            list_effects: Admin, GET "/api/effects" ?ListEffectsQuery
                => 200 Page<Effect>, "A page of effects";
            /// Queue a failed effect again.
            ///
            /// For when its cause is removed: the role is back, or the bot's own role higher.
            retry_effect: Admin, POST "/api/effects/{effect_id}/retry" [effect: EffectId]
                => 200 Effect, "The effect, queued",
                refuses [EffectNotFound EffectNotFailed];
            /// Take a failed effect off the list.
            ///
            /// For when it is no longer wanted. A role that is still owed is asked for again when the
            /// member is next seen.
            dismiss_effect: Admin, DELETE "/api/effects/{effect_id}" [effect: EffectId]
                => 204 (), "Deleted",
                refuses [EffectNotFound EffectNotFailed];
        }
    };
}
effects_operations!(declare);
