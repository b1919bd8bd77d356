//! The simulated Discord: runs it, or acts as one of its people over its control API.

use crate::cli::{Membership, Sim, Who};
use crate::environment::Variables;
use crate::{logging, secrets, signals};
use anyhow::{Context, bail};
use paddock_sim_discord::{Options, SimDiscord};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The token that the simulator accepts from the bot.
pub(super) const TOKEN: &str = "sim.bot.token";
/// File to which a running simulator writes its address.
const ADDRESS_FILE: &str = "simulator";

pub(super) async fn run(variables: &Variables, sim: Sim) -> anyhow::Result<()> {
    if let Sim::Serve { listen } = sim {
        logging::start(variables)?;
        return serve(&variables.data_dir(), listen).await;
    }
    let control = Control::find(&variables.data_dir())?;
    let text = match sim {
        Sim::Say {
            who: Who { person },
            channel,
            files,
            fields,
            text,
        } => {
            let files = attached(&files)?;
            let typed = json!({"as": person, "channel": channel, "text": text, "files": files});
            let said = control.post("say", &typed).await?;
            reply_text(&control.fill_in(&person, said, &fields).await?)
        }
        Sim::Press {
            who: Who { person },
            message,
            fields,
            button,
        } => {
            let press = json!({"as": person, "message": message, "custom_id": button});
            let reply = control.post("press", &press).await?;
            reply_text(&control.fill_in(&person, reply, &fields).await?)
        }
        Sim::Complete {
            who: Who { person },
            text,
        } => reply_text(
            &control
                .post("autocomplete", &json!({"as": person, "text": text}))
                .await?,
        ),
        Sim::Messages {
            person: Some(person),
            ..
        } => messages_text(&control.get(&format!("/users/{person}/messages")).await?),
        Sim::Messages { channel, .. } => messages_text(
            &control
                .get(&format!(
                    "/channels/{}/messages",
                    channel.trim_start_matches('#')
                ))
                .await?,
        ),
        Sim::People => people_text(&control.get("").await?),
        change => apply(&control, change).await?,
    };
    super::print(text.trim_end())
}

