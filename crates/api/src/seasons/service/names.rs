//! How seasons and what belongs to them are called, for who reads the audit log.

use crate::audit::{Names, Noun, Thing};
use crate::db::Error;
use crate::operation::Operation;
use crate::seasons::store;
use paddock_api_types::{ItemId, SeasonId};
use std::collections::BTreeSet;

/// The names of the seasons, items, ranks and prizes among these. An entry about a rank or a prize is
/// one of its season, so that the ranks and prizes of these seasons are all that can be meant.
pub(crate) async fn names(op: &Operation, things: &BTreeSet<Thing>) -> Result<Names, Error> {
    let (db, guild) = (&op.ctx.db, op.guild());
    let has_ranks = things
        .iter()
        .any(|(noun, _)| matches!(noun, Noun::Rank | Noun::Prize));
    let mut names = Names::new();
    for (noun, id) in things {
        match noun {
            Noun::Season => {
                let Some(season) = SeasonId::new(*id) else {
                    continue;
                };
                if let Some(stored) = store::seasons::lookup(db, guild, season).await? {
                    names.insert((Noun::Season, *id), stored.name);
                }
                if has_ranks {
                    let ladder = store::ranks::ladder(db, guild, season).await?;
                    let ranks = ladder.ranks().iter();
                    names.extend(ranks.map(|it| ((Noun::Rank, it.id.get()), it.name.clone())));
                    let prizes = store::ranks::prizes(db, guild, season).await?.into_iter();
                    let described = prizes.filter_map(|it| Some((it.id.get(), it.description?)));
                    names.extend(described.map(|(id, text)| ((Noun::Prize, id), text)));
                }
            }
            Noun::Item => {
                if let Some(item) = ItemId::new(*id)
                    && let Some(stored) = store::items::lookup(db, guild, item).await?
                {
                    names.insert((Noun::Item, *id), stored.item.name);
                }
            }
            Noun::Rank | Noun::Prize | Noun::Member => {}
        }
    }
    Ok(names)
}
