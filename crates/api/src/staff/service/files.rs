//! The roster as a file.

use super::roster::{change, check_room, create, nobody, zone_here};
use crate::audit;
use crate::db::{Error, Transaction};
use crate::effects;
use crate::operation::Operation;
use crate::staff::model::audited::Imported;
use crate::staff::model::csv::{self, ImportRow};
use crate::staff::model::{Staff, StaffError};
use crate::staff::store;
use futures_util::{Stream, stream};
use paddock_api_types::effects::EffectAction;
use paddock_api_types::staff::{ImportStaffQuery, StaffImported};
use std::collections::HashMap;

/// Everybody, by rank.
pub(crate) fn export(op: Operation) -> impl Stream<Item = Result<String, Error>> {
    let op = op.at_length();
    stream::once(async move {
        let mut text = csv::header();
        for staff in store::members::roster(&op.ctx.db, op.guild()).await? {
            text.push_str(&csv::row(&staff));
        }
        Ok(text)
    })
}

/// Imports all rows of a file, or none, with the reasons. A dry run only reports the outcome.
pub(crate) async fn import(
    op: &Operation,
    query: &ImportStaffQuery,
    file: &str,
) -> Result<StaffImported, StaffError> {
    let (rows, refused) = csv::read(file).map_err(|expected| {
        let field = "body";
        StaffError::Invalid { field, expected }
    })?;
    if !query.dry_run && !refused.is_empty() {
        return Err(StaffError::ImportRefused(refused));
    }
    let (rows, refused) = (&rows, &refused);
    op.write(|mut tx| async move {
        let (new, changes, unchanged) = compare(&mut tx, op, rows).await?;
        check_room(&mut tx, op.guild(), new.len()).await?;
        let imported = StaffImported {
            dry_run: query.dry_run,
            added: number(new.len()),
            changed: number(changes.len()),
            unchanged,
            refused: refused.clone(),
        };
        if !query.dry_run && imported.added + imported.changed > 0 {
            for (before, mut after) in changes {
                change(&mut tx, op, &before, &mut after, "staff.updated").await?;
            }
            if !new.is_empty() {
                let seq = store::guilds::next_roster(&mut tx, op.guild()).await?;
                for staff in new {
                    create(&mut tx, op, Staff { seq, ..staff }).await?;
                }
                effects::service::emit_once(&mut tx, op, &EffectAction::SyncPresence).await?;
            }
            let count = Imported {
                guild_id: op.guild(),
                added: imported.added,
                changed: imported.changed,
            };
            audit::created(&mut tx, op, "staff.imported", &count).await?;
        }
        Ok(op.commit(tx, imported).await?)
    })
    .await
}

/// Who is new, who stands otherwise with how they do, and how many stand as the file says.
type Compared = (Vec<Staff>, Vec<(Staff, Staff)>, u32);

async fn compare(
    tx: &mut Transaction,
    op: &Operation,
    rows: &[ImportRow],
) -> Result<Compared, Error> {
    let zone = zone_here(tx, op.guild()).await?;
    let there = store::members::roster(tx, op.guild()).await?;
    let there: HashMap<_, _> = there.into_iter().map(|it| (it.user_id, it)).collect();
    let (mut new, mut changes, mut unchanged) = (Vec::new(), Vec::new(), 0);
    for row in rows {
        match there.get(&row.user_id) {
            None => new.push(as_in(row, &nobody(op, row.user_id, 0, zone.clone()), &zone)),
            Some(before) => {
                let after = as_in(row, before, &zone);
                if after == *before {
                    unchanged += 1;
                } else {
                    changes.push((before.clone(), after));
                }
            }
        }
    }
    Ok((new, changes, unchanged))
}

fn as_in(row: &ImportRow, before: &Staff, zone: &str) -> Staff {
    Staff {
        display_name: row.display_name.clone(),
        title: row.title.clone(),
        rank: row.rank,
        time_zone: row.time_zone.clone().unwrap_or_else(|| zone.to_owned()),
        ..before.clone()
    }
}

fn number(count: usize) -> u32 {
    count.try_into().unwrap_or(u32::MAX)
}
