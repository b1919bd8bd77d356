//! `/season create`: with options, or with a form for what was left out. What was typed is repeated as a
//! command where it is refused, because neither is there any more once it was sent.

use crate::{
    commands::{
        ask::{self, Field},
        dates::Date,
        prelude::*,
    },
    replies::seasons as texts,
};
use api::{
    Bounded, ItemPoints, Name, SeasonNumber, Threshold,
    seasons::{CreateRank, CreateSeason, FirstItem},
};

/// Action of the form.
const FORM: &str = "season-create";
/// Most characters of a field; more than the longest name with the most points.
const LONGEST: u16 = 100;
/// In place of a number in the form's id.
const NONE: &str = "-";

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.modal(FORM, DeferMode::Ephemeral, typed_into_form);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "create",
    desc = "Plan a season; a form asks for what you leave out"
)]
pub(super) struct Create {
    /// Name, such as Winter 2026
    name: Option<Text<Name>>,
    /// End: 2027-03-01 18:00, or in 3 months
    end: Option<Date>,
    /// First item that it takes, such as Race finished
    item: Option<Text<Name>>,
    /// Points for one of that item
    points: Option<Num<ItemPoints>>,
    /// First rank, such as Gold
    rank: Option<Text<Name>>,
    /// Points from which on that rank is reached
    threshold: Option<Num<Threshold>>,
    /// Start: 2026-12-01 18:00, or now by default
    start: Option<Date>,
    /// Number; defaults to the next free one
    number: Option<Num<SeasonNumber>>,
    /// Take the roles won in it back at the end
    remove_roles: Option<bool>,
}

/// A season as somebody typed it.
#[derive(Default)]
struct Draft {
    name: Option<String>,
    end: Option<String>,
    item: Option<String>,
    points: Option<String>,
    rank: Option<String>,
    threshold: Option<String>,
    start: Option<String>,
    number: Option<u32>,
    remove_roles: bool,
}

pub(super) async fn create(call: &Call, options: Create) -> Outcome {
    let number = |number: i64| number.to_string();
    let draft = Draft {
        name: options.name.map(|it| it.0.into()),
        end: options.end.map(|it| it.text().to_owned()),
        item: options.item.map(|it| it.0.into()),
        points: options.points.map(|it| number(it.0.into())),
        rank: options.rank.map(|it| it.0.into()),
        threshold: options.threshold.map(|it| number(it.0.into())),
        start: options.start.map(|it| it.text().to_owned()),
        number: options.number.map(|it| it.0.get()),
        remove_roles: options.remove_roles.unwrap_or_default(),
    };
    if draft.is_complete() {
        draft.send(call).await
    } else {
        Ok(draft.form())
    }
}

async fn typed_into_form(call: Call, submitted: Submitted) -> Outcome {
    let (item, points) = apart(submitted.field("item"));
    let (rank, threshold) = apart(submitted.field("rank"));
    let draft = Draft {
        name: submitted.field("name"),
        end: submitted.field("end"),
        item,
        points,
        rank,
        threshold,
        start: submitted.field("start"),
        number: custom_id::argument(&submitted.arguments, 0).ok(),
        remove_roles: custom_id::argument(&submitted.arguments, 1)?,
    };
    draft.send(&call).await
}

/// Something and its points, which are the last word of what was typed.
fn apart(typed: Option<String>) -> (Option<String>, Option<String>) {
    let Some(typed) = typed else {
        return (None, None);
    };
    let split = typed.rsplit_once(|it: char| it.is_whitespace() || it == '=' || it == ':');
    match split {
        Some((name, points)) if points.starts_with(|it: char| it.is_ascii_digit() || it == '-') => {
            let name =
                name.trim_end_matches(|it: char| it.is_whitespace() || it == '=' || it == ':');
            (Some(name.to_owned()), Some(points.to_owned()))
        }
        _ => (Some(typed), None),
    }
}

impl Draft {
    /// Whether nothing has to be asked for.
    fn is_complete(&self) -> bool {
        self.name.is_some()
            && self.end.is_some()
            && self.item.is_some() == self.points.is_some()
            && self.rank.is_some() == self.threshold.is_some()
    }

