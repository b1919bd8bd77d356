//! A member who plays through everything.

use super::{ADA, BEN, LAB};
use crate::garage::{claim, swap, wait};
use crate::hall::{HALL, open};
use crate::helpers::{GUILD, given, guild, posted, user};
use crate::stored::Stored;
use crate::track::Track;
use paddock_api_client::{Acting, Client};
use paddock_api_types::attendance::AttendanceSession;
use paddock_api_types::effects::{EffectAction, LeasedEffect};
use paddock_api_types::league::RosterFile;
use paddock_api_types::operations::Csv;
use paddock_api_types::{AttendanceSessionId, ChannelId, SubmissionId, SubsessionId};
use serde_json::{Value, json};
use std::cell::Cell;

/// A guild in which everything happens that can happen to a member.
pub(super) struct Play {
    track: Track,
    pub(super) stored: Stored,
    calls: Cell<u32>,
}

impl Play {
    pub(super) async fn new() -> Self {
        let track = Track::new().await;
        Self {
            stored: Stored::open(track.app.database_url()).await,
            track,
            calls: Cell::new(0),
        }
    }

    /// The caller, with a key of its own for each call, so that every answer is kept.
    fn keyed(&self, client: &Client) -> Client {
        self.calls.set(self.calls.get() + 1);
        client.with_idempotency_key(format!("call-{}", self.calls.get()))
    }

    fn admin(&self) -> Client {
        self.keyed(&self.track.admin())
    }

    fn member(&self, id: i64) -> Client {
        self.keyed(&self.track.app.member(id))
    }

    pub(super) fn ada(&self) -> Client {
        self.member(ADA)
    }

    /// Ada giving a command where a session is open.
    fn ada_in_the_hall(&self) -> Client {
        self.track.app.bot().acting(Acting {
            guild_id: guild(GUILD),
            user_id: user(ADA),
            channel_id: ChannelId::new(HALL),
            role_ids: Vec::new(),
            permissions: 0,
        })
    }

    /// As she does with Discord.
    async fn signs_in(&mut self) {
        let session = format!(
            "INSERT INTO browser_sessions \
             (token_hash, guild_id, user_id, created_at, used_at, expires_at) \
             VALUES ('{}', {GUILD}, {ADA}, 1790000000000, 1800000000000, 1900000000000)",
            "A".repeat(43)
        );
        self.stored.execute(session).await;
    }

    /// As she does with iRacing.
    async fn connects_iracing(&mut self) {
        for row in [
            format!(
                "INSERT INTO iracing_accounts (guild_id, user_id, cust_id, display_name, connected_at, \
                 access_token, access_until, key_id, failures, version) VALUES ({GUILD}, {ADA}, 1815001, \
                 'Ada Lovelace', 1790000000000, 'sealed', 1800000000000, 1, 0, 0)"
            ),
            format!(
                "INSERT INTO iracing_sign_ins (token_hash, guild_id, user_id, expires_at) \
                 VALUES ('{}', {GUILD}, {ADA}, 1900000000000)",
                "b".repeat(64)
            ),
            format!(
                "INSERT INTO iracing_unfinished (guild_id, user_id, subsession_id, tries, next_at) \
                 VALUES ({GUILD}, {ADA}, 78, 0, 1900000000000)"
            ),
        ] {
            self.stored.execute(row).await;
        }
    }

    async fn registers_and_is_judged(&self) {
        let names = json!({
            "display_name": "Ada Lovelace", "external_id": "lovelace-1815",
            "discord_name": "ada.lovelace",
        });
        self.ada().register_member(&given(names)).await.unwrap();
        let why = given(json!({"reason": "Lovelace has to wait"}));
        let (admin, ada) = (self.admin(), user(ADA));
        admin.reject_member(ada, &why).await.unwrap();
        self.closes_direct_messages().await;
        let ban = given(json!({"reason": "Lovelace has to wait"}));
        self.admin().ban_member(ada, &ban).await.unwrap();
        self.admin().unban_member(ada).await.unwrap();
        self.admin().verify_member(ada, None).await.unwrap();
        self.admin().grant_api_access(ada).await.unwrap();
        let names = given(json!({"display_name": "Countess Lovelace"}));
        self.ada().update_me(&names).await.unwrap();
        for name in ["Lovelace's notebook", "Lovelace's engine"] {
            let token = given(json!({"name": name}));
            let token = self.ada().create_token(&token).await.unwrap();
            if name.ends_with("engine") {
                self.ada()
                    .revoke_token(token.access_token.id)
                    .await
                    .unwrap();
            }
        }
    }

