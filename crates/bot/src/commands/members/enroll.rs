//! `/enroll`: what admins do for those who do not do it themselves.

use crate::{
    commands::{prelude::*, seasons},
    replies::members as texts,
};
use api::{Name, members::RegisterMember, seasons::Season};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Managers, enroll);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "enroll",
    desc = "Register a member yourself, enroll them in a season, or both"
)]
struct Enroll {
    /// Member
    member: Id<UserMarker>,
    /// Name to register them under, verified immediately
    name: Option<Text<Name>>,
    /// Their game account or student number
    external_id: Option<Text<Name>>,
    /// Season to enroll them in; none by default, unless only the member is given
    season: Option<Picked<Season>>,
}

async fn enroll(call: Call, options: Enroll) -> Outcome {
    let user = options.member.wire();
    if options.name.is_none() && options.external_id.is_some() {
        return Err(Failure::Mistake(texts::ID_WITHOUT_NAME.to_owned()));
    }
    let season = match (&options.name, options.season) {
        (Some(_), None) => None,
        (_, picked) => Some(seasons::season(&call, picked).await?),
    };
    let member = match options.name {
        Some(name) => {
            let register = RegisterMember {
                display_name: name.0,
                external_id: options.external_id.map(|it| it.0),
                discord_name: None,
            };
            Some(call.write().register_other_member(user, &register).await?)
        }
        None => None,
    };
    let enrolled = match &season {
        Some(season) => {
            let participant = call.write().enroll_participant(season.id, user).await?;
            Some((season, participant))
        }
        None => None,
    };
    Ok(texts::enrolled(user, member.as_ref(), enrolled.as_ref()).into())
}
