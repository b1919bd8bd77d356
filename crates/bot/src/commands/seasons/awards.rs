//! `/award`: prizes that were won, and handing them over.

use crate::{
    commands::prelude::*,
    replies::{buttons::DELIVER_AWARD, seasons::awards as texts},
};
use api::{
    Description, Note, UserId,
    points::{Award, AwardState, DeliverAward, GiveAward, ListAwardsQuery, UpdateAward},
    seasons::Season,
};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Managers, award);
    dispatch.list(&AWARDS);
    dispatch.button(DELIVER_AWARD, DeferMode::Update, delivered);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "award", desc = "Prizes that members have won")]
enum AwardCommand {
    #[command(name = "list")]
    List(ListAwards),
    #[command(name = "deliver")]
    Deliver(Deliver),
    #[command(name = "undo")]
    Undo(Undo),
    #[command(name = "note")]
    SetNote(SetNote),
    #[command(name = "give")]
    Give(Give),
    #[command(name = "takeback")]
    TakeBack(TakeBack),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "list", desc = "Prizes that were won, newest first")]
struct ListAwards {
    /// Only prizes in this state
    state: Option<Choice<AwardState>>,
    /// Only prizes of this member
    member: Option<Id<UserMarker>>,
}

impl Choices for AwardState {
    const CHOICES: &'static [(&'static str, Self)] = &[
        ("roles", Self::Granted),
        ("to hand over", Self::Waiting),
        ("handed over", Self::Delivered),
        ("taken back", Self::Withdrawn),
    ];
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "deliver", desc = "Note that you have handed a prize over")]
struct Deliver {
    /// Prize
    award: Picked<Award>,
    /// Note, for the record
    note: Option<Text<Note>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "undo",
    desc = "Note that a prize was not handed over after all"
)]
struct Undo {
    /// Prize
    award: Picked<Delivered>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "note",
    desc = "Change the note of a prize that was handed over"
)]
struct SetNote {
    /// Prize
    award: Picked<Delivered>,
    /// Note, for the record; none removes it
    note: Option<Text<Note>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "give", desc = "Give a member a prize by hand, without a rank")]
struct Give {
    /// Member
    member: Id<UserMarker>,
    /// Prize, such as the fair play cup
    description: Text<Description>,
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "takeback", desc = "Take back a prize that you gave by hand")]
struct TakeBack {
    /// Prize
    award: Picked<Award>,
}

/// A prize that was handed over.
pub(super) struct Delivered;

const AWARDS: List<(Option<AwardState>, Option<UserId>), Award> = List {
    action: "awards",
    size: |_| 10,
    rows: |call, &(state, member), page| {
        Box::pin(async move {
            let query = ListAwardsQuery {
                user_id: member,
                everybody: member.is_none().then_some(true),
                state,
                ..pages::at(page)
            };
            call.api.list_awards(&query).await
        })
    },
    title: |(state, _)| texts::title(*state).into(),
    empty: |_| texts::NONE.into(),
    line: texts::line,
};

async fn award(call: Call, options: AwardCommand) -> Outcome {
    let reply = match options {
        AwardCommand::List(ListAwards { state, member }) => {
            let of = (state.map(|it| it.0), member.map(ToWire::wire));
            AWARDS.first(&call, &of).await?
        }
        AwardCommand::Deliver(options) => deliver(&call, options).await?,
        AwardCommand::Undo(Undo { award }) => {
            let award = call.write().undeliver_award(award.id()?).await?;
            texts::undelivered(&award)
        }
        AwardCommand::SetNote(SetNote { award, note }) => {
            let update = UpdateAward {
                note: Some(note.map(|it| it.0)),
            };
            let award = call.write().update_award(award.id()?, &update).await?;
            texts::delivered(&award)
        }
        AwardCommand::Give(options) => give(&call, options).await?,
        AwardCommand::TakeBack(TakeBack { award }) => {
            let award = call.write().take_award_back(award.id()?).await?;
            texts::taken_back(&award)
        }
    };
    Ok(reply.into())
}

async fn give(call: &Call, options: Give) -> Result<Reply, Failure> {
    let season = super::season(call, options.season).await?;
    let award = GiveAward {
        user_id: options.member.wire(),
        description: options.description.0,
    };
    let award = call.write().give_award(season.id, &award).await?;
    Ok(texts::given(&award))
}

/// The button under a prize that was won.
async fn delivered(call: Call, pressed: Pressed) -> Outcome {
    let award = custom_id::argument(&pressed.arguments, 0)?;
    let delivery = DeliverAward::default();
    let award = call.write().deliver_award(award, &delivery).await?;
    Ok(Answer::Update(texts::won(&award)))
}

async fn deliver(call: &Call, options: Deliver) -> Result<Reply, Failure> {
    let delivery = DeliverAward {
        note: options.note.map(|it| it.0),
    };
    let award = call
        .write()
        .deliver_award(options.award.id()?, &delivery)
        .await?;
    Ok(texts::delivered(&award))
}
