//! Operations on guilds, for managers and for the bot.

use super::model::GuildError;
use super::service;
use crate::error::ApiError;
use crate::http::Routes;
use paddock_api_types::ErrorCode;
use paddock_api_types::operations::{bot, guild as ops};

pub(crate) fn router() -> Routes {
    Routes::new()
        .on(ops::get_guild, async |op, _| service::get(&op).await)
        .on(ops::update_guild, async |op, it| {
            service::update(&op, &it.body).await
        })
        .on(bot::report_guild, async |(ctx, guild), it| {
            service::report(&ctx, guild, &it.body).await
        })
        .on(bot::send_heartbeat, async |ctx, it| {
            service::save_heartbeat(&ctx, &it.body).await
        })
        .on(bot::get_heartbeat, async |ctx, _| {
            service::last_heard(&ctx).await
        })
}

impl From<GuildError> for ApiError {
    fn from(error: GuildError) -> Self {
        let detail = error.to_string();
        match error {
            GuildError::Invalid { field, .. } => Self::invalid_value(field, detail),
            GuildError::UnknownChannel { field, channel }
            | GuildError::UnknownVoiceChannel { field, channel } => {
                Self::new(ErrorCode::UnknownChannel, detail)
                    .field(field)
                    .param("channel_id", channel.to_string())
            }
            GuildError::UnknownRole { field, role } => Self::new(ErrorCode::UnknownRole, detail)
                .field(field)
                .param("role_id", role.to_string()),
            GuildError::AdminsOnly { field } => Self::new(ErrorCode::Forbidden, detail)
                .field(field)
                .param("required", "admin"),
            GuildError::NoHeartbeat => Self::new(ErrorCode::NotFound, detail),
            GuildError::Failure(failure) => failure.into(),
        }
    }
}
