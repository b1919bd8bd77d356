//! Discord's markup as a person reads it: names for mentions, times in words, no backslashes.
//!
//! Bold, italics and code keep their marks, which is how a terminal shows them.

use jiff::Timestamp;

use crate::model::Guild;
use crate::snowflake::Snowflake;
use crate::world::World;

/// Reads texts as a person does in one channel, now.
pub(super) struct Reader<'w> {
    world: &'w World,
    /// None in direct messages, where there are neither nicknames nor roles.
    guild: Option<&'w Guild>,
}

impl<'w> Reader<'w> {
    pub(super) fn new(world: &'w World, channel: Snowflake) -> Self {
        let guild = world.channel(channel).and_then(|(_, guild)| guild);
        Self { world, guild }
    }

    /// A text in which all markup is shown.
    pub(super) fn text(&self, raw: &str) -> String {
        plain(raw, |tag| self.tag(tag))
    }

    /// A title: Discord shows no mentions in it.
    pub(super) fn title(raw: &str) -> String {
        plain(raw, |_| None)
    }

    /// The text shown for `<tag>`, if it is one of Discord's tags.
    fn tag(&self, tag: &str) -> Option<String> {
        if let Some(time) = tag.strip_prefix("t:") {
            return self.time(time);
        }
        if let Some(id) = tag.strip_prefix('#') {
            let channel = self.world.channel(id.parse().ok()?);
            let name = channel.map(|(channel, _)| channel.name.as_str());
            return Some(format!("#{}", name.unwrap_or("unknown")));
        }
        let mention = tag.strip_prefix('@')?;
        if let Some(id) = mention.strip_prefix('&') {
            let id: Snowflake = id.parse().ok()?;
            let role = self.guild.and_then(|guild| guild.roles.get(&id));
            let name = role.map(|role| role.name.trim_start_matches('@'));
            return Some(format!("@{}", name.unwrap_or("deleted-role")));
        }
        let id = mention.strip_prefix('!').unwrap_or(mention).parse().ok()?;
        Some(format!("@{}", self.name(id).unwrap_or("unknown-user")))
    }

    fn name(&self, user: Snowflake) -> Option<&str> {
        let member = self.guild.and_then(|guild| guild.members.get(&user));
        let nick = member.and_then(|member| member.nick.as_deref());
        let account = self.world.users.get(&user);
        nick.or_else(|| {
            let account = account?;
            account
                .global_name
                .as_deref()
                .or(Some(account.username.as_str()))
        })
    }

    fn time(&self, tag: &str) -> Option<String> {
        let (second, style) = tag.split_once(':').unwrap_or((tag, "f"));
        // As Discord writes them in English with a 24 hour clock.
        let format = match style {
            "t" => "%H:%M",
            "T" => "%H:%M:%S",
            "d" => "%d/%m/%Y",
            "D" => "%-d %B %Y",
            "f" => "%-d %B %Y %H:%M",
            "F" => "%A, %-d %B %Y %H:%M",
            "R" => "",
            _ => return None,
        };
        let time = Timestamp::from_second(second.parse().ok()?).ok()?;
        if style == "R" {
            return Some(relative(time.as_millisecond() - self.world.clock.now_ms()));
        }
        Some(time.strftime(format).to_string())
    }
}

/// Replaces the tags that `tag` knows, and removes the backslashes of escapes. Code stays as it is.
fn plain(raw: &str, tag: impl Fn(&str) -> Option<String>) -> String {
    let mut shown = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find(['\\', '`', '<']) {
        let (before, special) = rest.split_at(at);
        shown.push_str(before);
        let (taken, text) = match special.as_bytes()[0] {
            b'\\' => escape(special),
            b'`' => code(special),
            _ => angle(special, &tag),
        };
        shown.push_str(&text);
        rest = &special[taken..];
    }
    shown.push_str(rest);
    shown
}

/// Length of the escape at the beginning of the text, and the text shown for it.
fn escape(text: &str) -> (usize, String) {
    let next = text[1..].chars().next();
    match next.filter(|c| !c.is_alphanumeric() && !c.is_whitespace()) {
        Some(c) => (1 + c.len_utf8(), c.to_string()),
        None => (1, "\\".to_owned()),
    }
}

/// Length of the code at the beginning of the text, which ends with as many backticks as it begins with, and the code
/// itself.
fn code(text: &str) -> (usize, String) {
    let ticks = text.len() - text.trim_start_matches('`').len();
    let mut from = ticks;
    while let Some(at) = text[from..].find('`') {
        let closing = &text[from + at..];
        let count = closing.len() - closing.trim_start_matches('`').len();
        from += at + count;
        if count == ticks {
            return (from, text[..from].to_owned());
        }
    }
    (ticks, text[..ticks].to_owned())
}

/// Length of the tag at the beginning of the text, and the text shown for it.
fn angle(text: &str, tag: impl Fn(&str) -> Option<String>) -> (usize, String) {
    let inside = text[1..].split_once('>').map(|(inside, _)| inside);
    match inside.and_then(|inside| Some((inside.len() + 2, tag(inside)?))) {
        Some(found) => found,
        None => (1, "<".to_owned()),
    }
}

