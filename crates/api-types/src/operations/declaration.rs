//! What can be said of an operation without its types.

use crate::ErrorCode;
use crate::members::Level;
use std::time::Duration;

/// How long an operation waits for another service at most; see [`Declaration::asks_elsewhere`].
pub const ASKING_LIMIT: Duration = Duration::from_secs(28);

/// One operation.
#[derive(Debug, Clone, Copy)]
pub struct Declaration {
    /// Name of the operation: its id in the document, and the client's method.
    pub id: &'static str,
    /// Area of the document.
    pub tag: &'static str,
    /// Lines of its description; the first is the summary.
    pub doc: &'static [&'static str],
    /// Who may call it.
    pub caller: Caller,
    /// HTTP method.
    pub method: Method,
    /// Path with its parameters in braces.
    pub path: &'static str,
    /// Whether it has parameters in the query.
    pub has_query: bool,
    /// What the body is.
    pub body: BodyKind,
    /// A body that does something sensible.
    pub example: Option<fn() -> serde_json::Value>,
    /// Status of the answer.
    pub status: u16,
    /// What the answer is.
    pub description: &'static str,
    /// Another status with which it may answer the same, and what that means.
    pub other: Option<(u16, &'static str)>,
    /// Codes with which it refuses, apart from those that many operations share.
    pub refusals: &'static [ErrorCode],
}

/// Who may call an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caller {
    /// Anybody, without a credential.
    Anyone,
    /// The bot, for itself.
    Bot,
    /// The bot, for itself, about the guild that `X-Guild-Id` names.
    BotGuild,
    /// Anybody with a valid credential who is not banned.
    Guest,
    /// A verified member, or anybody above.
    Verified,
    /// Somebody with Manage Server in Discord, or above.
    Manager,
    /// An admin, or root.
    Admin,
}

/// HTTP method of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    GET,
    /// Adds, or does something.
    POST,
    /// Sets as a whole.
    PUT,
    /// Changes the fields that are given.
    PATCH,
    /// Removes.
    DELETE,
}

/// What the body of a request is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyKind {
    /// There is none.
    None,
    /// JSON.
    Json,
    /// JSON that may be left out; an empty object stands for it.
    OptionalJson,
    /// JSON about a whole server, and therefore large.
    Report,
    /// A file of comma-separated values.
    Csv,
    /// A result as iRacing gives it: JSON, or comma-separated values.
    Result,
}

impl Caller {
    /// The level that a member needs; `None` where no member is asked for.
    pub const fn level(self) -> Option<Level> {
        match self {
            Self::Anyone | Self::Bot | Self::BotGuild => None,
            Self::Guest => Some(Level::Guest),
            Self::Verified => Some(Level::Verified),
            Self::Manager => Some(Level::Manager),
            Self::Admin => Some(Level::Admin),
        }
    }

    /// What the document says of it.
    pub const fn needs(self) -> Option<&'static str> {
        match self {
            Self::Anyone | Self::Guest => None,
            Self::Bot => Some("Only for the bot."),
            Self::BotGuild => Some("Only for the bot; `X-Guild-Id` names the guild."),
            Self::Verified => Some("Needs level verified."),
            Self::Manager => Some("Needs level manager."),
            Self::Admin => Some("Needs level admin."),
        }
    }
}

impl Method {
    /// As it stands in a request.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::GET => "GET",
            Self::POST => "POST",
            Self::PUT => "PUT",
            Self::PATCH => "PATCH",
            Self::DELETE => "DELETE",
        }
    }
}

impl Declaration {
    /// Whether its caller waits, up to [`ASKING_LIMIT`], while the service asks another one, such as
    /// iRacing. Paths that end in `/sync` stand for that, unless they only read how it stands.
    pub fn asks_elsewhere(&self) -> bool {
        self.method != Method::GET && self.path.ends_with("/sync")
    }

    /// The path with a slash at its end, where it is answered there too: those of the staff were
    /// published so.
    pub fn with_slash(&self) -> Option<String> {
        (self.tag == "staff").then(|| format!("{}/", self.path))
    }

    /// Every code with which it may refuse or fail: those of the table, and those that follow from
    /// who may call it and what it takes.
    pub fn codes(&self) -> Vec<ErrorCode> {
        let mut codes = vec![
            ErrorCode::InvalidRequest,
            ErrorCode::Timeout,
            ErrorCode::Unavailable,
            ErrorCode::Internal,
        ];
        if self.caller != Caller::Anyone {
            codes.extend([ErrorCode::Unauthorized, ErrorCode::RateLimited]);
        }
        if let Some(level) = self.caller.level() {
            codes.extend([ErrorCode::Banned, ErrorCode::LeftGuild]);
            if level > Level::Guest {
                codes.push(ErrorCode::Forbidden);
            }
            if self.method != Method::GET {
                codes.extend([ErrorCode::CrossSiteRequest, ErrorCode::IdempotencyKeyReused]);
            }
        }
        if self.has_query || self.body != BodyKind::None {
            codes.push(ErrorCode::InvalidValue);
        }
        // Also where no body is taken: it is a part of what a repetition repeats.
        if self.body != BodyKind::None || self.method != Method::GET {
            codes.extend([ErrorCode::PayloadTooLarge, ErrorCode::BodyTimeout]);
        }
        if self.body != BodyKind::None {
            codes.push(ErrorCode::UnsupportedMediaType);
        }
        codes.extend(self.refusals);
        codes
    }
}
