//! Statements of one approved submission, one view of a leaderboard, one check-in and one claim of a number, in their
//! order.
//!
//! Copied from the stores of `crates/api/src`, on which this crate does not depend; a test below fails if a
//! store has changed since, so that both sides always do the same work. Here each statement is sent by
//! itself, and Paddock sends MariaDB several at once. Which of them run is decided in
//! `seasons/service/{submit,points,leaderboard}.rs`, `attendance/service/check_in.rs`,
//! `numbers/service/claim.rs`, `operation/mod.rs` and `auth/credentials.rs`.

/// `members/store.rs`: the first statement of every call.
pub(crate) const STANDING: &str = "SELECT m.status, m.is_admin, m.in_guild, m.api_access_since, \
     g.admin_role_id, asked.n FROM (SELECT 0 AS n, ? AS guild_id, ? AS user_id) AS asked \
     LEFT JOIN members m ON m.guild_id = asked.guild_id AND m.user_id = asked.user_id \
     LEFT JOIN guilds g ON g.guild_id = asked.guild_id";

/// `operation/store.rs`
pub(crate) const KEEP_ANSWER: &str = "INSERT INTO idempotency_keys \
     (guild_id, user_id, idempotency_key, fingerprint, answer, about_user_id, created_at) \
     VALUES (?, ?, ?, ?, ?, ?, ?)";

/// `seasons/store/seasons.rs`
pub(crate) const SEASON: &str = "SELECT seasons.season_id, seasons.guild_id, seasons.number, \
     seasons.name, seasons.starts_at, seasons.ends_at, seasons.remove_roles_at_end, \
     seasons.participants, seasons.opened_at, seasons.closed_at, seasons.created_at, \
     seasons.updated_at, seasons.version FROM seasons WHERE season_id = ? AND guild_id = ?";

/// `members/store.rs`
pub(crate) const MEMBER: &str = "SELECT members.user_id, members.display_name, \
     members.external_id, members.discord_name, members.status, members.status_reason, \
     members.in_guild, members.is_admin, members.api_access_since, members.registered_at, \
     members.updated_at, members.version FROM members WHERE guild_id = ? AND user_id = ?";

/// `guilds/store.rs`
pub(crate) const SETTINGS: &str = "SELECT guilds.league_id, guilds.number_min, guilds.number_max, \
     guilds.numbers_per_member, guilds.number_release_days, guilds.league_holds_consent, \
     guilds.admin_role_id, guilds.verified_role_id, guilds.announcement_channel_id, \
     guilds.review_channel_id, guilds.admin_channel_id, guilds.attendance_channel_id, \
     guilds.fallback_channel_id, guilds.auto_approve_submissions, guilds.time_zone, guilds.version, \
     guilds.updated_at FROM guilds WHERE guild_id = ?";

/// `seasons/store/attempts.rs`: seasons that are open, member, settings and item.
pub(crate) const SUBMISSION_ATTEMPT: &str = "SELECT seasons.season_id, seasons.guild_id, \
     seasons.number, seasons.name, seasons.starts_at, seasons.ends_at, \
     seasons.remove_roles_at_end, seasons.participants, seasons.opened_at, seasons.closed_at, \
     seasons.created_at, seasons.updated_at, seasons.version, \
     members.user_id, members.display_name, \
     members.external_id, members.discord_name, members.status, members.status_reason, \
     members.in_guild, members.is_admin, members.api_access_since, members.registered_at, \
     members.updated_at, members.version, guilds.league_id, guilds.number_min, guilds.number_max, \
     guilds.numbers_per_member, guilds.number_release_days, guilds.league_holds_consent, \
     guilds.admin_role_id, guilds.verified_role_id, guilds.announcement_channel_id, \
     guilds.review_channel_id, guilds.admin_channel_id, guilds.attendance_channel_id, \
     guilds.fallback_channel_id, guilds.auto_approve_submissions, guilds.time_zone, \
     season_items.item_id, items.name, items.description, season_items.points, \
     season_items.max_quantity, season_items.max_per_day, items.submitted, guild_reports.name \
     FROM seasons \
     LEFT JOIN members ON members.guild_id = seasons.guild_id AND members.user_id = ? \
     LEFT JOIN guilds ON guilds.guild_id = seasons.guild_id \
     LEFT JOIN season_items ON season_items.guild_id = seasons.guild_id \
         AND season_items.season_id = seasons.season_id AND season_items.item_id = ? \
     LEFT JOIN items ON items.item_id = season_items.item_id \
         AND items.guild_id = season_items.guild_id \
     LEFT JOIN guild_reports ON guild_reports.guild_id = seasons.guild_id \
     WHERE seasons.guild_id = ? AND seasons.starts_at <= ? AND seasons.ends_at > ? \
     AND seasons.closed_at IS NULL ORDER BY seasons.starts_at DESC, seasons.season_id DESC";

