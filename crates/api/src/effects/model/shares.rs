//! Whose effects are performed next, where several guilds have some.

use paddock_api_types::GuildId;

/// A guild of which something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::effects) struct Waiting {
    pub(in crate::effects) guild: GuildId,
    /// Since when, in milliseconds.
    pub(in crate::effects) since: i64,
    /// How many effects of the guild are leased.
    pub(in crate::effects) leased: u32,
}

/// How many effects of each guild are taken, if there are that many: one after the other goes to the guild
/// of which the fewest are under way, and among equals to the one that has waited longest. Discord limits
/// what is done in one guild, so that a guild with thousands of effects would hold all places of the bot
/// for hours, waiting, if whoever came first were served first.
pub(in crate::effects) fn shares(mut waiting: Vec<Waiting>, wanted: u32) -> Vec<(GuildId, u32)> {
    waiting.sort_unstable_by_key(|it| (it.since, it.guild));
    let mut shares: Vec<_> = waiting.iter().map(|it| (it.guild, 0)).collect();
    for _ in 0..wanted {
        let next = waiting.iter().zip(&mut shares);
        if let Some((_, (_, share))) = next.min_by_key(|(it, (_, share))| it.leased + *share) {
            *share += 1;
        }
    }
    shares.retain(|(_, share)| *share > 0);
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::guild;

    fn shared(waiting: &[(i64, i64, u32)], wanted: u32) -> Vec<(i64, u32)> {
        let waiting = waiting.iter().map(|(id, since, leased)| Waiting {
            guild: guild(*id),
            since: *since,
            leased: *leased,
        });
        let shares = shares(waiting.collect(), wanted);
        shares
            .into_iter()
            .map(|(guild, share)| (guild.get(), share))
            .collect()
    }

    #[test]
    fn who_is_alone_takes_everything() {
        assert_eq!(shared(&[(1, 5, 13)], 20), [(1, 20)]);
        assert_eq!(shared(&[], 20), []);
    }

    #[test]
    fn the_fewest_under_way_come_first_and_then_the_longest_wait() {
        assert_eq!(shared(&[(1, 5, 19), (2, 9, 0)], 1), [(2, 1)]);
        assert_eq!(shared(&[(1, 5, 3), (2, 9, 0)], 5), [(1, 1), (2, 4)]);
        assert_eq!(
            shared(&[(1, 9, 0), (2, 5, 0), (3, 7, 0)], 2),
            [(2, 1), (3, 1)]
        );
        assert_eq!(shared(&[(1, 9, 0), (2, 5, 0)], 3), [(2, 2), (1, 1)]);
    }
}
