//! Results as others see them.

use super::read::{listed, of_listed};
use crate::db::Error;
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::results::model::content::{Row, Session};
use crate::results::model::outcome::{laps_driven, outcome};
use crate::results::model::{Listed, ResultError};
use crate::results::store::{results, rows};
use crate::{guilds, league};
use paddock_api_types::league::IracingLink;
use paddock_api_types::results::{RaceResult, RaceResultDetails, ResultRow, ResultSession};
use paddock_api_types::{Page, SubsessionId};
use std::collections::HashMap;

/// Results that are kept, the latest race first.
pub(crate) async fn list(
    op: &Operation,
    league_season_id: Option<i64>,
    page: PageRequest<2>,
) -> Result<Page<RaceResult>, Error> {
    let rows = results::list(&op.ctx.db, op.guild(), league_season_id, page).await?;
    let page = page.page(rows, Listed::key);
    Ok(Page {
        items: page.items.into_iter().map(of_listed).collect(),
        next_cursor: page.next_cursor,
    })
}

/// A result with its rows: names and customer ids with consent only.
pub(crate) async fn get(
    op: &Operation,
    id: SubsessionId,
) -> Result<RaceResultDetails, ResultError> {
    let (db, guild) = (&op.ctx.db, op.guild());
    let result = listed(db, guild, id.get()).await?;
    let settings = guilds::service::settings(db, guild).await?;
    let links = league::service::links(db, guild).await?;
    let of_account = links.iter().map(|link| (link.iracing_id, link));
    let shown = Shown {
        everybody: settings.league_holds_consent,
        links: of_account.collect(),
    };
    let rows = rows::of_result(db, guild, id.get()).await?;
    let sessions = rows::sessions(db, guild, id.get()).await?;
    let sessions = sessions.into_iter().map(|it| shown.session(it, &rows));
    Ok(RaceResultDetails {
        result,
        sessions: sessions.collect(),
    })
}

/// What may be shown.
struct Shown<'a> {
    everybody: bool,
    links: HashMap<i64, &'a IracingLink>,
}

impl Shown<'_> {
    fn session(&self, session: Session, all: &[Row]) -> ResultSession {
        let race = session.is_race();
        let rows = all
            .iter()
            .filter(|row| row.session_number == session.number);
        let rows = rows.map(|row| self.row(row, race, all)).collect();
        ResultSession {
            number: session.number,
            name: session.name,
            session_type: session.kind,
            race,
            rows,
        }
    }

    fn row(&self, row: &Row, race: bool, all: &[Row]) -> ResultRow {
        let link = row.cust_id.and_then(|id| self.links.get(&id));
        let consent = self.everybody || link.is_some_and(|link| link.consent);
        let of_nobody = row.is_team() || row.ai;
        let row = wire(row, race.then(|| laps_driven(row, all)));
        ResultRow {
            user_id: link.map(|link| link.user_id),
            iracing_id: row.iracing_id.filter(|_| consent),
            name: row.name.filter(|_| consent || of_nobody),
            ..row
        }
    }
}

/// A row with all that is kept of whoever drove; `laps` are those that it stands for in a race.
pub(super) fn wire(row: &Row, laps: Option<i64>) -> ResultRow {
    ResultRow {
        place: row.place,
        team_place: row.team_place,
        team: row.is_team(),
        ai: row.ai,
        user_id: None,
        iracing_id: row.cust_id,
        name: row.name.clone(),
        car_number: row.car_number.clone(),
        car: row.car_name.clone(),
        class: row.class_name.clone(),
        position: row.position,
        class_position: row.class_position,
        start_position: row.start_position,
        laps: row.laps,
        laps_led: row.laps_led,
        best_lap: row.best_lap,
        average_lap: row.average_lap,
        qualifying_lap: row.qualifying_lap,
        gap: row.gap,
        incidents: row.incidents,
        reason_out_id: row.reason_out_id,
        reason_out: row.reason_out.clone(),
        outcome: laps.map(|laps| outcome(laps, row.reason_out_id)),
        league_points: row.league_points,
        league_agg_points: row.league_agg_points,
    }
}
