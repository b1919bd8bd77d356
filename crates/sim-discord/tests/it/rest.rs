//! REST: limits, permissions, hierarchy, rate limits, faults.

use std::time::Duration;

use paddock_sim_discord::{Community, GUILD_ID, Options, SimDiscord, intents, permissions};
use serde_json::{Value, json};
use twilight_http::request::AuditLogReason as _;
use twilight_model::http::attachment::Attachment;
use twilight_model::id::Id;
use twilight_model::id::marker::{ChannelMarker, GuildMarker, RoleMarker, UserMarker};

use crate::helpers::{LIMIT, app, http, http_with, refusal, start};

const GUILD: Id<GuildMarker> = Id::new(GUILD_ID);

fn channel(sim: &SimDiscord, name: &str) -> Id<ChannelMarker> {
    Id::new(sim.channel_id(name))
}

fn user(sim: &SimDiscord, name: &str) -> Id<UserMarker> {
    Id::new(sim.user_id(name))
}

fn role(sim: &SimDiscord, name: &str) -> Id<RoleMarker> {
    Id::new(sim.role_id(name))
}

#[tokio::test]
async fn the_application_reads_about_itself_and_its_guild() {
    let sim = start(Options::default()).await;
    let http = http(&sim);
    let application = http
        .current_user_application()
        .await
        .unwrap()
        .model()
        .await
        .unwrap();
    assert_eq!(application.id, app());
    assert!(
        http.current_user()
            .await
            .unwrap()
            .model()
            .await
            .unwrap()
            .bot
    );
    let info = http
        .gateway()
        .authed()
        .await
        .unwrap()
        .model()
        .await
        .unwrap();
    assert_eq!(
        (info.url, info.session_start_limit.remaining),
        (sim.gateway_url(), 999)
    );
    http.gateway().await.unwrap().model().await.unwrap();
    let guild = http.guild(GUILD).await.unwrap().model().await.unwrap();
    assert_eq!(
        guild.roles.len(),
        http.roles(GUILD)
            .await
            .unwrap()
            .models()
            .await
            .unwrap()
            .len()
    );
    let channels = http
        .guild_channels(GUILD)
        .await
        .unwrap()
        .models()
        .await
        .unwrap();
    assert!(
        channels
            .iter()
            .any(|c| c.name.as_deref() == Some("general"))
    );
    let general = http
        .channel(channel(&sim, "general"))
        .await
        .unwrap()
        .model()
        .await
        .unwrap();
    assert_eq!(general.guild_id, Some(GUILD));
    let hidden = http.channel(channel(&sim, "staff-room")).await.unwrap_err();
    assert_eq!(refusal(&hidden), (403, 50001));
    let nowhere = http.channel(Id::new(77)).await.unwrap_err();
    assert_eq!(refusal(&nowhere), (404, 10003));
    assert_eq!(
        http.current_user_guilds()
            .await
            .unwrap()
            .models()
            .await
            .unwrap()
            .len(),
        1
    );
}

#[tokio::test]
async fn a_wrong_token_is_unauthorized() {
    let sim = start(Options::default()).await;
    let error = http_with(&sim, "wrong").current_user().await.unwrap_err();
    assert_eq!(refusal(&error).0, 401);
    assert!(sim.requests()[0].authorized);
    assert_eq!(sim.requests()[0].status, Some(401));
}

#[tokio::test]
async fn members_are_paged_and_need_the_intent() {
    let seed = Community::example().crowd(1500);
    let sim = start(Options {
        seed,
        ..Options::default()
    })
    .await;
    let client = http(&sim);
    let page = client
        .guild_members(GUILD)
        .limit(1000)
        .await
        .unwrap()
        .models()
        .await
        .unwrap();
    assert_eq!(page.len(), 1000);
    let last = page.last().unwrap().user.id;
    let rest = client
        .guild_members(GUILD)
        .limit(1000)
        .after(last)
        .await
        .unwrap();
    let rest = rest.models().await.unwrap();
    assert_eq!(rest.len(), 514);
    let one = client
        .guild_member(GUILD, user(&sim, "grace"))
        .await
        .unwrap()
        .model()
        .await
        .unwrap();
    assert_eq!(one.nick.as_deref(), Some("Amazing Grace"));
    let nobody = client.guild_member(GUILD, Id::new(77)).await.unwrap_err();
    assert_eq!(refusal(&nobody), (404, 10007));

    let privileged_intents = intents::GUILD_PRESENCES;
    let blind = start(Options {
        privileged_intents,
        ..Options::default()
    })
    .await;
    let refused = http(&blind)
        .guild_members(GUILD)
        .limit(10)
        .await
        .unwrap_err();
    assert_eq!(refusal(&refused), (403, 50001));
}

