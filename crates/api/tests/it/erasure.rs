//! Erasure, proven on the schema: a member plays through everything and is erased, and then every
//! column of every table is read for their name, their texts and their id.

use crate::hall::{HALL, open};
use crate::helpers::{GUILD, given, guild, posted, user};
use crate::stored::{Column, Stored};
use crate::track::Track;
use paddock_api_client::{Acting, Client};
use paddock_api_types::attendance::AttendanceSession;
use paddock_api_types::effects::{EffectAction, LeasedEffect};
use paddock_api_types::operations::Csv;
use paddock_api_types::{AttendanceSessionId, ChannelId, SubmissionId};
use serde_json::{Value, json};
use std::cell::Cell;
use std::collections::BTreeSet;

/// The id of the member who is erased: in no other number.
const ADA: i64 = 1_815_121_018_521_127;
/// In every text that she gives, or that is given about her.
const NAME: &str = "lovelace";
/// Whom she decides about as an admin.
const BEN: i64 = 2;
/// Where she opens a session herself.
const LAB: i64 = 71;

/// Tables that say nothing of any member.
const OF_NOBODY: [&str; 14] = [
    "attendance_rules",
    "attendance_settings",
    "award_syncs",
    "bot_heartbeats",
    "guild_reports",
    "guilds",
    "items",
    "job_leases",
    "write_probes",
    "prizes",
    "ranks",
    "role_syncs",
    "season_items",
    "seasons",
    "standing_counts",
];

/// How far a job has come; named like a member's column, and gone when the job has ended.
const PROGRESS: [&str; 2] = ["award_syncs.after_user_id", "role_syncs.after_user_id"];

/// Where the bare id may remain, and why.
const ALLOWED: &[(&str, &str)] = &[
    ("attendance_records.marked_by", "a decision about another"),
    ("attendance_sessions.closed_by", "a session of the guild"),
    ("attendance_sessions.opened_by", "a session of the guild"),
    ("audit_entries.actor_id", "the log keeps who did what"),
    ("audit_entries.after_values", "the log keeps who won what"),
    ("audit_entries.subject", "the log keeps to whom"),
    ("awards.delivered_by", "a decision about another"),
    (
        "effects.action",
        "a role to be taken, or a decision about another",
    ),
    ("effects.subject", "a role that is still to be taken"),
    ("effects.user_id", "a role that is still to be taken"),
    (
        "idempotency_keys.user_id",
        "the answer to the erasure itself, for a day",
    ),
    ("ledger_entries.actor_id", "a decision about another"),
    ("submissions.decided_by", "a decision about another"),
    ("submissions.submitted_by", "a decision about another"),
];

/// A guild in which everything happens that can happen to a member.
struct Play {
    track: Track,
    stored: Stored,
    calls: Cell<u32>,
}

impl Play {
    async fn new() -> Self {
        let track = Track::new().await;
        let mut stored = Stored::open(track.app.database_url()).await;
        // As if another replica ran it: what it would do is done below, at a known time.
        let lease = "INSERT INTO job_leases (job, holder, leased_until, finished_at) \
                     VALUES ('credit_attendance', 0, 9000000000000000, NULL)";
        stored.execute(lease.to_owned()).await;
        Self {
            track,
            stored,
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

    fn ada(&self) -> Client {
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
        self.admin().ban_member(ada, &why).await.unwrap();
        self.admin().unban_member(ada).await.unwrap();
        self.admin().verify_member(ada).await.unwrap();
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
        for code in ["no code", codes[0].code.as_str()] {
            let typed = given(json!({"code": code, "username": "ada.lovelace"}));
            let checked_in = self.ada_in_the_hall().check_in(&typed).await;
            assert_eq!(checked_in.is_ok(), code != "no code");
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

    /// Everything, from registering to what still waits in the end.
    async fn all(&mut self) {
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
        self.takes_part().await;
        // Some of it is done, so that messages stand somewhere; the rest is still to be done.
        self.track.perform().await;
        self.attends().await;
        self.decides_about_ben().await;
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

/// Where this stands.
fn holders(columns: &[Column], what: &str) -> BTreeSet<String> {
    columns
        .iter()
        .filter(|column| {
            let mut values = column.values.iter();
            values.any(|value| value.to_lowercase().contains(what))
        })
        .map(Column::path)
        .collect()
}

/// Named as the id of a member is.
fn names_a_member(column: &Column) -> bool {
    let name = &column.name;
    let role = ["_by", "user_id", "actor_id", "member_id"];
    role.iter().any(|ending| name.ends_with(ending)) && !PROGRESS.contains(&&*column.path())
}

#[tokio::test]
async fn nothing_that_is_kept_anywhere_names_an_erased_member() {
    let mut play = Play::new().await;
    play.all().await;
    let before = play.stored.columns().await;
    let id = ADA.to_string();
    let (named, numbered) = (holders(&before, NAME), holders(&before, &id));

    // What she never got to would prove nothing.
    let tables = named.union(&numbered).map(|path| path.split('.').next());
    let reached: BTreeSet<_> = tables.flatten().collect();
    for column in &before {
        let table = column.table.as_str();
        assert!(
            reached.contains(table) || OF_NOBODY.contains(&table),
            "{table} is new: have Ada's data in it here, or say that it holds nothing of members"
        );
        assert!(
            numbered.contains(&column.path()) || !names_a_member(column),
            "{} is new: have Ada's id in it here",
            column.path()
        );
    }

    play.ada().delete_me().await.unwrap();
    let after = play.stored.columns().await;
    let nowhere = BTreeSet::new();
    assert_eq!(holders(&after, NAME), nowhere, "her name or her texts");
    let allowed: BTreeSet<_> = ALLOWED.iter().map(|(path, _)| (*path).to_owned()).collect();
    assert_eq!(holders(&after, &id), allowed, "her id");
    let whose = after
        .iter()
        .filter(|column| column.path() == "members.user_id");
    let whose: Vec<_> = whose.flat_map(|column| &column.values).collect();
    assert_eq!(whose, [&BEN.to_string()], "nobody else is erased");
}
