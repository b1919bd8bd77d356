//! A guild with a few claims, and one with a hundred times as many.

use super::sets;
use crate::Runtimes;
use crate::caller::Caller;
use crate::load::Keys;
use crate::plan::Plan;
use anyhow::Result;

pub(super) const CLASSES: i64 = 10;

/// Their numbers are the first to be claimed in a class; each is the number of one driver.
pub(super) const DRIVERS: i64 = 10;

/// The command `seed-numbers`.
pub(crate) fn run(plan: &Plan, runtimes: &Runtimes) -> Result<()> {
    for target in &plan.targets {
        let keys = Keys::new();
        runtimes.http.block_on(async {
            let mut caller = Caller::new(target, &keys).await?;
            sets::fill(target, &mut caller, CLASSES, target.entries).await?;
            let drivers = (900_001..).zip(sets::of_class(DRIVERS));
            let lines = drivers.map(|(driver, number)| format!("{driver},{number}\n"));
            let roster: String = lines.collect();
            let roster = format!("cust_id,car_number\n{roster}");
            let file = ("text/csv", &*roster);
            caller.upload("PUT", "/api/league/roster.csv", file).await
        })?;
    }
    Ok(())
}