/// `seasons/store/submissions.rs`
pub(crate) const SUBMIT: &str = "INSERT INTO submissions (item_id, quantity, points_each, state, \
     proof_url, note, decided_by, decided_at, reason, updated_at, submission_id, guild_id, \
     season_id, user_id, submitted_by, submitted_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, \
     ?, ?, ?, ?, ?, ?, ?, ?)";

/// `seasons/store/standings.rs`
pub(crate) const ADD_POINTS: &str = "UPDATE standings SET points = points + ?, reached_id = ?, \
     version = version + 1 WHERE guild_id = ? AND season_id = ? AND user_id = ? AND frozen = FALSE";

/// `seasons/store/standings.rs`: a standing, and the ranks of its season.
pub(crate) const POINTS_AND_RANKS: &str = "SELECT standings.season_id, standings.user_id, \
     standings.points, standings.listed, standings.joined_at, standings.version, ranks.rank_id, \
     ranks.position, ranks.name, ranks.threshold, ranks.badge FROM standings LEFT JOIN ranks \
     ON ranks.guild_id = standings.guild_id AND ranks.season_id = standings.season_id \
     WHERE standings.guild_id = ? AND standings.season_id = ? AND standings.user_id = ? \
     AND standings.reached_id = ?";

/// `seasons/store/ledger.rs`
pub(crate) const LEDGER: &str = "INSERT INTO ledger_entries (entry_id, guild_id, season_id, \
     user_id, kind, points, submission_id, actor_id, reason, created_at) \
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

/// `seasons/store/counts.rs`: a row for each count, and how it ends on either engine.
pub(crate) const ADD_COUNTS: &str = "INSERT INTO standing_counts (guild_id, season_id, level, bucket, \
     members) VALUES (?, ?, ?, ?, ?)";
pub(crate) const COUNTED_ON_MARIADB: &str =
    " ON DUPLICATE KEY UPDATE members = members + VALUES(members)";
pub(crate) const COUNTED_ON_SQLITE: &str = " ON CONFLICT (season_id, level, bucket) \
     DO UPDATE SET members = members + excluded.members";

/// `seasons/store/ranks.rs`
pub(crate) const LADDER: &str = "SELECT ranks.rank_id, ranks.position, ranks.name, \
     ranks.threshold, ranks.badge FROM ranks WHERE guild_id = ? AND season_id = ?";

/// `audit/store.rs`
pub(crate) const AUDIT: &str = "INSERT INTO audit_entries (entry_id, guild_id, at, actor_id, via, \
     action, subject, before_values, after_values, request_id) \
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

/// `seasons/store/standings.rs`
pub(crate) const FIRST_PAGE: &str = "SELECT standings.user_id, members.display_name, \
     standings.points, standings.reached_id FROM standings JOIN members ON members.guild_id = \
     standings.guild_id AND members.user_id = standings.user_id WHERE standings.guild_id = ? AND \
     standings.season_id = ? AND standings.listed = TRUE ORDER BY standings.points DESC, \
     standings.reached_id LIMIT ?";

/// Which counts of a level are above a standing, in `seasons/store/counts.rs`.
macro_rules! level {
    (0) => {
        concat!(
            "level = 0 AND bucket > standings.points AND bucket <= ",
            bucket!("64"),
            " * 64 + 63"
        )
    };
    (4) => {
        concat!("level = 4 AND bucket > ", bucket!("16777216"))
    };
    ($level:literal $own:literal $next:literal) => {
        concat!(
            "level = ",
            $level,
            " AND bucket > ",
            bucket!($own),
            " AND bucket <= ",
            bucket!($next),
            " * 64 + 63"
        )
    };
}
macro_rules! bucket {
    ($size:literal) => {
        concat!(
            "CAST((standings.points - (standings.points % ",
            $size,
            " + ",
            $size,
            ") % ",
            $size,
            ") / ",
            $size,
            " AS SIGNED)"
        )
    };
}

