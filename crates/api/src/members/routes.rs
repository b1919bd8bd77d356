//! Operations on members.

use super::model::{Member, MemberError};
use super::service;
use crate::error::ApiError;
use crate::http::{Answer, Routes};
use paddock_api_types::ErrorCode;
use paddock_api_types::bot::MembersReported;
use paddock_api_types::members as wire;
use paddock_api_types::operations::{bot, members as ops};

pub(crate) fn router() -> Routes {
    Routes::new()
        .either(ops::register_member, async |op, it| {
            let registered = service::register(&op, it.body).await;
            registered.map(answer)
        })
        .list(ops::list_members, async |op, it, page| {
            let members = service::list(&op, &it.query, page).await;
            members.map(|page| page.map(wire::Member::from))
        })
        .on(ops::get_me, async |op, _| {
            let level = op.actor.level;
            let me = service::me(&op).await;
            me.map(|member| wire::Me {
                level,
                member: member.into(),
            })
        })
        .on(ops::update_me, async |op, it| {
            service::update_me(&op, it.body).await
        })
        .on(ops::get_member, async |op, it| {
            service::get(&op, it.path).await
        })
        .either(ops::register_other_member, async |op, it| {
            let registered = service::register_other(&op, it.path, it.body).await;
            registered.map(answer)
        })
        .on(ops::verify_member, async |op, it| {
            service::verify(&op, it.path, it.body).await
        })
        .on(ops::reject_member, async |op, it| {
            service::reject(&op, it.path, it.body).await
        })
        .on(ops::ban_member, async |op, it| {
            service::ban(&op, it.path, it.body).await
        })
        .on(ops::unban_member, async |op, it| {
            service::unban(&op, it.path).await
        })
        .on(ops::grant_admin, async |op, it| {
            service::grant_admin(&op, it.path).await
        })
        .on(ops::revoke_admin, async |op, it| {
            service::revoke_admin(&op, it.path).await
        })
        .on(ops::grant_api_access, async |op, it| {
            service::grant_api_access(&op, it.path).await
        })
        .on(ops::revoke_api_access, async |op, it| {
            service::revoke_api_access(&op, it.path).await
        })
        .on(bot::report_members, async |(ctx, guild), it| {
            let known = service::report(&ctx, guild, &it.body).await;
            known.map(|known| MembersReported { known })
        })
}

fn answer(registered: service::Registered) -> Answer<Member> {
    if registered.created {
        Answer::Declared(registered.member)
    } else {
        Answer::Other(registered.member)
    }
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
        let code = match error {
            MemberError::NotRegistered => ErrorCode::NotRegistered,
            MemberError::NotFound => ErrorCode::MemberNotFound,
            MemberError::NotVerified => ErrorCode::MemberNotVerified,
            MemberError::Banned => ErrorCode::MemberBanned,
            MemberError::NotBanned => ErrorCode::MemberNotBanned,
            MemberError::Decided { status, decided_by } => {
                let decided = Self::new(ErrorCode::MemberDecided, detail)
                    .param("status", crate::db::name(status));
                return match decided_by {
                    Some(user) => decided.param("decided_by", user.to_string()),
                    None => decided,
                };
            }
            MemberError::RootProtected => ErrorCode::RootProtected,
            MemberError::AdminProtected => ErrorCode::AdminProtected,
            MemberError::SelfTargeted => ErrorCode::SelfTargeted,
            MemberError::TooOften { limit, until } => {
                return Self::new(ErrorCode::DailyLimitReached, detail)
                    .param("limit", limit)
                    .param("until", until.to_string());
            }
            MemberError::Failure(failure) => return failure.into(),
        };
        Self::new(code, detail)
    }
}
