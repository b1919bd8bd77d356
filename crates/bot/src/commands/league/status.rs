//! `/sync` and `/syncstatus`: reading the roster, and how claims compare with it.

use crate::{commands::prelude::*, replies::league as texts};
use api::{
    PageQuery,
    league::{DifferenceKind, LeagueSync, ListDifferencesQuery},
};
use twilight_model::channel::message::component::{Button, ButtonStyle};

/// Action of the buttons that open a list.
const OPEN: &str = "differences-open";
/// Rows on one page: the longest that fit into what a phone shows.
const PAGE_SIZE: u32 = 40;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Managers, sync);
    dispatch.command(Audience::Everyone, syncstatus);
    dispatch.pages(&DIFFERENCES);
    dispatch.button(OPEN, DeferMode::Ephemeral, open);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "sync", desc = "Read the roster from iRacing now")]
struct Sync {}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "syncstatus",
    desc = "How car numbers compare with the iRacing league, ready to paste"
)]
struct SyncStatus {
    /// List to show; all of them are counted without
    list: Option<Choice<DifferenceKind>>,
}

impl Choices for DifferenceKind {
    const CHOICES: &'static [(&'static str, Self)] = &[
        ("matches", Self::Match),
        ("to assign in iRacing", Self::ToAssign),
        ("clashes", Self::Clash),
        ("on the roster without a claim", Self::RosterOnly),
        ("doubled in iRacing", Self::Doubled),
    ];
}

/// In a block of code, so that it is copied as it stands.
const DIFFERENCES: Pages<DifferenceKind> = Pages {
    action: "differences",
    page: |call, kind, position| Box::pin(page(call, *kind, position)),
};

/// Without a key for repetitions: no answer is kept under one, so a repetition would be told that it
/// comes too soon after the reading that it repeats.
async fn sync(call: Call, _: Sync) -> Outcome {
    Ok(shown(&call.api.sync_league().await?).into())
}

async fn syncstatus(call: Call, options: SyncStatus) -> Outcome {
    let reply = match options.list {
        Some(kind) => DIFFERENCES.first(&call, &kind.0).await?,
        None => shown(&call.api.get_league_sync().await?),
    };
    Ok(reply.into())
}

async fn open(call: Call, pressed: Pressed) -> Outcome {
    let kind = pressed.arguments.first().ok_or(Failure::Outdated)?;
    let kind = pages::from_wire_name(kind).ok_or(Failure::Outdated)?;
    Ok(DIFFERENCES.first(&call, &kind).await?.into())
}

fn shown(sync: &LeagueSync) -> Reply {
    let counts = sync.counts;
    let all = [
        (DifferenceKind::Match, counts.matches),
        (DifferenceKind::ToAssign, counts.to_assign),
        (DifferenceKind::Clash, counts.clashes),
        (DifferenceKind::RosterOnly, counts.roster_only),
        (DifferenceKind::Doubled, counts.doubled),
    ];
    let some = all.iter().filter(|(_, count)| *count > 0);
    let buttons = some.map(|(kind, count)| button(*kind, *count));
    texts::sync(sync).with_buttons(buttons.collect())
}

fn button(kind: DifferenceKind, count: u32) -> Button {
    let label = format!("{} ({count})", texts::title(kind));
    let kind = pages::wire_name(&kind);
    custom_id::button(ButtonStyle::Secondary, &label, OPEN, &[&kind])
}

async fn page(call: &Call, kind: DifferenceKind, position: Position) -> Result<Reply, Failure> {
    let fetch = |page: PageQuery| {
        pages::fill(page, |page| async move {
            let query = ListDifferencesQuery {
                kind: Some(kind),
                ..pages::at(page)
            };
            call.api.list_league_differences(&query).await
        })
    };
    let found = pages::read(position, PAGE_SIZE, fetch, texts::difference).await?;
    if found.is_empty() {
        return Ok(Reply::text(texts::none(kind)));
    }
    let mut reply = found.card(texts::title(kind));
    let card = reply.embeds.first_mut();
    if let Some(card) = card.filter(|_| !found.lines.is_empty()) {
        card.description = Some(format!("```\n{}\n```", found.lines.join("\n")));
    }
    Ok(reply)
}
