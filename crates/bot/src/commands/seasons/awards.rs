//! `/award`: prizes that were won, and handing them over.

use super::suggestions;
use crate::{
    answer::{Answer, Failure, Reply},
    call::Call,
    commands::{manage_server, suggest},
    dispatch::{Dispatch, Later, Outcome, Pressed},
    pages::{self, Look, Position},
    replies::seasons::awards as texts,
};
use paddock_api_types::{
    AwardId, UserId,
    points::{AwardState, DeliverAward, ListAwardsQuery},
};
use twilight_interactions::command::{CommandModel, CommandOption, CreateCommand, CreateOption};
use twilight_model::id::{Id, marker::UserMarker};

/// Action of the buttons under `/award list`.
const PAGE: &str = "awards";
/// Prizes on one page.
const PAGE_SIZE: u32 = 10;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(award);
    dispatch.autocomplete(suggestions::complete);
    dispatch.button(PAGE, Later::Update, turn);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "award",
    desc = "Prizes that members have won",
    default_permissions = "manage_server",
    contexts = "guild",
    integration_types = "guild_install"
)]
enum Award {
    #[command(name = "list")]
    List(List),
    #[command(name = "deliver")]
    Deliver(Deliver),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "list", desc = "Prizes that were won, newest first")]
struct List {
    /// Only those that stand here
    state: Option<State>,
    /// Only those of this member
    member: Option<Id<UserMarker>>,
}

#[derive(Debug, Clone, Copy, CommandOption, CreateOption)]
enum State {
    #[option(name = "roles", value = "granted")]
    Granted,
    #[option(name = "to hand over", value = "waiting")]
    Waiting,
    #[option(name = "handed over", value = "delivered")]
    Delivered,
    #[option(name = "taken back", value = "withdrawn")]
    Withdrawn,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "deliver", desc = "Note that you have handed a prize over")]
struct Deliver {
    /// Which
    #[command(autocomplete = true, max_length = 100)]
    award: String,
    /// What there is to remember
    #[command(min_length = 1, max_length = 400)]
    note: Option<String>,
}

async fn award(call: Call, options: Award) -> Outcome {
    let reply = match options {
        Award::List(options) => page(&call, Position::first(parameter(&options))).await?,
        Award::Deliver(options) => deliver(&call, options).await?,
    };
    Ok(reply.into())
}

async fn deliver(call: &Call, options: Deliver) -> Result<Reply, Failure> {
    let award: AwardId = suggest::picked(&options.award, texts::ONE)?;
    let delivery = DeliverAward { note: options.note };
    let award = call.write().deliver_award(award, &delivery).await?;
    Ok(texts::delivered(&award))
}

async fn turn(call: Call, pressed: Pressed) -> Outcome {
    let position = Position::read(&pressed.arguments)?;
    Ok(Answer::Update(page(&call, position).await?))
}

async fn page(call: &Call, position: Position) -> Result<Reply, Failure> {
    let (state, member) = read(&position.parameter).ok_or(Failure::Outdated)?;
    let fetch = async |limit, cursor| {
        let query = ListAwardsQuery {
            user_id: member,
            everybody: member.is_none().then_some(true),
            state,
            limit: Some(limit),
            cursor,
            ..ListAwardsQuery::default()
        };
        call.api.list_awards(&query).await
    };
    let look = Look {
        action: PAGE,
        title: texts::title(state),
        empty: texts::NONE,
    };
    pages::show(look, position, PAGE_SIZE, fetch, texts::line).await
}

fn parameter(options: &List) -> String {
    let state = options.state.map_or("-", |state| state.value());
    match options.member {
        Some(member) => format!("{state}.{member}"),
        None => format!("{state}.-"),
    }
}

fn read(parameter: &str) -> Option<(Option<AwardState>, Option<UserId>)> {
    let (state, member) = parameter.split_once('.')?;
    let state = match state {
        "-" => None,
        name => Some(serde_json::from_value(name.into()).ok()?),
    };
    let member = match member {
        "-" => None,
        id => Some(id.parse().ok()?),
    };
    Some((state, member))
}