/// `seasons/store/standings.rs`: a member's row and how many have more points, by the ranges of all levels with
/// what stands between them.
macro_rules! own_row {
    ($before:literal, $between:literal, $after:literal) => {
        concat!(
            "SELECT standings.user_id, members.display_name, standings.points, standings.reached_id, ",
            $before,
            level!(0),
            $between,
            level!(1 "64" "4096"),
            $between,
            level!(2 "4096" "262144"),
            $between,
            level!(3 "262144" "16777216"),
            $between,
            level!(4),
            $after,
            " FROM standings JOIN members ON members.guild_id = standings.guild_id \
             AND members.user_id = standings.user_id WHERE standings.guild_id = ? \
             AND standings.season_id = ? AND standings.user_id = ? AND standings.listed = TRUE"
        )
    };
}
pub(crate) const OWN_ROW_ON_MARIADB: &str = own_row!(
    "CAST(COALESCE((SELECT SUM(members) FROM standing_counts \
     WHERE standing_counts.guild_id = standings.guild_id \
     AND standing_counts.season_id = standings.season_id AND (",
    " OR ",
    ")), 0) AS SIGNED)"
);
pub(crate) const OWN_ROW_ON_SQLITE: &str = own_row!(
    "COALESCE((SELECT SUM(members) FROM standing_counts \
     WHERE standing_counts.guild_id = standings.guild_id \
     AND standing_counts.season_id = standings.season_id AND ",
    "), 0) + COALESCE((SELECT SUM(members) FROM standing_counts \
     WHERE standing_counts.guild_id = standings.guild_id \
     AND standing_counts.season_id = standings.season_id AND ",
    "), 0)"
);

/// `attendance/store/sessions.rs`
pub(crate) const ATTEMPT: &str = "SELECT attendance_sessions.session_id, \
     attendance_sessions.guild_id, attendance_sessions.title, attendance_sessions.channel_id, \
     attendance_sessions.display_channel_id, attendance_sessions.role_id, \
     attendance_sessions.voice_channel_id, attendance_sessions.secret, \
     attendance_sessions.code_length, attendance_sessions.interval_seconds, \
     attendance_sessions.interval_from, attendance_sessions.former_seconds, \
     attendance_sessions.former_from, attendance_sessions.grace_seconds, \
     attendance_sessions.late_after_minutes, attendance_sessions.opened_by, \
     attendance_sessions.opened_at, attendance_sessions.closes_at, attendance_sessions.closed_at, \
     attendance_sessions.closed_by, attendance_sessions.display_message_id, \
     attendance_sessions.end_shown, attendance_sessions.version, \
     COALESCE(attendance_guesses.wrong - attendance_guesses.forgiven, 0), asked.n \
     FROM attendance_sessions \
     JOIN (SELECT 0 AS n, ? AS guild_id, ? AS channel_id, ? AS user_id, ? AS minute) AS asked \
     ON asked.guild_id = attendance_sessions.guild_id \
     AND asked.channel_id = attendance_sessions.open_channel_id \
     LEFT JOIN attendance_guesses ON attendance_guesses.session_id = attendance_sessions.session_id \
     AND attendance_guesses.guild_id = attendance_sessions.guild_id \
     AND attendance_guesses.user_id = asked.user_id AND attendance_guesses.minute = asked.minute";

/// `attendance/store/records.rs`
pub(crate) const IS_CLOSED: &str = "SELECT s.closed_at IS NOT NULL, asked.n \
     FROM (SELECT 0 AS n, ? AS session_id, ? AS guild_id) AS asked JOIN attendance_sessions s \
     ON s.session_id = asked.session_id AND s.guild_id = asked.guild_id";

/// `attendance/store/records.rs`
pub(crate) const CHECK_IN_ON_MARIADB: &str = "INSERT INTO attendance_records (session_id, user_id, \
     guild_id, username, status, marked_by, note, at, raced) \
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE) ON DUPLICATE KEY UPDATE \
     username = IF(VALUES(at) >= at, COALESCE(VALUES(username), username), username), \
     status = IF(VALUES(at) >= at, VALUES(status), status), \
     marked_by = IF(VALUES(at) >= at, VALUES(marked_by), marked_by), \
     note = IF(VALUES(at) >= at, VALUES(note), note), \
     raced = IF(VALUES(at) >= at, FALSE, raced), \
     at = GREATEST(at, VALUES(at))";

