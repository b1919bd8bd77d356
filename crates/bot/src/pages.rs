//! Long lists, page by page.
//!
//! A button carries where it leads: what the list is about, a page number, and the API's cursor
//! where there is one, so that it outlives a restart. Forward goes by cursor. Backward has none
//! (two of them do not fit into one id), so the bot [seeks](seek) the page from the start.
//!
//! A list of the API is a [`List`] in a const; a message that makes its own pages, from a list or
//! from lines that are all here, is a [`Pages`].

mod fill;
mod list;
mod position;
mod query;
mod seek;
mod subject;

pub(crate) use fill::fill;
pub(crate) use list::{List, Pages};
pub(crate) use position::Position;
pub(crate) use query::{MAX_ROWS, all, at, rows};
pub(crate) use subject::{Subject, from_wire_name, parse, wire_name};

use crate::{
    answer::{Failure, Reply},
    custom_id,
    replies::{BLUE, NOTHING_LEFT, format::shorten},
};
use paddock_api_client::Error;
use paddock_api_types::{
    Page, PageQuery,
    points::{Leaderboard, LeaderboardRow},
};
use std::future::Future;
use twilight_model::channel::message::component::{Button, ButtonStyle};
use twilight_util::builder::embed::{EmbedBuilder, EmbedFooterBuilder};

/// Characters of text on one page: what a phone shows without endless scrolling, and below
/// Discord's 4096.
const TEXT_LIMIT: usize = 3000;
/// Discord's limit for titles; two escaped names can be longer.
const TITLE_LIMIT: usize = 256;

/// What surrounds the rows of a list.
#[derive(Debug, Clone)]
struct ListStyle {
    /// Title of its card.
    title: String,
    /// What it says without rows.
    empty: String,
}

/// One page of a list, as the API gives it.
pub(crate) trait Listing {
    /// One entry of the list.
    type Row;

    /// The rows of this page.
    fn rows(&self) -> &[Self::Row];

    /// Where the next page begins, if there is one.
    fn next_cursor(&self) -> Option<&str>;
}

impl<T> Listing for Page<T> {
    type Row = T;

    fn rows(&self) -> &[T] {
        &self.items
    }

    fn next_cursor(&self) -> Option<&str> {
        self.next_cursor.as_deref()
    }
}

impl Listing for Leaderboard {
    type Row = LeaderboardRow;

    fn rows(&self) -> &[LeaderboardRow] {
        &self.items
    }

    fn next_cursor(&self) -> Option<&str> {
        self.next_cursor.as_deref()
    }
}

/// A page as it was read.
#[derive(Debug)]
pub(crate) struct Found<P> {
    /// What the API gave.
    pub(crate) page: P,
    /// Its rows as text.
    pub(crate) lines: Vec<String>,
    position: Position,
}

impl<P: Listing> Found<P> {
    /// The whole list has no rows.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.position.page == 1
    }

    /// The page as a card, with buttons to the pages around it.
    pub(crate) fn card(&self, title: &str) -> Reply {
        let next = self.page.next_cursor().map(|cursor| {
            self.position
                .at(self.position.page + 1, Some(cursor.to_owned()))
        });
        card(title, BLUE, &self.lines, &self.position, next.as_ref())
    }
}

/// One page of a list that the API keeps.
async fn show_page<T, F, W>(
    style: ListStyle,
    position: Position,
    size: u32,
    fetch: F,
    line: impl Fn(&T) -> String,
) -> Result<Reply, Failure>
where
    F: Fn(PageQuery) -> W,
    W: Future<Output = Result<Page<T>, Error>>,
{
    let found = read(position, size, fetch, line).await?;
    if found.is_empty() {
        return Ok(Reply::text(style.empty));
    }
    Ok(found.card(&style.title))
}

/// The same before it is a card, for a list that shows more than its rows.
pub(crate) async fn read<P, F, W>(
    position: Position,
    size: u32,
    fetch: F,
    line: impl Fn(&P::Row) -> String,
) -> Result<Found<P>, Failure>
where
    P: Listing,
    F: Fn(PageQuery) -> W,
    W: Future<Output = Result<P, Error>>,
{
    let position = seek::find(position, size, &fetch, &line).await?;
    let mut page = fetch(rows(size, position.cursor.clone())).await?;
    let mut lines: Vec<_> = page.rows().iter().map(&line).collect();
    let fitting = fitting(&lines);
    if fitting < lines.len() {
        // The cursor must follow the last row that is shown.
        let size = u32::try_from(fitting).unwrap_or(1);
        page = fetch(rows(size, position.cursor.clone())).await?;
        lines = page.rows().iter().map(&line).collect();
    }
    Ok(Found {
        page,
        lines,
        position,
    })
}

