//! Dates of a season, as people write them.

use super::{season, season::dates};
use crate::{commands::tests::in_zone, test::subcommand};

#[tokio::test]
async fn a_day_begins_and_ends_in_the_servers_time_zone() {
    let harness = in_zone("Europe/Berlin").await;
    harness.api.plant("POST /api/seasons", 201, season());
    let options = subcommand("create", dates("1.12.2026", "Dec 31, 2026").to_vec().into());
    harness.command("season", options).await;
    let asked = &harness.api.asked_for("POST /api/seasons")[0];
    assert_eq!(asked.body["starts_at"], "2026-11-30T23:00:00Z");
    assert_eq!(asked.body["ends_at"], "2026-12-31T23:00:00Z");
    assert_eq!(harness.api.asked_for("GET /api/guild").len(), 1);
}

#[tokio::test]
async fn a_date_with_two_readings_is_refused_with_both() {
    let harness = in_zone("UTC").await;
    let options = dates("12/1/2026 20:00", "2026-12-31").to_vec();
    let options = subcommand("create", options.into());
    insta::assert_snapshot!(harness.command("season", options).await, @r#"
    → GET /api/guild
    ← message, only for them
    “12/1/2026 20:00” can be 12 January 2026 or 1 December 2026. Give `start` as `2026-01-12` or as `2026-12-01`.
    Nothing was created. What you typed, to send again once it is corrected:
    ```
    /season create name:Winter *2026* end:2026-12-31 start:12/1/2026 20:00
    ```
    "#);
}

#[tokio::test]
async fn a_date_that_cannot_be_read_shows_how_to_write_one_that_is_to_come() {
    let harness = in_zone("Europe/Berlin").await;
    let options = dates("2026-12-01", "next `spring`").to_vec();
    let options = subcommand("create", options.into());
    let shown = harness.command("season", options).await;
    let example = shown.split_once("Give `end` as `").unwrap().1;
    let example: jiff::civil::Date = example.get(..10).unwrap().parse().unwrap();
    let today = crate::clock::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    assert!(example > today, "{shown}");
    let shown = shown
        .replace(&example.to_string(), "[in 3 months]")
        .replace(&example.strftime("%d.%m.%Y").to_string(), "[in.3.months]");
    insta::assert_snapshot!(shown, @r#"
    → GET /api/guild
    ← message, only for them
    “next \`spring\`” is not a date that I can read. Give `end` as `[in 3 months]`, `[in.3.months] 20:00`, `tomorrow 20:00`, `in 3 months` or `now`. Times are those of Europe/Berlin.
    Nothing was created. What you typed, to send again once it is corrected:
    ```
    /season create name:Winter *2026* end:next 'spring' start:2026-12-01
    ```
    "#);
}
