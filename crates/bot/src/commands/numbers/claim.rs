//! `/claim`, and the buttons that claim: of a number that is held, of one nearby, of one looked up.

use super::{class_id, suggestions::Wanted};
use crate::{
    commands::prelude::*,
    pages::parse,
    replies::{
        self,
        buttons::{DECLINE_NUMBER, TAKE_NUMBER},
        nearest_numbers, numbers as texts,
    },
};
use api::{
    CarNumber, ErrorCode, NumberClassId, UserId,
    numbers::{ClaimNumber, NumberClass, NumberClassQuery, WaitForNumber},
};
use twilight_model::channel::message::component::{Button, ButtonStyle};

/// Action of the buttons that claim a number.
const CLAIM: &str = "number-claim";
/// Action of the button that joins the wait list.
const WAIT: &str = "number-wait";
/// In place of an argument that is left out.
const NONE: &str = "-";

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, claim);
    dispatch.button(CLAIM, DeferMode::Update, claim_pressed);
    dispatch.button(WAIT, DeferMode::Update, wait_pressed);
    dispatch.button(TAKE_NUMBER, DeferMode::Update, take);
    dispatch.button(DECLINE_NUMBER, DeferMode::Update, decline);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "claim",
    desc = "Claim a car number; the first who asks gets it"
)]
struct Claim {
    /// Number, such as 7 or 07, which are two
    number: Picked<Wanted>,
    /// Class of cars, where there are several
    class: Option<Picked<NumberClass>>,
    /// Member, for admins; defaults to you
    member: Option<Id<UserMarker>>,
}

/// A number that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wish {
    pub(super) number: CarNumber,
    pub(super) class: Option<NumberClassId>,
    /// For whom; the caller by default.
    pub(super) member: Option<UserId>,
}

impl Wish {
    fn read(arguments: &[String]) -> Result<Self, Failure> {
        let number = arguments.first().ok_or(Failure::Outdated)?;
        let rest = |index: usize| arguments.get(index).filter(|text| *text != NONE);
        Ok(Self {
            number: CarNumber::new(number).map_err(|_| Failure::Outdated)?,
            class: rest(1).map(|text| parse(text)).transpose()?,
            member: rest(2).map(|text| parse(text)).transpose()?,
        })
    }

    /// The id of a button about it. It names the guild, because the message may be a direct one.
    fn id(&self, call: &Call, action: &str) -> String {
        let or_none = |text: Option<String>| text.unwrap_or_else(|| NONE.to_owned());
        let class = or_none(self.class.map(|class| class.to_string()));
        let member = or_none(self.member.map(|member| member.to_string()));
        let arguments = [self.number.as_str(), &class, &member];
        custom_id::write_in(call.guild_id(), action, &arguments)
    }
}

async fn claim(call: Call, options: Claim) -> Outcome {
    let wish = Wish {
        number: options.number.id()?.0,
        class: class_id(options.class.as_ref())?,
        member: options.member.map(ToWire::wire),
    };
    Ok(request(&call, &wish).await?.reply.into())
}

async fn claim_pressed(call: Call, pressed: Pressed) -> Outcome {
    let claimed = request(&call, &Wish::read(&pressed.arguments)?).await?;
    Ok(Answer::Update(claimed.reply))
}

/// Claims what is held for the member. The message stays as it is where that fails: somebody else may
/// have pressed.
async fn take(call: Call, pressed: Pressed) -> Outcome {
    let claimed = request(&call, &Wish::read(&pressed.arguments)?).await?;
    if claimed.is_theirs {
        Ok(Answer::Update(claimed.reply))
    } else {
        Ok(claimed.reply.into())
    }
}

async fn decline(call: Call, pressed: Pressed) -> Outcome {
    let wish = Wish::read(&pressed.arguments)?;
    let query = NumberClassQuery {
        class_id: wish.class,
    };
    let number = wish.number.clone();
    call.write().stop_waiting_for_number(number, &query).await?;
    Ok(Answer::Update(texts::declined(&wish.number)))
}

async fn wait_pressed(call: Call, pressed: Pressed) -> Outcome {
    let Wish { number, class, .. } = Wish::read(&pressed.arguments)?;
    Ok(Answer::Update(wait(&call, number, class).await?))
}

/// Joins the wait list of a number.
pub(super) async fn wait(
    call: &Call,
    number: CarNumber,
    class_id: Option<NumberClassId>,
) -> Result<Reply, Failure> {
    let wait = WaitForNumber { number, class_id };
    Ok(texts::waits(&call.write().wait_for_number(&wait).await?))
}

/// What came of a wish.
struct Claimed {
    is_theirs: bool,
    /// That it is theirs, or else what is offered in its place.
    reply: Reply,
}

/// Claims a number.
async fn request(call: &Call, wish: &Wish) -> Result<Claimed, Failure> {
    let body = ClaimNumber {
        class_id: wish.class,
        user_id: wish.member,
    };
    let number = wish.number.clone();
    let error = match call.write().claim_number(number, Some(&body)).await {
        Ok(claim) => {
            return Ok(Claimed {
                is_theirs: true,
                reply: texts::claimed(&claim, call.user),
            });
        }
        Err(error) => error,
    };
    let Some(problem) = error.problem().filter(|problem| is_offer(problem.code)) else {
        return Err(error.into());
    };
    let nearest = nearest_numbers(problem);
    let may_wait = problem.code == ErrorCode::NumberTaken && wish.member.is_none();
    let text = replies::failure(&Failure::from(error), "");
    Ok(Claimed {
        is_theirs: false,
        reply: Reply::text(text).with_buttons(offers(call, wish, &nearest, may_wait)),
    })
}

fn is_offer(code: ErrorCode) -> bool {
    matches!(
        code,
        ErrorCode::NumberTaken | ErrorCode::NumberReserved | ErrorCode::NumberOnRoster
    )
}

/// The buttons that claim other numbers, and the one that waits for this. They fit into one row: there
/// are five nearest numbers at most, of which the last makes room.
pub(super) fn offers(
    call: &Call,
    wish: &Wish,
    nearest: &[CarNumber],
    may_wait: bool,
) -> Vec<Button> {
    let others = nearest.iter().take(5 - usize::from(may_wait));
    let claim = |number: &CarNumber| {
        let other = Wish {
            number: number.clone(),
            ..wish.clone()
        };
        let label = format!("Claim {number}");
        custom_id::button_with_id(ButtonStyle::Primary, &label, other.id(call, CLAIM))
    };
    let mut buttons: Vec<_> = others.map(claim).collect();
    if may_wait {
        let id = wish.id(call, WAIT);
        buttons.push(custom_id::button_with_id(
            ButtonStyle::Secondary,
            "Wait for it",
            id,
        ));
    }
    buttons
}
