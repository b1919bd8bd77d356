//! Car numbers: claims, classes, reservations, the wait list and trades.

use crate::points::RefusedRow;
use crate::shapes::{patch, query};
use crate::{
    CarNumber, CarNumberValue, KeepDays, Name, Note, NumberClassId, NumberReservationId,
    NumberTradeId, Reason, Timestamp, UserId,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How a claim compares with the roster of the iRacing league.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClaimState {
    /// Nobody on the roster has the number yet, or there is no roster.
    Pending,
    /// The roster gives the number to the holder.
    Synced,
    /// The roster gives the number to somebody else.
    Clash,
}

/// A number that a member holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NumberClaim {
    /// The number.
    pub number: CarNumber,
    /// In which class; absent where the guild had none.
    pub class_id: Option<NumberClassId>,
    /// The class's name.
    pub class_name: Option<String>,
    /// Who holds it.
    pub user_id: UserId,
    /// Their name.
    pub display_name: String,
    /// Since when.
    pub claimed_at: Timestamp,
    /// When it is free again, as the holder has left the server.
    pub released_at: Option<Timestamp>,
    /// How it compares with the league's roster.
    pub state: ClaimState,
}

query! {
    /// Which class to read.
    NumberClassQuery {
        /// The class; may be left out where there is only one, or none.
        class_id: Option<NumberClassId>,
    }
}

query! {
    /// Which claims to list, lowest number first.
    ListNumberClaimsQuery {
        /// Only those in this class.
        class_id: Option<NumberClassId>,
    } paged
}

query! {
    /// Which free numbers to list.
    AvailableNumbersQuery {
        /// The class; may be left out where there is only one, or none.
        class_id: Option<NumberClassId>,
    } paged
}

/// Numbers that follow each other, without leading zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NumberRange {
    /// The lowest.
    pub first: u16,
    /// The highest.
    pub last: u16,
}

/// Claims a number.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ClaimNumber {
    /// In which class; may be left out where there is only one, or none.
    pub class_id: Option<NumberClassId>,
    /// For whom; the caller by default. Only admins claim for others.
    pub user_id: Option<UserId>,
}

/// Takes a number from its holder.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ForceReleaseNumber {
    /// In which class; may be left out where there is only one, or none.
    pub class_id: Option<NumberClassId>,
    /// Why; the holder is told.
    pub reason: Option<Reason>,
}

/// Why a number cannot be claimed by anybody, or only by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NumberState {
    /// The caller can claim it.
    Free,
    /// Somebody holds it.
    Claimed,
    /// It is reserved for somebody else, or for nobody.
    Reserved,
    /// Somebody on the league's roster has it.
    OnRoster,
    /// The class, or the guild, has no such number.
    OutOfRange,
}

/// How a number stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NumberStatus {
    /// The number.
    pub number: CarNumber,
    /// In which class.
    pub class: Option<NumberClass>,
    /// Whether the caller can claim it.
    pub state: NumberState,
    /// Who holds it, where somebody does.
    pub claim: Option<NumberClaim>,
    /// The reservation that keeps it, where one does.
    pub reservation: Option<NumberReservation>,
    /// How many wait for it.
    pub waiting: u32,
    /// The nearest numbers that the caller could claim, up to five.
    pub nearest: Vec<CarNumber>,
}

/// Everything that a member has to do with numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MyNumbers {
    /// Held, lowest first.
    pub claims: Vec<NumberClaim>,
    /// Kept for the member, lowest first.
    pub reservations: Vec<NumberReservation>,
    /// Waited for, in the order of asking.
    pub waiting: Vec<NumberWait>,
    /// Offers to and by the member that are open, newest first.
    pub trades: Vec<NumberTrade>,
    /// The iRacing account.
    pub link: Option<crate::league::IracingLink>,
}

/// A class of cars with numbers of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NumberClass {
    /// The class.
    pub id: NumberClassId,
    /// Its name, unique in the guild.
    pub name: String,
    /// Lowest number that can be claimed.
    pub number_min: u16,
    /// Highest number that can be claimed.
    pub number_max: u16,
    /// When it was created.
    pub created_at: Timestamp,
}

/// Creates a class.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateNumberClass {
    /// Its name, unique in the guild.
    pub name: Name,
    /// Lowest number that can be claimed; that of the guild by default.
    pub number_min: Option<CarNumberValue>,
    /// Highest number that can be claimed; that of the guild by default.
    pub number_max: Option<CarNumberValue>,
}

