//! Texts of `/help`.

use super::{BLUE, format::escape};
use crate::{
    answer::Reply,
    dispatch::{TOPICS, Topic},
};
use paddock_api_types::members::{Member, MemberStatus};
use twilight_model::application::command::{Command, CommandOption, CommandOptionType};
use twilight_util::builder::embed::EmbedBuilder;

/// How the one who asks stands.
#[derive(Debug)]
pub(crate) enum Standing {
    /// Has not registered.
    Unregistered,
    /// Has registered.
    Known(Box<Member>),
    /// Is refused everything.
    Banned,
    /// The API does not say.
    Unknown,
}

/// What most members do, with what it looks like.
const VERIFIED: [&str; 6] = [
    "/join",
    "/submit item:Race finished",
    "/summary",
    "/here code:ABC123",
    "/claim number:7",
    "/me",
];
/// What can be done before an admin has decided.
const WAITING: [&str; 3] = ["/me", "/register name:Ada Lovelace", "/privacy export"];
/// What can be done by anybody.
const ANYBODY: [&str; 2] = ["/register name:Ada Lovelace", "/ping"];
/// What most admins do.
const ADMINS: [&str; 6] = [
    "/setup verified_role:@Members",
    "/checkup",
    "/members status:waiting",
    "/season create name:Winter end:in 3 months",
    "/review",
    "/open_attendance title:Lecture 7",
];

/// `/help` without a topic: how the caller stands, a few commands of their own, and where there are
/// more.
pub(crate) fn overview(standing: &Standing, is_admin: bool, commands: &[Command]) -> Reply {
    let mut lines = vec![first_line(standing)];
    if matches!(standing, Standing::Banned) {
        return Reply::text(lines.remove(0));
    }
    lines.push(String::new());
    let own: &[&str] = match standing {
        Standing::Known(member) => match member.status {
            MemberStatus::Verified => &VERIFIED,
            _ => &WAITING,
        },
        Standing::Unknown => &VERIFIED,
        Standing::Unregistered | Standing::Banned => &ANYBODY,
    };
    lines.extend(own.iter().map(|example| line(example, commands)));
    if is_admin {
        lines.push("\n**For admins**".to_owned());
        lines.extend(ADMINS.iter().map(|example| line(example, commands)));
    }
    let shown = Topic::Seasons;
    let others = TOPICS.iter().filter(|(_, topic)| *topic != shown);
    let others: Vec<_> = others.map(|(name, _)| *name).collect();
    lines.push(format!(
        "\nEverything about one topic, with examples: `/help topic:{}`. Other topics: {}.",
        shown.name(),
        others.join(", "),
    ));
    let card = EmbedBuilder::new()
        .title("What you can do here")
        .description(lines.join("\n"))
        .color(BLUE);
    Reply::card(card.build())
}

fn first_line(standing: &Standing) -> String {
    let member = match standing {
        Standing::Known(member) => member,
        Standing::Unregistered => {
            return "You are not registered here yet. Begin with `/register`; then an admin lets \
                    you in."
                .to_owned();
        }
        Standing::Banned => {
            return "You are banned here, so that I answer none of your other commands. Talk to an \
                    admin of this server."
                .to_owned();
        }
        Standing::Unknown => {
            return "I cannot look up how you stand right now; commands may fail for a while."
                .to_owned();
        }
    };
    let name = escape(&member.display_name);
    match member.status {
        MemberStatus::Pending => format!(
            "You are registered, **{name}**, and wait for an admin. I will message you when they \
             have decided."
        ),
        MemberStatus::Verified => format!("You take part here as **{name}**."),
        MemberStatus::Rejected | MemberStatus::Banned => {
            let reason = member.status_reason.as_deref();
            let reason = reason.map_or_else(String::new, |it| format!(" (“{}”)", escape(it)));
            format!("Your registration was turned down{reason}. Talk to an admin of this server.")
        }
    }
}

/// An example, with what its command does.
fn line(example: &str, commands: &[Command]) -> String {
    let described = commands.iter().flat_map(described);
    let longest = described
        .filter(|(name, _)| format!("{example} ").starts_with(&format!("/{name} ")))
        .max_by_key(|(name, _)| name.len());
    let description = longest.map_or("", |(_, description)| description);
    format!("- `{example}` {description}")
}

/// Title of the card about a topic: its name, but for iRacing with a capital.
pub(crate) fn title(topic: Topic) -> String {
    let name = topic.name();
    match name.split_at_checked(1) {
        Some((first, rest)) if topic != Topic::Iracing => first.to_uppercase() + rest,
        _ => name.to_owned(),
    }
}

/// Everything about a topic, for members and then for admins, each with examples.
pub(crate) fn topic(topic: Topic, commands: &[&Command], is_admin: bool) -> Vec<String> {
    let (for_all, for_admins): (Vec<_>, Vec<_>) = commands
        .iter()
        .copied()
        .partition(|command| command.default_member_permissions.is_none());
    let (examples, examples_for_admins) = examples(topic);
    let mut lines = section(None, &for_all, examples);
    if is_admin {
        lines.extend(section(
            Some("For admins"),
            &for_admins,
            examples_for_admins,
        ));
    }
    lines
}