/// Changes people, the server, or what the simulator does, and says what has changed.
async fn apply(control: &Control, change: Sim) -> anyhow::Result<String> {
    let text = match change {
        Sim::Presence {
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
        Sim::Intents { grant, refuse } => {
            let names = |names: Option<Vec<String>>| {
                names.map(|names| names.into_iter().filter(|name| name != "none").collect())
            };
            let (granted, refused): (Option<Vec<_>>, Option<Vec<_>>) =
                (names(grant), names(refuse));
            let change = json!({"granted": granted, "refused": refused});
            intents_text(&control.post("intents", &change).await?)
        }
        Sim::Gateway { action } => {
            let action = action.name();
            control.post("gateway", &json!({"action": action})).await?;
            format!("The gateway: {action}.")
        }
        Sim::Join { person, pending } => {
            let join = json!({"action": "join", "user": person, "pending": pending});
            control.post("members", &join).await?;
            format!("{person} joined.")
        }
        Sim::AcceptRules { person } => {
            let accept = json!({"action": "accept_rules", "user": person});
            control.post("members", &accept).await?;
            format!("{person} accepted the rules.")
        }
        Sim::Voice { person, channel } => {
            let voice = json!({"action": "voice", "user": person, "channel": channel});
            control.post("members", &voice).await?;
            match channel {
                Some(channel) => format!("{person} is in {channel}."),
                None => format!("{person} left voice."),
            }
        }
        Sim::Bot { action } => {
            let (action, done) = match action {
                Membership::Kick => ("kick_bot", "The bot was kicked."),
                Membership::Invite => ("invite_bot", "The bot was invited."),
            };
            control.post("server", &json!({"action": action})).await?;
            done.to_owned()
        }
        Sim::DeleteChannel { channel } => {
            let delete = json!({"action": "delete_channel", "channel": channel});
            control.post("server", &delete).await?;
            format!("{channel} is deleted.")
        }
        Sim::DeleteRole { role } => {
            let delete = json!({"action": "delete_role", "role": role});
            control.post("server", &delete).await?;
            format!("{role} is deleted.")
        }
        Sim::Leave { person } => {
            let leave = json!({"action": "leave", "user": person});
            control.post("members", &leave).await?;
            format!("{person} left.")
        }
        Sim::Serve { .. }
        | Sim::Say { .. }
        | Sim::Press { .. }
        | Sim::Complete { .. }
        | Sim::Messages { .. }
        | Sim::People => unreachable!("these change nothing by themselves"),
    };
    Ok(text)
}

/// What an operator sets who has a client at Discord, with which people sign in.
const CLIENT: [&str; 3] = [
    "DISCORD_CLIENT_ID",
    "DISCORD_CLIENT_SECRET",
    "DISCORD_OAUTH_URL",
];

/// The configuration by which people sign in at the simulator, unless somebody has set another client.
pub(super) fn with_client(discord: &SimDiscord, variables: &Variables) -> Option<Variables> {
    if CLIENT.iter().any(|key| variables.get(key).is_some()) {
        return None;
    }
    let options = Options::default();
    let values = [
        options.client_id,
        options.client_secret,
        discord.oauth_url(),
    ];
    Some(variables.with(CLIENT.into_iter().zip(values)))
}

/// Starts the simulator.
pub(super) async fn start(listen: SocketAddr) -> anyhow::Result<SimDiscord> {
    if !listen.ip().is_loopback() {
        bail!("the simulator asks nobody for a password, so it listens on this machine only");
    }
    // An unknown request should fail a test, but not stop a simulator that people use.
    let options = Options {
        listen,
        strict: false,
        ..Options::default()
    };
    let started = SimDiscord::start(options).await;
    started.context("could not start the simulator")
}

/// Writes the simulator's address to where [`Control::find`] reads it.
pub(super) fn announce(discord: &SimDiscord, data_dir: &Path) -> anyhow::Result<()> {
    secrets::create_dir(data_dir)?;
    std::fs::write(data_dir.join(ADDRESS_FILE), discord.control_url())
        .context("could not store the simulator's address")
}

async fn serve(data_dir: &Path, listen: SocketAddr) -> anyhow::Result<()> {
    let discord = start(listen).await?;
    announce(&discord, data_dir)?;
    let host = discord.rest_host();
    // A hint for people, on which the simulator does not depend.
    super::print(&format!(
        "The simulated Discord listens on {host}. Play with it: {}\nA bot finds it with\n\n  \
           DISCORD_BOT_TOKEN={TOKEN} DISCORD_REST_PROXY={host} DISCORD_GATEWAY_URL={}\n",
        discord.page_url(),
        discord.gateway_url()
    ))
    .ok();
    signals::stop().cancelled().await;
    discord.stop().await;
    Ok(())
}

/// The control API of a running simulator.
struct Control {
    http: reqwest::Client,
    url: String,
}

impl Control {
    fn find(data_dir: &Path) -> anyhow::Result<Self> {
        let url = std::fs::read_to_string(data_dir.join(ADDRESS_FILE))
            .context("no simulator has run here; start `paddock` in this folder first")?;
        // A reply may be deferred, and be edited in much later.
        let http = reqwest::Client::builder()
            .timeout(Duration::from_secs(30))
            .build()?;
        Ok(Self {
            http,
            url: url.trim().to_owned(),
        })
    }

    async fn get(&self, path: &str) -> anyhow::Result<Value> {
        read(self.http.get(format!("{}{path}", self.url)).send().await).await
    }

    /// Fills in the form that a reply is and sends it, where there is something to fill in.
    async fn fill_in(
        &self,
        person: &str,
        reply: Value,
        fields: &[(String, String)],
    ) -> anyhow::Result<Value> {
        if fields.is_empty() {
            return Ok(reply);
        }
        if reply["modal"].is_null() {
            bail!("what came back is no form:\n{}", reply_text(&reply));
        }
        let values = filled_in(&reply["modal"], fields)?;
        let form = json!({"as": person, "interaction": reply["interaction_id"], "values": values});
        self.post("modal", &form).await
    }

    async fn post(&self, path: &str, body: &Value) -> anyhow::Result<Value> {
        read(
            self.http
                .post(format!("{}/{path}", self.url))
                .json(body)
                .send()
                .await,
        )
        .await
    }
}

async fn read(sent: reqwest::Result<reqwest::Response>) -> anyhow::Result<Value> {
    let response = sent.context("the simulator does not answer; is `paddock` still running?")?;
    let failed = !response.status().is_success();
    let answer: Value = response
        .json()
        .await
        .context("the simulator's answer is not JSON")?;
    if failed {
        bail!(
            "{}",
            answer["error"].as_str().unwrap_or("the simulator refused")
        );
    }
    Ok(answer)
}

/// Texts by the `custom_id` of the fields of a form, which are named by that or by their label.
fn filled_in(
    form: &Value,
    fields: &[(String, String)],
) -> anyhow::Result<BTreeMap<String, String>> {
    let known = list(&form["fields"]);
    let text = |field: &Value, key: &str| field[key].as_str().unwrap_or_default().to_owned();
    let found = fields.iter().map(|(name, value)| {
        let named = known.iter().find(|field| {
            let is = |key| text(field, key).eq_ignore_ascii_case(name);
            is("custom_id") || is("label")
        });
        let ids: Vec<_> = known.iter().map(|field| text(field, "custom_id")).collect();
        let field = named
            .with_context(|| format!("the form has no field {name}; it has {}", ids.join(", ")))?;
        Ok((text(field, "custom_id"), value.clone()))
    });
    found.collect()
}

/// Files by their names, with their text.
fn attached(files: &[PathBuf]) -> anyhow::Result<BTreeMap<String, String>> {
    let read = files.iter().map(|file| {
        let name = file.file_name().and_then(|name| name.to_str());
        let name = name.with_context(|| format!("{} is no file", file.display()))?;
        let text = std::fs::read_to_string(file)
            .with_context(|| format!("could not read {}", file.display()))?;
        Ok((name.to_owned(), text))
    });
    read.collect()
}

fn reply_text(reply: &Value) -> String {
    let text = reply["text"].as_str().unwrap_or_default();
    let form = if reply["modal"].is_null() {
        ""
    } else {
        "\n(fill it in by the same command with --field NAME=TEXT)"
    };
    format!("{text}{}{form}", press_hint(reply, "message_id"))
}

/// How to press the buttons of a message, where it has any.
fn press_hint(message: &Value, id: &str) -> String {
    let has_buttons = !list(&message["components"]).is_empty();
    match message[id].as_str().filter(|_| has_buttons) {
        Some(id) => format!("\n(press with: sim press --as … --message {id} \"Label\")"),
        None => String::new(),
    }
}

fn messages_text(messages: &Value) -> String {
    let messages = list(messages);
    if messages.is_empty() {
        return "No messages.".to_owned();
    }
    let texts = messages.iter().map(|message| {
        let author = message["author"]["username"].as_str().unwrap_or("?");
        let text = message["text"].as_str().unwrap_or_default();
        format!("{author}: {text}{}", press_hint(message, "id"))
    });
    texts.collect::<Vec<_>>().join("\n")
}

fn people_text(overview: &Value) -> String {
    let lines = list(&overview["users"]).iter().map(|person| {
        let name = person["username"].as_str().unwrap_or("?");
        let roles = list(&person["roles"]).iter();
        let roles: Vec<_> = roles.filter_map(Value::as_str).collect();
        if roles.is_empty() {
            name.to_owned()
        } else {
            format!("{name} ({})", roles.join(", "))
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn intents_text(intents: &Value) -> String {
    let lines = [
        ("granted", "switched on"),
        ("limited", "of them without a review"),
        ("refused", "refused by the gateway"),
    ];
    let lines = lines.map(|(key, what)| {
        let names: Vec<_> = list(&intents[key])
            .iter()
            .filter_map(Value::as_str)
            .collect();
        let names = if names.is_empty() {
            "none".to_owned()
        } else {
            names.join(", ")
        };
        format!("{what}: {names}")
    });
    lines.join("\n")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}
