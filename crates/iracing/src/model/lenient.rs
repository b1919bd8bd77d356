//! Reading of values that may be missing, `null`, or of another type than last season.

use super::LapTime;
use jiff::Timestamp;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, de};
use std::fmt;
use std::marker::PhantomData;

/// Any JSON value, of which only the simple ones are kept.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Scalar {
    Nothing,
    Flag(bool),
    Whole(i64),
    Float(f64),
    Text(String),
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ScalarVisitor)
    }
}

struct ScalarVisitor;

impl<'de> Visitor<'de> for ScalarVisitor {
    type Value = Scalar;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E: Error>(self) -> Result<Scalar, E> {
        Ok(Scalar::Nothing)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Scalar, E> {
        Ok(Scalar::Flag(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Scalar, E> {
        Ok(Scalar::Whole(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Scalar, E> {
        Ok(i64::try_from(value).map_or(Scalar::Nothing, Scalar::Whole))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Scalar, E> {
        Ok(Scalar::Float(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Scalar, E> {
        Ok(Scalar::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Scalar, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Scalar::Nothing)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scalar, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Scalar::Nothing)
    }
}

impl Scalar {
    fn whole(self) -> Option<i64> {
        match self {
            Self::Whole(value) => Some(value),
            Self::Float(value) => whole_of(value),
            Self::Text(text) => text.trim().parse().ok(),
            Self::Nothing | Self::Flag(_) => None,
        }
    }
}

/// The whole number that a float stands for, such as `7.0`; larger ones are not exact and count as
/// none.
#[expect(
    clippy::cast_possible_truncation,
    reason = "whole and below 2^53, so exact"
)]
fn whole_of(value: f64) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    (value.fract() == 0.0 && value.abs() < EXACT).then_some(value as i64)
}

/// A whole number.
pub(crate) fn whole<'de, D: Deserializer<'de>>(value: D) -> Result<Option<i64>, D::Error> {
    Ok(Scalar::deserialize(value)?.whole())
}

/// An id; 0 where there is none.
pub(crate) fn id<'de, D: Deserializer<'de>>(value: D) -> Result<i64, D::Error> {
    Ok(whole(value)?.unwrap_or_default())
}

/// An id by which an answer says what it is about.
pub(crate) fn required_id<'de, D: Deserializer<'de>>(value: D) -> Result<i64, D::Error> {
    whole(value)?.ok_or_else(|| D::Error::custom("an id is not a number"))
}

/// Id of something that may not be: iRacing says 0 (no league) or -1 (no winner) then.
pub(crate) fn optional_id<'de, D: Deserializer<'de>>(value: D) -> Result<Option<i64>, D::Error> {
    Ok(whole(value)?.filter(|id| !matches!(id, 0 | -1)))
}

/// Any number: those that are whole in one answer have a fraction in the next.
pub(crate) fn number<'de, D: Deserializer<'de>>(value: D) -> Result<Option<f64>, D::Error> {
    Ok(match Scalar::deserialize(value)? {
        Scalar::Float(value) => Some(value),
        #[expect(clippy::cast_precision_loss, reason = "weights, averages and weather")]
        Scalar::Whole(value) => Some(value as f64),
        Scalar::Text(text) => text.trim().parse().ok(),
        Scalar::Nothing | Scalar::Flag(_) => None,
    })
}

/// Yes or no; [`None`] where nothing is said.
pub(crate) fn maybe<'de, D: Deserializer<'de>>(value: D) -> Result<Option<bool>, D::Error> {
    Ok(match Scalar::deserialize(value)? {
        Scalar::Flag(value) => Some(value),
        Scalar::Whole(value) => Some(value != 0),
        _ => None,
    })
}

/// Yes or no; no where nothing is said.
pub(crate) fn flag<'de, D: Deserializer<'de>>(value: D) -> Result<bool, D::Error> {
    Ok(maybe(value)?.unwrap_or_default())
}

/// A text; a blank one counts as none.
pub(crate) fn text<'de, D: Deserializer<'de>>(value: D) -> Result<Option<String>, D::Error> {
    Ok(match Scalar::deserialize(value)? {
        Scalar::Text(text) if !text.trim().is_empty() => Some(text),
        _ => None,
    })
}

/// A car number: text, so that leading zeros stay. Below zero and blank mean that there is none.
pub(crate) fn car_number<'de, D: Deserializer<'de>>(value: D) -> Result<Option<String>, D::Error> {
    let text = match Scalar::deserialize(value)? {
        Scalar::Text(text) => text.trim().to_owned(),
        Scalar::Whole(number) => number.to_string(),
        _ => return Ok(None),
    };
    let is_none = text.is_empty() || text.starts_with('-');
    Ok((!is_none).then_some(text))
}

/// A time in UTC.
pub(crate) fn time<'de, D: Deserializer<'de>>(value: D) -> Result<Option<Timestamp>, D::Error> {
    Ok(match Scalar::deserialize(value)? {
        Scalar::Text(text) => text.trim().parse().ok(),
        _ => None,
    })
}

/// A lap time.
pub(crate) fn lap_time<'de, D: Deserializer<'de>>(value: D) -> Result<Option<LapTime>, D::Error> {
    Ok(whole(value)?.and_then(LapTime::from_ticks))
}

/// A list of objects, without entries that are none. An object counts as the list of its values,
/// because iRacing spells licences both ways.
pub(crate) fn list<'de, D, T>(value: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let entries = value.deserialize_any(ListVisitor(PhantomData))?;
    Ok(entries.unwrap_or_default().into_iter().flatten().collect())
}

/// A list that must not lose an entry unseen: those that are no objects are defaults. [`None`] where
/// it is `null` or no list.
pub(crate) fn whole_list<'de, D, T>(value: D) -> Result<Option<Vec<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    let entries = value.deserialize_any(ListVisitor(PhantomData))?;
    let entries = entries.map(|entries| entries.into_iter().map(Option::unwrap_or_default));
    Ok(entries.map(Iterator::collect))
}

/// The same, empty where there is no list.
pub(crate) fn rows<'de, D, T>(value: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(whole_list(value)?.unwrap_or_default())
}

/// An object, or [`None`] where there is something else.
pub(crate) fn object<'de, D, T>(value: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    value.deserialize_any(ObjectVisitor(PhantomData))
}

/// Visits of simple values, by visitors that want something else.
macro_rules! simple_is_none {
    () => {
        fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_i64<E: Error>(self, _: i64) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_u64<E: Error>(self, _: u64) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_str<E: Error>(self, _: &str) -> Result<Self::Value, E> {
            Ok(None)
        }
    };
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ListVisitor<T> {
    type Value = Option<Vec<Option<T>>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(Entry(entry)) = seq.next_element()? {
            entries.push(entry);
        }
        Ok(Some(entries))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some((_, Entry(entry))) = map.next_entry::<IgnoredAny, _>()? {
            entries.push(entry);
        }
        Ok(Some(entries))
    }

    simple_is_none!();
}

/// An entry of a list.
struct Entry<T>(Option<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entry<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer).map(Self)
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::deserialize(de::value::MapAccessDeserializer::new(map)).map(Some)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    simple_is_none!();
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn car_numbers_stay_as_they_are_written() {
        for (value, expected) in [
            (json!("0"), Some("0")),
            (json!("00"), Some("00")),
            (json!("007"), Some("007")),
            (json!(" 07 "), Some("07")),
            (json!(0), Some("0")),
            (json!(118), Some("118")),
            (json!(-1), None),
            (json!("-1"), None),
            (json!(""), None),
            (json!("  "), None),
            (json!(null), None),
            (json!(7.5), None),
            (json!(true), None),
            (json!(["7"]), None),
            (json!({"car_number": "7"}), None),
        ] {
            assert_eq!(car_number(&value).unwrap().as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn whole_numbers_come_in_any_spelling() {
        for (value, expected) in [
            (json!(5), Some(5)),
            (json!(-370_900), Some(-370_900)),
            (json!(5.0), Some(5)),
            (json!("5"), Some(5)),
            (json!(5.5), None),
            (json!(1e300), None),
            (json!(u64::MAX), None),
            (json!("five"), None),
            (json!(null), None),
            (json!([1, [2, {}]]), None),
            (json!({"a": {"b": 1}}), None),
        ] {
            assert_eq!(whole(&value).unwrap(), expected, "{value}");
        }
        assert_eq!(number(&json!(-1)).unwrap(), Some(-1.0));
        assert_eq!(number(&json!(-1.2)).unwrap(), Some(-1.2));
        assert_eq!(optional_id(&json!(0)).unwrap(), None);
        assert_eq!(optional_id(&json!(-1)).unwrap(), None);
        assert_eq!(optional_id(&json!(-20_111)).unwrap(), Some(-20_111));
        assert!(flag(&json!(1)).unwrap());
        assert!(!flag(&json!(null)).unwrap());
    }

    #[test]
    fn times_are_read_with_any_precision() {
        let expected: Timestamp = "2026-01-04T19:30:00Z".parse().unwrap();
        for text in [
            "2026-01-04T19:30:00Z",
            "2026-01-04T19:30:00.000000000Z",
            "2026-01-04T19:30Z",
            "2026-01-04T19:30:00+00:00",
        ] {
            assert_eq!(time(&json!(text)).unwrap(), Some(expected), "{text}");
        }
        assert_eq!(time(&json!("2019-03-02")).unwrap(), None);
    }

    #[test]
    fn lists_are_lists_of_objects_and_objects_count_as_lists() {
        let entries = json!([{"a": 1}, null, "text", 3, [4], {"b": 2}]);
        let (a, b) = (json!({"a": 1}), json!({"b": 2}));
        assert_eq!(list::<_, Value>(&entries).unwrap(), [a.clone(), b.clone()]);
        let keyed = json!({"x": a, "y": b});
        assert_eq!(list::<_, Value>(&keyed).unwrap(), [a.clone(), b.clone()]);
        let whole = whole_list::<_, Value>(&entries).unwrap().unwrap();
        assert_eq!((whole.len(), &whole[1]), (6, &Value::Null));
        for none in [
            json!(null),
            json!("text"),
            json!(3),
            json!(3.5),
            json!(false),
        ] {
            assert_eq!(list::<_, Value>(&none).unwrap(), [Value::Null; 0], "{none}");
            assert_eq!(whole_list::<_, Value>(&none).unwrap(), None, "{none}");
            assert_eq!(object::<_, Value>(&none).unwrap(), None, "{none}");
        }
        assert_eq!(object::<_, Value>(&json!([1, 2])).unwrap(), None);
    }
}
