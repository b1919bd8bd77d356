//! `/staff`, `/staffstatus`, `/presence` and `/duty`: who is on the staff, and who of them is there.

use super::{dates::Date, prelude::*};
use crate::{call::Call, replies::staff as texts};
use api::{
    Name, Reason, StaffRank, Title, UserId,
    staff::{AddStaff, StaffActivityQuery, TakeLeave, UpdateStaff, UpdateStaffSettings},
};
use jiff::tz::TimeZone;
use twilight_model::id::marker::ChannelMarker;

/// How far back `/staffstatus` looks: it charts as many days.
const DAYS: u16 = 28;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, staff);
    dispatch.pages(&ROSTER);
    dispatch.confirmation(&REMOVE);
    dispatch.command(Audience::Everyone, staffstatus);
    dispatch.pages(&STATUS);
    dispatch.command(Audience::Everyone, presence);
    dispatch.command(Audience::Everyone, duty);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "staff", desc = "The staff: who they are, and who is away")]
enum Staff {
    #[command(name = "add")]
    Add(Add),
    #[command(name = "edit")]
    Edit(Edit),
    #[command(name = "remove")]
    Remove(Remove),
    #[command(name = "list")]
    List(ListStaff),
    #[command(name = "away")]
    Away(Away),
    #[command(name = "board")]
    Board(Board),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "add", desc = "Put a member on the roster of the staff")]
struct Add {
    /// Member
    member: Id<UserMarker>,
    /// What they are, such as Steward
    title: Option<Text<Title>>,
    /// Place in the roster: lower ranks come first; 100 by default
    rank: Option<Num<StaffRank>>,
    /// Their time zone: type a city, such as Berlin; that of the server by default
    time_zone: Option<Picked<Zone>>,
    /// The name shown; that of the member by default
    name: Option<Text<Name>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "edit", desc = "Change how somebody stands on the roster")]
struct Edit {
    /// Member
    member: Id<UserMarker>,
    /// What they are, such as Steward
    title: Option<Text<Title>>,
    /// Place in the roster: lower ranks come first
    rank: Option<Num<StaffRank>>,
    /// Their time zone: type a city, such as Berlin
    time_zone: Option<Picked<Zone>>,
    /// The name shown
    name: Option<Text<Name>>,
    /// Remove the title
    clear_title: Option<bool>,
    /// Show the name of the member again
    clear_name: Option<bool>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "remove",
    desc = "Take somebody off the roster; asks for confirmation"
)]
struct Remove {
    /// Member
    member: Id<UserMarker>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "list", desc = "The roster of the staff")]
struct ListStaff {}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "away",
    desc = "Take a leave of absence, or end it; for others as an admin"
)]
struct Away {
    /// Last day: a date, tomorrow, or in 2 weeks
    until: Option<Date>,
    /// First day; today by default
    from: Option<Date>,
    /// Why
    reason: Option<Text<Reason>>,
    /// End the leave, or call it off
    end: Option<bool>,
    /// Somebody else, as an admin
    member: Option<Id<UserMarker>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "board",
    desc = "A message in a channel that shows who of the staff is there"
)]
struct Board {
    /// Where
    #[command(channel_types = "guild_text guild_announcement")]
    channel: Option<Id<ChannelMarker>>,
    /// Delete it
    off: Option<bool>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "staffstatus",
    desc = "Who of the staff is there, or the hours of one of them"
)]
struct StaffStatus {
    /// Yourself, or as an admin anybody: their status, and when they were there
    member: Option<Id<UserMarker>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "presence",
    desc = "Whether your activities and custom status are shown"
)]
enum Presence {
    #[command(name = "hide")]
    Hide(Hide),
    #[command(name = "show")]
    Show(Show),
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "hide",
    desc = "Show your status alone, without what you do, also for the past"
)]
struct Hide {}

#[derive(CommandModel, CreateCommand)]
#[command(name = "show", desc = "Show what you do again")]
struct Show {}

#[derive(CommandModel, CreateCommand)]
#[command(name = "duty", desc = "Say that you are on duty, or off")]
enum Duty {
    #[command(name = "on")]
    On(On),
    #[command(name = "off")]
    Off(Off),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "on", desc = "You are on duty, whatever Discord shows")]
struct On {}

#[derive(CommandModel, CreateCommand)]
#[command(name = "off", desc = "You are off duty")]
struct Off {}

const ROSTER: Pages<()> = Pages {
    action: "staff",
    page: |call, (), position| {
        Box::pin(async move {
            let roster = call.api.get_staff_roster().await?;
            Ok(texts::roster(&position, &roster))
        })
    },
};

const STATUS: Pages<()> = Pages {
    action: "staff-status",
    page: |call, (), position| {
        Box::pin(async move {
            let roster = call.api.get_staff_roster().await?;
            let known = call.api.get_staff_discord_status().await?;
            Ok(texts::status(&position, &roster, &known))
        })
    },
};

