//! Pages of lists: keyset cursors, opaque to callers.

use crate::error::ApiError;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use paddock_api_types::{Bounded, Page, PageLimit};

const DEFAULT_LIMIT: u32 = 50;

/// Which page: so many rows after the row with this key of `N` columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PageRequest<const N: usize> {
    /// Rows at most.
    pub limit: u32,
    /// The last row of the page before.
    pub after: Option<[i64; N]>,
}

/// What cannot be a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum InvalidPage {
    /// A limit that is not offered.
    #[error("limit is {} to {}", PageLimit::MIN, PageLimit::MAX)]
    Limit,
    /// A cursor that no page ever gave.
    #[error("not a cursor of this list")]
    Cursor,
}

impl<const N: usize> PageRequest<N> {
    /// Reads the query's parameters.
    pub(crate) fn parse(limit: Option<u32>, cursor: Option<&str>) -> Result<Self, InvalidPage> {
        let limit = limit.unwrap_or(DEFAULT_LIMIT);
        PageLimit::new(limit).ok_or(InvalidPage::Limit)?;
        let after = cursor
            .map(|cursor| decode(cursor).ok_or(InvalidPage::Cursor))
            .transpose()?;
        Ok(Self { limit, after })
    }

    /// How many rows to read: one more than asked for tells whether there is another page.
    pub(crate) fn rows(&self) -> i64 {
        i64::from(self.limit) + 1
    }

    /// The cursor that goes on after a key, for a list that ends a page by something else than rows.
    pub(crate) fn cursor(key: [i64; N]) -> String {
        encode(key)
    }

    /// Makes the page from the rows read.
    pub(crate) fn page<T>(&self, mut rows: Vec<T>, key: impl Fn(&T) -> [i64; N]) -> Page<T> {
        let limit = self.limit as usize;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next_cursor = rows.last().filter(|_| more).map(|row| encode(key(row)));
        Page {
            items: rows,
            next_cursor,
        }
    }
}

impl PageRequest<1> {
    /// The id to go on after, lowest first.
    pub(crate) fn after_id(&self) -> i64 {
        self.after.map_or(0, |[id]| id)
    }

    /// The id to go on before, highest first.
    pub(crate) fn before_id(&self) -> i64 {
        self.after.map_or(i64::MAX, |[id]| id)
    }
}

fn encode<const N: usize>(key: [i64; N]) -> String {
    let bytes: Vec<u8> = key.iter().flat_map(|part| part.to_be_bytes()).collect();
    URL_SAFE_NO_PAD.encode(bytes)
}

fn decode<const N: usize>(cursor: &str) -> Option<[i64; N]> {
    let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
    let parts: Vec<i64> = bytes
        .chunks(8)
        .map(|part| part.try_into().map(i64::from_be_bytes))
        .collect::<Result<_, _>>()
        .ok()?;
    parts.try_into().ok()
}

impl From<InvalidPage> for ApiError {
    fn from(invalid: InvalidPage) -> Self {
        let field = match invalid {
            InvalidPage::Limit => "limit",
            InvalidPage::Cursor => "cursor",
        };
        Self::invalid_value(field, invalid.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_page_has_no_cursor() {
        let request = PageRequest::<1>::parse(Some(3), None).unwrap();
        assert_eq!(request.page(vec![1, 2, 3], |row| [*row]).next_cursor, None);
        let page = request.page(vec![1, 2, 3, 4], |row| [*row]);
        assert_eq!(page.items, [1, 2, 3]);
        let next = PageRequest::<1>::parse(None, page.next_cursor.as_deref()).unwrap();
        assert_eq!(next.after, Some([3]));
    }

    #[test]
    fn what_is_no_page_is_refused() {
        assert_eq!(
            PageRequest::<1>::parse(Some(0), None),
            Err(InvalidPage::Limit)
        );
        assert_eq!(
            PageRequest::<1>::parse(Some(201), None),
            Err(InvalidPage::Limit)
        );
        for cursor in ["", "x", "AAAAAAAAAAA=", &encode([1, 2])] {
            assert_eq!(
                PageRequest::<1>::parse(None, Some(cursor)),
                Err(InvalidPage::Cursor)
            );
        }
    }

    proptest::proptest! {
        #[test]
        fn a_cursor_comes_back_as_it_went(key: [i64; 2]) {
            proptest::prop_assert_eq!(decode::<2>(&encode(key)), Some(key));
        }
    }
}
