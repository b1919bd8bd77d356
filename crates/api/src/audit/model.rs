//! What an entry says: the difference between two states of what is audited.

use paddock_api_types::UserId;
use serde::Serialize;
use serde_json::{Map, Value};
use std::ops::Deref;

/// What the log can tell the difference of. Implemented by [`audited!`].
pub(crate) trait Audited {
    /// `noun:id`.
    fn subject(&self) -> String;

    /// What an entry can say, always in the same order.
    fn fields(&self) -> Vec<Field>;
}

/// Implements [`Audited`]: the subject, and the fields of an entry, grouped by [`When`] it has them. A
/// field is named as in the type, or has its value after `=`. In brackets stands the member whose
/// personal data the values are: they are erased with the member.
///
/// ```ignore
/// audited! { member: Member => "member:{}", member.user_id;
///     throughout: status;
///     once_changed: admin = member.is_admin;
///     until_deleted(member.user_id): display_name;
/// }
/// ```
macro_rules! audited {
    ($it:ident: $type:ty => $subject:literal, $id:expr;
        $($when:ident $(($person:expr))?: $($name:ident $(= $value:expr)?),+;)+
    ) => {
        impl $crate::audit::Audited for $type {
            fn subject(&self) -> String {
                let $it = self;
                format!($subject, $id)
            }

            fn fields(&self) -> Vec<$crate::audit::Field> {
                let $it = self;
                let mut fields = Vec::new();
                $(
                    let person = None$(.or(Some($person)))?;
                    $(fields.push($crate::audit::Field::new(
                        stringify!($name),
                        $crate::audit::audited!(@when $when),
                        person,
                        $crate::audit::audited!(@value $it $name $($value)?),
                    ));)+
                )+
                fields
            }
        }
    };
    (@when always) => {
        $crate::audit::When::Always
    };
    (@when throughout) => {
        $crate::audit::When::Throughout
    };
    (@when until_deleted) => {
        $crate::audit::When::UntilDeleted
    };
    (@when once_changed) => {
        $crate::audit::When::OnceChanged
    };
    (@value $it:ident $name:ident) => {
        &$it.$name
    };
    (@value $it:ident $name:ident $value:expr) => {
        &$value
    };
}
pub(crate) use audited;

/// A part that does not know what it is part of, audited under the id of that.
pub(crate) struct Under<'a, Id, T>(pub(crate) Id, pub(crate) &'a T);

impl<Id, T> Deref for Under<'_, Id, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.1
    }
}

/// Something that an entry can say.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    name: &'static str,
    when: When,
    person: Option<UserId>,
    value: Value,
}

/// When an entry says it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum When {
    /// Also where it stayed the same, as which of several the entry is about.
    Always,
    /// When it is created, where it changed, and when it is deleted.
    Throughout,
    /// When it is created, and where it changed.
    UntilDeleted,
    /// Only where it changed.
    OnceChanged,
}

impl Field {
    pub(crate) fn new(
        name: &'static str,
        when: When,
        person: Option<UserId>,
        value: &impl Serialize,
    ) -> Self {
        Self {
            name,
            when,
            person,
            value: serde_json::to_value(value).expect("an audited value is plain data"),
        }
    }

    fn absent(&self) -> Self {
        Self {
            value: Value::Null,
            ..self.clone()
        }
    }
}

/// `noun.verbed`, and why, in somebody's words about a person.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Action<'a> {
    name: &'static str,
    reason: Option<(UserId, &'a str)>,
}

impl From<&'static str> for Action<'_> {
    fn from(name: &'static str) -> Self {
        Self { name, reason: None }
    }
}

/// An action with the reason that was given for it, which is erased with the member it is about.
pub(crate) fn because<'a>(
    name: &'static str,
    person: UserId,
    reason: Option<&'a str>,
) -> Action<'a> {
    Action {
        name,
        reason: reason.map(|reason| (person, reason)),
    }
}

