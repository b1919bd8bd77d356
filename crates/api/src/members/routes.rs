//! Paths of members.

use super::model::{Member, MemberError};
use super::service;
use crate::auth::{AdminCaller, BotGuildCaller, GuestCaller};
use crate::context::Context;
use crate::error::ApiError;
use crate::http::{BotJson, Json, Path, Query};
use crate::page::PageRequest;
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;
use paddock_api_types::bot::{MembersReported, ReportMembers};
use paddock_api_types::members::{
    self as wire, Decision, ListMembersQuery, Me, RegisterMember, UpdateMe,
};
use paddock_api_types::{ErrorCode, Page, UserId};
use utoipa_axum::{router::OpenApiRouter, routes};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(register_member, list_members))
        .routes(routes!(get_me, update_me))
        .routes(routes!(get_member))
        .routes(routes!(verify_member))
        .routes(routes!(reject_member))
        .routes(routes!(ban_member))
        .routes(routes!(unban_member))
        .routes(routes!(grant_admin, revoke_admin))
        .routes(routes!(grant_api_access, revoke_api_access))
        .routes(routes!(report_members))
}

type Answer = Result<Json<wire::Member>, ApiError>;

/// Register, or change one's names.
///
/// Registering again changes the names, never the status.
#[utoipa::path(post, path = "/api/members", tag = "members", request_body = RegisterMember,
    responses(
        (status = 200, description = "Was registered; the names are changed", body = wire::Member),
        (status = 201, description = "Registered, waiting for an admin", body = wire::Member)))]
async fn register_member(
    GuestCaller(op): GuestCaller,
    Json(register): Json<RegisterMember>,
) -> Result<(StatusCode, Json<wire::Member>), ApiError> {
    let registered = service::register(&op, register).await?;
    let status = if registered.created {
        StatusCode::CREATED
    } else {
        StatusCode::OK
    };
    Ok((status, Json(registered.member.into())))
}

/// Members, oldest registration first.
///
/// Needs level admin.
#[utoipa::path(get, path = "/api/members", tag = "members", params(ListMembersQuery),
    responses((status = 200, description = "A page of members", body = Page<wire::Member>)))]
async fn list_members(
    AdminCaller(op): AdminCaller,
    Query(query): Query<ListMembersQuery>,
) -> Result<Json<Page<wire::Member>>, ApiError> {
    let page = PageRequest::parse(query.limit, query.cursor.as_deref())?;
    Ok(Json(
        service::list(&op, &query, page).await?.map(Into::into),
    ))
}

/// The caller.
#[utoipa::path(get, path = "/api/members/me", tag = "members",
    responses((status = 200, description = "Level and member", body = Me)))]
async fn get_me(GuestCaller(op): GuestCaller) -> Result<Json<Me>, ApiError> {
    let member = service::me(&op).await?.into();
    Ok(Json(Me {
        level: op.actor.level,
        member,
    }))
}

/// Change one's names.
#[utoipa::path(patch, path = "/api/members/me", tag = "members", request_body = UpdateMe,
    responses((status = 200, description = "The caller as they are now", body = wire::Member)))]
async fn update_me(GuestCaller(op): GuestCaller, Json(update): Json<UpdateMe>) -> Answer {
    Ok(Json(service::update_me(&op, update).await?.into()))
}

/// One member.
///
/// Needs level admin.
#[utoipa::path(get, path = "/api/members/{user_id}", tag = "members",
    params(("user_id" = UserId, Path, description = "The member")),
    responses((status = 200, description = "The member", body = wire::Member)))]
async fn get_member(AdminCaller(op): AdminCaller, Path(user): Path<UserId>) -> Answer {
    Ok(Json(service::get(&op, user).await?.into()))
}

/// Let a member take part.
///
/// Needs level admin.
#[utoipa::path(post, path = "/api/members/{user_id}/verify", tag = "members",
    params(("user_id" = UserId, Path, description = "The member")),
    responses((status = 200, description = "The member, verified", body = wire::Member)))]
async fn verify_member(AdminCaller(op): AdminCaller, Path(user): Path<UserId>) -> Answer {
    Ok(Json(service::verify(&op, user).await?.into()))
}

/// Turn a registration down, or withdraw the verification.
///
/// Admin, API access and tokens end with it. Needs level admin.
#[utoipa::path(post, path = "/api/members/{user_id}/reject", tag = "members",
    params(("user_id" = UserId, Path, description = "The member")), request_body = Decision,
    responses((status = 200, description = "The member, rejected", body = wire::Member)))]
async fn reject_member(
    AdminCaller(op): AdminCaller,
    Path(user): Path<UserId>,
    Json(decision): Json<Decision>,
) -> Answer {
    Ok(Json(
        service::reject(&op, user, decision.reason).await?.into(),
    ))
}

/// Refuse a member everything.
///
/// Admin, API access and tokens end with it. Needs level admin.
#[utoipa::path(post, path = "/api/members/{user_id}/ban", tag = "members",
    params(("user_id" = UserId, Path, description = "The member")), request_body = Decision,
    responses((status = 200, description = "The member, banned", body = wire::Member)))]
