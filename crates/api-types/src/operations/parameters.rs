//! Parameters in paths and queries.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use utoipa::openapi::path::{Parameter, ParameterIn};
use utoipa::openapi::{Ref, RefOr, Schema};
use utoipa::{IntoParams, ToSchema};

/// Schemas by their names.
type Schemas = Vec<(String, RefOr<Schema>)>;

/// Parameters in a path, in its order.
pub trait PathParameters: DeserializeOwned + Send {
    /// Each as it stands in the path. Ids and numbers have nothing that would need escaping.
    fn texts(&self) -> Vec<String>;

    /// The schema of each.
    fn schemas() -> Vec<RefOr<Schema>>;

    /// Adds the schemas that these refer to.
    fn collect(schemas: &mut Schemas);
}

/// A type that stands in a path.
pub trait PathParameter: DeserializeOwned + Send + ToSchema + std::fmt::Display {}

impl PathParameters for () {
    fn texts(&self) -> Vec<String> {
        Vec::new()
    }

    fn schemas() -> Vec<RefOr<Schema>> {
        Vec::new()
    }

    fn collect(_: &mut Schemas) {}
}

impl<A: PathParameter> PathParameters for A {
    fn texts(&self) -> Vec<String> {
        vec![self.to_string()]
    }

    fn schemas() -> Vec<RefOr<Schema>> {
        vec![reference::<A>()]
    }

    fn collect(schemas: &mut Schemas) {
        add::<A>(schemas);
    }
}

macro_rules! several {
    ($($parameter:ident)+) => {
        impl<$($parameter: PathParameter),+> PathParameters for ($($parameter),+) {
            fn texts(&self) -> Vec<String> {
                #[expect(non_snake_case, reason = "named like their types")]
                let ($($parameter),+) = self;
                vec![$($parameter.to_string()),+]
            }

            fn schemas() -> Vec<RefOr<Schema>> {
                vec![$(reference::<$parameter>()),+]
            }

            fn collect(schemas: &mut Schemas) {
                $(add::<$parameter>(schemas);)+
            }
        }
    };
}
several!(A B);
several!(A B C);

fn reference<T: ToSchema>() -> RefOr<Schema> {
    Ref::from_schema_name(T::name()).into()
}

fn add<T: ToSchema>(schemas: &mut Schemas) {
    schemas.push((T::name().into_owned(), T::schema()));
    T::schemas(schemas);
}

/// Parameters in a query.
pub trait QueryParameters: Serialize + DeserializeOwned + Send + IntoParams {}
impl<Q: Serialize + DeserializeOwned + Send + IntoParams> QueryParameters for Q {}

/// A query that reads a list page by page.
pub trait Paged {
    /// How many rows at most.
    fn limit(&self) -> Option<u32>;
    /// `next_cursor` of the page before.
    fn cursor(&self) -> Option<&str>;
}

/// No parameters; what a query has all the same is ignored.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nothing {}

impl IntoParams for Nothing {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        Vec::new()
    }
}
