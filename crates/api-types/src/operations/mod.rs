//! The table of operations: everything that the service, the client, the OpenAPI document and the
//! tests have to agree on stands here once.
//!
//! A line of a table gives an operation's name, who may call it, its method and path, what it takes,
//! what it answers, and the codes with which it refuses:
//!
//! ```text
//! /// Change an item.
//! update_item: Admin, PATCH "/api/items/{item_id}" [item: ItemId],
//!     body UpdateItem { "name": "Race finished" }
//!     => 200 Item, "The item as it is now", refuses [ItemNotFound ItemNameTaken];
//! ```
//!
//! From it follow the type [`update_item`](seasons::update_item), which implements [`Endpoint`]; the
//! service's route, whose handler gets a caller of that level; `Client::update_item`; the entry in
//! the document, with "Needs level admin." and these refusals; and a row in the tests of rights and
//! tenants. Refusals that every operation may give (see [`Declaration::codes`]) are not repeated.
//!
//! *To add an operation*: a line in a table, and in the capability's `routes.rs` the service function
//! that performs it. *To add a table*: a file like the others, its name in [`all`], in
//! [`each_table`](crate::each_table) and among what the client imports, and its tag in the document.

mod declaration;
mod parameters;

pub use declaration::{ASKING_LIMIT, BodyKind, Caller, Declaration, Method};
pub use parameters::{Nothing, Paged, PathParameter, PathParameters, QueryParameters};

use serde::{Serialize, de::DeserializeOwned};
use utoipa::ToSchema;

pub mod attendance;
pub mod audit;
pub mod awards;
pub mod bot;
pub mod effects;
pub mod guild;
pub mod iracing;
pub mod league;
pub mod members;
pub mod numbers;
pub mod points;
pub mod results;
pub mod scoring;
pub mod seasons;
pub mod staff;
pub mod submissions;
pub mod system;
pub mod tokens;

/// One operation of the API, with its types.
pub trait Endpoint: 'static {
    /// What can be said of it without its types.
    const DECLARATION: &'static Declaration;
    /// Who may call it: one of the types in [`callers`].
    type Caller;
    /// Parameters in the path, in its order: `()`, one, or a tuple.
    type Path: PathParameters;
    /// Parameters in the query.
    type Query: QueryParameters;
    /// The body; `()` where there is none.
    type Body: Serialize + DeserializeOwned + Send + ToSchema;
    /// The answer; `()` where there is none.
    type Answer: Serialize + DeserializeOwned + Send + ToSchema;
}

/// Who may call an operation, as types; see [`Caller`] for what each means.
pub mod callers {
    /// See [`Caller::Anyone`](super::Caller::Anyone).
    pub struct Anyone;
    /// See [`Caller::Bot`](super::Caller::Bot).
    pub struct Bot;
    /// See [`Caller::BotGuild`](super::Caller::BotGuild).
    pub struct BotGuild;
    /// See [`Caller::Guest`](super::Caller::Guest).
    pub struct Guest;
    /// See [`Caller::Verified`](super::Caller::Verified).
    pub struct Verified;
    /// See [`Caller::Manager`](super::Caller::Manager).
    pub struct Manager;
    /// See [`Caller::Admin`](super::Caller::Admin).
    pub struct Admin;
}

/// A file of comma-separated values: as a body, or as an answer that is sent while it is read. It
/// dereferences to its text, and as it is sent it may begin with a byte order mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Csv(pub String);

impl std::ops::Deref for Csv {
    type Target = str;

    fn deref(&self) -> &str {
        self.0.trim_start_matches('\u{feff}')
    }
}

/// Counters in Prometheus' text format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Metrics(pub String);

/// Server-sent events: a stream that goes on until somebody ends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Events(pub String);

macro_rules! plain_text {
    ($($name:ident)+) => {$(
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                String::schema()
            }
        }

        impl ToSchema for $name {}
    )+};
}
plain_text!(Csv Events Metrics);

