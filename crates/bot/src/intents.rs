//! The intents: which of them Discord grants to the application, and which the bot asks for.
//!
//! Two are privileged: [`GUILD_MEMBERS`](Intents::GUILD_MEMBERS) and
//! [`GUILD_PRESENCES`](Intents::GUILD_PRESENCES). Everything but what is about them works without
//! either. The content of messages is never asked for.

use paddock_api_types::bot::{BotIntents, IntentState};
use tokio::sync::watch;
use twilight_gateway::Intents;
use twilight_model::oauth::ApplicationFlags;

/// What Discord never refuses.
const ORDINARY: Intents = Intents::GUILDS.union(Intents::GUILD_VOICE_STATES);
/// The privileged intents, in the order in which they are given up: the one that more depends on last.
const PRIVILEGED: [Intents; 2] = [Intents::GUILD_PRESENCES, Intents::GUILD_MEMBERS];

/// Every intent that the bot can use. The privileged ones, `GUILD_MEMBERS` and `GUILD_PRESENCES`, have to
/// be switched on in the developer portal; without them the bot runs on, and `/checkup` names what is
/// missing.
pub fn intents() -> Intents {
    PRIVILEGED.into_iter().fold(ORDINARY, Intents::union)
}

/// Which privileged intents the bot may have, for every part of it.
#[derive(Debug)]
pub(crate) struct Privileged {
    grants: watch::Sender<Grants>,
}

/// What Discord said so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Grants {
    /// The flags of the application; without them only the gateway can say.
    flags: Option<ApplicationFlags>,
    /// Those that the gateway refused although the flags name them.
    refused: Intents,
}

impl Privileged {
    /// Knows the flags of the application, and of no refusal.
    pub(crate) fn new(flags: Option<ApplicationFlags>) -> Self {
        let refused = Intents::empty();
        Self {
            grants: watch::Sender::new(Grants { flags, refused }),
        }
    }

    /// What Discord grants, and every change of it.
    pub(crate) fn watch(&self) -> watch::Receiver<Grants> {
        self.grants.subscribe()
    }

    /// The intents to identify with.
    pub(crate) fn asked(&self) -> Intents {
        self.grants.borrow().asked()
    }

    /// Whether Discord sends what is about an intent.
    pub(crate) fn has(&self, intent: Intents) -> bool {
        self.asked().contains(intent)
    }

    /// Reads the flags of the application again. A refusal is forgotten once the flags no longer name
    /// the intent: if they name it again, somebody has switched it on.
    pub(crate) fn set_flags(&self, flags: Option<ApplicationFlags>) {
        self.grants.send_if_modified(|grants| {
            let before = *grants;
            grants.flags = flags;
            grants.refused &= named(flags);
            *grants != before
        });
    }

    /// Gives up what Discord refused to a shard that asked for `used` (close code 4014): what the flags
    /// do not name, or else the first that can be spared. `false` when nothing is left to give up.
    pub(crate) fn give_up(&self, used: Intents) -> bool {
        let mut is_less = false;
        self.grants.send_if_modified(|grants| {
            let before = *grants;
            if grants.asked().contains(used) {
                let spared = PRIVILEGED.into_iter().find(|it| used.contains(*it));
                grants.refused |= spared.unwrap_or(Intents::empty());
            }
            is_less = !grants.asked().contains(used);
            *grants != before
        });
        is_less
    }
}

impl Grants {
    /// The intents to identify with.
    pub(crate) fn asked(self) -> Intents {
        ORDINARY | (named(self.flags) - self.refused)
    }

    /// How they stand, for the API.
    pub(crate) fn report(self) -> BotIntents {
        BotIntents {
            presences: self.state(Intents::GUILD_PRESENCES),
            members: self.state(Intents::GUILD_MEMBERS),
        }
    }

    fn state(self, intent: Intents) -> IntentState {
        let (full, _) = flags_of(intent);
        if !self.asked().contains(intent) {
            return IntentState::Missing;
        }
        match self.flags {
            Some(flags) if !flags.contains(full) => IntentState::Limited,
            _ => IntentState::Granted,
        }
    }
}

