//! Reading the text of a slash command by the options of the registered command.

use serde_json::{Value, json};

use super::error::{ClientError, refused};
use super::option::{Resolved, convert};
use super::place::Place;
use crate::json::{items, text};
use crate::model::Command;
use crate::permissions;
use crate::world::World;

/// A command as a person typed it.
pub(super) struct TypedCommand {
    /// Names of command, group and sub-command, with the options unless those are given apart.
    pub(super) words: String,
    /// Options by name, if they are given apart.
    pub(super) options: Option<Vec<(String, String)>>,
}

/// Builds the `data` of a command interaction. With `focus` it is an autocomplete request for the last option typed.
pub(super) fn command_data(
    world: &World,
    place: Place<'_>,
    typed: TypedCommand,
    focus: bool,
) -> Result<Value, ClientError> {
    let (name, mut rest) = split_word(typed.words.trim().trim_start_matches('/'));
    let command = find(world, place, name)?;
    let mut path = Vec::new();
    let mut options = items(&command.body["options"]);
    let mut title = format!("/{name}");
    while options
        .first()
        .is_some_and(|option| matches!(option["type"].as_u64(), Some(1 | 2)))
    {
        let (sub, after) = split_word(rest);
        let Some(next) = options.iter().find(|option| option["name"] == sub) else {
            return refused(format!("{title} needs one of: {}", names(options)));
        };
        title = format!("{title} {sub}");
        path.push((sub.to_owned(), next["type"].clone()));
        options = items(&next["options"]);
        rest = after;
    }
    let given = match typed.options {
        Some(given) if rest.is_empty() => given,
        Some(_) => return refused(format!("{title} has no sub-command {rest}")),
        None => split_options(&title, options, rest)?,
    };
    let mut resolved = Resolved::default();
    let values = fill(world, place, &title, options, given, &mut resolved, focus)?;
    // Innermost first: each sub-command wraps the options below it.
    let wrapped = path.into_iter().rev().fold(values, |inner, (name, kind)| {
        vec![json!({"name": name, "type": kind, "options": inner})]
    });
    let mut data = json!({"id": command.id.to_string(), "name": name, "type": 1});
    if let Some(guild) = command.guild_id {
        data["guild_id"] = json!(guild.to_string());
    }
    if !wrapped.is_empty() {
        data["options"] = wrapped.into();
    }
    resolved.write_to(&mut data);
    Ok(data)
}

/// The command that this person can use here, guild commands before global ones.
pub(super) fn find<'a>(
    world: &'a World,
    place: Place<'_>,
    name: &str,
) -> Result<&'a Command, ClientError> {
    let named = |command: &&Command| command.kind() == 1 && command.name() == name;
    // The commands of an application leave a server together with its bot.
    let is_there = place.guild.is_none_or(|guild| world.has_bot(guild));
    let all = || world.commands.iter().filter(|_| is_there).filter(named);
    let own = all().find(|command| command.guild_id.is_some() && command.guild_id == place.guild);
    let Some(command) = own.or_else(|| all().find(|command| command.guild_id.is_none())) else {
        return refused(format!("There is no command /{name} here"));
    };
    let context = u64::from(place.guild.is_none());
    let contexts = command.body["contexts"].as_array();
    if contexts.is_some_and(|list| !list.iter().any(|c| c.as_u64() == Some(context))) {
        return refused(format!("/{name} cannot be used here"));
    }
    let guild = place.guild(world);
    let found = guild.and_then(|guild| Some((guild, guild.channel(place.channel)?)));
    let Some((guild, channel)) = found else {
        return Ok(command);
    };
    let granted = permissions::in_channel(guild, channel, place.user.id);
    let is_archived = channel.is_archived();
    let (who, channel) = (&place.user.username, &channel.name);
    if granted & permissions::VIEW_CHANNEL == 0 {
        return refused(format!("{who} cannot see #{channel}"));
    }
    if is_archived {
        return refused(format!("#{channel} is archived"));
    }
    if granted & permissions::USE_APPLICATION_COMMANDS == 0 {
        return refused(format!("{who} may not use commands in #{channel}"));
    }
    let needs = &command.body["default_member_permissions"];
    let needs = needs.as_str().and_then(|bits| bits.parse::<u64>().ok());
    // "0" means administrators only.
    let lacks = |bits: u64| {
        if bits == 0 {
            granted != permissions::ALL
        } else {
            granted & bits != bits
        }
    };
    if granted & permissions::ADMINISTRATOR == 0 && needs.is_some_and(lacks) {
        return refused(format!("{who} has no permission to use /{name}"));
    }
    Ok(command)
}

fn split_word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    match text.split_once(char::is_whitespace) {
        Some((word, rest)) => (word, rest.trim_start()),
        None => (text, ""),
    }
}

/// Splits `name:Ada Lovelace external_id:42` at the names of known options.
///
/// A word that looks like an option but is none is refused rather than added to the value before it: on Discord one
/// cannot type it either. Quotes keep such a word as text: `reason:"lap: too slow"`.
fn split_options(
    title: &str,
    options: &[Value],
    text: &str,
) -> Result<Vec<(String, String)>, ClientError> {
    let mut given: Vec<(String, String)> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let known = options
            .iter()
            .filter_map(|option| option["name"].as_str())
            .find_map(|name| Some((name, rest.strip_prefix(name)?.strip_prefix(':')?)));
        let Some((name, after)) = known else {
            let (word, _) = split_word(rest);
            let name = word.split(':').next().unwrap_or(word);
            return refused(format!("{title} has no option {name}{}", listing(options)));
        };
        if given.iter().any(|(other, _)| other == name) {
            return refused(format!("{title}: {name} is given twice"));
        }
        let (value, following) = take_value(options, after);
        given.push((name.to_owned(), value));
        rest = following.trim_start();
    }
    Ok(given)
}

