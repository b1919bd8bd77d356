//! What the options of these commands suggest.

use super::awards::Delivered;
use crate::{
    call::Call,
    commands::picked::{Pickable, each},
    dispatch::{Candidate, Candidates, Typed},
    pages::all,
    replies::{
        Pick, choice_of_seasons,
        results::points,
        seasons::{self as texts, awards, items, ranks, submissions},
    },
};
use paddock_api_client::Error;
use paddock_api_types::{
    AwardId, ErrorCode, ItemId, PenaltyId, PrizeId, RankId, SeasonId, SubmissionId, UserId,
    points::{Award, AwardState, ListAwardsQuery},
    scoring::Penalty,
    seasons::{Item, Prize, Rank, Season, SeasonItem},
    submissions::{ListSubmissionsQuery, Submission},
};
use std::collections::HashSet;

/// Every season, the latest first.
impl Pickable for Season {
    type Id = SeasonId;
    const PICK: Pick = texts::ONE;
    const IS_FIRST: bool = true;

    async fn candidates(call: &Call, _: &Typed) -> Candidates {
        let all = call.api.list_seasons(&all()).await?.items;
        Ok(each(&all, |season| {
            Candidate::new(&season.name, texts::choice(season), season.id).numbered(season.number)
        }))
    }
}

/// Every item of the guild.
impl Pickable for Item {
    type Id = ItemId;
    const PICK: Pick = items::ANY;

    async fn candidates(call: &Call, _: &Typed) -> Candidates {
        let all = call.api.list_items(&all()).await?.items;
        Ok(each(&all, |item| {
            Candidate::new(&item.name, &item.name, item.id)
        }))
    }
}

/// The items that the season takes, or the open ones where several could be meant, with their points.
impl Pickable for SeasonItem {
    type Id = ItemId;
    const PICK: Pick = items::ONE;

    async fn candidates(call: &Call, typed: &Typed) -> Candidates {
        let mut items = vec![];
        for season in seasons(call, typed).await? {
            items.extend(call.api.list_season_items(season, &all()).await?.items);
        }
        // Several open seasons can take the same item; which one is meant shows when it is submitted.
        let mut seen = HashSet::new();
        items.retain(|item: &Self| seen.insert(item.item_id));
        Ok(each(&items, |item| {
            Candidate::new(&item.name, items::worth_choice(item), item.item_id)
        }))
    }
}

/// The ranks of the season.
impl Pickable for Rank {
    type Id = RankId;
    const PICK: Pick = ranks::ONE;

    async fn candidates(call: &Call, typed: &Typed) -> Candidates {
        let all = season_ranks(call, typed).await?;
        Ok(each(&all, |rank| {
            Candidate::new(&rank.name, ranks::choice(rank), rank.id)
        }))
    }
}

/// What the ranks of the season win.
impl Pickable for Prize {
    type Id = PrizeId;
    const PICK: Pick = ranks::ONE_PRIZE;

    async fn candidates(call: &Call, typed: &Typed) -> Candidates {
        let ranks = season_ranks(call, typed).await?;
        let prizes = ranks
            .iter()
            .flat_map(|rank| rank.prizes.iter().map(move |prize| (rank, prize)));
        let candidate = |(rank, prize): (&Rank, &Self)| {
            let what = ranks::prize_name(prize, |role| call.role_name(role));
            let label = format!("{}: {what}", rank.name);
            Candidate::new(what, label, prize.id)
        };
        Ok(prizes.map(candidate).collect())
    }
}

/// Penalties of the season.
impl Pickable for Penalty {
    type Id = PenaltyId;
    const PICK: Pick = points::ONE;

    async fn candidates(call: &Call, typed: &Typed) -> Candidates {
        let season = season(call, typed).await?;
        let all = call.api.list_penalties(season, &all()).await?.items;
        Ok(each(&all, |penalty| {
            Candidate::new(penalty.reason.as_str(), points::choice(penalty), penalty.id)
        }))
    }
}

/// Prizes that wait to be handed over.
impl Pickable for Award {
    type Id = AwardId;
    const PICK: Pick = awards::ONE;

    async fn candidates(call: &Call, _: &Typed) -> Candidates {
        award_candidates(call, AwardState::Waiting).await
    }
}

/// Prizes that were handed over, the latest won first.
impl Pickable for Delivered {
    type Id = AwardId;
    const PICK: Pick = awards::ONE_DELIVERED;

    async fn candidates(call: &Call, _: &Typed) -> Candidates {
        award_candidates(call, AwardState::Delivered).await
    }
}

/// The latest submissions, only those of the `member` where the command has one.
impl Pickable for Submission {
    type Id = SubmissionId;
    const PICK: Pick = submissions::ONE;
    const IS_FIRST: bool = true;

    async fn candidates(call: &Call, typed: &Typed) -> Candidates {
        let query = ListSubmissionsQuery {
            user_id: typed.other::<UserId>("member"),
            ..all()
        };
        let all = call.api.list_submissions(&query).await?.items;
        Ok(each(&all, |submission| {
            let label = submissions::choice(submission);
            Candidate::new(submissions::made(submission), label, submission.id)
        }))
    }
}

async fn award_candidates(call: &Call, state: AwardState) -> Candidates {
    let query = ListAwardsQuery {
        state: Some(state),
        ..all()
    };
    let all = call.api.list_awards(&query).await?.items;
    Ok(each(&all, |award| {
        Candidate::new(&award.display_name, awards::choice(award), award.id)
    }))
}

async fn season_ranks(call: &Call, typed: &Typed) -> Result<Vec<Rank>, Error> {
    let season = season(call, typed).await?;
    Ok(call.api.list_ranks(season).await?.items)
}

/// The season whose things can be picked, where only one can be meant.
async fn season(call: &Call, typed: &Typed) -> Result<SeasonId, Error> {
    match given_season(call, typed).await? {
        Some(season) => Ok(season),
        None => Ok(call.api.get_current_season(&super::current()).await?.id),
    }
}

/// The seasons whose things can be picked: the given one, the current one, or those that the API leaves
/// to choose from.
async fn seasons(call: &Call, typed: &Typed) -> Result<Vec<SeasonId>, Error> {
    if let Some(season) = given_season(call, typed).await? {
        return Ok(vec![season]);
    }
    match call.api.get_current_season(&super::current()).await {
        Ok(current) => Ok(vec![current.id]),
        Err(Error::Problem { problem, .. }) if problem.code == ErrorCode::SeasonAmbiguous => {
            let seasons = choice_of_seasons(&problem).into_iter();
            Ok(seasons.map(|season| season.id).collect())
        }
        Err(error) => Err(error),
    }
}

/// The picked season, or that of the picked submission.
async fn given_season(call: &Call, typed: &Typed) -> Result<Option<SeasonId>, Error> {
    if let Some(season) = typed.other("season") {
        return Ok(Some(season));
    }
    match typed.other::<SubmissionId>("submission") {
        Some(submission) => Ok(Some(call.api.get_submission(submission).await?.season_id)),
        None => Ok(None),
    }
}
