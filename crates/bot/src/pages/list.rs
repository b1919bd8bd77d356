//! Lists as values: what they are about, where their rows come from, and how they look.

use super::{ListStyle, Position, Subject, show_page};
use crate::{
    answer::{Failure, Reply},
    call::Call,
    dispatch::Boxed,
};
use paddock_api_client::Error;
use paddock_api_types::{Page, PageQuery};

/// Asks the API for a page of a list about something.
type Rows<Of, Row> = for<'a> fn(&'a Call, &'a Of, PageQuery) -> Boxed<'a, Result<Page<Row>, Error>>;
/// Makes one page about something.
type MakePage<Of> = for<'a> fn(&'a Call, &'a Of, Position) -> Boxed<'a, Result<Reply, Failure>>;

/// A list of the API.
pub(crate) struct List<Of, Row> {
    /// Action of its buttons.
    pub(crate) action: &'static str,
    /// Rows on one page.
    pub(crate) size: fn(&Of) -> u32,
    /// Asks the API for a page.
    pub(crate) rows: Rows<Of, Row>,
    /// Title of its card.
    pub(crate) title: fn(&Of) -> String,
    /// What it says without rows.
    pub(crate) empty: fn(&Of) -> String,
    /// One row as text.
    pub(crate) line: fn(&Row) -> String,
}

/// A message in pages, made by a function.
pub(crate) struct Pages<Of> {
    /// Action of its buttons.
    pub(crate) action: &'static str,
    /// Makes one page.
    pub(crate) page: MakePage<Of>,
}

impl<Of: Subject, Row> List<Of, Row> {
    /// The first page.
    pub(crate) async fn first(&self, call: &Call, of: &Of) -> Result<Reply, Failure> {
        let position = Position::first(self.action, of.write());
        self.page(call, of, position).await
    }

    /// The page to which a button leads.
    pub(crate) async fn at(&self, call: &Call, arguments: &[String]) -> Result<Reply, Failure> {
        let position = Position::read(self.action, arguments)?;
        let of = Of::read(call, &position.parameter).await?;
        self.page(call, &of, position).await
    }

    async fn page(&self, call: &Call, of: &Of, position: Position) -> Result<Reply, Failure> {
        let style = ListStyle {
            title: (self.title)(of),
            empty: (self.empty)(of),
        };
        let fetch = |page| (self.rows)(call, of, page);
        show_page(style, position, (self.size)(of), fetch, self.line).await
    }
}

impl<Of: Subject> Pages<Of> {
    /// The first page.
    pub(crate) async fn first(&self, call: &Call, of: &Of) -> Result<Reply, Failure> {
        (self.page)(call, of, Position::first(self.action, of.write())).await
    }

    /// The page to which a button leads.
    pub(crate) async fn at(&self, call: &Call, arguments: &[String]) -> Result<Reply, Failure> {
        let position = Position::read(self.action, arguments)?;
        let of = Of::read(call, &position.parameter).await?;
        (self.page)(call, &of, position).await
    }
}