    /// Her card is posted; what she cannot be told herself falls back to a channel.
    async fn closes_direct_messages(&self) {
        for effect in self.track.app.lease().await {
            match effect.action {
                EffectAction::DirectMessage { .. } => {
                    self.fails(&effect, "cannot_direct_message").await;
                }
                EffectAction::SendMessage { channel_id, .. } => {
                    let message = Some(posted(channel_id.get(), effect.id.get()));
                    self.track.app.done(&effect, message).await;
                }
                _ => self.track.app.done(&effect, None).await,
            }
        }
    }

    async fn fails(&self, effect: &LeasedEffect, error: &str) {
        let failed = json!({
            "attempt": effect.attempt, "error": error, "detail": "Lovelace cannot be reached",
        });
        let (bot, failed) = (self.track.app.bot(), given(failed));
        bot.fail_effect(effect.id, &failed).await.unwrap();
    }

    async fn submits(&self, by: &Client, more: Value) -> SubmissionId {
        let body = self.track.handing_in(more);
        let submitted = by.create_submission(&body).await;
        submitted.unwrap().submission.id
    }

    async fn takes_part(&self) {
        self.ada().join_season(self.track.season).await.unwrap();
        let said = json!({
            "quantity": 3, "note": "Lovelace was first",
            "proof_url": "https://example.com/lovelace.png",
        });
        let why = json!({"reason": "Lovelace miscounted"});
        let [approved, rejected, deleted, _waits] = [
            self.submits(&self.ada(), said.clone()).await,
            self.submits(&self.ada(), said.clone()).await,
            self.submits(&self.ada(), said.clone()).await,
            self.submits(&self.ada(), said.clone()).await,
        ];
        self.admin()
            .approve_submission(approved, None)
            .await
            .unwrap();
        let decision = given(why.clone());
        self.admin()
            .reject_submission(rejected, &decision)
            .await
            .unwrap();
        let corrected = given(json!({"quantity": 4, "reason": why["reason"]}));
        self.admin()
            .update_submission(approved, &corrected)
            .await
            .unwrap();
        self.ada().delete_submission(deleted).await.unwrap();
        let by_hand = json!({"user_id": user(ADA), "points": 5, "reason": why["reason"]});
        let (admin, season) = (self.admin(), self.track.season);
        admin.adjust_points(season, &given(by_hand)).await.unwrap();
        let file = format!("points,user_id,reason\r\n10,{ADA},Lovelace had these\r\n");
        let query = given(json!({"source": "old bot"}));
        let imported = self.admin().import_points(season, &query, &Csv(file)).await;
        assert_eq!(imported.unwrap().accepted, 1);
        self.delivers(&self.admin(), ADA, "Lovelace fetched it")
            .await;
    }

    async fn delivers(&self, by: &Client, to: i64, note: &str) {
        let waiting = json!({"user_id": user(to), "state": "waiting"});
        let award = self.track.awards(waiting).await.remove(0);
        let note = given(json!({"note": note}));
        by.deliver_award(award.id, &note).await.unwrap();
    }

