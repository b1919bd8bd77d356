//! Connected iRacing accounts. The names of these fields are a published contract, and so in the
//! spelling of JavaScript.

use crate::Timestamp;
use crate::shapes::query;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The way to iRacing's page on which the caller allows reading their sessions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct IracingSignIn {
    /// Where to go; good once, for 10 minutes.
    pub auth_url: String,
    /// What to do with it, in a sentence.
    pub message: String,
}

/// A link for a person without a token or a session, such as one who types a command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IracingInvitation {
    /// A page of Paddock that leads to iRacing; good once.
    pub url: String,
    /// Until when.
    pub expires_at: Timestamp,
}

/// What a sync found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct IracingSynced {
    /// The outcome in a sentence.
    pub message: String,
    /// Sessions that are new, or more complete than they were.
    pub synced: u32,
    /// Sessions, or the search for them, of which iRacing did not give everything. They are tried again.
    pub errors: u32,
    /// One sentence for each.
    pub error_details: Vec<String>,
}

/// How the caller's connection stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct IracingStatus {
    /// Whether an account is connected, or was until the connection ended.
    pub connected: bool,
    /// iRacing's customer id.
    pub cust_id: Option<i64>,
    /// iRacing's name of the account.
    pub display_name: Option<String>,
    /// When the connection ends unless it is used before; each sync moves it on.
    pub expires_at: Option<Timestamp>,
    /// Whether it has ended, so that the account has to be connected again.
    pub is_expired: bool,
    /// When sessions were last read.
    pub last_synced_at: Option<Timestamp>,
    /// When the account was connected.
    pub connected_at: Option<Timestamp>,
}

/// Sessions of the caller, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DrivenSessions {
    /// A part of them.
    pub sessions: Vec<DrivenSession>,
    /// How many there are.
    pub total: u32,
    /// How many a part holds at most.
    pub limit: u32,
    /// How many come before this part.
    pub offset: u32,
}

/// A session that the caller drove in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DrivenSession {
    /// iRacing's id of the session, where it is known.
    pub session_id: Option<i64>,
    /// What kind.
    pub session_type: DrivenSessionType,
    /// Which league, where it was one.
    pub league_id: Option<i64>,
    /// Its name.
    pub league_name: Option<String>,
    /// Track and layout.
    pub track_name: Option<String>,
    /// Car that the caller drove.
    pub car_name: Option<String>,
    /// When it began.
    pub start_time: Option<Timestamp>,
    /// How the caller did.
    pub participant: DrivenParticipant,
}

/// Kinds of sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DrivenSessionType {
    /// Of a league.
    League,
    /// Hosted, without a league.
    Hosted,
    /// Of one of iRacing's own series.
    Official,
}

/// How somebody did in a session; what iRacing did not say is null.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DrivenParticipant {
    /// Laps driven.
    pub laps_completed: Option<u32>,
    /// Best lap in seconds, null where there is none.
    pub best_lap_time: Option<f64>,
    /// Incident points.
    pub incidents: Option<u32>,
    /// Place, counted from 1.
    pub finish_position: Option<u32>,
}

impl Eq for DrivenParticipant {}

query! {
    /// Which part of a list to read.
    #[derive(Default)]
    ListDrivenSessionsQuery {
        /// Sessions at most, 1 to 200; defaults to 50.
        #[param(minimum = 1, maximum = 200)]
        limit: Option<u32>,
        /// How many to pass over; defaults to 0.
        offset: Option<u32>,
    }
}
