//! Claims and the rules of numbers.

pub(crate) mod audited;
pub(crate) mod csv;
pub(crate) mod free;

use crate::league::NumberedDriver;
use crate::operation::{Failure, fails};
use jiff::{SignedDuration, Timestamp};
use paddock_api_types::guilds::GuildSettings;
use paddock_api_types::numbers::{
    ClaimState, NumberClaim, NumberClass, NumberReservation, NumberTrade, TradeState,
};
use paddock_api_types::points::RefusedRow;
use paddock_api_types::{CarNumber, NumberClassId, UserId};

/// Classes of a guild.
pub(super) const MAX_CLASSES: u32 = 20;
/// Reservations by admins in a guild.
pub(super) const MAX_RESERVATIONS: u32 = 500;
/// Numbers that a member may wait for.
pub(super) const MAX_WAITS: u32 = 20;
/// Offers that a member may have open.
pub(super) const MAX_OFFERS: u32 = 20;
/// How long a freed number is held for the member who waited longest.
pub(super) const HOLD: SignedDuration = SignedDuration::from_hours(48);
/// How long an offer can be accepted.
pub(super) const OFFER: SignedDuration = SignedDuration::from_hours(24);
/// iRacing's leagues know numbers of up to three digits.
const LEAGUE_DIGITS: usize = 3;

/// Why an operation on numbers was refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NumberError {
    /// No such class in this guild.
    #[error("there is no such class of numbers")]
    ClassNotFound,
    /// It is not clear which class is meant.
    #[error("name one of the classes: {}", .classes.join(", "))]
    ClassRequired {
        /// Their names.
        classes: Vec<String>,
    },
    /// Another class has this name.
    #[error("another class has this name")]
    ClassNameTaken,
    /// Somebody holds a number in it.
    #[error("somebody holds a number in the class")]
    ClassInUse,
    /// Not a number that can be claimed there.
    #[error("numbers are {min} to {max}, with up to {digits} digits")]
    OutOfRange {
        /// Lowest.
        min: u16,
        /// Highest.
        max: u16,
        /// Most digits.
        digits: usize,
    },
    /// Somebody holds it.
    #[error("{} holds {} since {}", .claim.display_name, .claim.number, .claim.claimed_at)]
    Taken {
        /// Who.
        claim: Box<Claim>,
        /// Free numbers near it.
        nearest: Vec<CarNumber>,
    },
    /// It is kept for somebody else, or for nobody.
    #[error("the number is reserved")]
    Reserved {
        /// Until when, where that is set.
        until: Option<Timestamp>,
        /// Free numbers near it.
        nearest: Vec<CarNumber>,
    },
    /// A driver of the league has it.
    #[error("a driver on the league's roster has the number")]
    OnRoster {
        /// Free numbers near it.
        nearest: Vec<CarNumber>,
    },
    /// The member holds as many as one may.
    #[error("a member holds at most {limit} numbers")]
    HoldsEnough {
        /// How many.
        limit: u16,
        /// Which.
        numbers: Vec<CarNumber>,
    },
    /// Somebody else, or nobody, holds it.
    #[error("the number is not held by who should hold it")]
    NotHeld {
        /// Who does.
        holder: Option<UserId>,
    },
    /// Nobody holds it.
    #[error("nobody holds the number")]
    NotClaimed,
    /// The member holds it already.
    #[error("the number is held already by who asks for it")]
    HeldByCaller,
    /// The caller does not wait for it.
    #[error("the number is not waited for")]
    NotWaited,
    /// No such reservation in this guild.
    #[error("there is no such reservation")]
    ReservationNotFound,
    /// No such offer to or by the caller.
    #[error("there is no such offer")]
    TradeNotFound,
    /// The offer is over.
    #[error("the offer is no longer open")]
    TradeDecided {
        /// What became of it.
        state: TradeState,
    },
    /// A number has changed hands since.
    #[error("a number of the offer has changed hands")]
    TradeBroken,
    /// Nobody trades with themselves.
    #[error("an offer goes to another member")]
    ToOneself,
    /// No such member in this guild.
    #[error("no such member in this guild")]
    MemberNotFound,
    /// The caller has not registered.
    #[error("you are not registered in this guild")]
    NotRegistered,
    /// Only verified members hold numbers.
    #[error("the member is not verified")]
    MemberNotVerified,
    /// Only admins claim for others.
    #[error("only admins claim numbers for others")]
    AdminsOnly,
    /// There are as many as there may be.
    #[error("there are as many as there may be, {limit}")]
    LimitReached {
        /// How many.
        limit: u32,
    },
    /// Rows of a file that cannot be taken.
    #[error("{} rows cannot be taken", .0.len())]
    ImportRefused(Vec<RefusedRow>),
    /// A value that is not allowed.
    #[error("expected {expected}")]
    Invalid {
        /// Its name.
        field: &'static str,
        /// What is allowed.
        expected: &'static str,
    },
    /// Not a rule.
    #[error(transparent)]
    Failure(Failure),
}
fails!(NumberError);

