//! The commands, one file per capability: options in, one API call, a reply out.

pub(crate) mod ask;
mod attached;
pub(crate) mod attendance;
mod audit;
mod dates;
mod driver;
mod guild;
mod help;
mod iracing;
mod league;
pub(crate) mod members;
mod numbers;
mod options;
mod picked;
mod ping;
mod results;
pub(crate) mod seasons;
mod staff;
mod tokens;
mod zones;

use crate::dispatch::{Dispatch, Topic};

/// Everything that can be asked of the bot.
pub(crate) fn dispatch() -> Dispatch {
    let mut dispatch = Dispatch::new(Topic::Server);
    help::add(&mut dispatch);
    ping::add(&mut dispatch);
    dispatch.next_topic(Topic::Members);
    members::add(&mut dispatch);
    dispatch.next_topic(Topic::Seasons);
    seasons::add(&mut dispatch);
    dispatch.next_topic(Topic::Attendance);
    attendance::add(&mut dispatch);
    dispatch.next_topic(Topic::Numbers);
    numbers::add(&mut dispatch);
    league::add(&mut dispatch);
    dispatch.next_topic(Topic::Iracing);
    iracing::add(&mut dispatch);
    driver::add(&mut dispatch);
    results::add(&mut dispatch);
    dispatch.next_topic(Topic::Staff);
    staff::add(&mut dispatch);
    dispatch.next_topic(Topic::Members);
    tokens::add(&mut dispatch);
    dispatch.next_topic(Topic::Server);
    guild::add(&mut dispatch);
    audit::add(&mut dispatch);
    dispatch
}

/// What most commands are made of.
mod prelude {
    pub(super) use super::{
        ask::{self, Confirmation},
        options::{Choice, Choices, Num, Text, set_or_clear, some_change},
        picked::{Pickable, Picked},
        zones::Zone,
    };
    pub(super) use crate::{
        answer::{Answer, Failure, Reply},
        call::Call,
        custom_id,
        dispatch::{Audience, DeferMode, Dispatch, Outcome, Pressed, Submitted},
        ids::ToWire,
        pages::{self, List, Pages, Position},
    };
    pub(super) use paddock_api_types as api;
    pub(super) use twilight_interactions::command::{CommandModel, CreateCommand};
    pub(super) use twilight_model::id::{Id, marker::UserMarker};
}

#[cfg(test)]
mod tests;
