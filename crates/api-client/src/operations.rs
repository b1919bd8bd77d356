//! The operations, area by area as in the OpenAPI document.

mod attendance;
mod points;
mod seasons;

use crate::{Client, Error};
use paddock_api_types::{
    EffectId, GuildId, Page, PageQuery, TokenId, UserId,
    audit::{AuditEntry, ListAuditQuery},
    bot::{Heartbeat, MembersReported, ReportGuild, ReportMembers, SendHeartbeat},
    effects::{Effect, EffectDone, EffectFailed, LeaseEffects, LeasedEffects, ListEffectsQuery},
    guilds::{Checkup, Guild, UpdateGuild},
    members::{Decision, ListMembersQuery, Me, Member, MemberExport, RegisterMember, UpdateMe},
    system::{Health, Readiness, Version},
    tokens::{AccessToken, CreateToken, CreatedToken},
};
use std::time::Duration;

/// System.
impl Client {
    /// Whether the process answers.
    pub async fn health(&self) -> Result<Health, Error> {
        self.get("/healthz").receive().await
    }

    /// Whether the service can do its work; a problem with status 503 when not.
    pub async fn readiness(&self) -> Result<Readiness, Error> {
        self.get("/readyz").receive().await
    }

    /// What runs there.
    pub async fn version(&self) -> Result<Version, Error> {
        self.get("/version").receive().await
    }
}

/// Guild.
impl Client {
    /// The caller's guild and its settings.
    pub async fn get_guild(&self) -> Result<Guild, Error> {
        self.get("/api/guild").receive().await
    }

    /// Changes settings. Needs manager; the roles need admin.
    pub async fn update_guild(&self, changes: &UpdateGuild) -> Result<Guild, Error> {
        self.patch("/api/guild").json(changes).receive().await
    }

    /// What configured features need in Discord, and what is missing. Needs manager.
    pub async fn check_guild(&self) -> Result<Checkup, Error> {
        self.get("/api/guild/checkup").receive().await
    }
}

/// Members.
impl Client {
    /// Registers the caller, or changes the names of one who is registered.
    pub async fn register_member(&self, member: &RegisterMember) -> Result<Member, Error> {
        self.post("/api/members").json(member).receive().await
    }

    /// Members, oldest registration first. Needs admin.
    pub async fn list_members(&self, query: &ListMembersQuery) -> Result<Page<Member>, Error> {
        self.get("/api/members").query(query).receive().await
    }

    /// One member. Needs admin.
    pub async fn get_member(&self, user: UserId) -> Result<Member, Error> {
        self.get(&format!("/api/members/{user}")).receive().await
    }

    /// The caller.
    pub async fn get_me(&self) -> Result<Me, Error> {
        self.get("/api/members/me").receive().await
    }

    /// Changes the caller's names.
    pub async fn update_me(&self, changes: &UpdateMe) -> Result<Member, Error> {
        self.patch("/api/members/me").json(changes).receive().await
    }

    /// Everything that Paddock keeps about the caller.
    pub async fn export_me(&self) -> Result<MemberExport, Error> {
        self.get("/api/members/me/export").receive().await
    }

    /// Erases the caller. The audit log keeps what was done, without the names.
    pub async fn delete_me(&self) -> Result<(), Error> {
        self.delete("/api/members/me").acknowledge().await
    }

    /// Lets a member take part. Needs admin.
    pub async fn verify_member(&self, user: UserId) -> Result<Member, Error> {
        self.post(&format!("/api/members/{user}/verify"))
            .receive()
            .await
    }

    /// Turns a registration down, or withdraws the verification. Needs admin.
    pub async fn reject_member(&self, user: UserId, decision: &Decision) -> Result<Member, Error> {
        self.post(&format!("/api/members/{user}/reject"))
            .json(decision)
            .receive()
            .await
    }

    /// Refuses a member everything. Needs admin.
    pub async fn ban_member(&self, user: UserId, decision: &Decision) -> Result<Member, Error> {
        self.post(&format!("/api/members/{user}/ban"))
            .json(decision)
            .receive()
            .await
    }

    /// Lifts a ban; the member waits for verification again. Needs admin.
    pub async fn unban_member(&self, user: UserId) -> Result<Member, Error> {
        self.post(&format!("/api/members/{user}/unban"))
            .receive()
            .await
    }

    /// Makes a verified member an admin. Needs admin.
    pub async fn grant_admin(&self, user: UserId) -> Result<Member, Error> {
        self.put(&format!("/api/members/{user}/admin"))
            .receive()
            .await
    }

