//! Paths of guilds, for managers and for the bot.

use super::model::GuildError;
use super::service;
use crate::auth::{BotCaller, BotGuildCaller, ManagerCaller, VerifiedCaller};
use crate::context::Context;
use crate::error::ApiError;
use crate::http::{BotJson, Json};
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;
use paddock_api_types::ErrorCode;
use paddock_api_types::bot::{Heartbeat, ReportGuild, SendHeartbeat};
use paddock_api_types::guilds::{Guild, UpdateGuild};
use utoipa_axum::{router::OpenApiRouter, routes};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(get_guild, update_guild))
        .routes(routes!(report_guild))
        .routes(routes!(send_heartbeat, get_heartbeat))
}

/// The caller's guild and its settings.
///
/// Needs level verified.
#[utoipa::path(get, path = "/api/guild", tag = "guild",
    responses((status = 200, description = "The guild", body = Guild)))]
async fn get_guild(VerifiedCaller(op): VerifiedCaller) -> Result<Json<Guild>, ApiError> {
    Ok(Json(service::get(&op).await?))
}

/// Change settings.
///
/// Absent fields stay, `null` puts one back to its default. Needs level manager; the roles need
/// admin.
#[utoipa::path(patch, path = "/api/guild", tag = "guild", request_body = UpdateGuild,
    responses((status = 200, description = "The guild as it is now", body = Guild)))]
async fn update_guild(
    ManagerCaller(op): ManagerCaller,
    Json(update): Json<UpdateGuild>,
) -> Result<Json<Guild>, ApiError> {
    Ok(Json(service::update(&op, &update).await?))
}

/// Report the guild as Discord describes it.
///
/// Only for the bot; `X-Guild-Id` names the guild.
#[utoipa::path(put, path = "/api/bot/guild", tag = "bot", request_body = ReportGuild,
    responses((status = 204, description = "Noted")))]
async fn report_guild(
    BotGuildCaller(guild): BotGuildCaller,
    State(ctx): State<Context>,
    BotJson(report): BotJson<ReportGuild>,
) -> Result<StatusCode, ApiError> {
    let name = report.name.chars().count();
    if !(1..=100).contains(&name) {
        return Err(ApiError::invalid_value(
            "name",
            "expected 1 to 100 characters",
        ));
    }
    service::report(&ctx, guild, &report).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Give a sign of life.
///
/// Only for the bot.
#[utoipa::path(post, path = "/api/bot/heartbeat", tag = "bot", request_body = SendHeartbeat,
    responses((status = 204, description = "Noted")))]
async fn send_heartbeat(
    _: BotCaller,
    State(ctx): State<Context>,
    Json(heartbeat): Json<SendHeartbeat>,
) -> Result<StatusCode, ApiError> {
    if heartbeat.version.chars().count() > 40 {
        return Err(ApiError::invalid_value(
            "version",
            "expected at most 40 characters",
        ));
    }
    service::heard(&ctx, &heartbeat).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The bot's last sign of life.
///
/// Only for the bot, and for health checks with its key.
#[utoipa::path(get, path = "/api/bot/heartbeat", tag = "bot",
    responses((status = 200, description = "The last sign of life", body = Heartbeat)))]
async fn get_heartbeat(
    _: BotCaller,
    State(ctx): State<Context>,
) -> Result<Json<Heartbeat>, ApiError> {
    Ok(Json(service::last_heard(&ctx).await?))
}

impl From<GuildError> for ApiError {
    fn from(error: GuildError) -> Self {
        let detail = error.to_string();
        let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
        match error {
            GuildError::Invalid { field, .. } => Self::invalid_value(field, detail),
            GuildError::UnknownChannel { field, channel } => {
                Self::new(unprocessable, ErrorCode::UnknownChannel, detail)
                    .field(field)
                    .param("channel_id", channel.to_string())
            }
            GuildError::UnknownRole { field, role } => {
                Self::new(unprocessable, ErrorCode::UnknownRole, detail)
                    .field(field)
                    .param("role_id", role.to_string())
            }
            GuildError::AdminsOnly { field } => {
                Self::new(StatusCode::FORBIDDEN, ErrorCode::Forbidden, detail)
                    .field(field)
                    .param("required", "admin")
            }
            GuildError::NoHeartbeat => {
                Self::new(StatusCode::NOT_FOUND, ErrorCode::NotFound, detail)
            }
            GuildError::Failure(failure) => failure.into(),
        }
    }
}
