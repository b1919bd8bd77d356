//! The ladder of ranks, and what is won on it.

use super::SeasonError;
use paddock_api_types::points::{AwardState, NextRank};
use paddock_api_types::seasons::{CreatePrize, CreateRank, RankName, UpdatePrize, UpdateRank};
use paddock_api_types::{AwardId, PrizeId, RankId, RoleId, UserId, name_key};

/// A rank of a ladder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rank {
    pub(crate) id: RankId,
    /// 1 is the lowest: where its threshold puts it in the ladder.
    pub(crate) position: u32,
    pub(crate) name: String,
    pub(crate) threshold: i64,
    pub(crate) badge: Option<String>,
}

/// A prize as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Prize {
    pub(crate) id: PrizeId,
    pub(crate) rank_id: RankId,
    pub(crate) role_id: Option<RoleId>,
    pub(crate) description: Option<String>,
}

/// An award that a member holds, without the names it is shown under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HeldAward {
    pub(crate) id: AwardId,
    pub(crate) prize_id: PrizeId,
    pub(crate) user_id: UserId,
    pub(crate) role_id: Option<RoleId>,
    pub(crate) state: AwardState,
    pub(crate) version: i64,
}

impl Rank {
    pub(crate) fn named(&self) -> RankName {
        RankName {
            position: self.position,
            name: self.name.clone(),
            badge: self.badge.clone(),
        }
    }
}

/// The ranks of a season, lowest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Ladder(Vec<Rank>);

impl Ladder {
    /// Of ranks in any order.
    pub(crate) fn new(mut ranks: Vec<Rank>) -> Self {
        ranks.sort_by_key(|rank| rank.threshold);
        for (position, rank) in (1..).zip(&mut ranks) {
            rank.position = position;
        }
        Self(ranks)
    }

    /// Where this one, new or changed, stands among the others.
    fn place(&self, mut rank: Rank) -> Result<Rank, SeasonError> {
        let mut ranks = self.0.clone();
        ranks.retain(|other| other.id != rank.id);
        if let Some(same) = ranks.iter().find(|other| other.threshold == rank.threshold) {
            let rank = same.name.clone();
            return Err(SeasonError::RankThresholdTaken { rank });
        }
        let below = ranks
            .iter()
            .filter(|other| other.threshold < rank.threshold);
        rank.position = u32::try_from(below.count() + 1).expect("ranks are few");
        Ok(rank)
    }

    pub(crate) fn ranks(&self) -> &[Rank] {
        &self.0
    }

    /// The highest rank that these points reach.
    pub(crate) fn reached(&self, points: i64) -> Option<&Rank> {
        self.0.iter().rev().find(|rank| rank.threshold <= points)
    }

    /// The next one, and how far it is.
    pub(crate) fn next(&self, points: i64) -> Option<NextRank> {
        let rank = self.0.iter().find(|rank| rank.threshold > points)?;
        Some(NextRank {
            rank: rank.named(),
            threshold: rank.threshold,
            missing: rank.threshold - points,
        })
    }

    /// Whether a rank's name is told apart from those of the others.
    fn check_name(&self, rank: &Rank) -> Result<(), SeasonError> {
        let key = name_key(&rank.name);
        let mut others = self.0.iter().filter(|other| other.id != rank.id);
        if others.any(|other| name_key(&other.name) == key) {
            return Err(SeasonError::RankNameTaken);
        }
        Ok(())
    }
}

/// Validates a new rank.
pub(crate) fn check_new(
    new: &CreateRank,
    id: RankId,
    ladder: &Ladder,
) -> Result<Rank, SeasonError> {
    let rank = Rank {
        id,
        position: 0,
        name: new.name.to_string(),
        threshold: new.threshold.get(),
        badge: new.badge.clone().map(Into::into),
    };
    ladder.check_name(&rank)?;
    ladder.place(rank)
}

/// The rank after a change.
pub(crate) fn apply(
    rank: &Rank,
    update: &UpdateRank,
    ladder: &Ladder,
) -> Result<Rank, SeasonError> {
    let mut new = rank.clone();
    if let Some(name) = &update.name {
        new.name = name.to_string();
    }
    if let Some(threshold) = update.threshold {
        new.threshold = threshold.get();
    }
    if let Some(given) = &update.badge {
        new.badge = given.clone().map(Into::into);
    }
    // One that was given before names had to differ stays, until it is changed.
    if new.name != rank.name {
        ladder.check_name(&new)?;
    }
    ladder.place(new)
}

/// A prize is a role or something described.
pub(crate) fn check_prize(prize: &CreatePrize) -> Result<(), SeasonError> {
    if prize.role_id.is_some() == prize.description.is_some() {
        let (field, expected) = ("role_id", "either a role or a description");
        return Err(SeasonError::Invalid { field, expected });
    }
    Ok(())
}

/// Whether a prize is told apart from the others of its rank.
pub(crate) fn check_is_new<'a>(
    prize: &CreatePrize,
    mut others: impl Iterator<Item = &'a Prize>,
) -> Result<(), SeasonError> {
    let key = |text: &str| name_key(text);
    let described = prize.description.as_deref().map(key);
    let same = |other: &Prize| {
        other.role_id == prize.role_id && other.description.as_deref().map(key) == described
    };
    if others.any(same) {
        let field = if described.is_some() {
            "description"
        } else {
            "role_id"
        };
        return Err(SeasonError::PrizeTaken { field });
    }
    Ok(())
}