    async fn attends(&mut self) {
        let more = json!({"title": "Lecture", "role_id": "60"});
        let session: AttendanceSession = open(&self.admin(), more).await.unwrap();
        let (id, bot) = (session.id, self.track.app.bot());
        let expected = given(json!({"user_ids": [user(ADA), user(BEN)], "first": true}));
        let reported = bot
            .report_expected_members(guild(GUILD), id, &expected)
            .await;
        reported.unwrap();
        let codes = self.admin().list_attendance_codes(id).await.unwrap().codes;
        for code in ["XXXX", codes[0].code.as_str()] {
            let typed = given(json!({"code": code, "username": "ada.lovelace"}));
            let checked_in = self.ada_in_the_hall().check_in(&typed).await;
            assert_eq!(checked_in.is_ok(), code != "XXXX");
        }
        self.admin().close_attendance_session(id).await.unwrap();
        self.is_credited(id).await;
        let mark = json!({
            "status": "excused", "note": "Lovelace was ill", "username": "ada.lovelace",
        });
        let (admin, mark) = (self.admin(), given(mark));
        admin.mark_attendance(id, user(ADA), &mark).await.unwrap();
    }

    /// As the job does it.
    async fn is_credited(&mut self, session: AttendanceSessionId) {
        let season = self.track.season;
        let credit = format!(
            "INSERT INTO attendance_credits (session_id, user_id, season_id, guild_id, points) \
             VALUES ({session}, {ADA}, {season}, {GUILD}, 5)"
        );
        self.stored.execute(credit).await;
    }

    /// What she decides as an admin says by whom, and nothing else of her.
    async fn decides_about_ben(&self) {
        self.admin().grant_admin(user(ADA)).await.unwrap();
        let season = self.track.season;
        self.track.joined(BEN, "Ben").await;
        let waiting = self
            .submits(&self.member(BEN), json!({"quantity": 2}))
            .await;
        self.ada().approve_submission(waiting, None).await.unwrap();
        let for_ben = json!({"user_id": user(BEN), "quantity": 1});
        self.submits(&self.ada(), for_ben).await;
        let by_hand = json!({"user_id": user(BEN), "points": 1, "reason": "well done"});
        let ada = self.ada();
        ada.adjust_points(season, &given(by_hand)).await.unwrap();
        self.delivers(&self.ada(), BEN, "fetched").await;
        let lab = json!({"channel_id": LAB.to_string()});
        let session = open(&self.ada(), lab).await.unwrap().id;
        let mark = given(json!({"status": "present"}));
        let ada = self.ada();
        ada.mark_attendance(session, user(BEN), &mark)
            .await
            .unwrap();
        self.ada().close_attendance_session(session).await.unwrap();
    }

    /// She holds a number, waits for one, is promised one, and is offered one; and she keeps one free.
    async fn claims_numbers(&self) {
        // So what she drives is seen for the league's roster.
        let league = given(json!({"league_id": 7}));
        self.admin().update_guild(&league).await.unwrap();
        let (ada, ben) = (self.ada(), self.member(BEN));
        claim(&ada, "7").await.unwrap();
        claim(&ben, "8").await.unwrap();
        wait(&self.ada(), "8").await.unwrap();
        for kept in [
            json!({"number": "5", "user_id": user(ADA)}),
            json!({"number": "6"}),
        ] {
            self.ada().reserve_numbers(&given(kept)).await.unwrap();
        }
        let offer = given(swap(BEN, "7", None));
        self.ada().offer_number_trade(&offer).await.unwrap();
        let offer = given(swap(ADA, "8", Some("7")));
        let ben = self.member(BEN);
        ben.offer_number_trade(&offer).await.unwrap();
        let link = given(json!({"iracing_id": 1_815_001, "consent": true}));
        self.ada().set_iracing_id(&link).await.unwrap();
        let driver = json!({"cust_id": 1_815_001, "display_name": "Ada Lovelace"});
        let roster = RosterFile(json!({ "roster": [driver] }));
        self.admin().upload_league_roster(&roster).await.unwrap();
        let row = json!({"cust_id": 1_815_001, "display_name": "Ada Lovelace", "laps_complete": 3,
            "finish_position": 0});
        let race = json!({"simsession_number": 0, "simsession_type": 6, "results": [row]});
        let file = json!({"subsession_id": 77, "league_id": 7, "league_season_id": 5,
            "session_results": [race]});
        let kept = given(json!({"raw_retention_days": 30}));
        self.admin().update_result_settings(&kept).await.unwrap();
        // An admin at this moment.
        let ada = self.track.app.acting(ADA, crate::helpers::ADMINISTRATOR);
        crate::results::imports(&ada, &file.to_string())
            .await
            .unwrap();
        let season = self.track.season;
        let raced = SubsessionId::new(77).unwrap();
        self.admin().finalize_result(raced).await.unwrap();
        let rule = given(json!({"league_season_id": 5, "mode": "table", "race": [25]}));
        self.admin().set_result_rule(season, &rule).await.unwrap();
        let reason = "Lovelace cut the chicane";
        let penalty = given(json!({"user_id": user(ADA), "points": 1, "reason": reason}));
        self.admin().add_penalty(season, &penalty).await.unwrap();
    }