/// The flags that grant an intent: to an application of any size, and to one that is still small.
fn flags_of(intent: Intents) -> (ApplicationFlags, ApplicationFlags) {
    if intent == Intents::GUILD_PRESENCES {
        let limited = ApplicationFlags::GATEWAY_PRESENCE_LIMITED;
        (ApplicationFlags::GATEWAY_PRESENCE, limited)
    } else {
        let limited = ApplicationFlags::GATEWAY_GUILD_MEMBERS_LIMITED;
        (ApplicationFlags::GATEWAY_GUILD_MEMBERS, limited)
    }
}

/// The privileged intents that flags name; all of them where there are no flags.
fn named(flags: Option<ApplicationFlags>) -> Intents {
    let is_named = |intent: &Intents| {
        let (full, limited) = flags_of(*intent);
        flags.is_none_or(|flags| flags.intersects(full | limited))
    };
    let named = PRIVILEGED.into_iter().filter(is_named);
    named.fold(Intents::empty(), Intents::union)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ApplicationFlags as Flags;
    use IntentState::{Granted, Limited, Missing};

    const BOTH: Flags = Flags::GATEWAY_PRESENCE.union(Flags::GATEWAY_GUILD_MEMBERS);

    fn states(privileged: &Privileged) -> (IntentState, IntentState) {
        let report = privileged.grants.borrow().report();
        (report.presences, report.members)
    }

    #[test]
    fn only_what_the_flags_name_is_asked_for() {
        let cases = [
            (Flags::empty(), (Missing, Missing)),
            (BOTH, (Granted, Granted)),
            (Flags::GATEWAY_PRESENCE_LIMITED, (Limited, Missing)),
            (Flags::GATEWAY_GUILD_MEMBERS_LIMITED, (Missing, Limited)),
            (Flags::GATEWAY_MESSAGE_CONTENT, (Missing, Missing)),
        ];
        for (flags, expected) in cases {
            let privileged = Privileged::new(Some(flags));
            assert_eq!(states(&privileged), expected, "{flags:?}");
            let has = |intent| privileged.asked().contains(intent);
            assert_eq!(has(Intents::GUILD_PRESENCES), expected.0 != Missing);
            assert_eq!(has(Intents::GUILD_MEMBERS), expected.1 != Missing);
            assert!(has(ORDINARY) && !has(Intents::MESSAGE_CONTENT));
        }
        assert_eq!(states(&Privileged::new(None)), (Granted, Granted));
    }

    #[test]
    fn presences_are_given_up_before_members_and_then_nothing() {
        let privileged = Privileged::new(Some(BOTH));
        let first = privileged.asked();
        assert!(privileged.give_up(first));
        assert_eq!(states(&privileged), (Missing, Granted));
        // Another shard that asked for both as well.
        assert!(privileged.give_up(first));
        assert_eq!(states(&privileged), (Missing, Granted));
        assert!(privileged.give_up(privileged.asked()));
        assert_eq!(states(&privileged), (Missing, Missing));
        assert!(!privileged.give_up(privileged.asked()));
    }

    #[test]
    fn what_the_flags_no_longer_name_is_given_up_first() {
        let privileged = Privileged::new(Some(BOTH));
        let used = privileged.asked();
        privileged.set_flags(Some(Flags::GATEWAY_PRESENCE));
        assert!(privileged.give_up(used));
        assert_eq!(states(&privileged), (Granted, Missing));
    }

    #[test]
    fn a_refusal_is_remembered_until_the_intent_is_switched_off_and_on() {
        let privileged = Privileged::new(Some(BOTH));
        privileged.give_up(privileged.asked());
        privileged.set_flags(Some(BOTH));
        assert_eq!(states(&privileged), (Missing, Granted));
        privileged.set_flags(Some(Flags::GATEWAY_GUILD_MEMBERS));
        privileged.set_flags(Some(BOTH));
        assert_eq!(states(&privileged), (Granted, Granted));
    }
}
