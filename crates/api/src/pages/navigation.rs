//! What capabilities contribute to every page.

use crate::db::Error;
use crate::operation::Operation;
use futures_util::future::BoxFuture;

/// A link in the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NavEntry {
    /// Where it leads; of pages below it, it is the current one too.
    pub(crate) path: &'static str,
    pub(crate) label: &'static str,
}

/// Whether somebody sees a link.
pub(crate) type Sees = for<'o> fn(&'o Operation) -> BoxFuture<'o, Result<bool, Error>>;

/// A link that only some of those who are signed in see.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NavFor {
    pub(crate) entry: NavEntry,
    pub(crate) sees: Sees,
}

/// What a page says of what was done before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Flash {
    pub(crate) failed: bool,
    code: &'static str,
    pub(crate) text: &'static str,
}

impl Flash {
    /// Shown under `?success=code`.
    pub(crate) const fn success(code: &'static str, text: &'static str) -> Self {
        Self {
            failed: false,
            code,
            text,
        }
    }

    /// Shown under `?error=code`.
    pub(crate) const fn error(code: &'static str, text: &'static str) -> Self {
        Self {
            failed: true,
            code,
            text,
        }
    }
}

/// Everything that capabilities contributed, in their order.
#[derive(Debug, Default)]
pub(crate) struct Navigation {
    pub(crate) entries: Vec<NavEntry>,
    /// After those that everybody sees.
    pub(crate) entries_for: Vec<NavFor>,
    pub(crate) flashes: Vec<Flash>,
    /// Origins to which forms lead, over redirects.
    pub(crate) form_targets: Vec<String>,
}

impl Navigation {
    /// The links that somebody sees, or those that everybody does.
    pub(super) async fn entries_of(&self, op: Option<&Operation>) -> Result<Vec<NavEntry>, Error> {
        let mut entries = self.entries.clone();
        if let Some(op) = op {
            for link in &self.entries_for {
                if (link.sees)(op).await? {
                    entries.push(link.entry);
                }
            }
        }
        Ok(entries)
    }

    /// What a query says was done before, if it is known.
    pub(super) fn flash(&self, query: &str) -> Option<Flash> {
        let pairs = url::form_urlencoded::parse(query.as_bytes());
        let known = pairs.filter_map(|(name, code)| {
            let failed = match &*name {
                "success" => false,
                "error" => true,
                _ => return None,
            };
            let mut flashes = self.flashes.iter();
            flashes.find(|it| it.failed == failed && it.code == code)
        });
        known.copied().next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_what_is_known_is_shown() {
        let navigation = Navigation {
            flashes: vec![
                Flash::success("done", "Done."),
                Flash::error("failed", "No."),
            ],
            ..Navigation::default()
        };
        let shown = |query| navigation.flash(query).map(|it| it.text);
        assert_eq!(shown("success=done"), Some("Done."));
        assert_eq!(shown("a=b&error=failed"), Some("No."));
        for query in ["", "success=failed", "error=done", "success=<b>", "done"] {
            assert_eq!(shown(query), None, "{query}");
        }
    }
}
