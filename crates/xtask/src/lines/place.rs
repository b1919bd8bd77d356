//! Which capability a line or an operation belongs to, and what kind of line it is.

use std::path::Path;

/// The rows of the table. Seasons are two: setting them up is plain, what happens in them is full of rules.
pub(super) const CAPABILITIES: [&str; 9] = [
    "guilds, checkup",
    "members, privacy",
    SET_UP,
    RULES,
    "attendance",
    "tokens",
    "audit",
    "effects, roles",
    "system",
];

const SET_UP: &str = "seasons: set-up";
const RULES: &str = "seasons: points";

/// The columns of the table, in the order in which a request meets them.
pub(super) const KINDS: [&str; 10] = [
    "routes",
    "declarations",
    "client",
    "wire types",
    "model",
    "service",
    "store",
    "other",
    "commands",
    "replies",
];

/// Names of files and folders of set-up; what is not named here counts as rules.
const SET_UP_NAMES: [&str; 8] = [
    "seasons", "season", "items", "ranks", "prizes", "prize", "item", "rank",
];

/// The row and column of a file, if it belongs to one capability.
pub(super) fn of_file(crate_name: &str, path: &Path) -> Option<(&'static str, &'static str)> {
    let without_extension = path.with_extension("");
    let names: Vec<&str> = without_extension
        .iter()
        .filter_map(|name| name.to_str())
        .collect();
    match (crate_name, names.as_slice()) {
        ("api", [capability, rest @ ..]) => {
            let capability = capability_of(capability)?;
            let kind = match rest.first() {
                Some(&("routes" | "model" | "service" | "store")) => kind(rest[0])?,
                _ => "other",
            };
            let names = rest.get(1..).unwrap_or_default();
            Some((within(capability, names), kind))
        }
        // The client's methods and most of the routes are generated from these entries.
        ("api-types", ["operations", rest @ ..]) => in_bot_or_types(rest, "declarations"),
        ("api-types", rest) => in_bot_or_types(rest, "wire types"),
        ("bot", ["commands", rest @ ..]) => in_bot_or_types(rest, "commands"),
        ("bot", ["replies", rest @ ..]) => in_bot_or_types(rest, "replies"),
        _ => None,
    }
}

/// Where the capability is named by the first folder or file that names one.
fn in_bot_or_types(names: &[&str], kind: &'static str) -> Option<(&'static str, &'static str)> {
    let (place, capability) = names
        .iter()
        .enumerate()
        .find_map(|(place, name)| Some((place, capability_of(name)?)))?;
    let inner = &names[place + 1..];
    let names = if inner.is_empty() {
        &names[place..]
    } else {
        inner
    };
    Some((within(capability, names), kind))
}

fn kind(name: &str) -> Option<&'static str> {
    KINDS.into_iter().find(|kind| *kind == name)
}

fn capability_of(name: &str) -> Option<&'static str> {
    Some(match name {
        "guild" | "guilds" | "checkup" => "guilds, checkup",
        "member" | "members" | "privacy" => "members, privacy",
        "seasons" => SET_UP,
        "points" | "submissions" | "awards" | "ledger" => RULES,
        "attendance" | "attendance_display" => "attendance",
        "tokens" => "tokens",
        "audit" => "audit",
        "effects" | "roles" | "notices" => "effects, roles",
        "system" => "system",
        _ => return None,
    })
}

/// Tells the two rows of seasons apart.
fn within(capability: &'static str, names: &[&str]) -> &'static str {
    if capability != SET_UP {
        capability
    } else if names.iter().any(|name| SET_UP_NAMES.contains(name)) {
        SET_UP
    } else {
        RULES
    }
}

/// The row of an operation, by its path in the OpenAPI document.
pub(super) fn of_operation(path: &str) -> &'static str {
    let Some(path) = path.strip_prefix("/api/") else {
        return "system";
    };
    let parts: Vec<&str> = path.trim_start_matches("bot/").split('/').collect();
    match parts.as_slice() {
        ["guild" | "heartbeat", ..] => "guilds, checkup",
        ["members", ..] => "members, privacy",
        ["seasons", _, "attendance-rule", ..] | ["attendance", ..] => "attendance",
        ["seasons" | "items"]
        | ["seasons" | "items", _]
        | ["seasons", _, "items" | "ranks" | "clone" | "close", ..] => SET_UP,
        ["seasons" | "submissions" | "awards", ..] => RULES,
        ["tokens", ..] => "tokens",
        ["audit", ..] => "audit",
        ["effects", ..] => "effects, roles",
        _ => "system",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(crate_name: &str, path: &str) -> Option<(&'static str, &'static str)> {
        of_file(crate_name, Path::new(path))
    }

    #[test]
    fn a_file_of_the_api_is_placed_by_its_folder_and_name() {
        assert_eq!(
            file("api", "members/service/register.rs"),
            Some(("members, privacy", "service"))
        );
        assert_eq!(file("api", "tokens/jwt.rs"), Some(("tokens", "other")));
        assert_eq!(
            file("api", "checkup/model/failed.rs"),
            Some(("guilds, checkup", "model"))
        );
        assert_eq!(file("api", "db/sqlite.rs"), None);
        assert_eq!(file("api", "error.rs"), None);
    }

    #[test]
    fn seasons_are_set_up_or_rules_by_the_inner_name() {
        assert_eq!(
            file("api", "seasons/store/items.rs"),
            Some((SET_UP, "store"))
        );
        assert_eq!(
            file("api", "seasons/service/privacy.rs"),
            Some((RULES, "service"))
        );
        assert_eq!(
            file("bot", "commands/seasons/items/listing.rs"),
            Some((SET_UP, "commands"))
        );
        assert_eq!(
            file("bot", "commands/seasons/submit.rs"),
            Some((RULES, "commands"))
        );
        assert_eq!(
            file("api-types", "seasons.rs"),
            Some((SET_UP, "wire types"))
        );
        assert_eq!(
            file("api-types", "submissions.rs"),
            Some((RULES, "wire types"))
        );
        assert_eq!(
            file("api-types", "operations/tokens.rs"),
            Some(("tokens", "declarations"))
        );
    }

    #[test]
    fn a_reply_is_placed_by_the_first_name_that_is_a_capability() {
        assert_eq!(
            file("bot", "replies/problems/attendance.rs"),
            Some(("attendance", "replies"))
        );
        assert_eq!(file("bot", "replies/format.rs"), None);
        assert_eq!(file("bot", "gateway/members.rs"), None);
    }

    #[test]
    fn operations_are_placed_by_their_path() {
        let places = [
            ("/api/bot/heartbeat", "guilds, checkup"),
            ("/api/bot/attendance/displays", "attendance"),
            ("/api/bot/effects/lease", "effects, roles"),
            ("/api/members/me/export", "members, privacy"),
            ("/api/seasons", SET_UP),
            ("/api/seasons/current", SET_UP),
            ("/api/seasons/{season_id}/ranks/{rank_id}/prizes", SET_UP),
            ("/api/seasons/{season_id}/ledger.csv", RULES),
            ("/api/seasons/{season_id}/attendance-rule", "attendance"),
            ("/api/submissions/{submission_id}/approve", RULES),
            ("/metrics", "system"),
        ];
        for (path, capability) in places {
            assert_eq!(of_operation(path), capability, "{path}");
            assert!(CAPABILITIES.contains(&capability));
        }
    }
}
