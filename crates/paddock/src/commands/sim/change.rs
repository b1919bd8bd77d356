//! Changes of the simulated Discord by hand.

use super::Control;
use super::text::intents_text;
use crate::cli::{Change, Membership, Thread, Who};
use serde_json::json;
use std::collections::BTreeMap;

/// Changes people, the server, or what the simulator does, and says what has changed.
pub(super) async fn apply(control: &Control, change: Change) -> anyhow::Result<String> {
    let text = match change {
        Change::Presence {
            person,
            status,
            platforms,
            custom,
            playing,
        } => {
            let on: BTreeMap<_, _> = platforms.into_iter().collect();
            let shown = json!({
                "action": "presence", "user": person, "status": status, "on": on, "custom": custom,
                "playing": playing,
            });
            let shown = control.post("members", &shown).await?;
            let shown = shown["status"].as_str().unwrap_or("?");
            format!("{person} is {shown}.")
        }
        Change::Intents { grant, refuse } => {
            let change = json!({"granted": named(grant), "refused": named(refuse)});
            intents_text(&control.post("intents", &change).await?)
        }
        Change::Gateway { action } => {
            let action = action.name();
            control.post("gateway", &json!({"action": action})).await?;
            format!("The gateway: {action}.")
        }
        Change::Join { person, pending } => {
            let join = json!({"action": "join", "user": person, "pending": pending});
            control.post("members", &join).await?;
            format!("{person} joined.")
        }
        Change::AcceptRules { person } => {
            let accept = json!({"action": "accept_rules", "user": person});
            control.post("members", &accept).await?;
            format!("{person} accepted the rules.")
        }
        Change::Pending { person } => {
            let screen = json!({"action": "screen", "user": person});
            control.post("members", &screen).await?;
            format!("{person} has to accept the rules.")
        }
        Change::Voice { person, channel } => {
            let voice = json!({"action": "voice", "user": person, "channel": channel});
            control.post("members", &voice).await?;
            match channel {
                Some(channel) => format!("{person} is in {channel}."),
                None => format!("{person} left voice."),
            }
        }
        Change::Bot { action } => {
            let (action, done) = match action {
                Membership::Kick => ("kick_bot", "The bot was kicked."),
                Membership::Invite => ("invite_bot", "The bot was invited."),
            };
            control.post("server", &json!({"action": action})).await?;
            done.to_owned()
        }
        Change::Thread(change) => thread(control, change).await?,
        Change::DeleteChannel { channel } => {
            let delete = json!({"action": "delete_channel", "channel": channel});
            control.post("server", &delete).await?;
            format!("{channel} is deleted.")
        }
        Change::DeleteRole { role } => {
            let delete = json!({"action": "delete_role", "role": role});
            control.post("server", &delete).await?;
            format!("{role} is deleted.")
        }
        Change::Leave { person } => {
            let leave = json!({"action": "leave", "user": person});
            control.post("members", &leave).await?;
            format!("{person} left.")
        }
        Change::Slow {
            path,
            seconds,
            method,
            times,
        } => {
            let fault = json!({"kind": "slow", "seconds": seconds});
            let slow = json!({"method": method, "path": path, "fault": fault, "times": times});
            control.post("faults", &slow).await?;
            slowed(&path, seconds, times)
        }
        Change::Limits { preset } => {
            let preset = preset.name();
            control.post("limits", &json!({"preset": preset})).await?;
            format!("The limits: {preset}.")
        }
    };
    Ok(text)
}

/// The names of intents, of which `none` is none.
fn named(names: Option<Vec<String>>) -> Option<Vec<String>> {
    names.map(|names| names.into_iter().filter(|name| name != "none").collect())
}

fn slowed(path: &str, seconds: f64, times: u32) -> String {
    match times {
        1 => format!("The next request to {path} is answered {seconds} s late."),
        _ => format!("The next {times} requests to {path} are answered {seconds} s late."),
    }
}

/// Starts or changes a thread, and says what became of it.
async fn thread(control: &Control, change: Thread) -> anyhow::Result<String> {
    let (thread, action, done) = match change {
        Thread::Open {
            who: Who { person },
            channel,
            message,
            name,
        } => {
            let open = json!({"as": person, "channel": channel, "message": message, "name": name});
            control.post("threads", &open).await?;
            return Ok(format!("{name} is open in {channel}."));
        }
        Thread::Archive { thread } => (thread, "archive", "archived"),
        Thread::Reopen { thread } => (thread, "reopen", "open again"),
        Thread::Lock { thread } => (thread, "lock", "locked"),
        Thread::Unlock { thread } => (thread, "unlock", "unlocked"),
        Thread::Delete { thread } => (thread, "delete", "deleted"),
    };
    let body = json!({"thread": thread, "action": action});
    control.post("threads/change", &body).await?;
    Ok(format!("{thread} is {done}."))
}
