//! What a list or a question is about, as the ids of its buttons carry it.

use crate::{answer::Failure, call::Call, dispatch::Topic};
use paddock_api_types::{
    AttendanceSessionId, CarNumber, NumberClassId, SeasonId, SubmissionId, SubsessionId, UserId,
    driving::MemberRef,
    league::DifferenceKind,
    members::MemberStatus,
    points::AwardState,
    seasons::{Item, Season},
};
use serde::{Serialize, de::DeserializeOwned};
use std::{future::Future, str::FromStr};

/// In place of what is left out.
const NONE: &str = "-";
/// Between the parts of a pair.
const SEPARATOR: char = '.';

/// What a button can carry: short, and without a colon.
pub(crate) trait Subject: Sized + Send + Sync + 'static {
    /// Writes it into an id.
    fn write(&self) -> String;

    /// Reads it from an id, asking the API for what the id does not hold.
    fn read(call: &Call, text: &str) -> impl Future<Output = Result<Self, Failure>> + Send;
}

/// Reads a part of an id that is written in plain text.
pub(crate) fn parse<T: FromStr>(text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| Failure::Outdated)
}

/// For what has only one list.
impl Subject for () {
    fn write(&self) -> String {
        String::new()
    }

    async fn read(_: &Call, _: &str) -> Result<Self, Failure> {
        Ok(())
    }
}

macro_rules! written_in_plain_text {
    ($($kind:ty),+) => {$(
        impl Subject for $kind {
            fn write(&self) -> String {
                self.to_string()
            }

            async fn read(_: &Call, text: &str) -> Result<Self, Failure> {
                parse(text)
            }
        }
    )+};
}

written_in_plain_text!(
    AttendanceSessionId,
    NumberClassId,
    SeasonId,
    SubmissionId,
    SubsessionId,
    UserId,
    MemberRef,
    u32
);

macro_rules! written_as_the_api_does {
    ($($kind:ty),+) => {$(
        impl Subject for $kind {
            fn write(&self) -> String {
                wire_name(self)
            }

            async fn read(_: &Call, text: &str) -> Result<Self, Failure> {
                from_wire_name(text).ok_or(Failure::Outdated)
            }
        }
    )+};
}

written_as_the_api_does!(AwardState, CarNumber, DifferenceKind, MemberStatus, Topic);

/// A state as the API spells it.
pub(crate) fn wire_name(state: &impl Serialize) -> String {
    let name = serde_json::to_value(state).ok();
    let name = name.as_ref().and_then(serde_json::Value::as_str);
    name.expect("a state is written as a text").to_owned()
}

/// A state by the API's spelling.
pub(crate) fn from_wire_name<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_value(name.into()).ok()
}

impl Subject for Season {
    fn write(&self) -> String {
        self.id.to_string()
    }

    async fn read(call: &Call, text: &str) -> Result<Self, Failure> {
        Ok(call.api.get_season(parse(text)?).await?)
    }
}

impl Subject for Item {
    fn write(&self) -> String {
        self.id.to_string()
    }

    async fn read(call: &Call, text: &str) -> Result<Self, Failure> {
        Ok(call.api.get_item(parse(text)?).await?)
    }
}

impl<T: Subject> Subject for Option<T> {
    fn write(&self) -> String {
        self.as_ref().map_or_else(|| NONE.to_owned(), T::write)
    }

    async fn read(call: &Call, text: &str) -> Result<Self, Failure> {
        if text == NONE {
            return Ok(None);
        }
        T::read(call, text).await.map(Some)
    }
}

impl<A: Subject, B: Subject> Subject for (A, B) {
    fn write(&self) -> String {
        format!("{}{SEPARATOR}{}", self.0.write(), self.1.write())
    }

    async fn read(call: &Call, text: &str) -> Result<Self, Failure> {
        let (first, second) = text.split_once(SEPARATOR).ok_or(Failure::Outdated)?;
        let first = A::read(call, first).await?;
        Ok((first, B::read(call, second).await?))
    }
}
