//! Activities as Discord's clients report them, one function for each kind.
//!
//! A bot receives them in this form. When they began is filled in once they are shown.

use serde_json::{Value, json};

/// Playing a game.
pub fn playing(game: &str) -> Value {
    named(0, game)
}

/// Streaming, at this address.
pub fn streaming(title: &str, url: &str) -> Value {
    let mut activity = named(1, "Twitch");
    activity["details"] = json!(title);
    activity["url"] = json!(url);
    activity
}

/// Listening to a song.
pub fn listening(song: &str, artist: &str) -> Value {
    let mut activity = named(2, "Spotify");
    activity["id"] = json!("spotify:1");
    activity["details"] = json!(song);
    activity["state"] = json!(artist);
    activity["flags"] = json!(48);
    activity["sync_id"] = json!("6rqhFgbbKwnb9MLmUQDhG6");
    activity
}

/// Watching something.
pub fn watching(what: &str) -> Value {
    named(3, what)
}

/// A custom status, with an emoji where one is named.
pub fn custom(text: &str, emoji: Option<&str>) -> Value {
    let mut activity = named(4, "Custom Status");
    activity["id"] = json!("custom");
    activity["state"] = json!(text);
    if let Some(emoji) = emoji {
        activity["emoji"] = json!({"name": emoji});
    }
    activity
}

/// Competing in something.
pub fn competing(what: &str) -> Value {
    named(5, what)
}

fn named(kind: u8, name: &str) -> Value {
    json!({"type": kind, "name": name, "id": format!("{kind:016x}")})
}