const REMOVE: Confirmation<UserId> = Confirmation {
    action: "staff-remove",
    label: "Remove",
    perform: |call, user| {
        Box::pin(async move {
            call.write().remove_staff(*user).await?;
            Ok(Reply::text(texts::removed(*user)))
        })
    },
};

async fn staff(call: Call, options: Staff) -> Outcome {
    let reply = match options {
        Staff::Add(options) => {
            let body = AddStaff {
                display_name: options.name.map(|it| it.0),
                title: options.title.map(|it| it.0),
                rank: options.rank.map(|it| it.0),
                time_zone: Zone::named(options.time_zone)?,
            };
            let user = options.member.wire();
            texts::added(&call.write().add_staff(user, &body).await?)
        }
        Staff::Edit(options) => edit(&call, options).await?,
        Staff::Remove(Remove { member }) => {
            let user = member.wire();
            REMOVE.ask(texts::ask_to_remove(user), &user)
        }
        Staff::List(ListStaff {}) => ROSTER.first(&call, &()).await?,
        Staff::Away(options) => away(&call, options).await?,
        Staff::Board(options) => board(&call, options).await?,
    };
    Ok(reply.into())
}

async fn edit(call: &Call, options: Edit) -> Result<Reply, Failure> {
    let title = options.title.map(|it| it.0);
    let name = options.name.map(|it| it.0);
    let changes = some_change(UpdateStaff {
        display_name: set_or_clear(name, options.clear_name, texts::NAME_AND_CLEAR)?,
        title: set_or_clear(title, options.clear_title, texts::TITLE_AND_CLEAR)?,
        rank: options.rank.map(|it| Some(it.0)),
        time_zone: Zone::named(options.time_zone)?.map(Some),
    })?;
    let user = options.member.wire();
    Ok(texts::changed(
        &call.write().update_staff(user, &changes).await?,
    ))
}

async fn away(call: &Call, options: Away) -> Result<Reply, Failure> {
    let user = options.member.map_or(call.user, ToWire::wire);
    if options.end == Some(true) {
        let fills_in = options.until.is_some() || options.from.is_some();
        if fills_in {
            return Err(Failure::Mistake(texts::END_AND_DAYS.to_owned()));
        }
        return Ok(texts::back(&call.write().end_leave(user).await?));
    }
    let until = options.until;
    let until = until.ok_or_else(|| Failure::Mistake(texts::NO_LAST_DAY.to_owned()))?;
    let zone = zone_of(call, user).await?;
    let from = options.from;
    let body = TakeLeave {
        from: from
            .map(|date| date.read_day(call, "from", &zone))
            .transpose()?,
        until: until.read_day(call, "until", &zone)?,
        reason: options.reason.map(|it| it.0),
    };
    Ok(texts::away(&call.write().take_leave(user, &body).await?))
}

async fn board(call: &Call, options: Board) -> Result<Reply, Failure> {
    let channel = options.channel.map(ToWire::wire);
    let update = UpdateStaffSettings {
        board_channel_id: set_or_clear(channel, options.off, texts::BOARD_AND_OFF)?,
        ..UpdateStaffSettings::default()
    };
    let changes = update.board_channel_id.is_some();
    let settings = if changes {
        call.write().update_staff_settings(&update).await?
    } else {
        call.api.get_staff_settings().await?
    };
    Ok(texts::board(&settings, changes))
}

/// The time zone of somebody of the staff, whose days those of a leave are. Whoever is not on the roster is
/// refused by the API.
async fn zone_of(call: &Call, user: UserId) -> Result<TimeZone, Failure> {
    let roster = call.api.get_staff_roster().await?;
    let staff = roster.members.iter().find(|it| it.user_id == user);
    let zone = staff.and_then(|it| TimeZone::get(&it.time_zone).ok());
    Ok(zone.unwrap_or(TimeZone::UTC))
}

async fn staffstatus(call: Call, options: StaffStatus) -> Outcome {
    let Some(member) = options.member else {
        return Ok(STATUS.first(&call, &()).await?.into());
    };
    let query = StaffActivityQuery {
        days: api::StaffDays::new(DAYS),
    };
    let activity = call.api.get_staff_activity(member.wire(), &query).await?;
    Ok(texts::activity(&activity).into())
}

async fn presence(call: Call, options: Presence) -> Outcome {
    let reply = match options {
        Presence::Hide(Hide {}) => {
            call.write().hide_presence().await?;
            Reply::text(texts::HIDDEN)
        }
        Presence::Show(Show {}) => {
            call.write().show_presence().await?;
            Reply::text(texts::SHOWN)
        }
    };
    Ok(reply.into())
}

async fn duty(call: Call, options: Duty) -> Outcome {
    let reply = match options {
        Duty::On(On {}) => texts::on_duty(&call.write().begin_duty().await?),
        Duty::Off(Off {}) => {
            call.write().end_duty().await?;
            Reply::text(texts::OFF_DUTY)
        }
    };
    Ok(reply.into())
}
