//! Texts about API tokens.

use super::{
    Pick,
    format::{escape, relative},
};
use crate::answer::Reply;
use paddock_api_types::tokens::{AccessToken, CreatedToken};

/// `/token list` without any.
pub(crate) const NONE: &str = "You have no tokens. `/token create` makes one.";
/// Title of `/token list`.
pub(crate) const TITLE: &str = "Your API tokens";
/// After `/token revoke`.
pub(crate) const REVOKED: &str = "The token is revoked and has stopped working.";
/// What `/token revoke` picks.
pub(crate) const ONE: Pick = Pick {
    one: "token of yours",
    many: "tokens of yours",
    none: "you have none; `/token create` makes one",
};

/// After `/token create`: the only time that the secret is shown.
pub(crate) fn created(created: &CreatedToken) -> Reply {
    Reply::text(format!(
        "Your token **{}**, shown only this once. Keep it like a password:\n```\n{}\n```\n\
         Send it as `Authorization: Bearer …`. It expires {}.",
        escape(&created.access_token.name),
        created.token,
        relative(created.access_token.expires_at),
    ))
}

/// One line of `/token list`.
pub(crate) fn line(token: &AccessToken) -> String {
    let name = escape(&token.name);
    let used = match token.last_used_at {
        Some(at) => format!("used {}", relative(at)),
        None => "never used".to_owned(),
    };
    let state = match (token.revoked_at, token.active) {
        (Some(at), _) => format!("revoked {}", relative(at)),
        (None, true) => format!("expires {}", relative(token.expires_at)),
        (None, false) => format!("no longer works · expiry {}", relative(token.expires_at)),
    };
    let sign = if token.active { "🔑" } else { "▫️" };
    format!("{sign} **{name}** · {state} · {used}")
}

/// One suggestion of `/token revoke`.
pub(crate) fn choice(token: &AccessToken) -> String {
    let day = token.created_at.to_string();
    let day = day.split('T').next().unwrap_or_default();
    format!("{} (made {day})", token.name)
}
