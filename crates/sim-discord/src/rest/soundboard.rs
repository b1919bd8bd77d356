//! Sounds that people play in voice channels: those that every server has. None has sounds of its own.

use serde_json::{Value, json};

/// Id, name and emoji of each.
const DEFAULT_SOUNDS: [(&str, &str, &str); 6] = [
    ("1", "quack", "🦆"),
    ("2", "airhorn", "🔊"),
    ("3", "cricket", "🦗"),
    ("4", "golf clap", "👏"),
    ("5", "sad horn", "🎺"),
    ("7", "ba dum tss", "🥁"),
];

/// `GET /soundboard-default-sounds`.
pub(super) fn defaults() -> Value {
    let sound = |(id, name, emoji)| {
        json!({
            "sound_id": id, "name": name, "volume": 1.0, "emoji_id": null, "emoji_name": emoji, "available": true,
        })
    };
    DEFAULT_SOUNDS.into_iter().map(sound).collect()
}
