//! Texts about a member's iRacing account.

use crate::{answer::Reply, replies::format::relative};
use paddock_api_types::league::IracingLink;

/// After a link was removed.
pub(crate) const UNLINKED: &str = "Your iRacing account is no longer linked.";
/// To a link and its removal at the same time.
pub(crate) const LINKED_AND_NOT: &str =
    "Give `remove` alone, or what is to be linked. Try again with one of them.";

/// After `/link` with consent or a refusal of it, and without options.
pub(crate) fn linked(link: &IracingLink) -> Reply {
    let next = if link.consent {
        "Others may see your iRacing name and customer id. `/link consent:False` hides them again."
    } else {
        "Nobody else sees your iRacing name and customer id. `/link consent:True` lets them."
    };
    Reply::text(format!("{}\n{next}", what(link)))
}

/// After `/link` without saying whether others may see it.
pub(crate) fn ask_for_consent(link: &IracingLink) -> Reply {
    let now = if link.consent {
        "So far they may."
    } else {
        "So far they may not."
    };
    Reply::text(format!(
        "{}\n**May others see your iRacing name and customer id**, in replies, the API and exports? \
         {now} You can change that at any time with `/link`.",
        what(link)
    ))
}

fn what(link: &IracingLink) -> String {
    let proven = if link.proven {
        "confirmed by iRacing"
    } else {
        "not confirmed by iRacing"
    };
    format!(
        "🔗 Your iRacing account is **{}** ({proven}), linked {}.",
        link.iracing_id,
        relative(link.linked_at)
    )
}

/// The line of `/mynumbers`.
pub(crate) fn link_line(link: &IracingLink) -> String {
    let consent = if link.consent {
        "others may see it"
    } else {
        "hidden from others"
    };
    format!("{} · {consent}", link.iracing_id)
}