/// One page of lines that are all here.
pub(crate) fn local(position: &Position, (title, color): (&str, u32), lines: &[String]) -> Reply {
    let mut pages = vec![];
    let mut rest = lines;
    while !rest.is_empty() {
        let (page, others) = rest.split_at(fitting(rest));
        pages.push(page);
        rest = others;
    }
    let last = u32::try_from(pages.len()).unwrap_or(u32::MAX).max(1);
    let position = position.at(position.page.min(last), None);
    let page = pages
        .get(position.page as usize - 1)
        .copied()
        .unwrap_or_default();
    let next = (position.page < last).then(|| position.at(position.page + 1, None));
    card(title, color, page, &position, next.as_ref())
}

/// How many of the lines fit on a page; at least one.
fn fitting(lines: &[String]) -> usize {
    let mut used = 0;
    let fits = |line: &&String| {
        used += line.chars().count() + 1;
        used <= TEXT_LIMIT
    };
    lines
        .iter()
        .take_while(fits)
        .count()
        .max(1)
        .min(lines.len())
}

fn card(
    title: &str,
    color: u32,
    lines: &[String],
    position: &Position,
    next: Option<&Position>,
) -> Reply {
    // The rows of a later page can be gone by the time that its button is pressed.
    let is_left = !lines.is_empty() || position.page == 1;
    let text = if is_left {
        lines.join("\n")
    } else {
        NOTHING_LEFT.to_owned()
    };
    let mut card = EmbedBuilder::new()
        .title(shorten(title, TITLE_LIMIT))
        .description(text)
        .color(color);
    if position.page > 1 || next.is_some() {
        card = card.footer(EmbedFooterBuilder::new(format!("Page {}", position.page)));
    }
    let mut buttons = vec![];
    if position.page > 2 || !is_left {
        buttons.push(button("⏮ First", &position.at(1, None)));
    }
    if position.page > 1 && is_left {
        buttons.push(button("◀ Previous", &position.at(position.page - 1, None)));
    }
    if let Some(next) = next {
        buttons.push(button("Next ▶", next));
    }
    Reply::card(card.build()).with_buttons(buttons)
}

fn button(label: &str, to: &Position) -> Button {
    custom_id::button_with_id(ButtonStyle::Secondary, label, to.id())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The frame of a list of members.
    pub(super) fn members() -> ListStyle {
        ListStyle {
            title: "Members".to_owned(),
            empty: String::new(),
        }
    }

    #[tokio::test]
    async fn a_page_whose_cursor_is_too_long_for_a_button_is_sought() {
        let fetch = async |page: PageQuery| {
            let items = (0..page.limit.unwrap()).collect();
            Ok(Page {
                items,
                next_cursor: Some("x".repeat(custom_id::MAX_LENGTH)),
            })
        };
        let reply = show_page(
            members(),
            Position::first("members", "-"),
            10,
            fetch,
            u32::to_string,
        )
        .await
        .unwrap();
        let shown = crate::test::show_reply(&reply);
        assert!(shown.contains("\"v1:members:-:2\""), "{shown}");
    }

    #[tokio::test]
    async fn a_page_that_became_empty_leads_back() {
        let fetch = async |_| {
            Ok(Page {
                items: vec![],
                next_cursor: None,
            })
        };
        let position = Position::first("members", "-").at(2, Some("Zm9v".to_owned()));
        let reply = show_page(members(), position, 10, fetch, u32::to_string)
            .await
            .unwrap();
        insta::assert_snapshot!(crate::test::show_reply(&reply), @r#"
        # Members
        Nothing is left here; go back to the first page.
        Page 2
        ["⏮ First"] "v1:members:-:1"
        "#);
    }

    #[test]
    fn a_long_title_is_cut_where_discord_would_refuse_it() {
        let title = "x".repeat(300);
        let reply = local(&Position::first("help", "-"), (&title, BLUE), &[]);
        assert!(crate::test::show_reply(&reply).contains("x…"));
    }

    #[test]
    fn local_pages_hold_every_line_once() {
        let lines: Vec<_> = (0..100)
            .map(|n| format!("{n:03} {}", "x".repeat(96)))
            .collect();
        let mut shown = vec![];
        let mut position = Position::first("help", "-");
        loop {
            let reply = local(&position, ("Help", BLUE), &lines);
            let text = reply.embeds[0].description.clone().unwrap();
            assert!(text.chars().count() <= TEXT_LIMIT);
            shown.extend(text.lines().map(str::to_owned));
            if !crate::test::show_reply(&reply).contains("Next") {
                break;
            }
            position = position.at(position.page + 1, None);
        }
        assert_eq!(shown, lines);
    }
}