    /// Takes that back. Needs admin.
    pub async fn revoke_admin(&self, user: UserId) -> Result<Member, Error> {
        self.delete(&format!("/api/members/{user}/admin"))
            .receive()
            .await
    }

    /// Lets a verified member make API tokens. Needs admin.
    pub async fn grant_api_access(&self, user: UserId) -> Result<Member, Error> {
        self.put(&format!("/api/members/{user}/api-access"))
            .receive()
            .await
    }

    /// Takes that back; the member's tokens stop working at once. Needs admin.
    pub async fn revoke_api_access(&self, user: UserId) -> Result<Member, Error> {
        self.delete(&format!("/api/members/{user}/api-access"))
            .receive()
            .await
    }
}

/// Tokens.
impl Client {
    /// Makes a token for the caller. Its secret is in this answer and nowhere else.
    pub async fn create_token(&self, token: &CreateToken) -> Result<CreatedToken, Error> {
        self.post("/api/tokens").json(token).receive().await
    }

    /// The caller's tokens, newest first.
    pub async fn list_tokens(&self, page: &PageQuery) -> Result<Page<AccessToken>, Error> {
        self.get("/api/tokens").query(page).receive().await
    }

    /// Revokes one of the caller's tokens at once.
    pub async fn revoke_token(&self, token: TokenId) -> Result<(), Error> {
        self.delete(&format!("/api/tokens/{token}"))
            .acknowledge()
            .await
    }
}

/// Audit and effects.
impl Client {
    /// Changes, newest first. Needs admin.
    pub async fn list_audit(&self, query: &ListAuditQuery) -> Result<Page<AuditEntry>, Error> {
        self.get("/api/audit").query(query).receive().await
    }

    /// Effects, newest first. Needs admin.
    pub async fn list_effects(&self, query: &ListEffectsQuery) -> Result<Page<Effect>, Error> {
        self.get("/api/effects").query(query).receive().await
    }

    /// Queues a failed effect again, once its cause is removed. Needs admin.
    pub async fn retry_effect(&self, effect: EffectId) -> Result<Effect, Error> {
        self.post(&format!("/api/effects/{effect}/retry"))
            .receive()
            .await
    }

    /// Takes a failed effect off the list. Needs admin.
    pub async fn dismiss_effect(&self, effect: EffectId) -> Result<(), Error> {
        self.delete(&format!("/api/effects/{effect}"))
            .acknowledge()
            .await
    }
}

/// What only the bot asks.
impl Client {
    /// Takes effects to perform, waiting for the first as long as the request says.
    pub async fn lease_effects(&self, lease: &LeaseEffects) -> Result<LeasedEffects, Error> {
        self.post("/api/bot/effects/lease")
            .json(lease)
            .waiting(Duration::from_millis(lease.wait_ms.into()))
            .receive()
            .await
    }

    /// Reports that an effect is done.
    pub async fn complete_effect(&self, effect: EffectId, done: &EffectDone) -> Result<(), Error> {
        self.post(&format!("/api/bot/effects/{effect}/done"))
            .json(done)
            .acknowledge()
            .await
    }

    /// Reports that an effect could not be performed.
    pub async fn fail_effect(&self, effect: EffectId, failed: &EffectFailed) -> Result<(), Error> {
        self.post(&format!("/api/bot/effects/{effect}/failed"))
            .json(failed)
            .acknowledge()
            .await
    }

    /// Tells the guild as Discord describes it.
    pub async fn report_guild(&self, guild: GuildId, report: &ReportGuild) -> Result<(), Error> {
        self.put("/api/bot/guild")
            .guild(guild)
            .json(report)
            .acknowledge()
            .await
    }

    /// Tells which members are there, with their roles.
    pub async fn report_members(
        &self,
        guild: GuildId,
        report: &ReportMembers,
    ) -> Result<MembersReported, Error> {
        self.put("/api/bot/members")
            .guild(guild)
            .json(report)
            .receive()
            .await
    }

    /// Gives a sign of life.
    pub async fn send_heartbeat(&self, heartbeat: &SendHeartbeat) -> Result<(), Error> {
        self.post("/api/bot/heartbeat")
            .json(heartbeat)
            .acknowledge()
            .await
    }

    /// The bot's last sign of life; a problem with status 404 before the first.
    pub async fn get_heartbeat(&self) -> Result<Heartbeat, Error> {
        self.get("/api/bot/heartbeat").receive().await
    }
}
