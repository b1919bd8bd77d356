use super::*;
use serde_json::{Value, json};

const GUILD: Id<GuildMarker> = Id::new(7);

fn event(name: &str, data: &Value) -> Event {
    let text = json!({"op": 0, "s": 1, "t": name, "d": data}).to_string();
    let event = twilight_gateway::parse(text, twilight_gateway::EventTypeFlags::all()).unwrap();
    Event::from(event.unwrap())
}

fn ready(guilds: &[&str]) -> Event {
    let guilds: Vec<_> = guilds
        .iter()
        .map(|id| json!({"id": id, "unavailable": true}))
        .collect();
    event(
        "READY",
        &json!({
            "v": 10,
            "user": {
                "id": "100", "username": "paddock", "discriminator": "0000", "bot": true, "mfa_enabled": false,
                "flags": 0, "avatar": null,
            },
            "guilds": guilds, "session_id": "s", "resume_gateway_url": "ws://127.0.0.1:1", "shard": [0, 1],
            "application": {"id": "100", "flags": 0},
        }),
    )
}

fn joined() -> Guilds {
    let guilds = Guilds::default();
    guilds.apply(&ready(&["7"]));
    let changed = guilds.apply(&event("GUILD_CREATE", &crate::test::guild_create()));
    assert_eq!(changed, Some(GUILD));
    guilds
}