async fn ban_member(
    AdminCaller(op): AdminCaller,
    Path(user): Path<UserId>,
    Json(decision): Json<Decision>,
) -> Answer {
    Ok(Json(service::ban(&op, user, decision.reason).await?.into()))
}

/// Lift a ban.
///
/// The member waits for verification again. Needs level admin.
#[utoipa::path(post, path = "/api/members/{user_id}/unban", tag = "members",
    params(("user_id" = UserId, Path, description = "The member")),
    responses((status = 200, description = "The member, pending", body = wire::Member)))]
async fn unban_member(AdminCaller(op): AdminCaller, Path(user): Path<UserId>) -> Answer {
    Ok(Json(service::unban(&op, user).await?.into()))
}

/// Make a verified member an admin.
///
/// Needs level admin.
#[utoipa::path(put, path = "/api/members/{user_id}/admin", tag = "members",
    params(("user_id" = UserId, Path, description = "The member")),
    responses((status = 200, description = "The member, an admin", body = wire::Member)))]
async fn grant_admin(AdminCaller(op): AdminCaller, Path(user): Path<UserId>) -> Answer {
    Ok(Json(service::grant_admin(&op, user).await?.into()))
}

/// Take admin back.
///
/// Needs level admin.
#[utoipa::path(delete, path = "/api/members/{user_id}/admin", tag = "members",
    params(("user_id" = UserId, Path, description = "The member")),
    responses((status = 200, description = "The member, no admin", body = wire::Member)))]
async fn revoke_admin(AdminCaller(op): AdminCaller, Path(user): Path<UserId>) -> Answer {
    Ok(Json(service::revoke_admin(&op, user).await?.into()))
}

/// Let a verified member make API tokens.
///
/// Needs level admin.
#[utoipa::path(put, path = "/api/members/{user_id}/api-access", tag = "members",
    params(("user_id" = UserId, Path, description = "The member")),
    responses((status = 200, description = "The member, approved", body = wire::Member)))]
async fn grant_api_access(AdminCaller(op): AdminCaller, Path(user): Path<UserId>) -> Answer {
    Ok(Json(service::grant_api_access(&op, user).await?.into()))
}

/// Take API access back.
///
/// The member's tokens stop working at once, for good. Needs level admin.
#[utoipa::path(delete, path = "/api/members/{user_id}/api-access", tag = "members",
    params(("user_id" = UserId, Path, description = "The member")),
    responses((status = 200, description = "The member, not approved", body = wire::Member)))]
async fn revoke_api_access(AdminCaller(op): AdminCaller, Path(user): Path<UserId>) -> Answer {
    Ok(Json(service::revoke_api_access(&op, user).await?.into()))
}

/// Report members as Discord has them.
///
/// Those whom Paddock does not know are passed over. Only for the bot; `X-Guild-Id` names the
/// guild.
#[utoipa::path(put, path = "/api/bot/members", tag = "bot", request_body = ReportMembers,
    responses((status = 200, description = "How many are known", body = MembersReported)))]
async fn report_members(
    BotGuildCaller(guild): BotGuildCaller,
    State(ctx): State<Context>,
    BotJson(mut report): BotJson<ReportMembers>,
) -> Result<Json<MembersReported>, ApiError> {
    if report.members.len() > 1000 {
        return Err(ApiError::invalid_value("members", "expected at most 1000"));
    }
    for member in &mut report.members {
        // Discord's own limit is 32; a longer name is no reason to lose the report.
        if let Some(name) = &mut member.discord_name {
            *name = name.chars().take(100).collect();
        }
    }
    Ok(Json(MembersReported {
        known: service::report(&ctx, guild, &report).await?,
    }))
}

impl From<Member> for wire::Member {
    fn from(member: Member) -> Self {
        Self {
            user_id: member.user_id,
            display_name: member.display_name,
            external_id: member.external_id,
            discord_name: member.discord_name,
            status: member.status,
            status_reason: member.status_reason,
            in_guild: member.in_guild,
            admin: member.is_admin,
            api_access: member.api_access_since.is_some(),
            registered_at: member.registered_at,
            updated_at: member.updated_at,
        }
    }
}

impl From<MemberError> for ApiError {
    fn from(error: MemberError) -> Self {
        let detail = error.to_string();
        let conflict = StatusCode::CONFLICT;
        let (status, code) = match error {
            MemberError::NotRegistered => (StatusCode::NOT_FOUND, ErrorCode::NotRegistered),
            MemberError::NotFound => (StatusCode::NOT_FOUND, ErrorCode::MemberNotFound),
            MemberError::NotVerified => (conflict, ErrorCode::MemberNotVerified),
            MemberError::Banned => (conflict, ErrorCode::MemberBanned),
            MemberError::NotBanned => (conflict, ErrorCode::MemberNotBanned),
            MemberError::RootProtected => (StatusCode::FORBIDDEN, ErrorCode::RootProtected),
            MemberError::AdminProtected => (conflict, ErrorCode::AdminProtected),
            MemberError::SelfTargeted => (conflict, ErrorCode::SelfTargeted),
            MemberError::InvalidText(invalid) => return invalid.into(),
            MemberError::Failure(failure) => return failure.into(),
        };
        Self::new(status, code, detail)
    }
}
