//! Long lists, page by page.
//!
//! A button carries where it leads: the list's own parameter, a page number, and the API's cursor
//! where there is one, so that it outlives a restart. Forward goes by cursor. Backward has none
//! (two of them do not fit into one id), so the bot [walks](walk) there from the start.

mod position;
mod walk;

pub(crate) use position::Position;

use crate::{
    answer::{Failure, Reply},
    replies::{BLUE, NOTHING_LEFT, format::shorten},
};
use paddock_api_client::Error;
use paddock_api_types::{
    Page, PageQuery,
    points::{Leaderboard, LeaderboardRow},
};
use std::future::Future;
use twilight_model::channel::message::component::{Button, ButtonStyle};
use twilight_util::builder::{
    embed::{EmbedBuilder, EmbedFooterBuilder},
    message::ButtonBuilder,
};

/// Characters of text on one page: what a phone shows without endless scrolling, and below
/// Discord's 4096.
const TEXT_LIMIT: usize = 3000;
/// Discord's limit for titles; two escaped names can be longer.
const TITLE_LIMIT: usize = 256;

/// How a list looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look<'a> {
    /// Action of its buttons.
    pub(crate) action: &'a str,
    /// Title of its card.
    pub(crate) title: &'a str,
    /// What it says without rows.
    pub(crate) empty: &'a str,
}

/// What the API gives for one page of a list.
pub(crate) trait Listing {
    /// What the list is made of.
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

    /// The page as a card, with buttons to turn it.
    pub(crate) fn card(&self, action: &str, title: &str) -> Reply {
        let next = self.page.next_cursor().map(|cursor| {
            self.position
                .at(self.position.page + 1, Some(cursor.to_owned()))
        });
        card(
            title,
            BLUE,
            &self.lines,
            &self.position,
            next.as_ref(),
            action,
        )
    }
}

/// A page of a list that only pages.
pub(crate) fn query(limit: u32, cursor: Option<String>) -> PageQuery {
    PageQuery {
        limit: Some(limit),
        cursor,
    }
}

/// One page of a list that the API keeps.
pub(crate) async fn show<T, F, W>(
    look: Look<'_>,
    position: Position,
    size: u32,
    fetch: F,
    line: fn(&T) -> String,
) -> Result<Reply, Failure>
where
    F: Fn(u32, Option<String>) -> W,
    W: Future<Output = Result<Page<T>, Error>>,
{
    let found = read(position, size, fetch, line).await?;
    if found.is_empty() {
        return Ok(Reply::text(look.empty));
    }
    Ok(found.card(look.action, look.title))
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
    F: Fn(u32, Option<String>) -> W,
    W: Future<Output = Result<P, Error>>,
{
    let position = walk::find(position, size, &fetch, &line).await?;
    let mut page = fetch(size, position.cursor.clone()).await?;
    let mut lines: Vec<_> = page.rows().iter().map(&line).collect();
    let fitting = fitting(&lines);
    if fitting < lines.len() {
        // The cursor must follow the last row that is shown.
        page = fetch(u32::try_from(fitting).unwrap_or(1), position.cursor.clone()).await?;
        lines = page.rows().iter().map(&line).collect();
    }
    Ok(Found {
        page,
        lines,
        position,
    })
}

/// One page of lines that are all here.
pub(crate) fn local(
    action: &str,
    (title, color): (&str, u32),
    position: &Position,
    lines: &[String],
) -> Reply {
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
    card(title, color, page, &position, next.as_ref(), action)
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
    action: &str,
) -> Reply {
    // What stood on a later page can be gone when somebody turns to it.
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
        buttons.push(button("⏮ First", &position.at(1, None), action));
    }
    if position.page > 1 && is_left {
        buttons.push(button(
            "◀ Previous",
            &position.at(position.page - 1, None),
            action,
        ));
    }
    if let Some(next) = next {
        buttons.push(button("Next ▶", next, action));
    }
    Reply::card(card.build()).with_buttons(buttons)
}

fn button(label: &str, to: &Position, action: &str) -> Button {
    ButtonBuilder::new(ButtonStyle::Secondary)
        .label(label)
        .custom_id(to.id(action))
        .build()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::custom_id;

    #[tokio::test]
    async fn a_cursor_too_long_for_a_button_is_walked_to() {
        let look = Look {
            action: "members",
            title: "Members",
            empty: "",
        };
        let fetch = async |limit, _| {
            let items = (0..limit).collect();
            Ok(Page {
                items,
                next_cursor: Some("x".repeat(custom_id::MAX_LENGTH)),
            })
        };
        let reply = show(look, Position::first("-"), 10, fetch, u32::to_string)
            .await
            .unwrap();
        let shown = crate::test::show_reply(&reply);
        assert!(shown.contains("\"v1:members:-:2\""), "{shown}");
    }

    #[tokio::test]
    async fn a_page_that_became_empty_leads_back() {
        let look = Look {
            action: "members",
            title: "Members",
            empty: "",
        };
        let fetch = async |_, _| {
            Ok(Page {
                items: vec![],
                next_cursor: None,
            })
        };
        let position = Position::first("-").at(2, Some("Zm9v".to_owned()));
        let reply = show(look, position, 10, fetch, u32::to_string)
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
        let reply = local("help", (&title, BLUE), &Position::first("-"), &[]);
        assert!(crate::test::show_reply(&reply).contains("x…"));
    }

    #[test]
    fn local_pages_hold_every_line_once() {
        let lines: Vec<_> = (0..100)
            .map(|n| format!("{n:03} {}", "x".repeat(96)))
            .collect();
        let mut shown = vec![];
        let mut position = Position::first("-");
        loop {
            let reply = local("help", ("Help", BLUE), &position, &lines);
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
