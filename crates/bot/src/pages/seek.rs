//! Finding a page of which only the number is known.

use super::{Listing, MAX_ROWS, Position, fitting, rows};
use crate::answer::Failure;
use paddock_api_client::Error;
use paddock_api_types::PageQuery;
use std::future::Future;

/// Finds where a page begins, in big steps from the start. The list is cut into the same pages as
/// for somebody who reads them one by one: long lines make pages shorter, so that the number of a
/// page alone does not say where it begins. A list that has become shorter leads to its first page.
pub(super) async fn find<P, F, W>(
    position: Position,
    size: u32,
    fetch: &F,
    line: impl Fn(&P::Row) -> String,
) -> Result<Position, Failure>
where
    P: Listing,
    F: Fn(PageQuery) -> W,
    W: Future<Output = Result<P, Error>>,
{
    if position.page == 1 || position.cursor.is_some() {
        return Ok(position);
    }
    let mut lines = vec![];
    // What leads on from the number of lines beside it.
    let mut stops = vec![(0, None)];
    // No page begins later than where all those before it are full.
    let mut left = size.saturating_mul(position.page - 1);
    while left > 0 {
        let step = left.min(MAX_ROWS);
        let (_, cursor) = stops.last().cloned().unwrap_or_default();
        let page = fetch(rows(step, cursor)).await?;
        lines.extend(page.rows().iter().map(&line));
        let Some(next) = page.next_cursor() else {
            break;
        };
        stops.push((lines.len(), Some(next.to_owned())));
        left -= step;
    }
    let start = start(&lines, size, position.page);
    let stop = stops.into_iter().rfind(|(stop, _)| *stop <= start);
    let (stop, cursor) = stop.unwrap_or_default();
    let cursor = match u32::try_from(start - stop) {
        Ok(0) => cursor,
        Ok(_) if start == lines.len() => None,
        Ok(rest) => fetch(rows(rest, cursor))
            .await?
            .next_cursor()
            .map(str::to_owned),
        Err(_) => None,
    };
    match cursor {
        Some(cursor) => Ok(position.at(position.page, Some(cursor))),
        None => Ok(position.at(1, None)),
    }
}

/// How many lines the pages before this one hold.
fn start(lines: &[String], size: u32, page: u32) -> usize {
    let mut start = 0;
    for _ in 1..page {
        let rest = &lines[start..];
        if rest.is_empty() {
            break;
        }
        start += fitting(&rest[..rest.len().min(size as usize)]);
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::{show_page, tests::members};
    use paddock_api_types::Page;
    use std::{future::ready, sync::Mutex};

    /// A list of that many rows, whose cursors say how many come before.
    fn list(rows: u32, page: PageQuery) -> Page<u32> {
        let start: u32 = page.cursor.map_or(0, |cursor| cursor.parse().unwrap());
        let end = rows.min(start + page.limit.unwrap());
        Page {
            items: (start..end).collect(),
            next_cursor: (end < rows).then(|| end.to_string()),
        }
    }

    /// So long that sometimes fewer than ten fit on a page.
    fn long(row: u32) -> String {
        format!("{row} {}", "x".repeat(row as usize % 7 * 100))
    }

    async fn rows(rows: u32, position: Position) -> (Vec<u32>, String) {
        let fetch = |page| ready(Ok(list(rows, page)));
        let reply = show_page(members(), position, 10, fetch, |row| long(*row))
            .await
            .unwrap();
        let text = reply.embeds[0].description.as_ref().unwrap();
        let number = |line: &str| line.split(' ').next().unwrap().parse().unwrap();
        (
            text.lines().map(number).collect(),
            crate::test::show_reply(&reply),
        )
    }

    #[tokio::test]
    async fn a_late_page_is_sought_in_big_steps() {
        let steps = Mutex::new(vec![]);
        let fetch = |page: PageQuery| {
            steps.lock().unwrap().push(page.limit.unwrap());
            ready(Ok(list(1000, page)))
        };
        let position = Position::first("members", "-").at(42, None);
        let reply = show_page(members(), position, 10, fetch, u32::to_string)
            .await
            .unwrap();
        assert_eq!(*steps.lock().unwrap(), [200, 200, 10, 10]);
        let text = reply.embeds[0].description.as_ref().unwrap();
        assert!(text.starts_with("410\n411\n"), "{text}");
    }

    #[tokio::test]
    async fn back_leads_to_the_rows_that_were_there() {
        const ROWS: u32 = 500;
        let mut forward = vec![];
        let mut position = Position::first("members", "-");
        loop {
            let (shown, text) = rows(ROWS, position.clone()).await;
            forward.push(shown.clone());
            if !text.contains("Next") {
                break;
            }
            let next = shown.last().unwrap() + 1;
            position = position.at(position.page + 1, Some(next.to_string()));
        }
        let all: Vec<_> = forward.iter().flatten().copied().collect();
        assert_eq!(all, (0..ROWS).collect::<Vec<_>>());
        assert!(forward.len() > ROWS as usize / 10, "{}", forward.len());
        for (page, shown) in (1..).zip(&forward) {
            let position = Position::first("members", "-").at(page, None);
            assert_eq!(rows(ROWS, position).await.0, *shown, "page {page}");
        }
    }

    #[tokio::test]
    async fn a_page_beyond_the_end_is_the_first() {
        for (all, page) in [(10, 2), (5, 3), (500, u32::MAX)] {
            let position = Position::first("members", "-").at(page, None);
            assert_eq!(rows(all, position).await.0[0], 0, "page {page} of {all}");
        }
    }
}