/// `attendance/store/records.rs`
pub(crate) const CHECK_IN_ON_SQLITE: &str = "INSERT INTO attendance_records (session_id, user_id, \
     guild_id, username, status, marked_by, note, at, raced) \
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE) ON CONFLICT (session_id, user_id) \
     DO UPDATE SET username = COALESCE(excluded.username, username), \
     status = excluded.status, marked_by = excluded.marked_by, note = excluded.note, \
     at = excluded.at, raced = FALSE WHERE excluded.at >= attendance_records.at";

/// `numbers/store/classes.rs`
pub(crate) const CLASSES: &str = "SELECT number_classes.class_id, number_classes.name, \
     number_classes.number_min, number_classes.number_max, number_classes.created_at \
     FROM number_classes WHERE guild_id = ? ORDER BY class_id";

/// The statement of `numbers/store/claims.rs` that selects claims in this way.
macro_rules! claims {
    ($rest:literal) => {
        concat!(
            "SELECT number_claims.class_id, number_classes.name, \
             number_claims.number, number_claims.user_id, members.display_name, number_claims.claimed_at, \
             number_claims.release_at, number_claims.version FROM number_claims \
             JOIN members ON members.guild_id = number_claims.guild_id \
                 AND members.user_id = number_claims.user_id \
             LEFT JOIN number_classes ON number_classes.class_id = number_claims.class_id \
                 AND number_classes.guild_id = number_claims.guild_id ",
            $rest
        )
    };
}

/// `numbers/store/claims.rs`
pub(crate) const CLAIMS_OF_NUMBER: &str = claims!(
    "WHERE number_claims.guild_id = ? AND number_claims.sort_key = ? \
     ORDER BY number_claims.sort_key, number_claims.class_id"
);

/// `numbers/store/claims.rs`
pub(crate) const CLAIMS_OF_MEMBER: &str = claims!(
    "WHERE number_claims.guild_id = ? AND number_claims.user_id = ? \
     ORDER BY number_claims.sort_key, number_claims.class_id"
);

/// `numbers/store/reservations.rs`
pub(crate) const RESERVATIONS: &str = "SELECT number_reservations.reservation_id, \
     number_reservations.kind, NULLIF(number_reservations.class_id, 0), \
     number_reservations.number, number_reservations.first_value, \
     number_reservations.last_value, number_reservations.user_id, number_reservations.until_at, \
     number_reservations.note, number_reservations.created_at, number_reservations.version \
     FROM number_reservations WHERE guild_id = ? AND class_id = ? AND first_value <= ? \
     AND last_value >= ? ORDER BY first_value, reservation_id";

/// `league/store/drivers.rs`
pub(crate) const DRIVERS: &str = "SELECT league_drivers.car_number, league_drivers.cust_id, \
     iracing_links.user_id FROM league_drivers \
     LEFT JOIN iracing_links ON iracing_links.guild_id = league_drivers.guild_id \
         AND iracing_links.cust_id = league_drivers.cust_id \
     WHERE league_drivers.guild_id = ? AND league_drivers.source = (SELECT source \
         FROM league_rosters WHERE guild_id = ? ORDER BY numbered = 0, source = 'races', \
         taken_at DESC, source LIMIT 1) \
     AND league_drivers.value >= ? AND league_drivers.value <= ? \
     ORDER BY league_drivers.value, league_drivers.car_number, league_drivers.cust_id";

/// `members/store.rs`
pub(crate) const CLAIM_MEMBER: &str = "UPDATE members SET version = version + 1 \
     WHERE guild_id = ? AND user_id = ? AND version = ?";

/// `numbers/store/claims.rs`
pub(crate) const CLAIM: &str = "INSERT INTO number_claims (user_id, claimed_at, release_at, \
     guild_id, class_id, number, sort_key, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

/// `numbers/store/waits.rs`
pub(crate) const END_WAIT: &str = "DELETE FROM number_waits \
     WHERE guild_id = ? AND class_id = ? AND number = ? AND user_id = ?";

/// Levels of the counts, and bits of each: `seasons/model/places.rs`.
pub(crate) const LEVELS: i64 = 5;
pub(crate) const DIGIT: i64 = 6;

#[cfg(test)]
mod tests;
