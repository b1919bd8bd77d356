//! `/link`: which iRacing account is a member's, and whether others may see it.

use crate::{commands::prelude::*, replies::league as texts};
use api::{CustId, league::LinkIracing};
use twilight_model::channel::message::component::{Button, ButtonStyle};

/// Action of the buttons that say whether others may see the account.
const CONSENT: &str = "link-consent";
/// Arguments of those buttons.
const YES: &str = "yes";
const NO: &str = "no";

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, link);
    dispatch.button(CONSENT, DeferMode::Update, consent_pressed);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "link", desc = "Your iRacing account, and who may see it")]
struct Link {
    /// Customer id, as on your iRacing profile; without, what is linked is shown
    iracing_id: Option<Num<CustId>>,
    /// Whether others may see your iRacing name and customer id
    consent: Option<bool>,
    /// Remove the link
    remove: Option<bool>,
}

async fn link(call: Call, options: Link) -> Outcome {
    let reply = match options {
        Link {
            iracing_id: None,
            consent: None,
            remove: Some(true),
        } => {
            call.write().remove_iracing_id().await?;
            Reply::text(texts::UNLINKED)
        }
        Link {
            remove: Some(true), ..
        } => return Err(Failure::Mistake(texts::LINKED_AND_NOT.to_owned())),
        Link {
            iracing_id: None,
            consent: None,
            ..
        } => {
            let link = call.api.get_iracing_id().await?;
            texts::linked(&link).with_buttons(choices(Some(link.consent)))
        }
        Link {
            iracing_id,
            consent,
            ..
        } => {
            let change = LinkIracing {
                iracing_id: iracing_id.map(|it| it.0),
                consent,
            };
            let link = call.write().set_iracing_id(&change).await?;
            if consent.is_some() {
                texts::linked(&link)
            } else {
                texts::ask_for_consent(&link).with_buttons(choices(None))
            }
        }
    };
    Ok(reply.into())
}

async fn consent_pressed(call: Call, pressed: Pressed) -> Outcome {
    let consent = match pressed.arguments.first().map(String::as_str) {
        Some(YES) => true,
        Some(NO) => false,
        _ => return Err(Failure::Outdated),
    };
    let change = LinkIracing {
        iracing_id: None,
        consent: Some(consent),
    };
    let link = call.write().set_iracing_id(&change).await?;
    Ok(Answer::Update(texts::linked(&link)))
}

/// The buttons that give or withdraw consent; where it is known, only the one that changes it.
fn choices(consent: Option<bool>) -> Vec<Button> {
    let button = |style, label, answer| custom_id::button(style, label, CONSENT, &[answer]);
    let mut buttons = vec![];
    if consent != Some(true) {
        buttons.push(button(ButtonStyle::Primary, "Others may see it", YES));
    }
    if consent != Some(false) {
        buttons.push(button(ButtonStyle::Secondary, "Keep it hidden", NO));
    }
    buttons
}
