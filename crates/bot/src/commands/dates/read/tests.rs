use super::*;

/// Half a second past one in the afternoon in Berlin.
fn now() -> Zoned {
    let now: Timestamp = "2026-03-01T12:00:00.5Z".parse().unwrap();
    now.to_zoned(TimeZone::get("Europe/Berlin").unwrap())
}

/// `2026-12-31` for a day, `2026-12-31T19:00:00Z` for a moment, or why neither.
fn said(text: &str) -> String {
    match read(text, &now()) {
        Ok(When::Day(day)) => day.to_string(),
        Ok(When::Moment(at)) => at.to_string(),
        Err(Unread::Unknown) => "unknown".to_owned(),
        Err(Unread::Either(one, other)) => format!("{one} or {other}"),
    }
}

#[test]
fn a_day_is_read_as_people_write_it() {
    for text in [
        "2026-12-31",
        " 2026-12-31 ",
        "2026/12/31",
        "2026.12.31",
        "31.12.2026",
        "31/12/2026",
        "12/31/2026",
        "31-12-2026",
        "31 December 2026",
        "31. Dec. 2026",
        "December 31, 2026",
        "dec 31st 2026",
        "31 december",
        "Dec 31",
        "in 305 days",
    ] {
        assert_eq!(said(text), "2026-12-31", "{text:?}");
    }
    for (text, expected) in [
        ("today", "2026-03-01"),
        ("Tomorrow", "2026-03-02"),
        ("in a week", "2026-03-08"),
        ("in 3 months", "2026-06-01"),
        ("in 1 year 2 weeks", "2027-03-15"),
        ("1 March", "2026-03-01"),
        ("28 feb", "2027-02-28"),
        ("5/5/2026", "2026-05-05"),
        ("1.2.2027", "2027-02-01"),
        ("2028-02-29", "2028-02-29"),
        ("sept 3 2026", "2026-09-03"),
    ] {
        assert_eq!(said(text), expected, "{text:?}");
    }
}

#[test]
fn a_moment_is_read_by_the_zone_unless_it_names_another() {
    for (text, expected) in [
        ("2026-12-01 18:00", "2026-12-01T17:00:00Z"),
        ("2026-07-01 18:00", "2026-07-01T16:00:00Z"),
        ("2026-12-01 18:00:30", "2026-12-01T17:00:30Z"),
        ("2026-12-01T18:00", "2026-12-01T17:00:00Z"),
        ("1.12.2026 18:00", "2026-12-01T17:00:00Z"),
        ("1.12.2026, 18:00", "2026-12-01T17:00:00Z"),
        ("Dec 1 at 6pm", "2026-12-01T17:00:00Z"),
        ("12/31/2026 6:30 PM", "2026-12-31T17:30:00Z"),
        ("tomorrow 20:00", "2026-03-02T19:00:00Z"),
        ("tomorrow at 12 am", "2026-03-01T23:00:00Z"),
        ("today 12pm", "2026-03-01T11:00:00Z"),
        ("in 2 weeks 20:00", "2026-03-15T19:00:00Z"),
        ("in 2 hours", "2026-03-01T14:00:00.5Z"),
        ("in an hour", "2026-03-01T13:00:00.5Z"),
        ("in 1 day 30 minutes", "2026-03-02T12:30:00.5Z"),
        // Between two and three the clocks of that day skip an hour.
        ("2026-03-29 02:30", "2026-03-29T01:30:00Z"),
        ("tomorrow 20:00 UTC", "2026-03-02T20:00:00Z"),
        ("2026-12-01T18:00:00Z", "2026-12-01T18:00:00Z"),
        ("2026-12-01T18:00:00+02:00", "2026-12-01T16:00:00Z"),
        ("2026-12-01 18:00-05:00", "2026-12-01T23:00:00Z"),
        ("<t:1796148000>", "2026-12-01T18:00:00Z"),
        ("<t:1796148000:R>", "2026-12-01T18:00:00Z"),
        ("Now", "2026-03-01T12:00:00.5Z"),
    ] {
        assert_eq!(said(text), expected, "{text:?}");
    }
}

#[test]
fn a_text_with_two_readings_is_not_guessed() {
    for (text, expected) in [
        ("05/06/2026", "2026-06-05 or 2026-05-06"),
        ("5-6-2026", "2026-06-05 or 2026-05-06"),
        ("05/06/2026 20:00", "2026-06-05 or 2026-05-06"),
        ("05.06.2026", "2026-06-05"),
    ] {
        assert_eq!(said(text), expected, "{text:?}");
    }
}

#[test]
fn what_is_no_date_is_not_guessed() {
    for text in [
        "",
        "soon",
        "next `spring`",
        "12.31.2026",
        "13/13/2026",
        "31.12.26",
        "1/2",
        "2026-13-01",
        "2027-02-29",
        "31 june 2026",
        "ma 5 2026",
        "2026-12-01 25:00",
        "2026-12-01 13pm",
        "2026-12-01 6",
        "2026-12-01 6:00:00:00",
        "18:00",
        "in 3",
        "in -3 days",
        "in 3 days ago",
        "in 2 hours 20:00",
        "in 99999999 years",
        "<t:>",
        "<t:soon:R>",
        "<t:99999999999999999>",
        "<t:1796148000",
        "1796148000",
        "+026-12-01",
        "2026-12-01T18:00[Europe/Berlin]",
        "tomorrow tomorrow",
        "31 december 31",
        "ß.ß.ßß",
        "二〇二六年",
    ] {
        assert_eq!(said(text), "unknown", "{text:?}");
    }
}

#[test]
fn an_example_lies_in_the_future() {
    assert!(example(&now()) > now().date());
}
