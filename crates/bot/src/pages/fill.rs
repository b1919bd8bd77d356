//! Reading on where the API answers with fewer rows than were asked for.

use super::{MAX_ROWS, rows};
use paddock_api_client::Error;
use paddock_api_types::{Page, PageQuery};
use std::future::Future;

/// A page of a list whose answers may be short, or empty, before its end: reads on until the page is
/// full or the list ends.
pub(crate) async fn fill<T, F, W>(page: PageQuery, fetch: F) -> Result<Page<T>, Error>
where
    F: Fn(PageQuery) -> W,
    W: Future<Output = Result<Page<T>, Error>>,
{
    let mut left = page.limit.unwrap_or(MAX_ROWS);
    let mut whole = Page {
        items: vec![],
        next_cursor: page.cursor,
    };
    loop {
        let more = fetch(rows(left, whole.next_cursor)).await?;
        left = left.saturating_sub(u32::try_from(more.items.len()).unwrap_or(u32::MAX));
        whole.items.extend(more.items);
        whole.next_cursor = more.next_cursor;
        if left == 0 || whole.next_cursor.is_none() {
            return Ok(whole);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{future::ready, sync::Mutex};

    /// Answers of the API one after another, each with a cursor but the last.
    async fn filled(limit: u32, answers: &[&[u32]]) -> (Vec<u32>, Option<String>, Vec<String>) {
        let asked = Mutex::new(vec![]);
        let fetch = |page: PageQuery| {
            let mut asked = asked.lock().unwrap();
            let index = asked.len();
            let cursor = page.cursor.unwrap_or_default();
            asked.push(format!("{}{cursor}", page.limit.unwrap()));
            let next = index + 1;
            ready(Ok(Page {
                items: answers[index].to_vec(),
                next_cursor: (next < answers.len()).then(|| format!(" after {next}")),
            }))
        };
        let page = fill(rows(limit, None), fetch).await.unwrap();
        (page.items, page.next_cursor, asked.into_inner().unwrap())
    }

    #[tokio::test]
    async fn short_and_empty_answers_are_read_over() {
        let (items, next, asked) = filled(5, &[&[1, 2], &[], &[], &[3, 4, 5], &[6]]).await;
        assert_eq!(items, [1, 2, 3, 4, 5]);
        assert_eq!(next.as_deref(), Some(" after 4"));
        assert_eq!(asked, ["5", "3 after 1", "3 after 2", "3 after 3"]);
    }

    #[tokio::test]
    async fn the_end_is_the_end() {
        let (items, next, asked) = filled(5, &[&[], &[1], &[]]).await;
        assert_eq!((items, next), (vec![1], None));
        assert_eq!(asked.len(), 3);
        let (items, next, _) = filled(5, &[&[]]).await;
        assert_eq!((items, next), (vec![], None));
    }
}
