//! Where in a list a button leads.

use crate::{answer::Failure, custom_id};

/// Where in which list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Position {
    /// The list's own parameter, `-` without one.
    pub(crate) parameter: String,
    pub(super) page: u32,
    pub(super) cursor: Option<String>,
}

impl Position {
    /// The first page.
    pub(crate) fn first(parameter: impl Into<String>) -> Self {
        Self {
            parameter: parameter.into(),
            page: 1,
            cursor: None,
        }
    }

    /// Where a button leads.
    pub(crate) fn read(arguments: &[String]) -> Result<Self, Failure> {
        let [parameter, page, rest @ ..] = arguments else {
            return Err(Failure::Outdated);
        };
        let page = page
            .parse()
            .ok()
            .filter(|page| *page > 0)
            .ok_or(Failure::Outdated)?;
        Ok(Self {
            parameter: parameter.clone(),
            page,
            cursor: rest.first().cloned(),
        })
    }

    pub(super) fn id(&self, action: &str) -> String {
        let page = self.page.to_string();
        let mut arguments = vec![self.parameter.as_str(), page.as_str()];
        arguments.extend(self.cursor.as_deref());
        if custom_id::fits(action, &arguments) {
            return custom_id::write(action, &arguments);
        }
        // The page is found by its number, like those before.
        custom_id::write(action, &arguments[..2])
    }

    pub(super) fn at(&self, page: u32, cursor: Option<String>) -> Self {
        Self {
            parameter: self.parameter.clone(),
            page,
            cursor,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(cursor: String) -> Position {
        Position {
            parameter: "verified".to_owned(),
            page: u32::MAX,
            cursor: Some(cursor),
        }
    }

    #[test]
    fn what_a_button_carries_is_read_again() {
        let position = position("x".repeat(60));
        let id = position.id("members");
        let (_, arguments) = custom_id::read(&id).unwrap();
        assert_eq!(Position::read(&arguments).unwrap(), position);
    }

    #[test]
    fn a_cursor_that_does_not_fit_is_left_out() {
        let longest = position("x".repeat(69));
        assert_eq!(longest.id("members").len(), custom_id::MAX_LENGTH);
        let too_long = position("x".repeat(70));
        assert_eq!(too_long.id("members"), "v1:members:verified:4294967295");
    }
}
