//! Queries for one page of a list.

use paddock_api_types::{
    PageQuery,
    attendance::{AttendanceReportQuery, ListAttendanceSessionsQuery},
    audit::ListAuditQuery,
    effects::ListEffectsQuery,
    league::ListDifferencesQuery,
    members::ListMembersQuery,
    numbers::{AvailableNumbersQuery, ListNumberClaimsQuery},
    points::ListAwardsQuery,
    results::ListResultsQuery,
    seasons::ListSeasonsQuery,
    submissions::ListSubmissionsQuery,
};

/// Most rows of one answer of the API.
pub(crate) const MAX_ROWS: u32 = 200;

/// A query of a list.
pub(crate) trait ListQuery {
    /// The query for this page of the whole list.
    fn at(page: PageQuery) -> Self;
}

impl ListQuery for PageQuery {
    fn at(page: PageQuery) -> Self {
        page
    }
}

macro_rules! list_queries {
    ($($query:ty),+) => {$(
        impl ListQuery for $query {
            fn at(page: PageQuery) -> Self {
                Self { limit: page.limit, cursor: page.cursor, ..Self::default() }
            }
        }
    )+};
}

list_queries!(
    AttendanceReportQuery,
    AvailableNumbersQuery,
    ListAttendanceSessionsQuery,
    ListAuditQuery,
    ListAwardsQuery,
    ListDifferencesQuery,
    ListEffectsQuery,
    ListMembersQuery,
    ListNumberClaimsQuery,
    ListResultsQuery,
    ListSeasonsQuery,
    ListSubmissionsQuery
);

/// A number of rows, from where a cursor leads.
pub(crate) fn rows(limit: u32, cursor: Option<String>) -> PageQuery {
    PageQuery {
        limit: Some(limit),
        cursor,
    }
}

/// The query for this page of a list, to be narrowed by further fields.
pub(crate) fn at<Q: ListQuery>(page: PageQuery) -> Q {
    Q::at(page)
}

/// The same for as many of the first rows as the API gives in one answer.
pub(crate) fn all<Q: ListQuery>() -> Q {
    at(rows(MAX_ROWS, None))
}
