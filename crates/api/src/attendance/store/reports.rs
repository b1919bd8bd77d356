//! Attendance over time.

use crate::attendance::model::rate;
use crate::db::{Database, Error, Source};
use crate::page::PageRequest;
use paddock_api_types::attendance::MemberAttendance;
use paddock_api_types::{GuildId, UserId};

// Of sessions that are closed: what was recorded, and who was expected without a record. The sign
// before the guild keeps SQLite from going through all that the guild ever recorded.
const REPORT: &str = "SELECT x.user_id, MAX(m.display_name) AS display_name, \
     CAST(SUM(CASE WHEN x.status = 'present' THEN 1 ELSE 0 END) AS SIGNED) AS present, \
     CAST(SUM(CASE WHEN x.status = 'late' THEN 1 ELSE 0 END) AS SIGNED) AS late, \
     CAST(SUM(CASE WHEN x.status = 'excused' THEN 1 ELSE 0 END) AS SIGNED) AS excused, \
     CAST(SUM(CASE WHEN x.status = 'absent' THEN 1 ELSE 0 END) AS SIGNED) AS absent \
     FROM ( \
     SELECT r.user_id, r.status FROM attendance_sessions s \
         JOIN attendance_records r ON r.session_id = s.session_id AND +r.guild_id = s.guild_id \
         WHERE s.guild_id = ? AND s.closed_at IS NOT NULL AND s.opened_at >= ? AND s.opened_at < ? \
         AND r.user_id >= ? AND r.user_id <= ? \
     UNION ALL SELECT e.user_id, 'absent' AS status FROM attendance_sessions s \
         JOIN attendance_expected e ON e.session_id = s.session_id AND +e.guild_id = s.guild_id \
         LEFT JOIN attendance_records r \
         ON r.session_id = e.session_id AND r.user_id = e.user_id AND r.guild_id = e.guild_id \
         WHERE s.guild_id = ? AND s.closed_at IS NOT NULL AND s.opened_at >= ? AND s.opened_at < ? \
         AND e.user_id >= ? AND e.user_id <= ? AND r.user_id IS NULL) AS x \
     LEFT JOIN members m ON m.guild_id = ? AND m.user_id = x.user_id \
     GROUP BY x.user_id ORDER BY x.user_id LIMIT ?";

/// Of whom, and of which time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Filter {
    pub(crate) guild: GuildId,
    pub(crate) user: Option<UserId>,
    /// In milliseconds.
    pub(crate) from: i64,
    /// In milliseconds; excluded.
    pub(crate) to: i64,
}

/// How members attended.
pub(crate) async fn list(
    db: &Database,
    filter: Filter,
    page: PageRequest<1>,
) -> Result<Vec<MemberAttendance>, Error> {
    let Filter {
        guild,
        user,
        from,
        to,
    } = filter;
    let after = page.after_id();
    let first = user.map_or(after + 1, |user| user.get().max(after + 1));
    let last = user.map_or(i64::MAX, UserId::get);
    let values = (
        guild,
        from,
        to,
        first,
        last,
        guild,
        from,
        to,
        first,
        last,
        guild,
        page.rows(),
    );
    let rows: Vec<(_, _, u32, u32, _, u32)> = db.query(REPORT, values).all().await?;
    let rows = rows
        .into_iter()
        .map(
            |(user_id, display_name, present, late, excused, absent)| MemberAttendance {
                user_id,
                display_name,
                present,
                late,
                excused,
                absent,
                rate_percent: rate(present.saturating_add(late), absent),
            },
        );
    Ok(rows.collect())
}
