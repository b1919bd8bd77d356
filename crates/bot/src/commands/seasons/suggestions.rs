//! What the options of these commands suggest.

use crate::{
    answer::Choices,
    call::Call,
    commands::picked::{Pickable, choices, found, rows},
    dispatch::Typed,
    pages::all,
    replies::{
        Pick,
        results::points,
        seasons::{self as texts, awards, items, ranks, submissions},
    },
};
use paddock_api_types::{
    AwardId, ItemId, PenaltyId, PrizeId, RankId, SeasonId, SubmissionId, UserId,
    points::{Award, AwardState, ListAwardsQuery},
    scoring::Penalty,
    seasons::{Item, Prize, Rank, Season, SeasonItem},
    submissions::{ListSubmissionsQuery, Submission},
};

/// Every season, the latest first.
impl Pickable for Season {
    type Id = SeasonId;
    const PICK: Pick = texts::ONE;
    const IS_FIRST: bool = true;

    async fn suggest(call: &Call, typed: &Typed) -> Choices {
        let all = rows(call.api.list_seasons(&all()).await);
        choices(typed, &all, texts::choice, |season| season.id)
    }
}

/// Every item of the guild.
impl Pickable for Item {
    type Id = ItemId;
    const PICK: Pick = items::ANY;

    async fn suggest(call: &Call, typed: &Typed) -> Choices {
        let all = rows(call.api.list_items(&all()).await);
        choices(typed, &all, items::choice, |item| item.id)
    }
}

/// The items that the season takes, with their points.
impl Pickable for SeasonItem {
    type Id = ItemId;
    const PICK: Pick = items::ONE;

    async fn suggest(call: &Call, typed: &Typed) -> Choices {
        let Some(season) = season(call, typed).await else {
            return Choices::new();
        };
        let all = rows(call.api.list_season_items(season, &all()).await);
        choices(typed, &all, items::worth_choice, |item| item.item_id)
    }
}

/// The ranks of the season.
impl Pickable for Rank {
    type Id = RankId;
    const PICK: Pick = ranks::ONE;

    async fn suggest(call: &Call, typed: &Typed) -> Choices {
        let all = season_ranks(call, typed).await;
        choices(typed, &all, ranks::choice, |rank| rank.id)
    }
}

/// What the ranks of the season win.
impl Pickable for Prize {
    type Id = PrizeId;
    const PICK: Pick = ranks::ONE_PRIZE;

    async fn suggest(call: &Call, typed: &Typed) -> Choices {
        let ranks = season_ranks(call, typed).await;
        let all: Vec<_> = ranks
            .iter()
            .flat_map(|rank| rank.prizes.iter().map(move |prize| (rank, prize)))
            .collect();
        let name = |(rank, prize): &(&Rank, &Self)| {
            ranks::prize_choice(rank, prize, |role| call.role_name(role))
        };
        choices(typed, &all, name, |(_, prize)| prize.id)
    }
}

/// Penalties of the season.
impl Pickable for Penalty {
    type Id = PenaltyId;
    const PICK: Pick = points::ONE;

    async fn suggest(call: &Call, typed: &Typed) -> Choices {
        let Some(season) = season(call, typed).await else {
            return Choices::new();
        };
        let all = rows(call.api.list_penalties(season, &all()).await);
        choices(typed, &all, points::choice, |penalty| penalty.id)
    }
}

/// Prizes that wait to be handed over.
impl Pickable for Award {
    type Id = AwardId;
    const PICK: Pick = awards::ONE;

    async fn suggest(call: &Call, typed: &Typed) -> Choices {
        let query = ListAwardsQuery {
            state: Some(AwardState::Waiting),
            ..all()
        };
        let all = rows(call.api.list_awards(&query).await);
        choices(typed, &all, awards::choice, |award| award.id)
    }
}

/// The latest submissions, only those of the `member` where the command has one.
impl Pickable for Submission {
    type Id = SubmissionId;
    const PICK: Pick = submissions::ONE;
    const IS_FIRST: bool = true;

    async fn suggest(call: &Call, typed: &Typed) -> Choices {
        let query = ListSubmissionsQuery {
            user_id: typed.other::<UserId>("member"),
            ..all()
        };
        let all = rows(call.api.list_submissions(&query).await);
        choices(typed, &all, submissions::choice, |submission| submission.id)
    }
}

async fn season_ranks(call: &Call, typed: &Typed) -> Vec<Rank> {
    match season(call, typed).await {
        Some(season) => rows(call.api.list_ranks(season).await),
        None => vec![],
    }
}

/// The season of the suggestions: the picked one, that of the picked submission, or the current
/// one.
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
