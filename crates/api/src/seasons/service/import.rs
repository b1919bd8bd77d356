//! Points of an earlier bot, as adjustments.

use super::awards::announce_waiting;
use super::points::{Credit, Notify, credit, ensure_joined};
use super::{caller, season};
use crate::audit;
use crate::csv::rounding;
use crate::db::{self, Transaction};
use crate::members::{self, Member};
use crate::operation::Operation;
use crate::seasons::model::audited::Imported;
use crate::seasons::model::csv::{self, ImportRow};
use crate::seasons::model::{Season, SeasonError};
use crate::seasons::store;
use paddock_api_types::SeasonId;
use paddock_api_types::points::{ImportQuery, ImportReport, LedgerKind, RefusedRow};

/// Imports all rows of a file, or none, with the reasons. A dry run only reports the outcome.
pub(crate) async fn import(
    op: &Operation,
    id: SeasonId,
    query: ImportQuery,
    file: &str,
) -> Result<ImportReport, SeasonError> {
    caller(op)?;
    let source = query.source.as_str();
    let file = csv::read(file).map_err(|expected| {
        let field = "body";
        SeasonError::Invalid { field, expected }
    })?;
    let file = &file;
    op.write(|mut tx| async move {
        let season = season(&mut tx, op, id).await?;
        season.must_be_open(op.at)?;
        let (mut taken, mut refused) = judge(&mut tx, op, &season, source, &file.rows).await?;
        refused.extend(file.refused.iter().cloned());
        refused.sort_by_key(|row| row.line);
        if !query.dry_run && !refused.is_empty() {
            return Err(SeasonError::ImportRefused(refused));
        }
        let report = ImportReport {
            dry_run: query.dry_run,
            accepted: u32::try_from(taken.len()).expect("a file has few rows"),
            points: taken.iter().map(|row| row.points).sum(),
            skipped: file.skipped,
            refused,
        };
        if !query.dry_run {
            // By user id, the order in which every transaction claims members, to avoid deadlocks.
            taken.sort_by_key(|row| row.user_id);
            for row in taken {
                take(&mut tx, op, &season, source, row).await?;
            }
            announce_waiting(&mut tx, op, &season, op.at).await?;
            let imported = Imported {
                season_id: id,
                source,
                members: report.accepted,
                points: report.points,
            };
            audit::created(&mut tx, op, "points.imported", &imported).await?;
        }
        Ok(op.commit(tx, report).await?)
    })
    .await
}

/// Separates rows that can be imported from those that cannot.
async fn judge<'r>(
    tx: &mut Transaction,
    op: &Operation,
    season: &Season,
    source: &str,
    rows: &'r [ImportRow],
) -> Result<(Vec<&'r ImportRow>, Vec<RefusedRow>), SeasonError> {
    let (mut taken, mut refused) = (Vec::new(), Vec::new());
    for row in rows {
        let user = row.user_id;
        let member = members::service::lookup(&mut *tx, op.guild(), user).await?;
        let detail = match member {
            None => format!("{user} is not registered here{}", rounding(user)),
            Some(member) if !member.is_verified() => format!("{user} is not verified"),
            Some(_)
                if store::ledger::is_imported(tx, op.guild(), season.id, source, user).await? =>
            {
                format!("points of {user} were imported from this source before")
            }
            Some(_) => {
                taken.push(row);
                continue;
            }
        };
        let line = row.line;
        refused.push(RefusedRow { line, detail });
    }
    Ok((taken, refused))
}

async fn take(
    tx: &mut Transaction,
    op: &Operation,
    season: &Season,
    source: &str,
    row: &ImportRow,
) -> Result<(), SeasonError> {
    // Read again: with two thousand rows, a member may have changed since they were judged, and an
    // outdated version would make the whole import retry.
    let member = members::service::lookup(&mut *tx, op.guild(), row.user_id).await?;
    let verified = member.filter(Member::is_verified);
    let mut member = verified.ok_or(db::Error::Conflict)?;
    ensure_joined(tx, op, season, &mut member).await?;
    let reason = row
        .reason
        .clone()
        .unwrap_or_else(|| format!("Imported from {source}"));
    let imported = Credit {
        kind: LedgerKind::Adjustment,
        points: row.points,
        submission_id: None,
        reason: Some(&reason),
        // Not news: these points were earned long ago.
        announced: false,
        notify: Notify::No,
    };
    let (entry, _) = Box::pin(credit(tx, op, season, &mut member, &imported)).await?;
    Ok(store::ledger::note_import(tx, op.guild(), source, &entry).await?)
}
