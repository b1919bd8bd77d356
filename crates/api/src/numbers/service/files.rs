//! Claims as files.

use crate::audit;
use crate::csv::{cell, line, rounding};
use crate::db::{Error, Transaction};
use crate::guilds;
use crate::members;
use crate::numbers::model::audited::Imported;
use crate::numbers::model::csv::{self, ImportRow};
use crate::numbers::model::{Claim, NumberError, Scope, sort_key};
use crate::numbers::store;
use crate::operation::Operation;
use crate::page::PageRequest;
use futures_util::{Stream, TryStreamExt, stream};
use paddock_api_types::name_key;
use paddock_api_types::numbers::{ImportNumbersQuery, NumberClass, NumbersImported};
use paddock_api_types::points::RefusedRow;
use std::borrow::Cow;
use std::collections::HashMap;

/// Rows read at a time.
const ROWS: u32 = 500;

/// Claims, lowest number first.
pub(crate) fn export(op: Operation) -> impl Stream<Item = Result<String, Error>> {
    let op = op.at_length();
    let columns = ["number", "class", "user_id", "display_name", "claimed_at"];
    let header = line(columns.map(Cow::Borrowed));
    let rows = stream::try_unfold((op, Some(None)), |(op, next)| async move {
        let Some(after) = next else { return Ok(None) };
        let page = PageRequest { limit: ROWS, after };
        let rows = store::claims::list(&op.ctx.db, op.guild(), None, page).await?;
        let more = rows.len() > ROWS as usize;
        let rows = &rows[..rows.len().min(ROWS as usize)];
        let last = rows
            .last()
            .map(|it| [sort_key(&it.number), it.class.stored()]);
        let text: String = rows.iter().map(row).collect();
        Ok(Some((text, (op, more.then_some(last)))))
    });
    let header = stream::iter([Ok(header)]);
    let rows = rows.try_filter(|text| std::future::ready(!text.is_empty()));
    futures_util::StreamExt::chain(header, rows)
}

fn row(claim: &Claim) -> String {
    line([
        number_cell(claim),
        cell(claim.class_name.as_deref().unwrap_or_default()),
        claim.user_id.to_string().into(),
        cell(&claim.display_name),
        claim.claimed_at.to_string().into(),
    ])
}

/// As a text where a spreadsheet would drop leading zeros.
fn number_cell(claim: &Claim) -> Cow<'_, str> {
    let digits = claim.number.as_str();
    if digits.len() > 1 && digits.starts_with('0') {
        format!("'{digits}").into()
    } else {
        digits.into()
    }
}

/// Imports all rows of a file, or none, with the reasons. A dry run only reports the outcome.
pub(crate) async fn import(
    op: &Operation,
    query: &ImportNumbersQuery,
    file: &str,
) -> Result<NumbersImported, NumberError> {
    let (rows, unreadable) = csv::read(file).map_err(|expected| {
        let field = "body";
        NumberError::Invalid { field, expected }
    })?;
    let (rows, unreadable) = (&rows, &unreadable);
    op.write(|mut tx| async move {
        let judged = judge(&mut tx, op, rows).await?;
        let mut refused = judged.refused;
        refused.extend(unreadable.iter().cloned());
        refused.sort_by_key(|row| row.line);
        if !query.dry_run && !refused.is_empty() {
            return Err(NumberError::ImportRefused(refused));
        }
        let imported = NumbersImported {
            dry_run: query.dry_run,
            claimed: u32::try_from(judged.new.len()).expect("a file has few rows"),
            unchanged: judged.unchanged,
            refused,
        };
        if !query.dry_run {
            for claim in &judged.new {
                store::claims::insert(&mut tx, op.guild(), claim).await?;
                audit::created(&mut tx, op, "number.claimed", claim).await?;
            }
            let count = Imported {
                guild_id: op.guild(),
                claimed: imported.claimed,
            };
            audit::created(&mut tx, op, "numbers.imported", &count).await?;
        }
        Ok(op.commit(tx, imported).await?)
    })
    .await
}

#[derive(Default)]
struct Judged {
    new: Vec<Claim>,
    unchanged: u32,
    refused: Vec<RefusedRow>,
}

/// Separates rows that can be imported from those that cannot. An admin who imports is not held to
/// the limit per member, nor to the roster.
async fn judge(
    tx: &mut Transaction,
    op: &Operation,
    rows: &[ImportRow],
) -> Result<Judged, NumberError> {
    let guild = op.guild();
    let settings = guilds::service::settings(&mut *tx, guild).await?;
    let classes = store::classes::all(&mut *tx, guild).await?;
    let held = store::claims::between(&mut *tx, guild, 0, u16::MAX).await?;
    let held: HashMap<_, _> = held
        .iter()
        .map(|claim| ((claim.class, claim.number.as_str()), claim))
        .collect();
    let mut judged = Judged::default();
    for row in rows {
        let outcome = match scope(&classes, row) {
            Ok(class) => {
                let scope = Scope::new(class, &settings);
                let holder = held.get(&(scope.key(), row.number.as_str()));
                match holder {
                    Some(claim) if claim.user_id == row.user_id => {
                        judged.unchanged += 1;
                        continue;
                    }
                    Some(claim) => Err(format!("{} holds {}", claim.display_name, row.number)),
                    None => new_claim(tx, op, scope, row).await?,
                }
            }
            Err(detail) => Err(detail),
        };
        match outcome {
            Ok(claim) => judged.new.push(claim),
            Err(detail) => judged.refused.push(RefusedRow {
                line: row.line,
                detail,
            }),
        }
    }
    Ok(judged)
}

fn scope(classes: &[NumberClass], row: &ImportRow) -> Result<Option<NumberClass>, String> {
    let key = name_key(&row.class);
    let named = classes.iter().find(|class| name_key(&class.name) == key);
    match named {
        Some(class) => Ok(Some(class.clone())),
        None if !key.is_empty() => Err(format!("there is no class {:?}", row.class)),
        None if classes.len() > 1 => Err("class: there are several".to_owned()),
        None => Ok(classes.first().cloned()),
    }
}

async fn new_claim(
    tx: &mut Transaction,
    op: &Operation,
    scope: Scope,
    row: &ImportRow,
) -> Result<Result<Claim, String>, NumberError> {
    if let Err(refusal) = scope.check(&row.number) {
        return Ok(Err(refusal.to_string()));
    }
    let user = row.user_id;
    let Some(mut member) = members::service::lookup(&mut *tx, op.guild(), user).await? else {
        let rounded = rounding(user);
        return Ok(Err(format!("{user} is not registered here{rounded}")));
    };
    if !member.is_verified() {
        return Ok(Err(format!("{user} is not verified")));
    }
    // Against an erasure or a ban at the same time.
    members::service::claim(tx, op.guild(), &mut member).await?;
    Ok(Ok(Claim {
        class: scope.key(),
        class_name: scope.class.map(|class| class.name),
        number: row.number.clone(),
        user_id: user,
        display_name: member.display_name,
        claimed_at: op.at,
        release_at: None,
        version: 0,
    }))
}
