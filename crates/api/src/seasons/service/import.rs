//! Points of an earlier bot, as adjustments.

use super::points::{Credit, credit, ensure_joined};
use super::{caller, season};
use crate::audit::{self, Change};
use crate::db::{self, Transaction};
use crate::members::{self, Member};
use crate::operation::Operation;
use crate::seasons::model::csv::{self, ImportRow};
use crate::seasons::model::{Season, SeasonError};
use crate::seasons::store;
use crate::text::{self, Allowed};
use paddock_api_types::SeasonId;
use paddock_api_types::points::{ImportQuery, ImportReport, LedgerKind, RefusedRow};

const SOURCE: Allowed = Allowed {
    max: 40,
    expected: "1 to 40 characters in one line",
};

/// Takes all rows of a file, or none and says why. A dry run only says what would come of it.
pub(crate) async fn import(
    op: &Operation,
    id: SeasonId,
    query: ImportQuery,
    file: &str,
) -> Result<ImportReport, SeasonError> {
    caller(op)?;
    let source = &text::line("source", &query.source, SOURCE)?;
    let (rows, unreadable) = csv::read(file).map_err(|expected| {
        let field = "body";
        SeasonError::Invalid { field, expected }
    })?;
    let (rows, unreadable) = (&rows, &unreadable);
    op.write(|mut tx| async move {
        let season = season(&mut tx, op, id).await?;
        season.must_be_open(op.at)?;
        let (mut taken, mut refused) = judge(&mut tx, op, &season, source, rows).await?;
        refused.extend(unreadable.iter().cloned());
        refused.sort_by_key(|row| row.line);
        if !query.dry_run && !refused.is_empty() {
            return Err(SeasonError::ImportRefused(refused));
        }
        let report = ImportReport {
            dry_run: query.dry_run,
            accepted: u32::try_from(taken.len()).expect("a file has few rows"),
            points: taken.iter().map(|row| row.points).sum(),
            refused,
        };
        if !query.dry_run {
            // Members in one order, as everybody takes them who takes several.
            taken.sort_by_key(|row| row.user_id);
            for row in taken {
                take(&mut tx, op, &season, source, row).await?;
            }
            let change = Change::new("points.imported", super::seasons::subject(id))
                .new_value("source", source)
                .new_value("members", &report.accepted)
                .new_value("points", &report.points);
            audit::service::record(&mut tx, op, &change).await?;
        }
        Ok(op.commit(tx, report).await?)
    })
    .await
}

/// Tells rows that can be taken from those that cannot.
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
            None => format!("{user} is not registered here"),
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
    // Read again: with two thousand rows there is time for a change since they were judged, and a
    // member as they were then would have all of it start over.
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
        // Nobody climbs today: these points were given long ago.
        announced: false,
    };
    let (entry, _) = credit(tx, op, season, &mut member, &imported).await?;
    Ok(store::ledger::note_import(tx, op.guild(), source, &entry).await?)
}