/// In which set of numbers: that of a class, or that of a guild without classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ClassKey(Option<NumberClassId>);

impl ClassKey {
    /// That of this class.
    pub(crate) fn of(id: Option<NumberClassId>) -> Self {
        Self(id)
    }

    /// The class.
    pub(crate) fn id(self) -> Option<NumberClassId> {
        self.0
    }

    /// As stored: 0 where there is no class.
    pub(crate) fn stored(self) -> i64 {
        self.0.map_or(0, NumberClassId::get)
    }

    /// From what is stored.
    pub(crate) fn from_stored(id: i64) -> Option<Self> {
        if id == 0 {
            Some(Self(None))
        } else {
            NumberClassId::new(id).map(|id| Self(Some(id)))
        }
    }
}

/// Orders numbers by value, and among equal values by digits; tells every number apart.
pub(crate) fn sort_key(number: &CarNumber) -> i64 {
    i64::from(number.value()) * 10 + i64::try_from(number.digits()).expect("at most four")
}

/// The sort keys of every number with these values.
pub(crate) fn sort_keys(first: u16, last: u16) -> (i64, i64) {
    (i64::from(first) * 10, i64::from(last) * 10 + 9)
}

/// A number with its holder, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Claim {
    pub(crate) class: ClassKey,
    pub(crate) class_name: Option<String>,
    pub(crate) number: CarNumber,
    pub(crate) user_id: UserId,
    pub(crate) display_name: String,
    pub(crate) claimed_at: Timestamp,
    /// When it is free again, as the holder has left the server.
    pub(crate) release_at: Option<Timestamp>,
    /// Grows with every change, so that none is overwritten unseen.
    pub(crate) version: i64,
}

impl Claim {
    pub(crate) fn class_id(&self) -> Option<NumberClassId> {
        self.class.id()
    }

    pub(super) fn wire(self, state: ClaimState) -> NumberClaim {
        NumberClaim {
            class_id: self.class_id(),
            number: self.number,
            class_name: self.class_name,
            user_id: self.user_id,
            display_name: self.display_name,
            claimed_at: self.claimed_at,
            released_at: self.release_at,
            state,
        }
    }
}

/// Those with a number, of rows in the order of numbers.
pub(super) fn with_number<'r, T>(
    rows: &'r [T],
    number: &CarNumber,
    number_of: fn(&T) -> &CarNumber,
) -> &'r [T] {
    let start = rows.partition_point(|row| number_of(row) < number);
    let end = rows.partition_point(|row| number_of(row) <= number);
    &rows[start..end]
}