/// A described prize after a change of what it is; a role stays what it is.
pub(crate) fn apply_prize<'a>(
    prize: &Prize,
    update: &UpdatePrize,
    of_rank: impl Iterator<Item = &'a Prize>,
) -> Result<Prize, SeasonError> {
    if prize.description.is_none() {
        let (field, expected) = ("description", "a prize that is described, and no role");
        return Err(SeasonError::Invalid { field, expected });
    }
    let Some(description) = &update.description else {
        return Ok(prize.clone());
    };
    let described = CreatePrize {
        role_id: None,
        description: Some(description.clone()),
    };
    check_is_new(&described, of_rank.filter(|other| other.id != prize.id))?;
    Ok(Prize {
        description: Some(description.to_string()),
        ..prize.clone()
    })
}

/// Whether somebody with these points has won a prize. A season may take its roles back at its end.
pub(crate) fn deserves(prize: &Prize, ladder: &Ladder, points: i64, roles_end: bool) -> bool {
    let rank = ladder.0.iter().find(|rank| rank.id == prize.rank_id);
    let reached = rank.is_some_and(|rank| rank.threshold <= points);
    reached && !(roles_end && prize.role_id.is_some())
}

/// The state of an award, given whether its prize is deserved. A delivered award stays delivered.
pub(crate) fn next_state(
    state: Option<AwardState>,
    role: bool,
    deserved: bool,
) -> Option<AwardState> {
    match (state, deserved) {
        (Some(AwardState::Delivered), _) => Some(AwardState::Delivered),
        (Some(_), false) => Some(AwardState::Withdrawn),
        (None, false) => None,
        (_, true) if role => Some(AwardState::Granted),
        (_, true) => Some(AwardState::Waiting),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::text;
    use rstest::rstest;

    fn rank(id: i64, position: u32, threshold: i64) -> Rank {
        Rank {
            id: RankId::new(id).unwrap(),
            position,
            name: format!("Rank {position}"),
            threshold,
            badge: None,
        }
    }

    fn ladder() -> Ladder {
        Ladder::new(vec![rank(3, 9, 300), rank(1, 7, 100), rank(2, 8, 200)])
    }

    #[rstest]
    #[case::none(99, None, Some((100, 1)))]
    #[case::exactly(100, Some(1), Some((200, 100)))]
    #[case::between(250, Some(2), Some((300, 50)))]
    #[case::skipped(1000, Some(3), None)]
    #[case::below_zero(-5, None, Some((100, 105)))]
    fn points_reach_a_rank_and_miss_the_next(
        #[case] points: i64,
        #[case] reached: Option<u32>,
        #[case] next: Option<(i64, i64)>,
    ) {
        let ladder = ladder();
        assert_eq!(ladder.reached(points).map(|rank| rank.position), reached);
        let missing = ladder.next(points).map(|it| (it.threshold, it.missing));
        assert_eq!(missing, next);
    }

    #[rstest]
    #[case::above_all(rank(4, 0, 400), Some(4))]
    #[case::below_all(rank(4, 0, 50), Some(1))]
    #[case::between(rank(4, 0, 150), Some(2))]
    #[case::as_another(rank(4, 0, 300), None)]
    #[case::itself(rank(2, 0, 250), Some(2))]
    #[case::itself_as_another(rank(2, 0, 300), None)]
    #[case::itself_moved(rank(1, 0, 500), Some(3))]
    fn positions_follow_from_thresholds(#[case] rank: Rank, #[case] position: Option<u32>) {
        let placed = ladder().place(rank);
        assert_eq!(placed.ok().map(|rank| rank.position), position);
    }

    #[rstest]
    #[case::won(None, false, true, Some(AwardState::Waiting))]
    #[case::won_role(None, true, true, Some(AwardState::Granted))]
    #[case::never_won(None, false, false, None)]
    #[case::lost(Some(AwardState::Granted), true, false, Some(AwardState::Withdrawn))]
    #[case::won_again(Some(AwardState::Withdrawn), true, true, Some(AwardState::Granted))]
    #[case::delivered(Some(AwardState::Delivered), false, false, Some(AwardState::Delivered))]
    #[case::kept(Some(AwardState::Waiting), false, true, Some(AwardState::Waiting))]
    fn awards_follow_points(
        #[case] state: Option<AwardState>,
        #[case] role: bool,
        #[case] deserved: bool,
        #[case] expected: Option<AwardState>,
    ) {
        assert_eq!(next_state(state, role, deserved), expected);
    }

    #[test]
    fn roles_may_end_with_the_season() {
        let prize = Prize {
            id: PrizeId::new(1).unwrap(),
            rank_id: RankId::new(1).unwrap(),
            role_id: RoleId::new(7),
            description: None,
        };
        assert!(deserves(&prize, &ladder(), 100, false));
        assert!(!deserves(&prize, &ladder(), 100, true));
        assert!(!deserves(&prize, &ladder(), 99, false));
    }

    #[test]
    fn a_prize_is_one_of_two_things() {
        assert!(check_prize(&CreatePrize::default()).is_err());
        let both = CreatePrize {
            role_id: RoleId::new(7),
            description: Some(text("a mug")),
        };
        assert!(check_prize(&both).is_err());
    }
}
