//! `/results points`, `standings`, `points-remove`: what results are worth in a season.

use crate::{
    commands::{attached, prelude::*, seasons},
    replies::results::points as texts,
};
use api::{
    DropRounds, Percent, RacePoints, SeasonId,
    scoring::{ResultRule, ScoringMode},
    seasons::Season,
};
use twilight_model::channel::message::component::ButtonStyle;

/// Action of the button that sets the rule of its message.
const USE: &str = "result-rule";
/// Name of the file that carries the rule to the button.
const FILE: &str = "rule.json";

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.button(USE, DeferMode::Update, confirmed);
    dispatch.pages(&STANDINGS);
    dispatch.confirmation(&REMOVE);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "points",
    desc = "What results are worth in a season; first shows the table that comes of it"
)]
pub(super) struct Points {
    /// Season of the league, by iRacing's number
    #[command(min_value = 1)]
    league_season: i64,
    /// Who says what a result is worth
    mode: Choice<ScoringMode>,
    /// For the last race, first place first: 25 18 15
    race: Option<String>,
    /// The same for each race before the last one
    heat: Option<String>,
    /// The same for qualifying
    qualifying: Option<String>,
    /// Points for the pole
    pole: Option<Num<RacePoints>>,
    /// Points for the fastest lap of the last race
    fastest_lap: Option<Num<RacePoints>>,
    /// Points for most laps led in the last race
    most_laps_led: Option<Num<RacePoints>>,
    /// Positions and bonuses within each class
    per_class: Option<bool>,
    /// Worst rounds of each driver that do not count
    drop_rounds: Option<Num<DropRounds>>,
    /// Laps of the winner that score, in percent
    min_laps_percent: Option<Num<Percent>>,
    /// Laps of a team that its driver has to drive, in percent
    min_share_percent: Option<Num<Percent>>,
    /// Who lost the connection scores too
    score_disconnected: Option<bool>,
    /// Official sessions count too
    count_official: Option<bool>,
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "standings",
    desc = "Points of a season from results, round by round"
)]
pub(super) struct Standings {
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "points-remove",
    desc = "Let results be worth nothing in a season; asks for confirmation"
)]
pub(super) struct PointsRemove {
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

impl Choices for ScoringMode {
    const CHOICES: &'static [(&'static str, Self)] = &[
        ("iRacing's league points", Self::LeaguePoints),
        ("points by position", Self::Table),
    ];
}

const STANDINGS: Pages<SeasonId> = Pages {
    action: "result-points",
    page: |call, id, position| {
        Box::pin(async move {
            let standings = call.api.get_result_points(*id).await?;
            let lines = texts::standings(&standings);
            Ok(pages::local(
                &position,
                (texts::TITLE, crate::replies::BLUE),
                &lines,
            ))
        })
    },
};

const REMOVE: Confirmation<SeasonId> = Confirmation {
    action: "result-rule-remove",
    label: "Take the points back",
    perform: |call, id| {
        Box::pin(async move {
            call.write().remove_result_rule(*id).await?;
            Ok(Reply::text(texts::REMOVED))
        })
    },
};

/// Only shows the table. The rule is attached to the answer, where the button finds it again.
pub(super) async fn points(call: &Call, options: Points) -> Result<Reply, Failure> {
    let season = seasons::season(call, options.season).await?;
    let rule = ResultRule {
        league_season_id: options.league_season,
        mode: options.mode.0,
        per_class: options.per_class == Some(true),
        qualifying: table("qualifying", options.qualifying)?,
        heat: table("heat", options.heat)?,
        race: table("race", options.race)?,
        pole: or_none(options.pole),
        fastest_lap: or_none(options.fastest_lap),
        most_laps_led: or_none(options.most_laps_led),
        min_laps_percent: or_none(options.min_laps_percent),
        min_share_percent: or_none(options.min_share_percent),
        score_disconnected: options.score_disconnected == Some(true),
        count_official: options.count_official == Some(true),
        drop_rounds: or_none(options.drop_rounds),
    };
    let table = call.api.preview_result_points(season.id, &rule).await?;
    let file = serde_json::to_vec_pretty(&rule).expect("a rule is plain data");
    let id = season.id.to_string();
    let button = custom_id::button(ButtonStyle::Success, "Use this rule", USE, &[&id]);
    let reply = texts::previewed(&season, &table).with_file(FILE, file);
    Ok(reply.with_buttons(vec![button]))
}

async fn confirmed(call: Call, pressed: Pressed) -> Outcome {
    let message = call.message.as_ref().ok_or(Failure::Outdated)?;
    let file = message.attachments.first().ok_or(Failure::Outdated)?;
    let season = pressed.arguments.first().ok_or(Failure::Outdated)?;
    let season: SeasonId = pages::parse(season)?;
    let rule = attached::text(&call, file).await?;
    let rule: ResultRule = serde_json::from_str(&rule).map_err(|_| Failure::Outdated)?;
    call.write().set_result_rule(season, &rule).await?;
    Ok(Answer::Update(Reply::text(texts::SET)))
}

pub(super) async fn standings(call: &Call, options: Standings) -> Result<Reply, Failure> {
    let season = seasons::season(call, options.season).await?;
    STANDINGS.first(call, &season.id).await
}

pub(super) async fn remove(call: &Call, options: PointsRemove) -> Result<Reply, Failure> {
    let season = seasons::season(call, options.season).await?;
    Ok(REMOVE.ask(texts::remove_question(&season), &season.id))
}

fn or_none<T: Default>(value: Option<Num<T>>) -> T {
    value.map(|it| it.0).unwrap_or_default()
}

/// Numbers with anything between them that people put there.
fn table(option: &str, text: Option<String>) -> Result<Vec<RacePoints>, Failure> {
    let text = text.unwrap_or_default();
    let parts = text.split([' ', ',', ';', '/', '-']);
    let parts = parts.filter(|part| !part.is_empty());
    let numbers = parts.map(|part| part.parse().ok().and_then(|it: i64| it.try_into().ok()));
    let numbers: Option<Vec<RacePoints>> = numbers.collect();
    numbers.ok_or_else(|| Failure::invalid(option, texts::TABLE))
}
