//! Leagues, their rosters and their seasons.

use serde_json::{Value, json};

use super::members::helmet;
use super::{Answer, Delivery, Told};
use crate::answer::Call;
use crate::seed::{DriverSeed, LeagueSeed};
use crate::world::{Session, World};

/// The league that a request is about, if the token's member may see it.
pub(super) fn league<'w>(
    world: &'w World,
    call: &Call,
    session: &Session,
) -> Result<&'w LeagueSeed, u16> {
    let league_id = call.number("league_id").ok_or(400_u16)?;
    let league = world.league(league_id).ok_or(404_u16)?;
    if league.private && place(league, session.cust_id).is_none() {
        return Err(403);
    }
    Ok(league)
}

pub(super) fn place(league: &LeagueSeed, cust_id: i64) -> Option<usize> {
    league.drivers.iter().position(|it| it.cust_id == cust_id)
}

/// An entry of a roster. Who has no number or name in the league has `null` there.
fn entry((place, driver): (usize, &DriverSeed)) -> Value {
    json!({
        "cust_id": driver.cust_id,
        "display_name": driver.name,
        "helmet": helmet(driver.cust_id),
        "owner": place == 0,
        "admin": driver.admin,
        "league_mail_opt_out": false,
        "league_pm_opt_out": false,
        "league_member_since": "2024-02-11T09:30:05Z",
        "car_number": driver.car_number,
        "nick_name": driver.nick_name,
    })
}

fn entries(league: &LeagueSeed) -> Vec<Value> {
    league.drivers.iter().enumerate().map(entry).collect()
}

/// `league/roster`: says how many there are, and where the list is.
pub(super) fn roster(world: &World, call: &Call, session: &Session) -> Answer {
    let league = league(world, call, session)?;
    let body = json!({"private_roster": league.private, "roster": entries(league)});
    let head = json!({
        "subscribed": false,
        "success": true,
        "roster_count": league.drivers.len(),
        "league_id": league.league_id,
    });
    Ok(Told::new(Delivery::DataUrl, body).with_head(head))
}

/// `league/get`: the league with its roster.
pub(super) fn get(world: &World, call: &Call, session: &Session) -> Answer {
    let league = league(world, call, session)?;
    Ok(Told::new(Delivery::Link, whole(league, session.cust_id)))
}

fn whole(league: &LeagueSeed, reader: i64) -> Value {
    let owner = league.drivers.first();
    let place = place(league, reader);
    json!({
        "league_id": league.league_id,
        "owner_id": owner.map(|it| it.cust_id),
        "league_name": league.name,
        "created": "2021-05-01T12:00:00Z",
        "hidden": false,
        "about": "A league of the simulator.",
        "recruiting": true,
        "private_wall": league.private,
        "private_roster": league.private,
        "private_schedule": league.private,
        "private_results": league.private,
        "is_owner": place == Some(0),
        "is_admin": place.is_some_and(|it| league.drivers[it].admin),
        "is_member": place.is_some(),
        "is_applicant": false,
        "is_invite": false,
        "is_ignored": false,
        "roster_count": league.drivers.len(),
        "owner": owner.map(|it| json!({
            "cust_id": it.cust_id,
            "display_name": it.name,
            "helmet": helmet(it.cust_id),
            "car_number": it.car_number,
            "nick_name": it.nick_name,
        })),
        "image": {"small_logo": null, "large_logo": null},
        "tags": {"categorized": [], "not_categorized": []},
        "league_applications": [],
        "pending_requests": [],
        "roster": entries(league),
    })
}

/// `league/membership`: a bare list.
pub(super) fn membership(world: &World, session: &Session) -> Told {
    let leagues = world.leagues.iter().filter_map(|league| {
        let place = place(league, session.cust_id)?;
        let driver = &league.drivers[place];
        Some(json!({
            "league_id": league.league_id,
            "league_name": league.name,
            "owner": place == 0,
            "admin": driver.admin,
            "league_mail_opt_out": false,
            "league_pm_opt_out": false,
            "car_number": driver.car_number,
            "nick_name": driver.nick_name,
        }))
    });
    let leagues: Vec<_> = leagues.collect();
    Told::new(Delivery::Link, leagues.into())
}

/// `league/seasons`.
pub(super) fn seasons(world: &World, call: &Call, session: &Session) -> Answer {
    let league = league(world, call, session)?;
    let retired = call.parameter("retired");
    let body = json!({
        "subscribed": false,
        "success": true,
        "retired": retired.is_some_and(|it| it == "1" || it == "true"),
        "league_id": league.league_id,
        "seasons": [{
            "league_id": league.league_id,
            "season_id": league.season_id,
            "season_name": "Season 6 - GT3",
            "active": true,
            "hidden": false,
            "num_drops": 2,
            "no_drops_on_or_after_race_num": -1,
            "points_system_id": 2,
            "points_system_name": "Custom",
            "points_system_desc": "25, 18, 15, 12, 10, 8, 6, 4, 2, 1",
            "points_cars": [{"car_id": 132, "car_name": "BMW M4 GT3"}],
            "driver_points_car_classes": [{
                "car_class_id": 0,
                "name": "All Car Classes",
                "cars_in_class": [{"car_id": 0, "car_name": "All Cars"}],
            }],
            "team_points_car_classes": [],
        }],
    });
    Ok(Told::new(Delivery::Link, body))
}