/// How a claim compares with the roster. `claims` are those of the same number in every class, as a
/// league of several classes gives a number once in each.
pub(super) fn state(claim: &Claim, claims: &[Claim], drivers: &[NumberedDriver]) -> ClaimState {
    let mut drivers = drivers.iter().filter(|it| it.number == claim.number);
    let others = || claims.iter().filter(|it| it.number == claim.number);
    let mut clash = false;
    let synced = drivers.any(|driver| {
        let is_holder = |user| others().any(|other| other.user_id == user);
        clash |= !driver.user_id.is_some_and(is_holder);
        driver.user_id == Some(claim.user_id)
    });
    match (synced, clash) {
        (true, _) => ClaimState::Synced,
        (false, true) => ClaimState::Clash,
        (false, false) => ClaimState::Pending,
    }
}

/// Whether the roster keeps a number from a member: a driver has it who is neither that member nor
/// the holder in another class.
pub(super) fn roster_keeps(
    number: &CarNumber,
    from: UserId,
    claims: &[Claim],
    drivers: &[NumberedDriver],
) -> bool {
    let with_number = || drivers.iter().filter(|it| it.number == *number);
    let own = with_number().any(|driver| driver.user_id == Some(from));
    let holders = || claims.iter().filter(|claim| claim.number == *number);
    let is_holder = |user| holders().any(|claim| claim.user_id == user);
    !own && with_number().any(|driver| !driver.user_id.is_some_and(is_holder))
}

/// A set of numbers, with its bounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scope {
    pub(super) class: Option<NumberClass>,
    pub(super) min: u16,
    pub(super) max: u16,
    digits: usize,
}

impl Scope {
    /// That of a class, or of the guild where there is none.
    pub(super) fn new(class: Option<NumberClass>, settings: &GuildSettings) -> Self {
        let league = settings.league_id.is_some();
        let digits = if league {
            LEAGUE_DIGITS
        } else {
            CarNumber::MAX_DIGITS
        };
        let (min, max) = match &class {
            Some(class) => (class.number_min, class.number_max),
            None => (settings.number_min, settings.number_max),
        };
        // A range that was set before the league was.
        let max = if league { max.min(999) } else { max };
        Self {
            class,
            min,
            max,
            digits,
        }
    }

    /// The one that is meant among the classes of a guild.
    pub(super) fn choose(
        mut classes: Vec<NumberClass>,
        named: Option<NumberClassId>,
        settings: &GuildSettings,
    ) -> Result<Self, NumberError> {
        let class = match named {
            Some(id) => {
                let class = classes.into_iter().find(|class| class.id == id);
                Some(class.ok_or(NumberError::ClassNotFound)?)
            }
            None if classes.len() > 1 => {
                let classes = classes.into_iter().map(|class| class.name).collect();
                return Err(NumberError::ClassRequired { classes });
            }
            None => classes.pop(),
        };
        Ok(Self::new(class, settings))
    }

    pub(super) fn key(&self) -> ClassKey {
        ClassKey::of(self.class.as_ref().map(|class| class.id))
    }

    pub(super) fn contains(&self, number: &CarNumber) -> bool {
        number.digits() <= self.digits && (self.min..=self.max).contains(&number.value())
    }

    pub(super) fn check(&self, number: &CarNumber) -> Result<(), NumberError> {
        if self.contains(number) {
            return Ok(());
        }
        let Self {
            min, max, digits, ..
        } = *self;
        Err(NumberError::OutOfRange { min, max, digits })
    }
}

/// Whether a reservation covers a number at this moment.
pub(super) fn covers(reservation: &NumberReservation, number: &CarNumber, at: Timestamp) -> bool {
    let it = reservation;
    let fits = match &it.number {
        Some(reserved) => reserved == number,
        None => (it.first..=it.last).contains(&number.value()),
    };
    fits && it.until.is_none_or(|until| at < until)
}

/// Whether an offer can still be decided.
pub(super) fn must_be_open(trade: &NumberTrade, at: Timestamp) -> Result<(), NumberError> {
    match trade.state {
        TradeState::Open if at < trade.expires_at => Ok(()),
        TradeState::Open => {
            let state = TradeState::Expired;
            Err(NumberError::TradeDecided { state })
        }
        state => Err(NumberError::TradeDecided { state }),
    }
}

#[cfg(test)]
mod tests;
