//! Reading presences from the frames of the gateway.
//!
//! Not with twilight's types: activities come from users' clients, so that any part may be unusual, and
//! one such part must not hide the rest. What cannot be read is left out.

use crate::{clock, ids::ToWire as _, replies::format::shorten};
use paddock_api_types::{
    BoundedText as _, PresenceText, Timestamp, UserId,
    staff::{Platforms, PresenceActivity, PresenceActivityKind, PresenceStatus, ReportedPresence},
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;
use twilight_model::{
    gateway::event::GatewayEventDeserializer,
    id::{
        Id,
        marker::{GuildMarker, UserMarker},
    },
};

/// The most activities that the API accepts.
const MAX_ACTIVITIES: usize = 20;

/// A frame that says something of presences.
pub(super) enum Kind {
    /// Of one member.
    Update,
    /// Of everybody in a guild who is not offline.
    Guild,
    /// Of those whom the bot asked for.
    Chunk,
}

/// Which kind of frame it is; `None` for any other.
pub(super) fn kind(json: &str) -> Option<Kind> {
    let event = GatewayEventDeserializer::from_json(json)?;
    match event.event_type()? {
        "PRESENCE_UPDATE" => Some(Kind::Update),
        "GUILD_CREATE" => Some(Kind::Guild),
        "GUILD_MEMBERS_CHUNK" => Some(Kind::Chunk),
        _ => None,
    }
}

#[derive(Deserialize)]
struct Dispatch<T> {
    d: T,
}

fn dispatched<T: DeserializeOwned>(json: &str) -> Option<T> {
    let dispatch: Dispatch<T> = serde_json::from_str(json).ok()?;
    Some(dispatch.d)
}

#[derive(Deserialize)]
struct User {
    id: Id<UserMarker>,
}

/// Whose presence an update is of, without reading more of it: most are of nobody of the staff.
pub(super) fn whose(json: &str) -> Option<(Id<GuildMarker>, Id<UserMarker>)> {
    #[derive(Deserialize)]
    struct Whose {
        guild_id: Id<GuildMarker>,
        user: User,
    }
    let whose: Whose = dispatched(json)?;
    Some((whose.guild_id, whose.user.id))
}

/// The presence that an update tells.
pub(super) fn update(json: &str) -> Option<ReportedPresence> {
    presence(&dispatched::<Value>(json)?).map(|(_, presence)| presence)
}

/// The guild that a frame describes.
pub(super) fn created(json: &str) -> Option<Id<GuildMarker>> {
    #[derive(Deserialize)]
    struct Created {
        id: Id<GuildMarker>,
    }
    Some(dispatched::<Created>(json)?.id)
}

/// Everybody in a guild who is not offline.
pub(super) fn present(json: &str) -> Vec<(UserId, ReportedPresence)> {
    #[derive(Deserialize)]
    struct Present {
        #[serde(default)]
        presences: Vec<Value>,
    }
    let present = dispatched::<Present>(json);
    let presences = present.map_or_else(Vec::new, |present| present.presences);
    presences.iter().filter_map(presence).collect()
}

/// An answer about members.
pub(super) struct Chunk {
    pub(super) guild: Id<GuildMarker>,
    /// What was given with the question.
    pub(super) nonce: String,
    /// Whether it is the last part of the answer.
    pub(super) is_last: bool,
    /// How each of them is; `None` for who is not in the guild.
    pub(super) seen: Vec<(UserId, Option<ReportedPresence>)>,
}

/// The answer in a frame; `None` where it does not tell presences.
pub(super) fn chunk(json: &str) -> Option<Chunk> {
    #[derive(Deserialize)]
    struct Raw {
        guild_id: Id<GuildMarker>,
        nonce: String,
        chunk_index: u32,
        chunk_count: u32,
        #[serde(default)]
        members: Vec<Member>,
        /// Left out where the session has no presences, which does not mean that everybody is offline.
        presences: Vec<Value>,
        #[serde(default)]
        not_found: Vec<Id<UserMarker>>,
    }
    #[derive(Deserialize)]
    struct Member {
        user: User,
    }
    let raw: Raw = dispatched(json)?;
    let shown: Vec<_> = raw.presences.iter().filter_map(presence).collect();
    let hidden = raw.members.iter().map(|member| member.user.id.wire());
    let hidden = hidden.filter(|id| !shown.iter().any(|(shown, _)| shown == id));
    let mut seen: Vec<_> = hidden.map(|id| (id, Some(offline(id)))).collect();
    seen.extend(raw.not_found.iter().map(|id| (id.wire(), None)));
    seen.extend(shown.into_iter().map(|(id, presence)| (id, Some(presence))));
    Some(Chunk {
        guild: raw.guild_id,
        nonce: raw.nonce,
        is_last: raw.chunk_index + 1 >= raw.chunk_count,
        seen,
    })
}

fn offline(user_id: UserId) -> ReportedPresence {
    ReportedPresence {
        user_id,
        status: PresenceStatus::Offline,
        platforms: Platforms::default(),
        activities: vec![],
        custom_status: None,
        observed_at: clock::now(),
    }
}

fn presence(raw: &Value) -> Option<(UserId, ReportedPresence)> {
    let user_id = User::deserialize(&raw["user"]).ok()?.id.wire();
    let on = |platform: &str| status(&raw["client_status"][platform]);
    let activities = raw["activities"].as_array().map_or(&[][..], Vec::as_slice);
    let is_custom = |activity: &&Value| activity["type"] == 4;
    let others = activities.iter().filter(|activity| !is_custom(activity));
    let presence = ReportedPresence {
        user_id,
        status: status(&raw["status"])?,
        platforms: Platforms {
            desktop: on("desktop"),
            mobile: on("mobile"),
            web: on("web"),
            embedded: on("embedded"),
            vr: on("vr"),
        },
        activities: others.filter_map(activity).take(MAX_ACTIVITIES).collect(),
        custom_status: activities.iter().find(is_custom).and_then(custom_status),
        observed_at: clock::now(),
    };
    Some((user_id, presence))
}

fn status(raw: &Value) -> Option<PresenceStatus> {
    match raw.as_str()? {
        "online" => Some(PresenceStatus::Online),
        "idle" => Some(PresenceStatus::Idle),
        "dnd" => Some(PresenceStatus::Dnd),
        "offline" | "invisible" => Some(PresenceStatus::Offline),
        _ => None,
    }
}

fn activity(raw: &Value) -> Option<PresenceActivity> {
    let started_at = raw["timestamps"]["start"].as_i64();
    Some(PresenceActivity {
        kind: match raw["type"].as_u64() {
            Some(0) => PresenceActivityKind::Playing,
            Some(1) => PresenceActivityKind::Streaming,
            Some(2) => PresenceActivityKind::Listening,
            Some(3) => PresenceActivityKind::Watching,
            Some(5) => PresenceActivityKind::Competing,
            _ => PresenceActivityKind::Other,
        },
        name: text(raw["name"].as_str()?)?,
        details: raw["details"].as_str().and_then(text),
        state: raw["state"].as_str().and_then(text),
        url: raw["url"].as_str().and_then(text),
        started_at: started_at.and_then(|at| Timestamp::from_millisecond(at).ok()),
    })
}

/// The text, with the emoji in front where it is one of Unicode; others are images.
fn custom_status(raw: &Value) -> Option<PresenceText> {
    let emoji = Some(&raw["emoji"]).filter(|emoji| emoji["id"].is_null());
    let parts = [
        emoji.and_then(|emoji| emoji["name"].as_str()),
        raw["state"].as_str(),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    text(&parts.join(" "))
}

/// A text of Discord's, shortened if need be; `None` where nothing of it is left.
fn text(raw: &str) -> Option<PresenceText> {
    let raw = raw.trim();
    let text = PresenceText::new(&shorten(raw, PresenceText::MAX_CHARS.into())).ok()?;
    (!raw.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn frame(name: &str, data: &Value) -> String {
        json!({"op": 0, "s": 2, "t": name, "d": data}).to_string()
    }

    fn read(mut presence: Value) -> Option<ReportedPresence> {
        presence["guild_id"] = json!("7");
        update(&frame("PRESENCE_UPDATE", &presence))
    }

    #[test]
    fn a_presence_is_forwarded_with_platforms_and_activities() {
        let presence = json!({
            "user": {"id": "201"}, "status": "dnd",
            "client_status": {"mobile": "idle", "embedded": "online", "fridge": "online"},
            "activities": [
                {"type": 4, "name": "Custom Status", "state": "in a race", "emoji": {"name": "🏁"}},
                {"type": 0, "name": "iRacing", "details": "Spa", "timestamps": {"start": 1_700_000_000_000_u64}},
                {"type": 1, "name": "Twitch", "url": "https://twitch.tv/ada"},
                {"type": 6, "name": "Hang Status"},
            ],
        });
        let mut read = serde_json::to_value(read(presence)).unwrap();
        read["observed_at"] = "then".into();
        insta::assert_json_snapshot!(read, @r#"
        {
          "activities": [
            {
              "details": "Spa",
              "kind": "playing",
              "name": "iRacing",
              "started_at": "2023-11-14T22:13:20Z"
            },
            {
              "kind": "streaming",
              "name": "Twitch",
              "url": "https://twitch.tv/ada"
            },
            {
              "kind": "other",
              "name": "Hang Status"
            }
          ],
          "custom_status": "🏁 in a race",
          "observed_at": "then",
          "platforms": {
            "embedded": "online",
            "mobile": "idle"
          },
          "status": "dnd",
          "user_id": "201"
        }
        "#);
    }

    #[test]
    fn what_is_odd_hides_nothing_else() {
        let odd = json!({
            "user": {"id": "201"}, "status": "online", "client_status": null,
            "activities": [
                7, {"type": 0, "name": null}, {"type": "x", "name": "Chess", "timestamps": {"start": -5.5}},
                {"type": 4, "state": null, "emoji": {"name": "blob", "id": "88"}},
                {"type": 2, "name": "x".repeat(500)},
            ],
        });
        let read_odd = read(odd).unwrap();
        assert_eq!(read_odd.custom_status, None);
        let names = read_odd.activities.iter().map(|it| it.name.as_str());
        let names: Vec<_> = names.map(|name| name.chars().count()).collect();
        assert_eq!(names, [5, 200]);
        assert!(read(json!({"user": {"id": "0"}, "status": "online"})).is_none());
        assert!(read(json!({"user": {"id": "201"}, "status": "dancing"})).is_none());
        assert!(chunk(&frame("GUILD_MEMBERS_CHUNK", &json!({}))).is_none());
        assert!(kind("not json").is_none());
    }

    #[test]
    fn of_those_who_were_asked_for_each_is_there_offline_or_not_a_member() {
        let answer = json!({
            "guild_id": "7", "nonce": "3.1", "chunk_index": 0, "chunk_count": 1,
            "members": [{"user": {"id": "201"}}, {"user": {"id": "202"}}],
            "presences": [{"user": {"id": "202"}, "status": "idle", "client_status": {}}],
            "not_found": ["203"],
        });
        let chunk_read = chunk(&frame("GUILD_MEMBERS_CHUNK", &answer)).unwrap();
        let seen = chunk_read.seen.iter();
        let seen = seen.map(|(id, it)| (id.get(), it.as_ref().map(|it| it.status)));
        let (offline, idle) = (PresenceStatus::Offline, PresenceStatus::Idle);
        let expected = [(201, Some(offline)), (203, None), (202, Some(idle))];
        assert_eq!(seen.collect::<Vec<_>>(), expected);
        assert!(chunk_read.is_last);

        let mut blind = answer;
        blind.as_object_mut().unwrap().remove("presences");
        let told = chunk(&frame("GUILD_MEMBERS_CHUNK", &blind));
        assert!(told.is_none(), "not told is not offline");
    }
}
