//! Who is expected in an attendance session: Discord says who holds its role, and the API is told.

use crate::{
    discord::Fault,
    ids::{ToDiscord as _, ToWire},
    members,
    run::Bot,
};
use paddock_api_client::Error;
use paddock_api_types::{
    GuildId,
    attendance::{AttendanceSession, ReportExpected},
};

/// As many as the API takes at once.
const PART: usize = 2000;

/// Why it could not be told.
#[derive(Debug)]
pub(crate) enum Untold {
    /// Discord does not say who is there.
    Discord(Fault),
    /// The API does not hear it.
    Api(Error),
}

/// Tells the API who holds the session's role at this moment, where it has one.
pub(crate) async fn report(
    bot: &Bot,
    guild: GuildId,
    session: &AttendanceSession,
) -> Result<(), Untold> {
    let Some(role) = session.role_id else {
        return Ok(());
    };
    let holders = members::holders(&bot.discord, guild.discord(), role.discord()).await;
    let holders: Vec<_> = holders
        .map_err(Untold::Discord)?
        .into_iter()
        .map(ToWire::wire)
        .collect();
    let mut parts: Vec<_> = holders.chunks(PART).collect();
    if parts.is_empty() {
        // Nobody holds it any more, which is news too.
        parts.push(&[]);
    }
    for (number, user_ids) in parts.into_iter().enumerate() {
        let report = ReportExpected {
            user_ids: user_ids.to_vec(),
            first: number == 0,
        };
        let told = bot.api.report_expected_members(guild, session.id, &report);
        told.await.map_err(Untold::Api)?;
    }
    Ok(())
}