/// `in 30 days`, `2 minutes ago`: the largest unit that is whole after rounding.
fn relative(ms: i64) -> String {
    const SECOND: u64 = 1000;
    const MINUTE: u64 = 60 * SECOND;
    const HOUR: u64 = 60 * MINUTE;
    const DAY: u64 = 24 * HOUR;
    // A year of 365.2425 days, and its twelfth part.
    const YEAR: u64 = 31_556_952 * SECOND;
    const MONTH: u64 = YEAR / 12;
    // Unit, its name and article, and the largest number of it that is shown.
    const UNITS: [(u64, &str, &str, u64); 6] = [
        (SECOND, "second", "a", 59),
        (MINUTE, "minute", "a", 59),
        (HOUR, "hour", "an", 23),
        (DAY, "day", "a", 30),
        (MONTH, "month", "a", 11),
        (YEAR, "year", "a", u64::MAX),
    ];
    let away = ms.unsigned_abs();
    let rounded = |unit: u64| (away + unit / 2) / unit;
    let shown = UNITS
        .iter()
        .find(|(unit, _, _, most)| rounded(*unit) <= *most);
    let (unit, name, article, _) = shown.expect("years have no limit");
    let words = match rounded(*unit) {
        0 => return "now".to_owned(),
        1 => format!("{article} {name}"),
        count => format!("{count} {name}s"),
    };
    if ms > 0 {
        format!("in {words}")
    } else {
        format!("{words} ago")
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::community::{GUILD_ID, OWNER_ID};

    fn read_in(world: &World, channel: &str, raw: &str) -> String {
        let channel = world.find_channel(GUILD_ID, channel).unwrap();
        Reader::new(world, channel).text(raw)
    }

    fn read(raw: &str) -> String {
        read_in(&World::example(), "general", raw)
    }

    #[test]
    fn mentions_are_read_as_names() {
        let world = World::example();
        let id = |name: &str| world.find_user(Some(GUILD_ID), name).unwrap();
        let verified = world.find_role(GUILD_ID, "Verified").unwrap();
        let review = world.find_channel(GUILD_ID, "review").unwrap();
        let raw = format!(
            "<@{}> <@!{}> <@{OWNER_ID}> got <@&{verified}> in <#{review}>, not <@&{GUILD_ID}>",
            id("ada"),
            id("linus"),
        );
        assert_eq!(
            read_in(&world, "general", &raw),
            "@Ada L. @Linus @Olivia Owner got @Verified in #review, not @everyone"
        );
        assert_eq!(
            read("<@1> <@&1> <#1>"),
            "@unknown-user @deleted-role #unknown"
        );
    }

    #[test]
    fn direct_messages_have_neither_nicknames_nor_roles() {
        let mut world = World::example();
        let ada = world.find_user(Some(GUILD_ID), "ada").unwrap();
        let verified = world.find_role(GUILD_ID, "Verified").unwrap();
        let dm = world.open_dm_channel(ada);
        let raw = format!("<@{ada}> <@&{verified}>");
        assert_eq!(Reader::new(&world, dm).text(&raw), "@Ada @deleted-role");
    }

    #[test]
    fn times_are_read_in_utc() {
        for (style, shown) in [
            (":t", "16:05"),
            (":T", "16:05:09"),
            (":d", "03/04/2021"),
            (":D", "3 April 2021"),
            ("", "3 April 2021 16:05"),
            (":f", "3 April 2021 16:05"),
            (":F", "Saturday, 3 April 2021 16:05"),
        ] {
            assert_eq!(read(&format!("<t:1617465909{style}>")), shown);
        }
        assert_eq!(read("<t:-1:D>"), "31 December 1969");
    }

    #[test]
    fn relative_times_follow_the_simulated_clock() {
        let world = World::example();
        let raw = format!("<t:{}:R>", world.clock.now_ms() / 1000 + 30 * 86_400);
        assert_eq!(read_in(&world, "general", &raw), "in 30 days");
        world.clock.advance(Duration::from_mins(30 * 24 * 60 + 2));
        assert_eq!(read_in(&world, "general", &raw), "2 minutes ago");
    }

    #[test]
    fn relative_times_are_rounded() {
        const MINUTE: i64 = 60_000;
        const DAY: i64 = 1440 * MINUTE;
        for (ms, shown) in [
            (0, "now"),
            (-400, "now"),
            (1000, "in a second"),
            (-45_000, "45 seconds ago"),
            (59_600, "in a minute"),
            (-100_000, "2 minutes ago"),
            (-60 * MINUTE, "an hour ago"),
            (23 * 60 * MINUTE, "in 23 hours"),
            (-DAY, "a day ago"),
            (30 * DAY - 2000, "in 30 days"),
            (-31 * DAY, "a month ago"),
            (300 * DAY, "in 10 months"),
            (-365 * DAY, "a year ago"),
            (800 * DAY, "in 2 years"),
        ] {
            assert_eq!(relative(ms), shown, "{ms}");
        }
        assert!(relative(i64::MIN).ends_with(" years ago"));
    }

    #[test]
    fn backslashes_of_escapes_are_not_shown() {
        assert_eq!(
            read(r"member.api\_access\_granted"),
            "member.api_access_granted"
        );
        assert_eq!(read(r"\*\*A\*\* \<@1\> \\ \a \"), r"**A** <@1> \ \a \");
        assert_eq!(Reader::title(r"Test \*Track\* <@1>"), "Test *Track* <@1>");
    }

    #[test]
    fn code_is_shown_as_it_is() {
        assert_eq!(
            read(r"`a\_b <@1>` ``x ` \_`` <@1>"),
            r"`a\_b <@1>` ``x ` \_`` @unknown-user"
        );
        assert_eq!(read("```\n<@1>\n```"), "```\n<@1>\n```");
        assert_eq!(read("a ` alone <@1>"), "a ` alone @unknown-user");
    }

    #[test]
    fn other_text_stays_as_it_is() {
        for raw in [
            "1 < 2 > 1",
            "<https://example.org>",
            "<t:x:R>",
            "<t:1:Q>",
            "<t:99999999999999999>",
            "<@ada>",
            "<#>",
            "<",
            "Ágnes 🏎",
        ] {
            assert_eq!(read(raw), raw);
        }
    }
}
