//! What attending is worth, and what was credited for it.

use crate::attendance::model::Session;
use crate::db::{
    Change, Database, Error, Source, Transaction, changed, insert, record, select, update, upsert,
};
use paddock_api_types::attendance::{AttendanceRule, AttendanceStatus};
use paddock_api_types::{AttendanceSessionId, GuildId, SeasonId, UserId};

const RULE: &str = select!(AttendanceRule, "WHERE season_id = ? AND guild_id = ?");
const RULES: &str = select!(SeasonRule, "WHERE guild_id = ? ORDER BY season_id");
const DELETE_RULE: &str = "DELETE FROM attendance_rules WHERE season_id = ? AND guild_id = ?";
const DUE: &str = select!(
    Session,
    "WHERE credits_due = TRUE ORDER BY session_id LIMIT 20"
);
const MEMBERS: &str = "SELECT user_id, status FROM attendance_records \
     WHERE session_id = ? AND +guild_id = ? AND user_id > ? ORDER BY user_id LIMIT ?";
const CORRECTIONS: &str = select!(Correction, "ORDER BY session_id, user_id LIMIT 200");
const CORRECTED: &str = "DELETE FROM attendance_corrections \
     WHERE session_id = ? AND guild_id = ? AND user_id = ?";
const CREDITED: &str = "SELECT points FROM attendance_credits \
     WHERE session_id = ? AND guild_id = ? AND user_id = ? AND season_id = ?";
const CHANGE: &str = "UPDATE attendance_credits SET points = ? \
     WHERE session_id = ? AND user_id = ? AND season_id = ? AND guild_id = ? AND points = ?";
const ERASE_CORRECTIONS: &str =
    "DELETE FROM attendance_corrections WHERE guild_id = ? AND user_id = ?";
const ERASE: &str = "DELETE FROM attendance_credits WHERE guild_id = ? AND user_id = ?";

struct SeasonRule {
    season: SeasonId,
    rule: AttendanceRule,
}

/// A member's record of a closed session changed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Correction {
    pub(crate) session: AttendanceSessionId,
    pub(crate) user: UserId,
    pub(crate) guild: GuildId,
}

record! { AttendanceRule from attendance_rules { present_points, late_points, excused_points } }
record! { SeasonRule from attendance_rules { season: season_id, rule: (AttendanceRule) } }
record! { Correction from attendance_corrections {
    session: session_id, user: user_id, guild: guild_id,
} }

/// What attending is worth in a season.
pub(crate) async fn rule<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    season: SeasonId,
) -> Result<Option<AttendanceRule>, Error> {
    from.query(RULE, (season, guild)).optional().await
}

/// Every rule of a guild.
pub(crate) async fn rules<'s>(
    from: impl Source<'s>,
    guild: GuildId,
) -> Result<Vec<(SeasonId, AttendanceRule)>, Error> {
    let rows: Vec<SeasonRule> = from.query(RULES, (guild,)).all().await?;
    Ok(rows.into_iter().map(|row| (row.season, row.rule)).collect())
}

pub(crate) async fn save_rule(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
    rule: AttendanceRule,
) -> Result<(), Error> {
    let row = upsert!(
        attendance_rules {
            present_points: rule.present_points,
            late_points: rule.late_points,
            excused_points: rule.excused_points,
        },
        key {
            guild_id: guild,
            season_id: season
        }
    );
    tx.put(row).await
}

pub(crate) async fn delete_rule(
    tx: &mut Transaction,
    guild: GuildId,
    season: SeasonId,
) -> Result<(), Error> {
    tx.query(DELETE_RULE, (season, guild)).done().await
}

/// Closed sessions of every guild whose members are not credited yet.
pub(crate) async fn due(db: &Database) -> Result<Vec<Session>, Error> {
    db.query(DUE, ()).all().await
}

/// Nothing is left to credit, unless something changed meanwhile.
pub(crate) async fn set_credited(db: &Database, session: &Session) -> Result<(), Error> {
    let credited = update!(
        attendance_sessions { credits_due: false },
        at session.version,
        key { session_id: session.id, guild_id: session.guild_id }
    );
    db.put(credited).await
}

/// Has what a member is credited looked at again.
pub(crate) async fn correct(
    tx: &mut Transaction,
    session: &Session,
    user: UserId,
) -> Result<(), Error> {
    let row = correction(session, &user);
    tx.put(row).await
}

/// The same for a record that was kept before.
pub(crate) async fn correct_kept(
    db: &Database,
    session: &Session,
    user: UserId,
) -> Result<(), Error> {
    let row = correction(session, &user);
    db.put(row).await
}

/// Members of every guild to look at again, some at a time.
pub(crate) async fn corrections(db: &Database) -> Result<Vec<Correction>, Error> {
    db.query(CORRECTIONS, ()).all().await
}

/// Takes a correction up, before anything is read for it: another change of the record waits here,
/// and asks for another correction. Whether it was still to be done.
pub(crate) async fn take_up(tx: &mut Transaction, correction: Correction) -> Result<bool, Error> {
    let values = (correction.session, correction.guild, correction.user);
    Ok(tx.query(CORRECTED, values).execute().await? > 0)
}

/// Members of a session and how they attended.
pub(crate) async fn members(
    db: &Database,
    guild: GuildId,
    session: AttendanceSessionId,
    after: i64,
    limit: i64,
) -> Result<Vec<(UserId, AttendanceStatus)>, Error> {
    let values = (session, guild, after, limit);
    db.query(MEMBERS, values).all().await
}

/// What a member was credited for a session in a season, if anything ever was.
pub(crate) async fn credited(
    tx: &mut Transaction,
    guild: GuildId,
    session: AttendanceSessionId,
    user: UserId,
    season: SeasonId,
) -> Result<Option<i64>, Error> {
    let values = (session, guild, user, season);
    tx.query(CREDITED, values).optional_scalar().await
}

/// Keeps what a member is credited, in the place of what was read before: of two transactions that
/// credit at the same time one begins again, and finds that nothing is left to give.
pub(crate) async fn save(
    tx: &mut Transaction,
    session: &Session,
    user: UserId,
    season: SeasonId,
    (before, points): (Option<i64>, i64),
) -> Result<(), Error> {
    let (session, guild) = (session.id, session.guild_id);
    if let Some(before) = before {
        let values = (points, session, user, season, guild, before);
        return changed(tx.query(CHANGE, values).execute().await?);
    }
    let row = insert!(attendance_credits {
        session_id: session,
        user_id: user,
        season_id: season,
        guild_id: guild,
        points,
    });
    tx.create(row).await
}

pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    for sql in [ERASE, ERASE_CORRECTIONS] {
        tx.query(sql, (guild, user)).done().await?;
    }
    Ok(())
}

fn correction<'v>(session: &'v Session, user: &'v UserId) -> Change<'v, 3> {
    upsert!(
        attendance_corrections {
            guild_id: session.guild_id
        },
        key {
            session_id: session.id,
            user_id: *user
        }
    )
}
