//! Shapes that recur: queries of lists, and bodies of `PATCH`.

/// Declares a query; with `paged` behind the brace also one that reads a list page by page.
///
/// ```text
/// query! {
///     /// Which seasons to list, the latest start first.
///     ListSeasonsQuery {
///         /// Only those with this status.
///         status: Option<SeasonStatus>,
///     } paged
/// }
/// ```
macro_rules! query {
    ($(#[$meta:meta])* $name:ident {
        $($(#[$field_meta:meta])* $field:ident: $type:ty),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::IntoParams)]
        #[serde(deny_unknown_fields)]
        #[into_params(parameter_in = Query)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
        }
    };
    ($(#[$meta:meta])* $name:ident {
        $($(#[$field_meta:meta])* $field:ident: $type:ty),* $(,)?
    } paged) => {
        $crate::shapes::query! {
            $(#[$meta])*
            #[derive(Default)]
            $name {
                $($(#[$field_meta])* $field: $type,)*
                /// Rows at most, 1 to 200; defaults to 50.
                #[param(minimum = 1, maximum = 200)]
                limit: Option<u32>,
                /// `next_cursor` of the page before; opaque. Empty is the same as none.
                cursor: Option<String>,
            }
        }

        impl $crate::operations::Paged for $name {
            fn limit(&self) -> Option<u32> {
                self.limit
            }

            // `?cursor=` is how a form or a script asks for the first page.
            fn cursor(&self) -> Option<&str> {
                self.cursor.as_deref().filter(|cursor| !cursor.is_empty())
            }
        }
    };
}
pub(crate) use query;

/// Declares the body of a `PATCH`: an absent field keeps what is there. `null` clears a field marked
/// `(nullable)`, whose Rust type is therefore `Option<Option<T>>`.
///
/// ```text
/// patch! {
///     /// Changes the given fields of an item.
///     UpdateItem {
///         /// Name, unique in the guild.
///         name: Name,
///         /// `null` clears it.
///         description(nullable): Description,
///     }
/// }
/// ```
macro_rules! patch {
    ($(#[$meta:meta])* $name:ident { $($fields:tt)* }) => {
        $crate::shapes::patch! { @take [$(#[$meta])* $name] [] $($fields)* }
    };
    (@take $head:tt [$($done:tt)*]
        $(#[$meta:meta])* $field:ident(nullable): $type:ty, $($rest:tt)*) => {
        $crate::shapes::patch! { @take $head [$($done)*
            $(#[$meta])*
            #[schema(value_type = Option<$type>)]
            #[serde(
                deserialize_with = "crate::shapes::present",
                skip_serializing_if = "Option::is_none"
            )]
            pub $field: Option<Option<$type>>,
        ] $($rest)* }
    };
    (@take $head:tt [$($done:tt)*]
        $(#[$meta:meta])* $field:ident: $type:ty, $($rest:tt)*) => {
        $crate::shapes::patch! { @take $head [$($done)*
            $(#[$meta])*
            #[serde(skip_serializing_if = "Option::is_none")]
            pub $field: Option<$type>,
        ] $($rest)* }
    };
    (@take [$(#[$meta:meta])* $name:ident] [$($done:tt)*]) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize,
            utoipa::ToSchema)]
        #[serde(deny_unknown_fields, default)]
        pub struct $name {
            $($done)*
        }
    };
}
pub(crate) use patch;

/// Reads a present field into `Some`, so that only an absent one stays `None`.
#[expect(
    clippy::option_option,
    reason = "absent, null and a value are three different things"
)]
pub(crate) fn present<'de, T, D>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    T: serde::Deserialize<'de>,
    D: serde::Deserializer<'de>,
{
    serde::Deserialize::deserialize(deserializer).map(Some)
}

/// Reads a list, and refuses one that is longer than allowed.
pub(crate) fn at_most<'de, const N: usize, T, D>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    T: serde::Deserialize<'de>,
    D: serde::Deserializer<'de>,
{
    let list: Vec<T> = serde::Deserialize::deserialize(deserializer)?;
    if list.len() > N {
        let refusal = format!("{}expected at most {N}", crate::NOT_ALLOWED);
        return Err(serde::de::Error::custom(refusal));
    }
    Ok(list)
}