fn listing(options: &[Value]) -> String {
    match names(options) {
        names if names.is_empty() => names,
        names => format!(" (it has: {names})"),
    }
}

fn names(options: &[Value]) -> String {
    let names = options.iter().filter_map(|option| option["name"].as_str());
    names.collect::<Vec<_>>().join(", ")
}

/// The value up to the next word that is, or looks like, the name of an option.
fn take_value<'a>(options: &[Value], text: &'a str) -> (String, &'a str) {
    let text = text.trim_start();
    let quoted = text
        .strip_prefix('"')
        .and_then(|quoted| quoted.split_once('"'));
    if let Some((value, rest)) = quoted {
        return (value.to_owned(), rest);
    }
    let mut from = 0;
    while let Some(space) = text[from..].find(char::is_whitespace).map(|at| from + at) {
        let next = text[space..].trim_start();
        let start = text.len() - next.len();
        if starts_option(options, next) {
            return (text[..space].trim_end().to_owned(), &text[start..]);
        }
        from = if start > space { start } else { text.len() };
    }
    (text.trim_end().to_owned(), "")
}

fn starts_option(options: &[Value], text: &str) -> bool {
    let (word, _) = split_word(text);
    let Some((name, value)) = word.split_once(':') else {
        return false;
    };
    let known = options.iter().any(|option| option["name"] == name);
    let looks = |c: char| c.is_ascii_lowercase() || c == '_';
    let plausible = name.len() > 1 && name.chars().all(looks) && !value.starts_with('/');
    known || plausible && !value.is_empty()
}

/// Converts and checks every option. The result is in the order of registration, as Discord's client sends them.
fn fill(
    world: &World,
    place: Place<'_>,
    title: &str,
    options: &[Value],
    given: Vec<(String, String)>,
    resolved: &mut Resolved,
    focus: bool,
) -> Result<Vec<Value>, ClientError> {
    let focused = focus
        .then(|| given.last().map(|(name, _)| name.clone()))
        .flatten();
    if focus && focused.is_none() {
        return refused(format!(
            "{title}: type the option to complete, as name:text"
        ));
    }
    if let Some((name, _)) = given
        .iter()
        .find(|(name, _)| !options.iter().any(|o| o["name"] == *name))
    {
        return refused(format!("{title} has no option {name}{}", listing(options)));
    }
    let mut values = Vec::new();
    for option in options {
        let name = text(&option["name"]);
        let raw = given
            .iter()
            .find(|(given, _)| given == name)
            .map(|(_, raw)| raw.as_str());
        let Some(raw) = raw else {
            if option["required"] == true && !focus {
                return refused(format!("{title}: {name} is required"));
            }
            continue;
        };
        if focused.as_deref() == Some(name) {
            if option["autocomplete"] != true {
                return refused(format!("{title}: {name} offers no completion"));
            }
            values
                .push(json!({"name": name, "type": option["type"], "value": raw, "focused": true}));
            continue;
        }
        let value = convert(world, place, option, raw, resolved);
        match value {
            Ok(value) => values.push(json!({"name": name, "type": option["type"], "value": value})),
            // While another option is being completed, unfinished ones are not sent.
            Err(_) if focus => {}
            Err(why) => return refused(format!("{title}: {name} {why}")),
        }
    }
    Ok(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(names: &[&str]) -> Vec<Value> {
        names
            .iter()
            .map(|name| json!({"name": name, "type": 3}))
            .collect()
    }

    fn split(names: &[&str], text: &str) -> Result<Vec<(String, String)>, ClientError> {
        split_options("/test", &options(names), text)
    }

    fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter()
            .map(|&(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }

    #[test]
    fn values_reach_to_the_next_option() {
        let got = split(&["name", "external_id"], "name:Ada Lovelace external_id:42").unwrap();
        assert_eq!(
            got,
            pairs(&[("name", "Ada Lovelace"), ("external_id", "42")])
        );
        assert_eq!(split(&["name"], "").unwrap(), pairs(&[]));
        assert_eq!(
            split(&["name"], "name: Zoë  ").unwrap(),
            pairs(&[("name", "Zoë")])
        );
    }

    #[test]
    fn colons_inside_a_value_are_text() {
        let got = split(
            &["note", "at"],
            "note:see https://a.b/c at 12:30 <t:1:R> at:noon",
        )
        .unwrap();
        assert_eq!(
            got,
            pairs(&[
                ("note", "see https://a.b/c at 12:30 <t:1:R>"),
                ("at", "noon")
            ])
        );
        let got = split(&["note"], "note:\"lap: too slow: x:y\"").unwrap();
        assert_eq!(got, pairs(&[("note", "lap: too slow: x:y")]));
    }

    #[test]
    fn unknown_and_repeated_options_are_refused() {
        let wrong = split(&["name"], "name:Ada extrenal_id:42")
            .unwrap_err()
            .to_string();
        assert_eq!(wrong, "/test has no option extrenal_id (it has: name)");
        assert!(split(&["name"], "Ada").is_err());
        assert!(split(&["name"], "name:a name:b").is_err());
    }
}
