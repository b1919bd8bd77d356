//! What capabilities contribute to every page.

/// A link in the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NavEntry {
    /// Where it leads; of pages below it, it is the current one too.
    pub(crate) path: &'static str,
    pub(crate) label: &'static str,
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
    pub(crate) flashes: Vec<Flash>,
    /// Origins to which forms lead, over redirects.
    pub(crate) form_targets: Vec<String>,
}

impl Navigation {
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
