//! Which season is meant where none is named.

use super::{Season, SeasonError};

/// An open season.
pub(crate) struct Candidate {
    pub(crate) season: Season,
    /// It takes what is to be submitted.
    pub(crate) takes_item: bool,
    /// The member has joined it.
    pub(crate) joined: bool,
}

/// The one that takes the item and that the member has joined. Each narrows the choice only where it
/// leaves something: an item that no season takes, and a member who has joined none, are refused by
/// what comes next. Where several are left, people choose, so that no season takes what was meant for
/// another.
pub(crate) fn choose(candidates: Vec<Candidate>) -> Result<Season, SeasonError> {
    let left = narrow(candidates, |it| it.takes_item);
    let left = narrow(left, |it| it.joined);
    let mut seasons: Vec<_> = left.into_iter().map(|it| it.season).collect();
    match seasons.len() {
        1 => Ok(seasons.remove(0)),
        _ => Err(SeasonError::Ambiguous(seasons)),
    }
}

fn narrow(candidates: Vec<Candidate>, fits: impl Fn(&Candidate) -> bool) -> Vec<Candidate> {
    let (fitting, others): (Vec<_>, Vec<_>) = candidates.into_iter().partition(fits);
    if fitting.is_empty() { others } else { fitting }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;
    use paddock_api_types::{GuildId, SeasonId};
    use rstest::rstest;

    const NOTHING: (bool, bool) = (false, false);
    const TAKES: (bool, bool) = (true, false);
    const JOINED: (bool, bool) = (false, true);
    const BOTH: (bool, bool) = (true, true);

    fn candidate(number: u32, (takes_item, joined): (bool, bool)) -> Candidate {
        let season = Season {
            id: SeasonId::new(number.into()).unwrap(),
            guild_id: GuildId::new(1).unwrap(),
            number,
            name: number.to_string(),
            starts_at: Timestamp::UNIX_EPOCH,
            ends_at: Timestamp::MAX,
            remove_roles_at_end: false,
            participants: 0,
            opened_at: None,
            closed_at: None,
            created_at: Timestamp::UNIX_EPOCH,
            updated_at: Timestamp::UNIX_EPOCH,
            version: 0,
        };
        Candidate {
            season,
            takes_item,
            joined,
        }
    }

    #[rstest]
    #[case::alone(&[NOTHING], Ok(1))]
    #[case::joined(&[NOTHING, JOINED], Ok(2))]
    #[case::takes(&[NOTHING, TAKES], Ok(2))]
    #[case::both(&[TAKES, JOINED, BOTH], Ok(3))]
    #[case::what_takes_it_before_what_was_joined(&[TAKES, JOINED], Ok(1))]
    #[case::joined_none(&[NOTHING, NOTHING], Err(vec![1, 2]))]
    #[case::joined_several(&[BOTH, TAKES, BOTH], Err(vec![1, 3]))]
    fn the_season_meant_is_chosen_or_asked_for(
        #[case] candidates: &[(bool, bool)],
        #[case] expected: Result<u32, Vec<u32>>,
    ) {
        let candidates = (1..)
            .zip(candidates)
            .map(|(number, it)| candidate(number, *it));
        let chosen = match choose(candidates.collect()) {
            Ok(season) => Ok(season.number),
            Err(SeasonError::Ambiguous(seasons)) => {
                Err(seasons.into_iter().map(|season| season.number).collect())
            }
            Err(other) => panic!("{other}"),
        };
        assert_eq!(chosen, expected);
    }
}