/// What became of something.
pub(super) enum Step<'a, T> {
    Created(&'a T),
    Changed(&'a T, &'a T),
    Deleted(&'a T),
}

/// One change, as it is recorded.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Change {
    pub(super) action: &'static str,
    pub(super) subject: String,
    pub(super) values: Values,
    pub(super) personal: Option<Personal>,
    differs: bool,
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
    pub(super) fn new<T: Audited>(action: Action<'_>, step: &Step<'_, T>) -> Self {
        let (subject, before, after) = match step {
            Step::Created(new) => {
                let after = new.fields();
                let before = after.iter().map(Field::absent).collect();
                (new.subject(), before, after)
            }
            Step::Changed(before, after) => (after.subject(), before.fields(), after.fields()),
            Step::Deleted(old) => {
                let before = old.fields();
                let after = before.iter().map(Field::absent).collect();
                (old.subject(), before, after)
            }
        };
        let mut change = Self {
            action: action.name,
            subject,
            values: Values::default(),
            personal: None,
            differs: action.reason.is_some(),
        };
        if let Some((person, reason)) = action.reason {
            change.of(person).reason = Some(reason.to_owned());
        }
        for (before, after) in before.into_iter().zip(after) {
            match (after.when, step) {
                (When::Always, Step::Deleted(_)) => change.name(before),
                (When::Always, _) => change.name(after),
                (When::UntilDeleted | When::OnceChanged, Step::Deleted(_))
                | (When::OnceChanged, Step::Created(_)) => {}
                _ => change.set(before.value, after),
            }
        }
        change
    }

    /// Whether there is anything to record: a difference, or a reason that was given.
    pub(super) fn differs(&self) -> bool {
        self.differs
    }

    fn name(&mut self, field: Field) {
        self.values.after.insert(field.name.to_owned(), field.value);
    }

    fn set(
        &mut self,
        before: Value,
        Field {
            name,
            person,
            value: after,
            ..
        }: Field,
    ) {
        if before == after {
            return;
        }
        self.differs = true;
        let values = match person {
            Some(person) => &mut self.of(person).values,
            None => &mut self.values,
        };
        for (values, value) in [(&mut values.before, before), (&mut values.after, after)] {
            if !value.is_null() {
                values.insert(name.to_owned(), value);
            }
        }
    }

    fn of(&mut self, user_id: UserId) -> &mut Personal {
        let personal = self.personal.get_or_insert_with(|| Personal {
            user_id,
            reason: None,
            values: Values::default(),
        });
        // What is said of a second person would outlive their erasure.
        debug_assert_eq!(personal.user_id, user_id, "an entry is personal to one");
        personal
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[derive(Clone)]
    struct Kart {
        id: i64,
        number: u32,
        colour: &'static str,
        league_id: Option<i64>,
        laps: u32,
        nickname: &'static str,
    }
    audited! { kart: Kart => "kart:{}", kart.id;
        always: number;
        throughout: colour;
        until_deleted: league_id;
        once_changed: tired = kart.laps > 9;
        until_deleted(UserId::new(5).unwrap()): nickname;
    }

    const KART: Kart = Kart {
        id: 1,
        number: 7,
        colour: "red",
        league_id: None,
        laps: 10,
        nickname: "Ada's",
    };

    fn said(change: &Change) -> Value {
        let Values { before, after } = &change.values;
        json!([before, after])
    }

    #[test]
    fn only_what_changed_is_said_and_which_it_is_about() {
        let after = Kart {
            league_id: Some(7),
            laps: 3,
            ..KART
        };
        let change = Change::new("kart.updated".into(), &Step::Changed(&KART, &after));
        assert_eq!(change.subject, "kart:1");
        assert_eq!(
            said(&change),
            json!([{"tired": true}, {"number": 7, "league_id": 7, "tired": false}])
        );
        assert!(change.differs());
        assert_eq!(change.personal, None);
        let same = Change::new("kart.updated".into(), &Step::Changed(&KART, &KART));
        assert!(!same.differs());
        assert_eq!(said(&same), json!([{}, {"number": 7}]));
    }

    #[test]
    fn what_is_created_or_deleted_says_what_its_type_says_of_that() {
        let created = Change::new("kart.created".into(), &Step::Created(&KART));
        assert_eq!(said(&created), json!([{}, {"number": 7, "colour": "red"}]));
        let personal = created.personal.unwrap().values;
        assert_eq!(json!(personal.after), json!({"nickname": "Ada's"}));
        let deleted = Change::new("kart.deleted".into(), &Step::Deleted(&KART));
        assert_eq!(said(&deleted), json!([{"colour": "red"}, {"number": 7}]));
        assert_eq!(deleted.personal, None);
    }

    #[test]
    fn a_reason_is_something_to_record_and_stands_with_the_person() {
        let action = because("kart.updated", UserId::new(6).unwrap(), Some("asked"));
        let change = Change::new(action, &Step::Changed(&KART, &KART));
        assert!(change.differs());
        let personal = change.personal.unwrap();
        assert_eq!(personal.user_id, UserId::new(6).unwrap());
        assert_eq!(personal.reason.as_deref(), Some("asked"));
        let action = because("kart.updated", UserId::new(6).unwrap(), None);
        let change = Change::new(action, &Step::Changed(&KART, &KART));
        assert!(!change.differs() && change.personal.is_none());
    }
}