#[tokio::test]
async fn the_flags_of_the_application_say_which_intents_it_has() {
    use twilight_model::oauth::ApplicationFlags as Flags;
    let sim = start(Options::default()).await;
    let http = http(&sim);
    let flags = async || {
        let application = http.current_user_application().await.unwrap();
        application.model().await.unwrap().flags.unwrap()
    };
    let all =
        Flags::GATEWAY_PRESENCE | Flags::GATEWAY_GUILD_MEMBERS | Flags::GATEWAY_MESSAGE_CONTENT;
    assert_eq!(flags().await, all);
    sim.set_privileged_intents(intents::GUILD_MEMBERS | intents::GUILD_PRESENCES);
    sim.set_limited_intents(intents::GUILD_PRESENCES | intents::MESSAGE_CONTENT);
    let some = Flags::GATEWAY_PRESENCE_LIMITED | Flags::GATEWAY_GUILD_MEMBERS;
    assert_eq!(flags().await, some);
    sim.gateway().refuse_intents(intents::PRIVILEGED);
    assert_eq!(flags().await, some, "the gateway refuses what flags name");
}

#[tokio::test]
async fn only_roles_below_the_bots_own_can_be_assigned() {
    let sim = start(Options::default()).await;
    let http = http(&sim);
    let ada = user(&sim, "ada");
    let give = async |role: Id<RoleMarker>| {
        let given = http
            .add_guild_member_role(GUILD, ada, role)
            .reason("verified by mira")
            .await;
        given.map(|_| ()).map_err(|error| refusal(&error))
    };
    give(role(&sim, "Verified")).await.unwrap();
    give(role(&sim, "Verified")).await.unwrap();
    assert_eq!(sim.member_roles("ada"), ["Verified"]);
    let request = sim
        .wait_request(("PUT", "guilds/*/members/*/roles"), LIMIT)
        .await
        .unwrap();
    assert_eq!(request.audit_reason.as_deref(), Some("verified by mira"));
    assert_eq!(
        give(role(&sim, "Stewards")).await,
        Err((403, 50013)),
        "above the bot's"
    );
    assert_eq!(
        give(role(&sim, "Paddock")).await,
        Err((403, 50013)),
        "managed"
    );
    assert_eq!(give(Id::new(77)).await, Err((404, 10011)));
    http.remove_guild_member_role(GUILD, ada, role(&sim, "Verified"))
        .await
        .unwrap();
    assert!(sim.member_roles("ada").is_empty());

    sim.move_role("Verified", 50);
    assert_eq!(give(role(&sim, "Verified")).await, Err((403, 50013)));
    sim.move_role("Verified", 1);
    sim.set_bot_permissions(permissions::BOT_INVITATION & !permissions::MANAGE_ROLES);
    assert_eq!(give(role(&sim, "Verified")).await, Err((403, 50013)));
    sim.set_bot_permissions(permissions::BOT_INVITATION);
    let verified = role(&sim, "Verified");
    sim.delete_role("Verified");
    assert_eq!(give(verified).await, Err((404, 10011)));
    sim.leave("ada");
    assert_eq!(give(role(&sim, "Driver")).await, Err((404, 10007)));
}

#[tokio::test]
async fn an_enforced_nonce_makes_one_message() {
    let sim = start(Options::default()).await;
    let http = http(&sim);
    let general = channel(&sim, "general");
    let post = async || {
        let body = json!({"content": "Result", "nonce": "effect-7", "enforce_nonce": true});
        let body = body.to_string().into_bytes();
        let sent = http
            .create_message(general)
            .payload_json(&body)
            .await
            .unwrap();
        sent.model().await.unwrap().id
    };
    let first = post().await;
    assert_eq!(post().await, first);
    assert_eq!(sim.messages("general").len(), 1);
    sim.advance(Duration::from_mins(6));
    assert_ne!(post().await, first, "a nonce is forgotten after minutes");
}

