//! What an entry says.

use paddock_api_types::UserId;
use serde::Serialize;
use serde_json::{Map, Value};

/// One change, in the making.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Change {
    pub(super) action: &'static str,
    pub(super) subject: String,
    pub(super) values: Values,
    pub(super) personal: Option<Personal>,
}

/// What changed, by name.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Values {
    pub(super) before: Map<String, Value>,
    pub(super) after: Map<String, Value>,
}

/// What the entry says of a person, and is forgotten with them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Personal {
    pub(super) user_id: UserId,
    pub(super) reason: Option<String>,
    pub(super) values: Values,
}

impl Change {
    /// `action` is `noun.verbed`; `subject` is `noun:id`.
    pub(crate) fn new(action: &'static str, subject: impl Into<String>) -> Self {
        let values = Values::default();
        Self {
            action,
            subject: subject.into(),
            values,
            personal: None,
        }
    }

    /// A value that changed; one that did not is left out.
    #[must_use]
    pub(crate) fn value<T: Serialize + PartialEq>(
        mut self,
        name: &str,
        before: &T,
        after: &T,
    ) -> Self {
        self.values.set(name, before, after);
        self
    }

    /// A value of something new.
    #[must_use]
    pub(crate) fn new_value<T: Serialize + PartialEq>(self, name: &str, after: &T) -> Self {
        self.value(name, &None, &Some(after))
    }

    /// A changed value that says something of a person.
    #[must_use]
    pub(crate) fn personal<T: Serialize + PartialEq>(
        mut self,
        user: UserId,
        name: &str,
        before: &T,
        after: &T,
    ) -> Self {
        if before != after {
            self.of(user).values.set(name, before, after);
        }
        self
    }

    /// Why, in somebody's words about a person.
    #[must_use]
    pub(crate) fn reason(mut self, user: UserId, reason: Option<&str>) -> Self {
        if let Some(reason) = reason {
            self.of(user).reason = Some(reason.to_owned());
        }
        self
    }

    /// Whether anything changed at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.values.is_empty() && self.personal.as_ref().is_none_or(|it| it.values.is_empty())
    }

    fn of(&mut self, user_id: UserId) -> &mut Personal {
        self.personal.get_or_insert_with(|| Personal {
            user_id,
            reason: None,
            values: Values::default(),
        })
    }
}

impl Values {
    fn set<T: Serialize + PartialEq>(&mut self, name: &str, before: &T, after: &T) {
        if before == after {
            return;
        }
        for (values, value) in [(&mut self.before, before), (&mut self.after, after)] {
            let value = serde_json::to_value(value).expect("an audited value is plain data");
            if !value.is_null() {
                values.insert(name.to_owned(), value);
            }
        }
    }

    fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changed_is_kept() {
        let change = Change::new("guild.updated", "guild:1")
            .value("league_id", &None::<i64>, &Some(7))
            .value("number_max", &999, &999);
        assert_eq!(
            Value::from(change.values.after.clone()),
            serde_json::json!({"league_id": 7})
        );
        assert!(change.values.before.is_empty());
        assert!(!change.is_empty());
        assert!(
            Change::new("guild.updated", "guild:1")
                .value("a", &1, &1)
                .is_empty()
        );
    }
}