/// Every operation, in the order of the document's tags.
pub fn all() -> impl Iterator<Item = &'static Declaration> {
    [
        guild::ALL,
        members::ALL,
        seasons::ALL,
        points::ALL,
        submissions::ALL,
        awards::ALL,
        attendance::ALL,
        staff::ALL,
        iracing::ALL,
        league::ALL,
        numbers::ALL,
        results::ALL,
        scoring::ALL,
        tokens::ALL,
        audit::ALL,
        effects::ALL,
        bot::ALL,
        system::ALL,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// Calls a macro with each table of operations in turn: `each_table!(check)` expands to
/// `check! { "guild"; … } check! { "members"; … } …`, with each operation as
/// [`parts_of_operations`](crate::parts_of_operations) puts it. The types that the macro makes use of
/// have to be in scope; [`wire`](crate::wire) has all of them.
#[macro_export]
macro_rules! each_table {
    ($callback:ident) => {
        $crate::guild_operations!($callback);
        $crate::members_operations!($callback);
        $crate::seasons_operations!($callback);
        $crate::points_operations!($callback);
        $crate::submissions_operations!($callback);
        $crate::awards_operations!($callback);
        $crate::attendance_operations!($callback);
        $crate::staff_operations!($callback);
        $crate::iracing_operations!($callback);
        $crate::league_operations!($callback);
        $crate::numbers_operations!($callback);
        $crate::results_operations!($callback);
        $crate::scoring_operations!($callback);
        $crate::tokens_operations!($callback);
        $crate::audit_operations!($callback);
        $crate::effects_operations!($callback);
        $crate::bot_operations!($callback);
        $crate::system_operations!($callback);
    };
}

/// Puts the parts of each operation of a table in brackets, always in this order, for a macro that
/// then matches those that it needs:
///
/// ```text
/// { name caller [doc] [path: parameters] [query] [kind body] [answer]
///   [METHOD "/path"] [{ example }] [200, "description", or other] [refusals] }
/// ```
#[macro_export]
macro_rules! parts_of_operations {
    ($callback:ident $tag:literal; $(
        $(#[doc = $doc:literal])+
        $id:ident: $caller:ident, $method:ident $path:literal
            $([$($name:ident: $parameter:ty),+])?
            $(? $query:ty)?
            $(, $kind:ident $body:ty $({$($example:tt)*})?)?
            => $status:literal $answer:ty, $description:literal
            $(, or $other:literal $other_description:literal)?
            $(, refuses [$($code:ident)+])?;
    )+) => {
        $callback! { $tag; $({
            $id $caller [$($doc)+] [$($($name: $parameter),+)?] [$($query)?] [$($kind $body)?] [$answer]
            [$method $path] [$($({$($example)*})?)?]
            [$status, $description $(, $other $other_description)?] [$($($code)+)?]
        })+ }
    };
}

/// Declares the types of a table.
macro_rules! declare {
    ($tag:literal; $({
        $id:ident $caller:ident [$($doc:literal)+] [$($name:ident: $parameter:ty),*] [$($query:ty)?]
        [$($kind:ident $body:ty)?] [$answer:ty] [$method:ident $path:literal] [$({$($example:tt)*})?]
        [$status:literal, $description:literal $(, $other:literal $other_description:literal)?]
        [$($code:ident)*]
    })+) => {
        $(
            $(#[doc = $doc])+
            #[expect(non_camel_case_types, reason = "an operation is named like its method")]
            pub struct $id;

            impl $crate::operations::Endpoint for $id {
                const DECLARATION: &'static $crate::operations::Declaration =
                    &$crate::operations::Declaration {
                        id: stringify!($id),
                        tag: $tag,
                        doc: &[$($doc),+],
                        caller: $crate::operations::Caller::$caller,
                        method: $crate::operations::Method::$method,
                        path: $path,
                        has_query: $crate::operations::declare!(@is_given $($query)?),
                        body: $crate::operations::declare!(@kind $($kind)?),
                        example: $crate::operations::declare!(@example $([$($example)*])?),
                        status: $status,
                        description: $description,
                        other: $crate::operations::declare!(@other $($other $other_description)?),
                        refusals: &[$($crate::ErrorCode::$code),*],
                    };
                type Caller = $crate::operations::callers::$caller;
                type Path = $crate::operations::declare!(@path $($parameter),*);
                type Query = $crate::operations::declare!(@or Nothing $($query)?);
                type Body = $crate::operations::declare!(@or () $($body)?);
                type Answer = $answer;
            }
        )+

        /// Every operation of this table.
        pub const ALL: &[&$crate::operations::Declaration] =
            &[$(<$id as $crate::operations::Endpoint>::DECLARATION),+];
    };
    (@is_given) => { false };
    (@is_given $query:ty) => { true };
    (@kind) => { $crate::operations::BodyKind::None };
    (@kind body) => { $crate::operations::BodyKind::Json };
    (@kind optional) => { $crate::operations::BodyKind::OptionalJson };
    (@kind report) => { $crate::operations::BodyKind::Report };
    (@kind result) => { $crate::operations::BodyKind::Result };
    (@kind file) => { $crate::operations::BodyKind::Csv };
    (@example) => { None };
    // Of a file.
    (@example [$text:literal]) => { Some(|| serde_json::Value::from($text)) };
    (@example [$($example:tt)*]) => { Some(|| serde_json::json!({$($example)*})) };
    (@other) => { None };
    (@other $status:literal $description:literal) => { Some(($status, $description)) };
    (@path) => { () };
    (@path $one:ty) => { $one };
    (@path $($many:ty),+) => { ($($many),+) };
    (@or Nothing) => { $crate::operations::Nothing };
    (@or ()) => { () };
    (@or $none:tt $given:ty) => { $given };
}
use declare;

#[cfg(test)]
mod tests {
    use super::*;
    use super::{
        attendance::*, audit::*, awards::*, bot::*, effects::*, guild::*, iracing::*, league::*,
        members::*, numbers::*, points::*, results::*, scoring::*, seasons::*, staff::*,
        submissions::*, system::*, tokens::*,
    };
    use std::collections::BTreeSet;

    /// Calls the function `check` of where it stands, for each operation of a table.
    macro_rules! check_each {
        ($tag:literal; $({ $id:ident $($rest:tt)* })+) => {
            $(check::<$id>();)+
        };
    }

    #[test]
    fn no_two_operations_have_the_same_name_or_path() {
        let mut ids = BTreeSet::new();
        let mut paths = BTreeSet::new();
        for operation in all() {
            assert!(ids.insert(operation.id), "{}", operation.id);
            let path = (operation.path, operation.method.as_str());
            assert!(paths.insert(path), "{path:?}");
        }
    }

    #[test]
    fn no_operation_says_a_refusal_twice() {
        for operation in all() {
            let codes = operation.codes();
            let once: BTreeSet<_> = codes.iter().map(|code| code.as_str()).collect();
            assert_eq!(once.len(), codes.len(), "{}", operation.id);
        }
    }

    #[test]
    fn every_path_names_as_many_parameters_as_are_typed() {
        fn check<E: Endpoint>() {
            let named = E::DECLARATION.path.matches('{').count();
            assert_eq!(named, E::Path::schemas().len(), "{}", E::DECLARATION.id);
        }
        crate::each_table!(check_each);
    }

    #[test]
    fn every_body_has_an_example_that_it_accepts() {
        fn check<E: Endpoint>() {
            let declaration = E::DECLARATION;
            if declaration.body == BodyKind::None {
                assert!(declaration.example.is_none(), "{}", declaration.id);
                return;
            }
            let example = declaration.example.expect(declaration.id)();
            let is_file = declaration.body == BodyKind::Csv;
            assert!(is_file || !example.to_string().contains("\\n"), "{example}");
            let read = serde_json::from_value::<E::Body>(example);
            assert!(read.is_ok(), "{}: {:?}", declaration.id, read.err());
        }
        crate::each_table!(check_each);
    }
}
