//! Where in a list a button leads.

use crate::{answer::Failure, custom_id};

/// In place of a subject that needs no parameter.
const NOTHING: &str = "-";

/// Where in which list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Position {
    /// Action of the list's buttons.
    action: &'static str,
    /// What the list is about, as its [`Subject`](super::Subject) writes it.
    pub(super) parameter: String,
    pub(super) page: u32,
    pub(super) cursor: Option<String>,
}

impl Position {
    /// The first page.
    pub(crate) fn first(action: &'static str, parameter: impl Into<String>) -> Self {
        let parameter = parameter.into();
        let is_nothing = parameter.is_empty();
        Self {
            action,
            parameter: if is_nothing {
                NOTHING.to_owned()
            } else {
                parameter
            },
            page: 1,
            cursor: None,
        }
    }

    /// Where a button leads.
    pub(super) fn read(action: &'static str, arguments: &[String]) -> Result<Self, Failure> {
        let [parameter, page, rest @ ..] = arguments else {
            return Err(Failure::Outdated);
        };
        let page = page
            .parse()
            .ok()
            .filter(|page| *page > 0)
            .ok_or(Failure::Outdated)?;
        Ok(Self {
            action,
            parameter: parameter.clone(),
            page,
            cursor: rest.first().cloned(),
        })
    }

    pub(super) fn id(&self) -> String {
        let page = self.page.to_string();
        let mut arguments = vec![self.parameter.as_str(), page.as_str()];
        arguments.extend(self.cursor.as_deref());
        if custom_id::fits(self.action, &arguments) {
            return custom_id::write(self.action, &arguments);
        }
        // The page is sought by its number, like those before.
        custom_id::write(self.action, &arguments[..2])
    }

    pub(super) fn at(&self, page: u32, cursor: Option<String>) -> Self {
        Self {
            action: self.action,
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
            action: "members",
            parameter: "verified".to_owned(),
            page: u32::MAX,
            cursor: Some(cursor),
        }
    }

    #[test]
    fn what_a_button_carries_is_read_again() {
        let position = position("x".repeat(60));
        let id = position.id();
        let (_, arguments) = custom_id::read(&id).unwrap();
        assert_eq!(Position::read("members", &arguments).unwrap(), position);
    }

    #[test]
    fn a_cursor_that_does_not_fit_is_left_out() {
        let longest = position("x".repeat(69));
        assert_eq!(longest.id().len(), custom_id::MAX_LENGTH);
        let too_long = position("x".repeat(70));
        assert_eq!(too_long.id(), "v1:members:verified:4294967295");
    }
}
