//! The methods, written from the tables of operations; only the long poll is written by hand,
//! and the stream of events is left to clients that read one.

#![cfg_attr(
    not(test),
    expect(
        clippy::wildcard_imports,
        reason = "the tables name every type and operation"
    )
)]

use crate::transport::{ASKING_TIMEOUT, Call, DOWNLOAD_TIMEOUT, REQUEST_TIMEOUT};
use crate::{Client, Error};
use paddock_api_types::operations::{
    Declaration, Endpoint, PathParameters, attendance::*, audit::*, awards::*, bot::*, effects::*,
    guild::*, iracing::*, league::*, members::*, numbers::*, points::*, results::*, scoring::*,
    seasons::*, staff::*, submissions::*, system::*, tokens::*,
};
use paddock_api_types::{GuildId, each_table, wire::*};
use std::time::Duration;

impl Client {
    /// Takes effects to perform, waiting for the first as long as the request says.
    pub async fn lease_effects(&self, lease: &LeaseEffects) -> Result<LeasedEffects, Error> {
        let wait = Duration::from_millis(lease.wait_ms.get().into());
        let call = self.endpoint::<lease_effects>(&()).body(lease);
        call.timeout(REQUEST_TIMEOUT + wait).receive().await
    }

    /// A call of an operation.
    pub(crate) fn endpoint<E: Endpoint>(&self, path: &E::Path) -> Call<'_> {
        self.call_of(E::DECLARATION, &path.texts())
    }

    fn call_of(&self, operation: &Declaration, values: &[String]) -> Call<'_> {
        let mut segments = operation.path.split('/').collect::<Vec<_>>();
        let parameters = segments.iter_mut().filter(|it| it.starts_with('{'));
        for (segment, value) in parameters.zip(values) {
            *segment = value;
        }
        let call = self.call(operation.method.as_str(), &segments.join("/"));
        match operation.path.rsplit_once('.') {
            Some((_, "csv")) => call.timeout(DOWNLOAD_TIMEOUT),
            _ if operation.path.ends_with("/raw") => call.timeout(DOWNLOAD_TIMEOUT),
            _ if operation.asks_elsewhere() => call.timeout(ASKING_TIMEOUT),
            _ => call,
        }
    }
}

/// Writes one method for each operation of a table.
macro_rules! methods {
    ($tag:literal; $({
        $id:ident $caller:ident $doc:tt $path:tt $query:tt $body:tt $answer:tt $($rest:tt)*
    })+) => {
        $(method! { $doc $id $caller $path $query $body $answer })+
    };
}

/// Writes the method of one operation.
macro_rules! method {
    ($docs:tt lease_effects $($rest:tt)*) => {};
    // A stream that does not end is no answer to wait for.
    ($docs:tt watch_staff $($rest:tt)*) => {};
    ([$($doc:literal)+] $id:ident BotGuild [$($name:ident: $parameter:ty),*]
        [$($query:ty)?] [$($kind:ident $body:ty)?] [$answer:ty]) => {
        impl Client {
            $(#[doc = $doc])+
            ///
            /// Only for the bot; `guild` is the guild that it is about.
            pub async fn $id(
                &self,
                guild: GuildId,
                $($name: $parameter,)*
                $(query: &$query,)?
                $(body: &$body,)?
            ) -> Result<$answer, Error> {
                self.endpoint::<$id>(path!($($name),*))
                    .guild(guild)
                    $(.query::<$query>(query))?
                    $(.$kind(body))?
                    .receive()
                    .await
            }
        }
    };
    ([$($doc:literal)+] $id:ident $caller:ident [$($name:ident: $parameter:ty),*]
        [] [optional $body:ty] [$answer:ty]) => {
        impl Client {
            $(#[doc = $doc])+
            ///
            #[doc = needs!($caller)]
            pub async fn $id(
                &self,
                $($name: $parameter,)*
                body: Option<&$body>,
            ) -> Result<$answer, Error> {
                let call = self.endpoint::<$id>(path!($($name),*));
                match body {
                    Some(body) => call.body(body),
                    None => call,
                }
                .receive()
                .await
            }
        }
    };
    ([$($doc:literal)+] $id:ident $caller:ident [$($name:ident: $parameter:ty),*]
        [$($query:ty)?] [$($kind:ident $body:ty)?] [$answer:ty]) => {
        impl Client {
            $(#[doc = $doc])+
            ///
            #[doc = needs!($caller)]
            pub async fn $id(
                &self,
                $($name: $parameter,)*
                $(query: &$query,)?
                $(body: &$body,)?
            ) -> Result<$answer, Error> {
                self.endpoint::<$id>(path!($($name),*))
                    $(.query::<$query>(query))?
                    $(.$kind(body))?
                    .receive()
                    .await
            }
        }
    };
}

macro_rules! needs {
    (Anyone) => {
        "Needs no credential."
    };
    (Guest) => {
        "Needs a credential."
    };
    (Bot) => {
        "Only for the bot."
    };
    ($caller:ident) => {
        concat!("Needs level `", stringify!($caller), "`.")
    };
}

macro_rules! path {
    () => {
        &()
    };
    ($one:ident) => {
        &$one
    };
    ($($many:ident),+) => {
        &($($many),+)
    };
}

each_table!(methods);
