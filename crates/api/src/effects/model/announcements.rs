//! Announcements that waited in a channel for too long, and are counted instead of posted one by one.

use paddock_api_types::effects::{EffectAction, Notice};
use std::time::Duration;

/// How long one may wait before others that wait with it are counted: longer than a busy evening, or
/// points that are imported, keep a channel behind.
pub(in crate::effects) const PATIENCE: Duration = Duration::from_mins(15);
/// How many of the newest are posted all the same.
pub(in crate::effects) const NEWEST: usize = 5;
/// How many are counted by one message.
pub(in crate::effects) const MOST: u32 = 10_000;

/// What happened, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::effects) struct Counted {
    promotions: u32,
    claims: u32,
    releases: u32,
}

impl Counted {
    /// Whether the action says what may be counted, and was. What happens once, such as the end of a
    /// season, and what is for one member, is posted however late.
    pub(in crate::effects) fn count(&mut self, action: &EffectAction) -> bool {
        let EffectAction::SendMessage {
            notice, post: None, ..
        } = action
        else {
            return false;
        };
        match notice {
            Notice::Promoted { .. } => self.promotions += 1,
            Notice::NumberClaimed { .. } => self.claims += 1,
            Notice::NumberReleased { .. } => self.releases += 1,
            _ => return false,
        }
        true
    }

    /// What is posted instead of `first` and the others.
    pub(in crate::effects) fn instead_of(self, first: &EffectAction) -> EffectAction {
        let Self {
            promotions,
            claims,
            releases,
        } = self;
        let mut action = first.clone();
        if let EffectAction::SendMessage {
            notice, mention, ..
        } = &mut action
        {
            *notice = Notice::Missed {
                promotions,
                claims,
                releases,
            };
            *mention = None;
        }
        action
    }
}
