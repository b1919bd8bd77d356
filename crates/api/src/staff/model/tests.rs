use super::*;

#[test]
fn an_activity_is_told_in_a_few_words() {
    use PresenceActivityKind as Kind;
    for (kind, words) in [
        (Kind::Playing, "Playing it"),
        (Kind::Streaming, "Streaming it"),
        (Kind::Listening, "Listening to it"),
        (Kind::Watching, "Watching it"),
        (Kind::Competing, "Competing in it"),
        (Kind::Other, "it"),
    ] {
        let activity = PresenceActivity {
            kind,
            name: PresenceText::new("it").unwrap(),
            details: None,
            state: None,
            url: None,
            started_at: None,
        };
        assert_eq!(in_words(&activity), words);
    }
}

#[test]
fn a_zone_that_is_none_is_refused() {
    assert!(checked_zone("Europe/Berlin").is_ok());
    for name in ["Europe/Atlantis", "", "+02:00", &"x".repeat(65)] {
        assert!(checked_zone(name).is_err(), "{name}");
    }
}
