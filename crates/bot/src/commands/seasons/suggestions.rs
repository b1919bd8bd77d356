//! What the options of these commands suggest.

use crate::{
    call::Call,
    commands::picked::{Pickable, each},
    dispatch::{Candidate, Candidates, Typed},
    pages::all,
    replies::{
        Pick,
        results::points,
        seasons::{self as texts, awards, items, ranks, submissions},
    },
};
use paddock_api_client::Error;
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

    async fn candidates(call: &Call, _: &Typed) -> Candidates {
        let all = call.api.list_seasons(&all()).await?.items;
        each(&all, |season| {
            Candidate::new(&season.name, texts::choice(season), season.id).numbered(season.number)
        })
    }
}

/// Every item of the guild.
impl Pickable for Item {
    type Id = ItemId;
    const PICK: Pick = items::ANY;

    async fn candidates(call: &Call, _: &Typed) -> Candidates {
        let all = call.api.list_items(&all()).await?.items;
        each(&all, |item| Candidate::new(&item.name, &item.name, item.id))
    }
}

/// The items that the season takes, with their points.
impl Pickable for SeasonItem {
    type Id = ItemId;
    const PICK: Pick = items::ONE;

    async fn candidates(call: &Call, typed: &Typed) -> Candidates {
        let season = season(call, typed).await?;
        let all = call.api.list_season_items(season, &all()).await?.items;
        each(&all, |item| {
            Candidate::new(&item.name, items::worth_choice(item), item.item_id)
        })
    }
}

/// The ranks of the season.
impl Pickable for Rank {
    type Id = RankId;
    const PICK: Pick = ranks::ONE;

    async fn candidates(call: &Call, typed: &Typed) -> Candidates {
        let all = season_ranks(call, typed).await?;
        each(&all, |rank| {
            Candidate::new(&rank.name, ranks::choice(rank), rank.id)
        })
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
        each(&all, |penalty| {
            Candidate::new(penalty.reason.as_str(), points::choice(penalty), penalty.id)
        })
    }
}

/// Prizes that wait to be handed over.
impl Pickable for Award {
    type Id = AwardId;
    const PICK: Pick = awards::ONE;

    async fn candidates(call: &Call, _: &Typed) -> Candidates {
        let query = ListAwardsQuery {
            state: Some(AwardState::Waiting),
            ..all()
        };
        let all = call.api.list_awards(&query).await?.items;
        each(&all, |award| {
            Candidate::new(&award.display_name, awards::choice(award), award.id)
        })
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
        each(&all, |submission| {
            let label = submissions::choice(submission);
            Candidate::new(submissions::made(submission), label, submission.id)
        })
    }
}

async fn season_ranks(call: &Call, typed: &Typed) -> Result<Vec<Rank>, Error> {
    let season = season(call, typed).await?;
    Ok(call.api.list_ranks(season).await?.items)
}

/// The season whose things can be picked: the picked one, that of the picked submission, or the
/// current one.
async fn season(call: &Call, typed: &Typed) -> Result<SeasonId, Error> {
    if let Some(season) = typed.other("season") {
        return Ok(season);
    }
    if let Some(submission) = typed.other::<SubmissionId>("submission") {
        return Ok(call.api.get_submission(submission).await?.season_id);
    }
    Ok(call.api.get_current_season().await?.id)
}