#[test]
fn a_report_tells_what_the_bot_may_do() {
    let report = joined().report(GUILD, true).unwrap();
    let report = serde_json::to_value(report).unwrap();
    insta::assert_json_snapshot!(report, @r#"
    {
      "bot": {
        "members_intent": true,
        "permissions": "268438528",
        "top_role_position": 3,
        "user_id": "100"
      },
      "channels": [
        {
          "bot_permissions": "268452864",
          "id": "300",
          "name": "general",
          "text": true,
          "voice": false
        },
        {
          "bot_permissions": "268438528",
          "id": "301",
          "name": "rooms",
          "text": false,
          "voice": false
        }
      ],
      "name": "Test Track",
      "roles": [
        {
          "id": "7",
          "managed": false,
          "name": "role 7",
          "permissions": "3072",
          "position": 0
        },
        {
          "id": "401",
          "managed": false,
          "name": "role 401",
          "permissions": "268435456",
          "position": 3
        },
        {
          "id": "402",
          "managed": false,
          "name": "role 402",
          "permissions": "32",
          "position": 5
        }
      ]
    }
    "#);
}

#[test]
fn permissions_are_server_wide_and_owners_have_all() {
    let guilds = joined();
    let of = |user, roles: &[Id<RoleMarker>]| guilds.permissions_of(GUILD, user, roles).unwrap();
    let everyone = Permissions::VIEW_CHANNEL | Permissions::SEND_MESSAGES;
    assert_eq!(of(Id::new(300), &[]), everyone);
    assert_eq!(
        of(Id::new(300), &[Id::new(402)]),
        everyone | Permissions::MANAGE_GUILD
    );
    assert_eq!(
        of(Id::new(300), &[Id::new(999)]),
        everyone,
        "an unknown role"
    );
    assert_eq!(of(Id::new(201), &[]), Permissions::all(), "the owner");
    assert_eq!(
        guilds.permissions_of(Id::new(8), Id::new(300), &[]),
        None,
        "an unknown guild"
    );
}

#[test]
fn changes_are_followed() {
    let guilds = joined();
    let bot = |data: Value| {
        guilds.apply(&event("GUILD_MEMBER_UPDATE", &data));
        guilds.report(GUILD, true).unwrap().bot
    };
    let me = json!({"id": "100", "username": "paddock", "discriminator": "0000", "avatar": null});
    let standing = bot(json!({"guild_id": "7", "user": me, "roles": ["401", "402"]}));
    assert_eq!(standing.top_role_position, 5);
    assert_eq!(standing.permissions & 32, 32);

    assert_eq!(
        guilds.apply(&event(
            "GUILD_ROLE_DELETE",
            &json!({"guild_id": "7", "role_id": "402"})
        )),
        Some(GUILD)
    );
    let report = guilds.report(GUILD, true).unwrap();
    assert_eq!((report.roles.len(), report.bot.top_role_position), (2, 3));

    let channel = json!({"id": "300", "type": 0, "guild_id": "7", "name": "renamed", "permission_overwrites": []});
    assert_eq!(
        guilds.apply(&event("CHANNEL_UPDATE", &channel)),
        Some(GUILD)
    );
    assert_eq!(
        guilds.report(GUILD, true).unwrap().channels[0].name,
        "renamed"
    );

    let other = json!({"id": "555", "username": "x", "discriminator": "0", "avatar": null});
    let other = json!({"guild_id": "7", "user": other, "roles": []});
    assert_eq!(
        guilds.apply(&event("GUILD_MEMBER_UPDATE", &other)),
        None,
        "others change nothing"
    );
}

#[test]
fn only_a_removal_forgets_a_guild() {
    let guilds = joined();
    guilds.apply(&event(
        "GUILD_DELETE",
        &json!({"id": "7", "unavailable": true}),
    ));
    assert!(guilds.knows(GUILD), "an outage");
    guilds.apply(&event("GUILD_DELETE", &json!({"id": "7"})));
    assert!(!guilds.knows(GUILD));
}

#[test]
fn a_new_session_forgets_guilds_that_were_left_meanwhile() {
    let guilds = joined();
    guilds.apply(&ready(&["8"]));
    assert!(!guilds.knows(GUILD));
}

#[test]
fn what_is_stored_is_restored() {
    let guilds = joined();
    let stored = serde_json::to_string(&guilds.snapshot()).unwrap();
    let restored = Guilds::default();
    restored.restore(serde_json::from_str(&stored).unwrap());
    assert_eq!(restored.report(GUILD, true), guilds.report(GUILD, true));
    assert_eq!(restored.ids(), [GUILD]);
}

/// Channel 300 as Discord announces it to a bot that cannot see it.
fn hidden() -> Event {
    event(
        "CHANNEL_UPDATE",
        &json!({
            "id": "300", "type": 0, "guild_id": "7", "name": "___hidden___", "position": 0,
            "parent_id": null, "topic": null, "flags": 1 << 17,
            // Allowed to the bot's role before; what a hidden channel says of overwrites is not true.
            "permission_overwrites": [{"id": "7", "type": 0, "allow": "0", "deny": "1024"}],
        }),
    )
}

#[test]
fn of_a_hidden_channel_the_bot_reports_neither_name_nor_rights() {
    let guilds = joined();
    let general = |guilds: &Guilds| guilds.report(GUILD, true).unwrap().channels[0].clone();
    let before = general(&guilds);
    assert_eq!(guilds.apply(&hidden()), Some(GUILD));
    let after = general(&guilds);
    assert_eq!((after.name.as_str(), after.text), ("general", true));
    assert_eq!(after.bot_permissions, 0);

    let fresh = Guilds::default();
    fresh.apply(&ready(&["7"]));
    fresh.apply(&hidden());
    let mut create = crate::test::guild_create();
    create["channels"][0]["flags"] = json!(1 << 17);
    create["channels"][0]["name"] = json!("___hidden___");
    fresh.apply(&event("GUILD_CREATE", &create));
    assert_eq!(general(&fresh).name, "");
    assert_eq!(general(&fresh).bot_permissions, 0);

    let visible = &crate::test::guild_create()["channels"][0];
    let mut visible = visible.clone();
    visible["guild_id"] = json!("7");
    fresh.apply(&event("CHANNEL_UPDATE", &visible));
    assert_eq!(general(&fresh), before);
}

#[test]
fn a_channel_that_is_only_called_hidden_is_not() {
    let guilds = joined();
    let mut create = crate::test::guild_create();
    create["channels"][0]["name"] = json!("___hidden___");
    guilds.apply(&event("GUILD_CREATE", &create));
    let channel = &guilds.report(GUILD, true).unwrap().channels[0];
    assert_eq!(channel.name, "___hidden___");
    assert_ne!(channel.bot_permissions, 0);
}
