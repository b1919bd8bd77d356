//! Every file is kept, once.

use super::{Kept, actions, keep, result, service};
use crate::league;
use crate::operation::Operation;
use crate::privacy;
use crate::results::model::content::Content;
use crate::results::store::rows;
use crate::testing::{TestContext, guild};
use paddock_api_types::CustId;
use paddock_api_types::league::LinkIracing;
use paddock_api_types::members::Level;
use paddock_api_types::results::{ResultField, SubsessionKind};

/// What was computed from the files by other means: rows, laps, incidents and points of the league's
/// own system, over all sessions, of teams and drivers alike.
const FILES: [(&str, [i64; 4]); 7] = [
    ("04-export-league-team-2026-02", [170, 10178, 2632, 0]),
    ("04-export-league-team-2026-02-trimmed", [25, 1482, 290, 0]),
    ("05-export-league-heats-2026-02", [15, 334, 87, 0]),
    (
        "08-export-league-heats-30cars-2025-02",
        [150, 883, 705, 718],
    ),
    ("10-api-official-heats-2020-trimmed", [16, 117, 10, 0]),
    (
        "11-api-league-2class-club-2024-05-licenses",
        [147, 1583, 1269, 0],
    ),
    ("14-api-league-heats-2022-11", [25, 300, 275, 0]),
];

async fn kept(op: &Operation, id: i64) -> Content {
    let (db, guild) = (&op.ctx.db, op.guild());
    let kept = db.transact(|mut tx| async move {
        let kept = service::content(&mut tx, guild, id).await?;
        tx.commit(kept).await
    });
    kept.await.unwrap().unwrap().1
}

#[tokio::test]
async fn every_file_is_kept_with_its_totals_and_twice_without_a_change() {
    for (name, totals) in FILES {
        let test = TestContext::new().await;
        let op = test.admin();
        let subsession = result(name);
        assert_eq!(keep(&op, &subsession).await, Kept::New, "{name}");
        let content = kept(&op, subsession.subsession_id).await;
        let sum = |of: fn(&super::super::model::content::Row) -> Option<i64>| {
            content.rows.iter().filter_map(of).sum::<i64>()
        };
        let found = [
            i64::try_from(content.rows.len()).unwrap(),
            sum(|row| row.laps),
            sum(|row| row.incidents),
            sum(|row| row.league_points),
        ];
        assert_eq!(found, totals, "{name}");
        let log = actions(&test).await;
        assert_eq!(keep(&op, &subsession).await, Kept::Same, "{name}");
        assert_eq!(actions(&test).await, log, "{name}");
        assert_eq!(kept(&op, subsession.subsession_id).await, content, "{name}");
    }
}
