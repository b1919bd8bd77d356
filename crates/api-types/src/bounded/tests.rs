//! Tests of the bounds, which are part of the contract.

use super::*;

fn refusal<T: de::DeserializeOwned + fmt::Debug>(json: &str) -> String {
    serde_json::from_str::<T>(json).unwrap_err().to_string()
}

#[test]
fn a_number_outside_its_bounds_is_refused_with_what_is_expected() {
    let expected = "value not allowed: expected 1 to 10000";
    for json in ["0", "10001", "-1", "9223372036854775807"] {
        assert!(refusal::<Quantity>(json).starts_with(expected), "{json}");
    }
    assert!(
        !refusal::<Quantity>("\"1\"").contains(NOT_ALLOWED),
        "not a number"
    );
    assert_eq!(
        serde_json::from_str::<Quantity>("10000").unwrap().get(),
        10_000
    );
    assert_eq!(serde_json::to_string(&Quantity(7)).unwrap(), "7");
}

#[test]
fn a_whole_number_may_be_written_with_a_point() {
    for (json, number) in [("5.0", 5), ("1e2", 100), ("10000.00", 10_000)] {
        assert_eq!(
            serde_json::from_str::<Quantity>(json).unwrap().get(),
            number
        );
    }
    let expected = "value not allowed: expected 1 to 10000";
    for json in [
        "0.0",
        "1e30",
        "-1e30",
        "99999999999999999999",
        "18446744073709551615",
    ] {
        assert!(refusal::<Quantity>(json).starts_with(expected), "{json}");
    }
    let refusal = refusal::<Quantity>("5.5");
    assert!(refusal.contains("expected a whole number"), "{refusal}");
    assert!(!refusal.contains(NOT_ALLOWED), "{refusal}");
}

#[test]
fn a_text_is_trimmed_and_refused_with_what_is_expected() {
    let name: Name = serde_json::from_str("\" Ada  \"").unwrap();
    assert_eq!(name.as_str(), "Ada");
    let expected = "value not allowed: expected 1 to 60 characters in one line";
    for json in ["\"\"", "\"a\\nb\"", "\"\\u202eadA\""] {
        assert!(refusal::<Name>(json).starts_with(expected), "{json}");
    }
    assert!(Reason::new("a\nb").is_ok());
}

#[test]
fn the_schema_shows_the_bounds() {
    let schema = serde_json::to_value(GraceSeconds::schema()).unwrap();
    let expected = serde_json::json!(
        {"type": "integer", "format": "int32", "minimum": 0, "maximum": 30});
    assert_eq!(schema, expected);
    let schema = serde_json::to_value(Name::schema()).unwrap();
    let expected = serde_json::json!({"type": "string", "minLength": 1, "maxLength": 60});
    assert_eq!(schema, expected);
}

#[test]
fn bounds_are_part_of_the_contract() {
    fn bounds<T: Bounded + fmt::Debug>(min: i64, max: i64) {
        for allowed in [min, max] {
            assert_eq!(T::try_from(allowed).map(Into::into), Ok(allowed));
        }
        for refused in [min - 1, max + 1] {
            assert_eq!(T::try_from(refused).unwrap_err(), OutOfBounds { min, max });
            assert!((min..=max).contains(&T::clamped(refused).into()));
        }
    }
    bounds::<PageLimit>(1, 200);
    bounds::<SeasonNumber>(1, 100_000);
    bounds::<ItemPoints>(1, 1_000_000);
    bounds::<Quantity>(1, 10_000);
    bounds::<DailyLimit>(1, 1_000_000);
    bounds::<Threshold>(1, 1_000_000_000);
    bounds::<PointsAdjustment>(-1_000_000, 1_000_000);
    bounds::<LeagueId>(1, 2_147_483_647);
    bounds::<CarNumberValue>(0, 9_999);
    bounds::<TokenMinutes>(1, 5_270_400);
    bounds::<CodeInterval>(5, 300);
    bounds::<CodeLength>(4, 8);
    bounds::<GraceSeconds>(0, 30);
    bounds::<SessionMinutes>(1, 1_440);
    bounds::<AttendancePoints>(0, 10_000);
    bounds::<LeaseLimit>(1, 100);
    bounds::<LeaseWait>(0, 25_000);
    bounds::<RetryAfterMillis>(0, 86_400_000);
}

#[test]
fn lengths_are_part_of_the_contract() {
    fn length<T: BoundedText + fmt::Debug>(max: u16) {
        assert!(T::try_from("x".repeat(max.into())).is_ok());
        assert!(T::try_from("x".repeat(usize::from(max) + 1)).is_err());
        assert_eq!(T::try_from(String::new()).is_ok(), T::MIN_CHARS == 0);
    }
    length::<Name>(60);
    length::<Badge>(60);
    length::<DiscordName>(100);
    length::<Title>(100);
    length::<Description>(200);
    length::<Reason>(400);
    length::<Note>(400);
    length::<ImportSource>(40);
    length::<ServerName>(100);
    length::<BotVersion>(40);
    length::<FailureDetail>(400);
}