#[tokio::test]
async fn messages_are_posted_edited_read_and_deleted() {
    let sim = start(Options::default()).await;
    let http = http(&sim);
    let general = channel(&sim, "general");
    let file = Attachment::from_bytes("a.csv".to_owned(), b"1,2".to_vec(), 3);
    let sent = http
        .create_message(general)
        .content("hi")
        .attachments(&[file])
        .await
        .unwrap();
    let sent = sent.model().await.unwrap();
    assert_eq!(sent.attachments[0].filename, "a.csv");
    let edited = http
        .update_message(general, sent.id)
        .content(Some("yo"))
        .await
        .unwrap();
    let edited = edited.model().await.unwrap();
    assert_eq!(
        (edited.content.as_str(), edited.attachments.len()),
        ("yo", 1)
    );
    assert!(edited.edited_timestamp.is_some());
    let all = http
        .channel_messages(general)
        .await
        .unwrap()
        .models()
        .await
        .unwrap();
    assert_eq!(all.len(), 1);
    let foreign = sim.as_user("ada").say("mine").unwrap();
    let refused = http
        .update_message(general, Id::new(foreign.id))
        .content(Some("x"))
        .await;
    assert_eq!(refusal(&refused.unwrap_err()), (403, 50005));
    let refused = http
        .delete_message(general, Id::new(foreign.id))
        .await
        .unwrap_err();
    assert_eq!(refusal(&refused), (403, 50013));
    http.delete_message(general, sent.id).await.unwrap();
    let gone = http
        .update_message(general, sent.id)
        .content(Some("x"))
        .await
        .unwrap_err();
    assert_eq!(refusal(&gone), (404, 10008));
    let empty = http
        .create_message(general)
        .payload_json(b"{}")
        .await
        .unwrap_err();
    assert_eq!(refusal(&empty), (400, 50006));
}

#[tokio::test]
async fn a_channel_may_be_closed_to_the_bot() {
    let sim = start(Options::default()).await;
    let http = http(&sim);
    let general = channel(&sim, "general");
    let post = async |body: Value| {
        let body = body.to_string().into_bytes();
        let sent = http.create_message(general).payload_json(&body).await;
        sent.map(|_| ()).map_err(|error| refusal(&error))
    };
    let embed = json!({"embeds": [{"title": "t"}]});
    post(embed.clone()).await.unwrap();
    sim.set_overwrite("general", "Paddock", 0, permissions::EMBED_LINKS);
    assert_eq!(post(embed).await, Err((403, 50013)));
    post(json!({"content": "text"})).await.unwrap();
    sim.set_overwrite("general", "Paddock", 0, permissions::SEND_MESSAGES);
    assert_eq!(post(json!({"content": "text"})).await, Err((403, 50013)));
    sim.set_overwrite("general", "Paddock", 0, permissions::VIEW_CHANNEL);
    assert_eq!(post(json!({"content": "text"})).await, Err((403, 50001)));
    sim.delete_channel("general");
    assert_eq!(post(json!({"content": "text"})).await, Err((404, 10003)));
}

#[tokio::test]
async fn closed_direct_messages_refuse_messages() {
    let sim = start(Options::default()).await;
    let http = http(&sim);
    let dm = http
        .create_private_channel(user(&sim, "ada"))
        .await
        .unwrap()
        .model()
        .await
        .unwrap();
    http.create_message(dm.id).content("hello").await.unwrap();
    assert_eq!(sim.dms("ada")[0].content, "hello");
    sim.set_dm_closed("ada", true);
    let refused = http
        .create_message(dm.id)
        .content("hello?")
        .await
        .unwrap_err();
    assert_eq!(refusal(&refused), (403, 50007));
}

#[tokio::test]
async fn a_strict_handle_fails_its_test() {
    let sim = start(Options::default()).await;
    let _refused = http(&sim).emojis(GUILD).await;
    let dropped = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| drop(sim)));
    assert!(dropped.is_err());
}
