//! Checking in.
//!
//! A check-in is one statement that writes, and is its own record of who did what when: an audit entry and a kept
//! answer would say the same twice more, for a thousand people within seconds. Repeating it is safe,
//! because of two check-ins of a member the one typed later stands.

use super::{session, sessions::wrong_channel_error};
use crate::attendance::model::codes::Verdict;
use crate::attendance::model::{AttendanceError, MAX_JUDGED, MAX_WRONG, Session, stored};
use crate::attendance::store;
use crate::attendance::store::guesses::Minute;
use crate::attendance::store::records::NewRecord;
use crate::attendance::store::sessions::Attempt;
use crate::guilds;
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::task;
use jiff::Timestamp;
use paddock_api_types::attendance::{CheckIn, CheckedIn, WrongCodes};
use paddock_api_types::audit::AuditVia;
use paddock_api_types::{AttendanceSessionId, Page, UserId};
use tracing::Instrument as _;

const MINUTE: i64 = 60_000;

/// Checks the caller in.
pub(crate) async fn check_in(
    op: &Operation,
    check_in: &CheckIn,
) -> Result<CheckedIn, AttendanceError> {
    let user = op.actor.user_id.ok_or(AttendanceError::NoneOpen)?;
    // Only the bot knows these; the holder of a token could make them up.
    let bot = op.actor.via == AuditVia::Discord;
    let at = check_in
        .created_at
        .filter(|_| bot)
        .map_or(op.at, |at| stored(at.min(op.at)));
    let username = check_in.username.clone().filter(|_| bot);
    let number = op.at_ms() / MINUTE;
    let attempt = attempt(op, check_in.session_id, (user, number)).await?;
    let Attempt { session, wrong } = attempt;
    if !session.is_open(at) {
        return Err(AttendanceError::Closed);
    }
    let minute = Minute {
        session: session.id,
        guild: op.guild(),
        user,
        number,
    };
    if wrong >= MAX_JUDGED {
        return Err(paused(minute));
    }
    match session.judge(&check_in.code, at) {
        // Somebody who reads the code does not guess it.
        Verdict::Good if wrong > 0 => store::guesses::end_pause(&op.ctx.db, minute).await?,
        Verdict::Good => {}
        Verdict::Malformed => {
            let length = session.code_length;
            return Err(AttendanceError::NoCode { length });
        }
        Verdict::Expired => return Err(AttendanceError::CodeExpired),
        Verdict::Wrong => return Err(guessed(op, minute).await?),
    }
    if let Some(channel) = session.voice_channel_id {
        let voice = check_in.voice.filter(|_| bot);
        let is_there = voice.is_some_and(|voice| voice.channel_id == Some(channel));
        if !is_there {
            // Nobody can be in a channel that was deleted since the session was opened.
            let server = guilds::service::server(&op.ctx.db, op.guild()).await?;
            server.check_voice_channel("voice_channel_id", channel)?;
            voice.ok_or(AttendanceError::VoiceUnknown)?;
            return Err(AttendanceError::NotInVoice { channel });
        }
    }
    let record = NewRecord {
        user,
        username: username.map(Into::into),
        status: session.status_at(at),
        marked_by: None,
        note: None,
        at,
    };
    let checked_in = CheckedIn {
        session_id: session.id,
        title: session.title.clone(),
        status: record.status,
        at,
        closes_at: session.closes_at,
    };
    keep(op, session, record).await?;
    Ok(checked_in)
}

/// Saves a check-in in a session that was open when it was read.
pub(crate) async fn keep(
    op: &Operation,
    session: Session,
    record: NewRecord,
) -> Result<(), AttendanceError> {
    let db = op.ctx.db.clone();
    let keeping = async move {
        // If the session was closed and credited meanwhile, that missed this record. Looking afterwards
        // is enough: a later closing finds the record.
        if store::records::save(&db, &session, &record).await? {
            store::credits::correct_kept(&db, &session, record.user).await?;
            store::displays::show_again(&db, &session).await?;
        }
        Ok(())
    };
    // In a task of its own: whoever hangs up may be recorded all the same, and must not be missed.
    task::ended(tokio::spawn(keeping.in_current_span())).await
}

/// An attempt at the session asked for, or at the one that is open where the caller is.
async fn attempt(
    op: &Operation,
    id: Option<AttendanceSessionId>,
    by: (UserId, i64),
) -> Result<Attempt, AttendanceError> {
    let (db, guild) = (&op.ctx.db, op.guild());
    if let Some(id) = id {
        let attempt = store::sessions::attempt(db, guild, id, by).await?;
        return attempt.ok_or(AttendanceError::NotFound);
    }
    let open = match op.actor.channel_id {
        Some(channel) => store::sessions::attempt_in(db, guild, channel, by).await?,
        None => None,
    };
    match open {
        Some(attempt) => Ok(attempt),
        None => Err(wrong_channel_error(op).await?),
    }
}

/// Until the next minute.
fn paused(minute: Minute) -> AttendanceError {
    let until = Timestamp::from_millisecond((minute.number + 1) * MINUTE);
    let until = until.unwrap_or(Timestamp::MAX);
    AttendanceError::Paused { until }
}

/// Counts a wrong code, and returns how many attempts are left, or that it is time for a pause.
async fn guessed(op: &Operation, minute: Minute) -> Result<AttendanceError, AttendanceError> {
    let wrong = op
        .ctx
        .db
        .transact(|mut tx| async move {
            store::guesses::add(&mut tx, minute, op.at_ms()).await?;
            let wrong = store::guesses::count(&mut tx, minute).await?;
            // Attempts at the same moment were all looked at before any was counted.
            if wrong > MAX_JUDGED {
                return Err(paused(minute));
            }
            Ok::<_, AttendanceError>(tx.commit(wrong).await?)
        })
        .await?;
    Ok(match MAX_WRONG.checked_sub(wrong) {
        Some(left) => AttendanceError::WrongCode { left },
        None => paused(minute),
    })
}

/// Members who typed wrong codes in a session.
pub(crate) async fn wrong_codes(
    op: &Operation,
    id: AttendanceSessionId,
    page: PageRequest<1>,
) -> Result<Page<WrongCodes>, AttendanceError> {
    let db = &op.ctx.db;
    let session = session(db, op, id).await?;
    let rows = store::guesses::list(db, op.guild(), session.id, page).await?;
    Ok(page.page(rows, |row| [UserId::get(row.user_id)]))
}
