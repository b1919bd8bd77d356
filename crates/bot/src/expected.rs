//! Reports of who is expected in an attendance session: the holders of its role.

use crate::{
    bot::Bot,
    discord::Fault,
    ids::{ToDiscord as _, ToWire},
    members,
};
use paddock_api_client::Error;
use paddock_api_types::{
    GuildId,
    attendance::{AttendanceSession, ReportExpected},
};

/// The most that the API accepts in one report.
const REPORT_SIZE: usize = 2000;

/// Why the expected members could not be reported.
#[derive(Debug)]
pub(crate) enum ReportError {
    /// Discord did not list the members.
    Discord(Fault),
    /// The API did not accept the report.
    Api(Error),
}

/// Reports to the API who holds the session's role now, if it has one.
pub(crate) async fn report(
    bot: &Bot,
    guild: GuildId,
    session: &AttendanceSession,
) -> Result<(), ReportError> {
    let Some(role) = session.role_id else {
        return Ok(());
    };
    let me = bot.guilds.me().ok_or_else(|| {
        let why = "the gateway has not said which user the bot is".to_owned();
        ReportError::Discord(Fault::Unreachable(why))
    })?;
    let holders = members::holders(&bot.discord, guild.discord(), me, role.discord()).await;
    let holders: Vec<_> = holders
        .map_err(ReportError::Discord)?
        .into_iter()
        .map(ToWire::wire)
        .collect();
    let mut parts: Vec<_> = holders.chunks(REPORT_SIZE).collect();
    if parts.is_empty() {
        // An empty report takes back what an earlier one said.
        parts.push(&[]);
    }
    for (number, user_ids) in parts.into_iter().enumerate() {
        let report = ReportExpected {
            user_ids: user_ids.to_vec(),
            first: number == 0,
        };
        let sending = bot.api.report_expected_members(guild, session.id, &report);
        sending.await.map_err(ReportError::Api)?;
    }
    Ok(())
}
