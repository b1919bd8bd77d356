//! The paths that are simulated.
//!
//! A request for any other is noted as such before anything else about it is judged: whether it carries a token, and
//! whether what would be an id in it is one.

use super::call::Call;

/// Methods, and a path in which `{}` stands for an id, a token or a name.
const PATHS: &[(&str, &str)] = &[
    ("GET", "gateway"),
    ("GET", "gateway/bot"),
    ("GET", "applications/@me"),
    ("GET", "oauth2/applications/@me"),
    ("POST", "oauth2/token"),
    ("GET", "soundboard-default-sounds"),
    ("GET", "users/@me"),
    ("GET", "users/@me/guilds"),
    ("POST", "users/@me/channels"),
    ("GET", "users/{}"),
    ("GET", "guilds/{}"),
    ("GET", "guilds/{}/roles"),
    ("GET", "guilds/{}/channels"),
    ("GET", "guilds/{}/members"),
    ("GET", "guilds/{}/members/{}"),
    ("PUT DELETE", "guilds/{}/members/{}/roles/{}"),
    ("GET", "guilds/{}/voice-states/{}"),
    ("GET", "guilds/{}/soundboard-sounds"),
    ("GET", "guilds/{}/threads/active"),
    ("GET PATCH DELETE", "channels/{}"),
    ("GET POST", "channels/{}/messages"),
    ("GET PATCH DELETE", "channels/{}/messages/{}"),
    ("POST", "channels/{}/messages/{}/threads"),
    ("POST", "channels/{}/threads"),
    ("GET", "channels/{}/thread-members"),
    ("GET PUT DELETE", "channels/{}/thread-members/{}"),
    ("POST", "channels/{}/typing"),
    ("GET PUT POST", "applications/{}/commands"),
    ("GET PATCH DELETE", "applications/{}/commands/{}"),
    ("GET PUT POST", "applications/{}/guilds/{}/commands"),
    ("GET PATCH DELETE", "applications/{}/guilds/{}/commands/{}"),
    ("POST", "interactions/{}/{}/callback"),
    ("POST", "webhooks/{}/{}"),
    ("GET PATCH DELETE", "webhooks/{}/{}/messages/{}"),
];

/// Whether a request is one that is answered.
pub(super) fn is_simulated(call: &Call) -> bool {
    let answers = |methods: &str| methods.split(' ').any(|method| method == call.method);
    let mut paths = PATHS.iter();
    paths.any(|(methods, path)| answers(methods) && fits(path, &call.segments))
}

fn fits(path: &str, segments: &[String]) -> bool {
    let mut wanted = path.split('/');
    let mut segments = segments.iter();
    let begins =
        segments.all(|segment| wanted.next().is_some_and(|it| it == "{}" || it == segment));
    begins && wanted.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::community::{BOT_ID, GUILD_ID, OWNER_ID};
    use crate::rest::router;
    use crate::world::World;

    fn call(method: &str, path: &str) -> Call {
        Call {
            method: method.to_owned(),
            segments: path.split('/').map(str::to_owned).collect(),
            ..Call::default()
        }
    }

    #[test]
    fn each_path_has_a_function() {
        for &(methods, path) in PATHS {
            // Answered before the router, as it needs no token of the bot.
            if path == "oauth2/token" {
                continue;
            }
            for method in methods.split(' ') {
                let mut world = World::example();
                let general = world.find_channel(GUILD_ID, "general").unwrap();
                // Some of what stands below a channel is for threads only.
                let thread = world
                    .start_thread(general, BOT_ID, "Lap 7", None, 60)
                    .unwrap();
                let mut filled = Vec::new();
                for segment in path.split('/') {
                    let id = match filled.last().map(String::as_str) {
                        Some("guilds") => GUILD_ID,
                        Some("channels") => thread.id,
                        Some("applications" | "webhooks") => BOT_ID,
                        _ => OWNER_ID,
                    };
                    filled.push(segment.replace("{}", &id.to_string()));
                }
                let call = call(method, &filled.join("/"));
                assert!(is_simulated(&call), "{method} {path}");
                let _answered = router::route(&mut world, &call);
                assert_eq!(world.unexpected, [""; 0], "{method} {path}");
            }
        }
    }

    #[test]
    fn any_other_path_is_not_simulated() {
        for (method, path) in [
            ("GET", "guilds/templates/abc"),
            ("GET", "guilds/1/emojis"),
            ("DELETE", "guilds/1"),
            ("GET", "channels/1/pins"),
            ("GET", "gateway/bot/more"),
            ("GET", ""),
        ] {
            assert!(!is_simulated(&call(method, path)), "{method} {path}");
        }
    }
}