    /// The form, with what is known filled in.
    fn form(&self) -> Answer {
        let together = |what: &Option<String>, points: &Option<String>| {
            let words: Vec<_> = what.iter().chain(points).cloned().collect();
            (!words.is_empty()).then(|| words.join(" "))
        };
        let field = |id, [label, placeholder]: [&'static str; 2], required, value| Field {
            id,
            label,
            placeholder,
            max_length: LONGEST,
            required,
            is_long: false,
            value,
        };
        let fields = [
            field("name", texts::FORM_NAME, true, self.name.clone()),
            field("end", texts::FORM_END, true, self.end.clone()),
            field(
                "item",
                texts::FORM_ITEM,
                false,
                together(&self.item, &self.points),
            ),
            field(
                "rank",
                texts::FORM_RANK,
                false,
                together(&self.rank, &self.threshold),
            ),
            field("start", texts::FORM_START, false, self.start.clone()),
        ];
        let number = self.number.map_or(NONE.to_owned(), |it| it.to_string());
        let remove_roles = self.remove_roles.to_string();
        let id = custom_id::write(FORM, &[&number, &remove_roles]);
        ask::form(id, texts::FORM, fields)
    }

    /// Creates the season; a refusal repeats what was typed.
    async fn send(self, call: &Call) -> Outcome {
        match self.created(call).await {
            Ok(reply) => Ok(reply.into()),
            Err(failure) => Err(Failure::Retype {
                failure: Box::new(failure),
                command: self.command(),
            }),
        }
    }

    async fn created(&self, call: &Call) -> Result<Reply, Failure> {
        let new = self.read(call).await?;
        let season = call.write().create_season(&new).await?;
        Ok(texts::created(&season, &new))
    }

    async fn read(&self, call: &Call) -> Result<CreateSeason, Failure> {
        let name = name("name", self.name.as_deref().unwrap_or_default())?;
        let first_item = self.first_item()?;
        let first_rank = self.first_rank()?;
        let number = self.number.map(i64::from).map(SeasonNumber::try_from);
        let start = Date::typed(self.start.clone().unwrap_or_else(|| "now".to_owned()));
        let end = Date::typed(self.end.clone().unwrap_or_default());
        Ok(CreateSeason {
            number: number.transpose().map_err(|_| Failure::Outdated)?,
            name,
            starts_at: start.read(call, "start").await?,
            ends_at: end.read_end(call, "end").await?,
            remove_roles_at_end: self.remove_roles,
            first_item,
            first_rank,
        })
    }

    fn first_item(&self) -> Result<Option<FirstItem>, Failure> {
        let [_, example] = texts::FORM_ITEM;
        let both = both(("item", &self.item), ("points", &self.points), example)?;
        both.map(|(item, points)| {
            Ok(FirstItem {
                name: name("item", item)?,
                points: number("points", points)?,
            })
        })
        .transpose()
    }

    fn first_rank(&self) -> Result<Option<CreateRank>, Failure> {
        let [_, example] = texts::FORM_RANK;
        let both = both(
            ("rank", &self.rank),
            ("threshold", &self.threshold),
            example,
        )?;
        both.map(|(rank, threshold)| {
            Ok(CreateRank {
                name: name("rank", rank)?,
                threshold: number("threshold", threshold)?,
                badge: None,
            })
        })
        .transpose()
    }

    /// The command that says the same.
    fn command(&self) -> String {
        let number = self.number.map(|it| it.to_string());
        let remove_roles = self.remove_roles.then(|| "True".to_owned());
        let options = [
            ("name", &self.name),
            ("end", &self.end),
            ("item", &self.item),
            ("points", &self.points),
            ("rank", &self.rank),
            ("threshold", &self.threshold),
            ("start", &self.start),
            ("number", &number),
            ("remove_roles", &remove_roles),
        ];
        let given = options.into_iter();
        let given =
            given.filter_map(|(option, value)| Some(format!(" {option}:{}", value.as_ref()?)));
        // It stands between fences.
        format!("/season create{}", given.collect::<String>()).replace('`', "'")
    }
}

/// Something and its points, or neither.
fn both<'a>(
    (option, what): (&str, &'a Option<String>),
    (points_option, points): (&str, &'a Option<String>),
    example: &str,
) -> Result<Option<(&'a str, &'a str)>, Failure> {
    match (what, points) {
        (Some(what), Some(points)) => Ok(Some((what, points))),
        (None, None) => Ok(None),
        _ => Err(Failure::Mistake(texts::incomplete(
            option,
            points_option,
            example,
        ))),
    }
}

fn name(option: &str, text: &str) -> Result<Name, Failure> {
    Name::new(text).map_err(|why| Failure::invalid(option, why))
}

fn number<T: Bounded>(option: &str, text: &str) -> Result<T, Failure> {
    // More digits than that are out of bounds, too.
    let number = text.parse().unwrap_or(i64::MAX);
    T::try_from(number).map_err(|why| Failure::invalid(option, why))
}
