//! The page of what a member drives.

use super::{Browser, Site, header, location, shows};
use crate::helpers::given;
use crate::results::{imports, small};
use paddock_api_client::Client;
use serde_json::{Value, json};

/// A race on this day that the account drove, with these incidents.
fn race(id: i64, day: i64, incidents: i64) -> String {
    let mut race: Value = serde_json::from_str(&small()).unwrap();
    race["subsession_id"] = json!(id);
    race["start_time"] = json!(format!("2026-01-{day:02}T19:30:00Z"));
    race["league_season_name"] = json!("Winter <26>");
    race["track"] = json!({"track_name": "Spa & co"});
    let row = &mut race["session_results"][0]["results"][0];
    row["incidents"] = json!(incidents);
    row["finish_position"] = json!(2);
    row["best_lap_time"] = json!(776_610 + incidents);
    race.to_string()
}

async fn link(by: &Client, consent: bool) {
    let link = given(json!({"iracing_id": 812_345, "consent": consent}));
    by.set_iracing_id(&link).await.unwrap();
}

#[tokio::test]
async fn races_are_drawn_and_in_a_table_and_nothing_is_styled_or_run_in_the_page() {
    let site = Site::new().await;
    let id = site.id("ada");
    let ada = site.app.verified_as(id, "Ada").await;
    let browser = site.again("ada").await;
    let page = shows(browser.get("/drivers/me").await, 200, "Your races").await;
    assert!(
        page.contains("You have not said which iRacing account is yours."),
        "{page}"
    );
    link(&ada, false).await;
    let page = shows(browser.get("/drivers/me").await, 200, "Your races").await;
    assert!(page.contains("No result that is kept here"), "{page}");
    for day in 1..=3 {
        imports(&site.app.admin(), &race(day, day, 2 * day))
            .await
            .unwrap();
    }
    let shown = browser.get("/drivers/me").await;
    let policy = header(&shown, "content-security-policy").unwrap();
    assert!(
        policy.contains("default-src 'none'; style-src 'self'"),
        "{policy}"
    );
    assert_eq!(header(&shown, "cache-control"), Some("no-store"));
    let page = shows(shown, 200, "Your races").await;
    for drawn in [
        "<svg class=\"chart\"",
        "role=\"img\" aria-label=\"Incidents per race. Bars of 3 races with 12 incident points together",
        "aria-label=\"Finish positions. Line of 3 races, between P3 and P3.",
        "<rect class=\"bar\" x=\"434\" y=\"0\"",
        "<th scope=\"col\">Best lap</th>",
        "1:17.661",
        "Winter &#60;26&#62;: 3 of 3",
        "Spa &#38; co",
    ] {
        assert!(page.contains(drawn), "{drawn} in {page}");
    }
    for what in ["<script", "<style", " style=", " onclick=", "url(", "xlink"] {
        assert!(!page.contains(what), "{what} in {page}");
    }
    assert_eq!(page.matches("<td><time").count(), 3);
}

#[tokio::test]
async fn others_see_what_consent_allows_and_many_races_have_pages() {
    let site = Site::new().await;
    let ada = site.app.verified_as(site.id("ada"), "Ada").await;
    link(&ada, false).await;
    for id in 1..=31 {
        imports(&site.app.admin(), &race(id, 1 + id % 28, 1))
            .await
            .unwrap();
    }
    site.app.verified_as(site.id("mira"), "Mira").await;
    let browser = site.again("mira").await;
    let of_ada = format!("/drivers/{}", site.id("ada"));
    let hidden = shows(browser.get(&of_ada).await, 200, "Races of Ada").await;
    assert!(
        hidden.contains("has not agreed") && !hidden.contains("<table"),
        "{hidden}"
    );
    link(&ada, true).await;
    let first = shows(browser.get(&of_ada).await, 200, "Older races").await;
    assert_eq!(first.matches("<td><time").count(), 30);
    let older = first
        .split("/drivers/")
        .find(|it| it.contains("?cursor="))
        .unwrap();
    let older = format!("/drivers/{}", older.split('"').next().unwrap());
    let last = shows(browser.get(&older).await, 200, "Races of Ada").await;
    assert_eq!(last.matches("<td><time").count(), 1);
    assert!(
        !last.contains("<svg") && !last.contains("Older races"),
        "{last}"
    );
    for nobody in ["/drivers/7", "/drivers/x", "/drivers/0"] {
        shows(browser.get(nobody).await, 404, "").await;
    }
    let stranger = Browser::new(&site.app.url).get("/drivers/me").await;
    let to = "/auth/discord/start?return_to=%2Fdrivers%2Fme";
    assert_eq!(
        (stranger.status().as_u16(), &*location(&stranger)),
        (303, to)
    );
}