fn section(title: Option<&str>, commands: &[&Command], examples: &[&str]) -> Vec<String> {
    let mut lines: Vec<_> = commands
        .iter()
        .flat_map(|command| described(command))
        .map(|(name, description)| format!("- `/{name}` {description}"))
        .collect();
    if let Some(title) = title
        && !lines.is_empty()
    {
        lines.insert(0, format!("\n**{title}**"));
    }
    if !examples.is_empty() {
        lines.push("For example:".to_owned());
        lines.extend(examples.iter().map(|example| format!("> - `{example}`")));
    }
    lines
}

/// The command with its description, or each of its subcommands.
fn described(command: &Command) -> Vec<(String, &str)> {
    let is_subcommand = |option: &&CommandOption| option.kind == CommandOptionType::SubCommand;
    let subcommands: Vec<_> = command.options.iter().filter(is_subcommand).collect();
    if subcommands.is_empty() {
        return vec![(command.name.clone(), &command.description)];
    }
    let described = |option: &&'_ CommandOption| format!("{} {}", command.name, option.name);
    subcommands
        .iter()
        .map(|option| (described(option), &*option.description))
        .collect()
}

/// Examples for everybody, and those for admins.
fn examples(topic: Topic) -> (&'static [&'static str], &'static [&'static str]) {
    match topic {
        Topic::Members => (
            &["/register name:Ada Lovelace", "/token create name:Laptop"],
            &[
                "/verify member:@Ada",
                "/reject member:@Ada reason:Give your real name",
                "/admin grant member:@Ada",
            ],
        ),
        Topic::Seasons => (
            &[
                "/join season:Winter",
                "/submit item:Race finished quantity:2",
                "/summary",
                "/leaderboard",
            ],
            &[
                "/season create name:Winter end:in 3 months item:Race finished points:10 rank:Gold threshold:20",
                "/prize role rank:Gold role:@Champion",
                "/item create name:Fastest lap",
                "/item set item:Fastest lap points:5",
                "/rank create name:Silver threshold:10",
                "/review",
                "/points adjust member:@Ada points:5 reason:Helped out",
            ],
        ),
        Topic::Attendance => (
            &["/here code:ABC123"],
            &[
                "/config channel purpose:attendance channel:#attendance",
                "/attendance points present:10 late:5",
                "/open_attendance title:Lecture 7 duration:90",
                "/attendance mark member:@Ada status:late",
                "/close_attendance",
            ],
        ),
        Topic::Numbers => (
            &[
                "/claim number:7",
                "/trade offer member:@Ada gives:7 wants:8",
                "/waitlist join number:1",
                "/link iracing_id:123456",
            ],
            &[
                "/reserve range first:1 last:9",
                "/forcerelease number:7",
                "/sync",
            ],
        ),
        Topic::Iracing => (
            &["/connect", "/driver member:@Ada"],
            &[
                "/results import file:result.json",
                "/results points league_season:98765 mode:positions race:25,18,15",
                "/results penalty member:@Ada points:5 reason:Cut a corner",
            ],
        ),
        Topic::Staff => (
            &[
                "/staffstatus member:@Ada",
                "/staff away until:2027-01-06 reason:Holidays",
                "/duty on",
            ],
            &[],
        ),
        Topic::Server => (
            &[],
            &[
                "/setup verified_role:@Members review_channel:#admins",
                "/config show",
                "/checkup",
            ],
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::dispatch;

    /// The options of the command that an example gives, and the names that it gives values to.
    fn read(example: &str, commands: &[Command]) -> (Vec<CommandOption>, Vec<String>) {
        let mut words = example.split(' ');
        let name = words.next().unwrap().trim_start_matches('/');
        let command = commands.iter().find(|command| command.name == name);
        let command = command.unwrap_or_else(|| panic!("no command for {example}"));
        let mut options = command.options.clone();
        if let [first, ..] = &options[..]
            && first.kind == CommandOptionType::SubCommand
        {
            let name = words.next().unwrap();
            let subcommand = options.into_iter().find(|option| option.name == name);
            let subcommand = subcommand.unwrap_or_else(|| panic!("no subcommand for {example}"));
            options = subcommand.options.unwrap_or_default();
        }
        let given = words.filter_map(|word| Some(word.split_once(':')?.0.to_owned()));
        (options, given.collect())
    }

    #[test]
    fn examples_are_commands_that_can_be_given() {
        let commands = crate::commands();
        let mut all: Vec<_> = [&VERIFIED[..], &WAITING, &ANYBODY, &ADMINS].concat();
        for (_, topic) in TOPICS {
            let (everyone, admins) = examples(*topic);
            all.extend(everyone);
            all.extend(admins);
        }
        for example in all {
            let (options, given) = read(example, &commands);
            for option in &given {
                let known = options.iter().any(|it| it.name == *option);
                assert!(known, "{example}: no option {option}");
            }
            for option in options.iter().filter(|it| it.required == Some(true)) {
                assert!(
                    given.contains(&option.name),
                    "{example}: no {}",
                    option.name
                );
            }
            assert!(!line(example, &commands).ends_with("` "), "{example}");
        }
    }

    #[test]
    fn every_command_is_about_one_topic() {
        let dispatch = dispatch();
        let mut about: Vec<_> = TOPICS
            .iter()
            .flat_map(|(_, topic)| dispatch.about(*topic))
            .map(|command| command.name.clone())
            .collect();
        about.sort();
        let mut all: Vec<_> = crate::commands().into_iter().map(|it| it.name).collect();
        all.sort();
        assert_eq!(about, all);
    }
}
