//! Members, and constants.

use serde_json::{Value, json};

use super::{Answer, Delivery, Told};
use crate::answer::Call;
use crate::seed::DriverSeed;
use crate::world::{Session, World};

pub(super) fn event_types() -> Told {
    let types = [
        (2, "Practice"),
        (3, "Qualify"),
        (4, "Time Trial"),
        (5, "Race"),
    ];
    let types = types.map(|(value, label)| json!({"label": label, "value": value}));
    Told::new(Delivery::Direct, json!(types))
}

/// A helmet, in colours that follow from the customer id.
pub(super) fn helmet(cust_id: i64) -> Value {
    json!({
        "pattern": cust_id % 60,
        "color1": format!("{:06x}", cust_id % 0xff_ffff),
        "color2": "003366",
        "color3": "ffffff",
        "face_type": 0,
        "helmet_type": 0,
    })
}

/// A licence; iRacing knows six categories, of which one will do.
fn license(cust_id: i64) -> Value {
    json!({
        "category_id": 5,
        "category": "sports_car",
        "category_name": "Sports Car",
        "license_level": 5 + cust_id % 16,
        "safety_rating": 3.41,
        "cpi": 61.2,
        "irating": 1_200 + cust_id % 2_000,
        "tt_rating": 1_350,
        "mpr_num_races": 4,
        "mpr_num_tts": 0,
        "color": "0153db",
        "group_name": "Class A",
        "group_id": 5,
        "pro_promotable": false,
        "seq": 2,
    })
}

/// `member/info`: the token's own member. Licences are an object, keyed by category.
pub(super) fn info(world: &World, session: &Session) -> Told {
    let id = session.cust_id;
    let name = world.name(id);
    let body = json!({
        "cust_id": id,
        "display_name": name,
        "first_name": name.split(' ').next(),
        "last_name": name.rsplit(' ').next(),
        "on_car_name": name,
        "member_since": "2019-03-02",
        "last_login": "2026-01-03T18:04:11.204Z",
        "flair_id": 191,
        "flair_name": "Sweden",
        "flair_shortname": "SWE",
        "flair_country_code": "SE",
        "helmet": helmet(id),
        "licenses": {"sports_car": license(id)},
    });
    Told::new(Delivery::Link, body)
}

/// `member/get`: others. Licences are a list here, and there only if asked for.
pub(super) fn get(world: &World, call: &Call) -> Answer {
    let wanted = call.parameter("cust_ids").ok_or(400_u16)?;
    let ids: Result<Vec<i64>, _> = wanted.split(',').map(str::parse).collect();
    let ids = ids.map_err(|_| 400_u16)?;
    let with_licenses = call.parameter("include_licenses");
    let with_licenses = with_licenses.is_some_and(|it| it == "true" || it == "1");
    let drivers = world.drivers().into_iter();
    let drivers = drivers.filter(|driver| ids.contains(&driver.cust_id));
    let members: Vec<_> = drivers.map(|it| member(it, with_licenses)).collect();
    let body = json!({"success": true, "cust_ids": ids, "members": members});
    Ok(Told::new(Delivery::Link, body))
}

fn member(driver: &DriverSeed, with_licenses: bool) -> Value {
    let mut member = json!({
        "cust_id": driver.cust_id,
        "display_name": driver.name,
        "helmet": helmet(driver.cust_id),
        "last_login": "2026-01-03T18:04:11.204Z",
        "member_since": "2019-03-02",
        "flair_id": 191,
        "flair_name": "Sweden",
        "flair_shortname": "SWE",
        "ai": false,
    });
    if with_licenses {
        member["licenses"] = json!([license(driver.cust_id)]);
    }
    member
}
