//! Suggestions for the options of these commands, whose names mean the same everywhere.

use crate::{
    answer::Choices,
    call::Call,
    commands::suggest::{ALL, all, choices, found, rows},
    dispatch::Typed,
    replies::seasons::{self as texts, awards, items, ranks, submissions},
};
use paddock_api_types::{
    SeasonId, SubmissionId, UserId,
    points::{AwardState, ListAwardsQuery},
    seasons::{ListSeasonsQuery, Prize, Rank},
    submissions::ListSubmissionsQuery,
};

/// Suggestions by the option's name.
pub(super) async fn complete(call: Call, typed: Typed) -> Choices {
    match typed.option.as_str() {
        "season" => seasons(&call, &typed).await,
        "item" => season_items(&call, &typed).await,
        "rank" => {
            let all = season_ranks(&call, &typed).await;
            choices(&typed, &all, ranks::choice, |rank| rank.id)
        }
        "prize" => prizes(&call, &typed).await,
        "award" => waiting_awards(&call, &typed).await,
        "submission" => latest_submissions(&call, &typed).await,
        _ => Choices::new(),
    }
}

/// Every season, the latest first.
pub(in crate::commands) async fn seasons(call: &Call, typed: &Typed) -> Choices {
    let query = ListSeasonsQuery {
        limit: Some(ALL),
        ..ListSeasonsQuery::default()
    };
    let all = rows(call.api.list_seasons(&query).await);
    choices(typed, &all, texts::choice, |season| season.id)
}

/// Every item of the guild.
pub(super) async fn items(call: &Call, typed: &Typed) -> Choices {
    let all = rows(call.api.list_items(&all()).await);
    choices(typed, &all, items::choice, |item| item.id)
}

/// The items that the season takes, with what they are worth.
pub(super) async fn season_items(call: &Call, typed: &Typed) -> Choices {
    let Some(season) = season(call, typed).await else {
        return Choices::new();
    };
    let all = rows(call.api.list_season_items(season, &all()).await);
    choices(typed, &all, items::worth_choice, |item| item.item_id)
}

async fn season_ranks(call: &Call, typed: &Typed) -> Vec<Rank> {
    match season(call, typed).await {
        Some(season) => rows(call.api.list_ranks(season, &all()).await),
        None => vec![],
    }
}

async fn prizes(call: &Call, typed: &Typed) -> Choices {
    let ranks = season_ranks(call, typed).await;
    let all: Vec<_> = ranks
        .iter()
        .flat_map(|rank| rank.prizes.iter().map(move |prize| (rank, prize)))
        .collect();
    let name = |(rank, prize): &(&Rank, &Prize)| {
        ranks::prize_choice(rank, prize, |role| call.role_name(role))
    };
    choices(typed, &all, name, |(_, prize)| prize.id)
}

async fn waiting_awards(call: &Call, typed: &Typed) -> Choices {
    let query = ListAwardsQuery {
        state: Some(AwardState::Waiting),
        limit: Some(ALL),
        ..ListAwardsQuery::default()
    };
    let all = rows(call.api.list_awards(&query).await);
    choices(typed, &all, awards::choice, |award| award.id)
}

/// The latest submissions, of one member where the command says whose.
async fn latest_submissions(call: &Call, typed: &Typed) -> Choices {
    let query = ListSubmissionsQuery {
        user_id: typed.other::<UserId>("member"),
        limit: Some(ALL),
        ..ListSubmissionsQuery::default()
    };
    let all = rows(call.api.list_submissions(&query).await);
    choices(typed, &all, submissions::choice, |submission| submission.id)
}

/// Of which season the suggestions are: the picked one, that of the picked submission, or the
/// current one.
async fn season(call: &Call, typed: &Typed) -> Option<SeasonId> {
    if let Some(season) = typed.other("season") {
        return Some(season);
    }
    if let Some(submission) = typed.other::<SubmissionId>("submission") {
        let submission = found(call.api.get_submission(submission).await)?;
        return Some(submission.season_id);
    }
    let current = found(call.api.get_current_season().await)?;
    Some(current.id)
}