patch! {
    /// Changes what is given of a class. Numbers outside a new range stay with their holders.
    UpdateNumberClass {
        /// Its name, unique in the guild.
        name: Name,
        /// Lowest number that can be claimed.
        number_min: CarNumberValue,
        /// Highest number that can be claimed.
        number_max: CarNumberValue,
    }
}

/// Why a number is reserved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReservationKind {
    /// An admin keeps it.
    Admin,
    /// It was freed, and is held for the member who waited longest.
    WaitList,
    /// A new season of numbers has begun, and the holder of the last one may keep it.
    Priority,
}

/// A number, or a range, that only one member or nobody can claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NumberReservation {
    /// The reservation.
    pub id: NumberReservationId,
    /// Why.
    pub kind: ReservationKind,
    /// In which class; absent where the guild had none.
    pub class_id: Option<NumberClassId>,
    /// The number; absent for a range.
    pub number: Option<CarNumber>,
    /// Lowest value that is kept.
    pub first: u16,
    /// Highest value that is kept.
    pub last: u16,
    /// For whom; absent where nobody can claim it.
    pub user_id: Option<UserId>,
    /// Until when; absent where it stays until an admin removes it.
    pub until: Option<Timestamp>,
    /// A remark of the admin.
    pub note: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
}

/// Keeps a number, or a range of values, free.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ReserveNumbers {
    /// In which class; may be left out where there is only one, or none.
    pub class_id: Option<NumberClassId>,
    /// One number; or else `first` and `last`.
    pub number: Option<CarNumber>,
    /// Lowest value of a range.
    pub first: Option<CarNumberValue>,
    /// Highest value of a range.
    pub last: Option<CarNumberValue>,
    /// For whom; without, nobody can claim it.
    pub user_id: Option<UserId>,
    /// Until when; without, until an admin removes it.
    pub until: Option<Timestamp>,
    /// A remark.
    pub note: Option<Note>,
}

/// A member who waits for a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NumberWait {
    /// The number.
    pub number: CarNumber,
    /// In which class; absent where the guild had none.
    pub class_id: Option<NumberClassId>,
    /// The class's name.
    pub class_name: Option<String>,
    /// Who waits.
    pub user_id: UserId,
    /// 1 for the member who is first in line.
    pub place: u32,
    /// Since when.
    pub since: Timestamp,
}

/// Waits for a number that somebody holds.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WaitForNumber {
    /// The number.
    pub number: CarNumber,
    /// In which class; may be left out where there is only one, or none.
    pub class_id: Option<NumberClassId>,
}

/// What became of an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TradeState {
    /// The other side has not decided.
    Open,
    /// The numbers have changed hands.
    Accepted,
    /// The other side said no.
    Declined,
    /// Withdrawn by who made it.
    Cancelled,
    /// Nobody decided in time.
    Expired,
}

/// An offer to swap numbers, or to give one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NumberTrade {
    /// The offer.
    pub id: NumberTradeId,
    /// In which class; absent where the guild had none.
    pub class_id: Option<NumberClassId>,
    /// The class's name.
    pub class_name: Option<String>,
    /// Who offers.
    pub from_user_id: UserId,
    /// To whom.
    pub to_user_id: UserId,
    /// The number that is offered.
    pub gives: CarNumber,
    /// The number that is asked for; absent for a gift.
    pub wants: Option<CarNumber>,
    /// What became of it.
    pub state: TradeState,
    /// When it was made.
    pub created_at: Timestamp,
    /// Until when it can be accepted.
    pub expires_at: Timestamp,
}

/// Offers a number to another member.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfferNumberTrade {
    /// To whom.
    pub user_id: UserId,
    /// The number that is offered.
    pub gives: CarNumber,
    /// The number that is asked for; without, it is a gift.
    pub wants: Option<CarNumber>,
    /// In which class; may be left out where there is only one, or none.
    pub class_id: Option<NumberClassId>,
}

/// Begins a new season of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StartNumberSeason {
    /// Days for which the holders of the last season may keep their numbers, 0 to 365.
    pub priority_days: KeepDays,
}

/// A new season of numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NumberSeason {
    /// How many numbers were released.
    pub released: u32,
    /// Until when their holders may claim them again; absent where they have no priority.
    pub priority_until: Option<Timestamp>,
}

query! {
    /// How to import claims.
    ImportNumbersQuery {
        /// Only say what would come of it.
        #[serde(default)]
        dry_run: bool,
    }
}

/// What an import of claims came to, or would.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NumbersImported {
    /// Nothing was written.
    pub dry_run: bool,
    /// New claims.
    pub claimed: u32,
    /// Rows that say what is there already.
    pub unchanged: u32,
    /// Rows that cannot be taken.
    pub refused: Vec<RefusedRow>,
}
