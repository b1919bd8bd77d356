//! JSON taken by its word: an object where an object is expected, a text for a name of a variant,
//! and `5.0` for five.
//!
//! serde's own types take more than the document says: a list for an object, field by field in the
//! order of the source, and an object for a variant. What stands between a format and a type here
//! refuses both, at any depth, so that no type has to.

use serde::de::{
    DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use std::fmt;

/// Beyond it not every whole number is a different `f64`.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A format that is read strictly.
pub(super) struct Strict<D>(pub(super) D);

/// A part of serde's machinery that hands strictness on to what lies within.
struct Within<T>(T);

/// The same where a whole number is expected.
struct Whole<T>(T);

/// The same where the name of a variant is expected.
struct Name<T>(T);

macro_rules! hand_on {
    ($wrapper:ident: $($method:ident($($argument:ident: $kind:ty),*))+) => {$(
        fn $method<V: Visitor<'de>>(self, $($argument: $kind,)* visitor: V) -> Result<V::Value, D::Error> {
            self.0.$method($($argument,)* $wrapper(visitor))
        }
    )+};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Strict<D> {
    type Error = D::Error;

    hand_on! { Within:
        deserialize_any() deserialize_bool() deserialize_f32() deserialize_f64() deserialize_char()
        deserialize_str() deserialize_string() deserialize_bytes() deserialize_byte_buf()
        deserialize_option() deserialize_unit() deserialize_unit_struct(name: &'static str)
        deserialize_newtype_struct(name: &'static str) deserialize_seq()
        deserialize_tuple(length: usize)
        deserialize_tuple_struct(name: &'static str, length: usize)
        deserialize_map() deserialize_identifier() deserialize_ignored_any()
    }

    hand_on! { Whole:
        deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i64()
        deserialize_u8() deserialize_u16() deserialize_u32() deserialize_u64()
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_str(Name(visitor))
    }
}

macro_rules! visit {
    ($($method:ident($kind:ty))+) => {$(
        fn $method<E: Error>(self, value: $kind) -> Result<V::Value, E> {
            self.0.$method(value)
        }
    )+};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Within<V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(formatter)
    }

    visit! {
        visit_bool(bool) visit_i64(i64) visit_u64(u64) visit_f64(f64)
        visit_str(&str) visit_borrowed_str(&'de str) visit_string(String)
        visit_bytes(&[u8]) visit_borrowed_bytes(&'de [u8]) visit_byte_buf(Vec<u8>)
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.0.visit_some(Strict(inner))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.0.visit_newtype_struct(Strict(inner))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, values: A) -> Result<V::Value, A::Error> {
        self.0.visit_seq(Within(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(Within(fields))
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Whole<V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(formatter)
    }

    visit! { visit_i64(i64) visit_u64(u64) }

    /// JSON knows one kind of number, and many programs write a whole one as `5.0` or `5e0`.
    fn visit_f64<E: Error>(self, number: f64) -> Result<V::Value, E> {
        if number.fract() == 0.0 && number.abs() <= EXACT {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "whole, and small enough to be exact"
            )]
            self.0.visit_i64(number as i64)
        } else {
            self.0.visit_f64(number)
        }
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Name<V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<V::Value, E> {
        self.0.visit_enum(name.into_deserializer())
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Within<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.0.next_element_seed(Within(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Within<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.0.next_key_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.0.next_value_seed(Within(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Within<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(Strict(inner))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;
    use serde::de::DeserializeOwned;

    #[derive(Debug, PartialEq, Deserialize)]
    struct Outer {
        #[serde(default)]
        inner: Option<Inner>,
        #[serde(default)]
        list: Vec<Inner>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Inner {
        number: i32,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        First,
    }

    fn read<T: DeserializeOwned>(json: &str) -> Result<T, String> {
        let mut format = serde_json::Deserializer::from_str(json);
        T::deserialize(Strict(&mut format)).map_err(|error| error.to_string())
    }

    fn outer(inner: Option<i32>, list: &[i32]) -> Outer {
        Outer {
            inner: inner.map(|number| Inner { number }),
            list: list.iter().map(|&number| Inner { number }).collect(),
        }
    }

    #[test]
    fn a_list_is_no_object_at_any_depth() {
        let taken = read::<Outer>(r#"{"inner": {"number": 1}, "list": [{"number": 2}]}"#);
        assert_eq!(taken, Ok(outer(Some(1), &[2])));
        assert_eq!(read::<Outer>(r#"{"inner": null}"#), Ok(outer(None, &[])));
        for json in [
            "[]",
            "[null, []]",
            r#"{"inner": [1]}"#,
            r#"{"list": [[1]]}"#,
            r#"{"list": [{"number": 1}, [1]]}"#,
        ] {
            let refusal = read::<Outer>(json).unwrap_err();
            assert!(
                refusal.starts_with("invalid type: sequence, expected struct"),
                "{json}: {refusal}"
            );
        }
    }

    #[test]
    fn a_variant_is_a_text() {
        assert_eq!(read::<Kind>(r#""first""#), Ok(Kind::First));
        for json in [r#"{"first": null}"#, "0", r#"["first"]"#] {
            let refusal = read::<Kind>(json).unwrap_err();
            assert!(refusal.contains("expected a text"), "{json}: {refusal}");
        }
        let refusal = read::<Kind>(r#""second""#).unwrap_err();
        assert!(refusal.starts_with("unknown variant `second`"), "{refusal}");
    }

    #[test]
    fn a_whole_number_may_be_written_with_a_point() {
        for (json, number) in [
            ("5", 5),
            ("5.0", 5),
            ("1e2", 100),
            ("-2.50e1", -25),
            ("-0.0", 0),
        ] {
            assert_eq!(read::<i32>(json), Ok(number), "{json}");
        }
        for json in ["5.5", "1e-1", "1e10", "-1e300", "\"5\"", "true"] {
            assert!(read::<i32>(json).is_err(), "{json}");
        }
        // The next one would be taken for this one.
        assert_eq!(read::<i64>("9007199254740992.0"), Ok(9_007_199_254_740_992));
        assert!(read::<i64>("9007199254740994.0").is_err());
        assert_eq!(read::<f64>("5.0"), Ok(5.0));
    }
}
