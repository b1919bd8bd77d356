//! How claims and the roster differ, in lines that are pasted elsewhere: without any markup.

use crate::replies::format::plain;
use paddock_api_types::league::{Difference, DifferenceHolder, DifferenceKind, RosterDriver};
use std::fmt::Write as _;

/// Name of a list.
pub(crate) fn title(kind: DifferenceKind) -> &'static str {
    match kind {
        DifferenceKind::Match => "Matches",
        DifferenceKind::ToAssign => "To assign",
        DifferenceKind::Clash => "Clashes",
        DifferenceKind::RosterOnly => "Only on the roster",
        DifferenceKind::Doubled => "Doubled",
    }
}

/// A list without rows.
pub(crate) fn none(kind: DifferenceKind) -> &'static str {
    match kind {
        DifferenceKind::Match => {
            "No claim matches the roster yet. `/syncstatus` shows what there is."
        }
        DifferenceKind::ToAssign => {
            "Every claimed number is assigned in iRacing, or clashes there."
        }
        DifferenceKind::Clash => "No claimed number belongs to somebody else in iRacing. 🎉",
        DifferenceKind::RosterOnly => "Every number on the roster is claimed.",
        DifferenceKind::Doubled => "No number is given to several drivers in iRacing. 🎉",
    }
}

/// One line.
pub(crate) fn difference(difference: &Difference) -> String {
    let mut start = difference.number.to_string();
    if let Some(class) = &difference.class_name {
        start = format!("{start} [{}]", plain(class));
    }
    let drivers: Vec<_> = difference.drivers.iter().map(driver).collect();
    let drivers = drivers.join(", ");
    let holder = difference.holder.as_ref();
    let rest = match (difference.kind, holder) {
        (DifferenceKind::Match | DifferenceKind::ToAssign, Some(holder)) => self::holder(holder),
        (DifferenceKind::Clash, Some(holder)) => {
            format!("{} | in iRacing: {drivers}", self::holder(holder))
        }
        (DifferenceKind::Doubled, Some(holder)) => {
            format!("{drivers} | claimed by {}", self::holder(holder))
        }
        (_, None) | (DifferenceKind::RosterOnly, Some(_)) => drivers,
    };
    format!("{start}: {rest}")
}

/// The member who claimed a number.
fn holder(holder: &DifferenceHolder) -> String {
    let mut text = plain(&holder.display_name);
    match (holder.iracing_id, holder.linked) {
        (Some(id), _) => {
            let _ = write!(text, " ({id})");
        }
        (None, true) => text.push_str(" (linked)"),
        (None, false) => text.push_str(" (not linked)"),
    }
    if let Some(other) = &holder.roster_number {
        let _ = write!(text, ", has {other} in iRacing");
    }
    text
}

/// A driver, by as much as there is consent to show.
fn driver(driver: &RosterDriver) -> String {
    match (&driver.name, driver.iracing_id) {
        (Some(name), Some(id)) => format!("{} ({id})", plain(name)),
        (Some(name), None) => plain(name),
        (None, Some(id)) => id.to_string(),
        (None, None) => "a driver".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    fn line(kind: &str, holder: Value, drivers: Value) -> String {
        let difference = json!({
            "kind": kind, "number": "07", "class_id": null, "class_name": null, "holder": holder, "drivers": drivers,
        });
        difference_of(difference)
    }

    fn difference_of(difference: Value) -> String {
        super::difference(&serde_json::from_value(difference).unwrap())
    }

    #[test]
    fn lines_show_what_there_is_consent_for() {
        let holder = |linked: bool, id: Value, other: Value| {
            json!({
                "user_id": "202", "display_name": "Bert *B*", "linked": linked, "iracing_id": id,
                "roster_number": other,
            })
        };
        let driver =
            |id: Value, name: Value| json!({"user_id": null, "iracing_id": id, "name": name});
        let named = driver(812_345.into(), "Cleo C".into());
        let hidden = driver(Value::Null, Value::Null);
        let lines = [
            line("match", holder(true, 1.into(), Value::Null), json!([named])),
            line(
                "to_assign",
                holder(true, Value::Null, "9".into()),
                json!([]),
            ),
            line(
                "to_assign",
                holder(false, Value::Null, Value::Null),
                json!([]),
            ),
            line(
                "clash",
                holder(true, Value::Null, Value::Null),
                json!([named]),
            ),
            line("roster_only", Value::Null, json!([hidden])),
            line("doubled", Value::Null, json!([named, hidden])),
            line(
                "doubled",
                holder(false, Value::Null, Value::Null),
                json!([named, hidden]),
            ),
            line(
                "roster_only",
                Value::Null,
                json!([driver(5.into(), Value::Null)]),
            ),
        ];
        insta::assert_snapshot!(lines.join("\n"), @"
        07: Bert *B* (1)
        07: Bert *B* (linked), has 9 in iRacing
        07: Bert *B* (not linked)
        07: Bert *B* (linked) | in iRacing: Cleo C (812345)
        07: a driver
        07: Cleo C (812345), a driver
        07: Cleo C (812345), a driver | claimed by Bert *B* (not linked)
        07: 5
        ");
    }

    #[test]
    fn nothing_ends_the_block_of_code_around_them() {
        let shown = difference_of(json!({
            "kind": "to_assign", "number": "7", "class_id": "1", "class_name": "G`T\n3",
            "holder": {
                "user_id": "202", "display_name": "```x", "linked": false, "iracing_id": null, "roster_number": null,
            },
            "drivers": [],
        }));
        assert_eq!(shown, "7 [G'T 3]: '''x (not linked)");
    }
}