    /// She is of the staff, is seen, goes on leave, and is on duty.
    async fn is_of_the_staff(&self) {
        let steward = given(json!({"display_name": "Steward Lovelace", "title": "Steward"}));
        self.admin().add_staff(user(ADA), &steward).await.unwrap();
        let bot = self.track.app.bot();
        for status in ["online", "idle"] {
            let clock = &self.track.app.clock;
            clock.advance(std::time::Duration::from_secs(1));
            let seen = json!({"seed": false, "presences": [{
                "user_id": user(ADA), "status": status, "custom_status": "Lovelace computes",
                "observed_at": paddock_api::Clock::now(&**clock),
            }]});
            let seen = given(seen);
            bot.report_presences(guild(GUILD), &seen).await.unwrap();
        }
        let leave = given(json!({"until": "2026-12-31", "reason": "Lovelace travels"}));
        self.ada().take_leave(user(ADA), &leave).await.unwrap();
        self.ada().begin_duty().await.unwrap();
    }

    /// Everything, from registering to what still waits in the end.
    pub(super) async fn all(&mut self) {
        let everything = json!({
            "review_channel_id": "30", "announcement_channel_id": "40",
            "fallback_channel_id": "50", "verified_role_id": "20",
        });
        self.track.set(everything).await;
        let gold = self.track.rank("Gold", 20).await;
        self.track.prize(&gold, json!({"role_id": "100"})).await;
        self.track
            .prize(&gold, json!({"description": "a mug"}))
            .await;
        let rule = given(json!({"present_points": 5, "late_points": 3}));
        let season = self.track.season;
        self.admin()
            .set_attendance_rule(season, &rule)
            .await
            .unwrap();
        self.registers_and_is_judged().await;
        self.signs_in().await;
        self.takes_part().await;
        // Some of it is done, so that messages stand somewhere; the rest is still to be done.
        self.track.app.perform().await;
        self.attends().await;
        self.decides_about_ben().await;
        self.claims_numbers().await;
        self.connects_iracing().await;
        self.is_of_the_staff().await;
        let said = json!({"note": "Lovelace again"});
        self.submits(&self.ada(), said).await;
        // What Discord says of an effect may name whom it is about.
        let hers = |effect: &LeasedEffect| match effect.action {
            EffectAction::GrantRole { user_id, .. }
            | EffectAction::RevokeRole { user_id, .. }
            | EffectAction::DirectMessage { user_id, .. } => user_id == user(ADA),
            _ => false,
        };
        for effect in self.track.app.lease().await.iter().filter(|it| hers(it)) {
            self.fails(effect, "missing_permission").await;
        }
        self.admin().revoke_api_access(user(ADA)).await.unwrap();
        // She came back, and has not accepted the server's rules yet.
        let seen = json!({"members": [{"user_id": user(ADA), "in_guild": true, "pending": true}]});
        let bot = self.track.app.bot();
        bot.report_members(guild(GUILD), &given(seen))
            .await
            .unwrap();
    }
}
