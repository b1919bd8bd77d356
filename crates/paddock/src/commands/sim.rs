//! The simulated Discord: runs it, or acts as one of its people over its control API.

mod change;
mod text;

use crate::cli::{Act, Sim, Who};
use crate::environment::Variables;
use crate::{logging, secrets, signals};
use anyhow::{Context, bail};
use paddock_sim_discord::{Options, SimDiscord};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;
use text::{list, messages_text, people_text, reply_text};

/// The token that the simulator accepts from the bot.
pub(super) const TOKEN: &str = "sim.bot.token";
/// File to which a running simulator writes its address.
const ADDRESS_FILE: &str = "simulator";

pub(super) async fn run(variables: &Variables, sim: Sim) -> anyhow::Result<()> {
    let data_dir = variables.data_dir();
    let text = match sim {
        Sim::Serve {
            listen,
            local_files,
        } => {
            logging::start(variables)?;
            return serve(&data_dir, listen, local_files).await;
        }
        Sim::Act(act) => perform(&Control::find(&data_dir)?, act).await?,
        Sim::Change(change) => change::apply(&Control::find(&data_dir)?, change).await?,
    };
    super::print(text.trim_end())
}

/// Does what a person does, and says what comes of it.
async fn perform(control: &Control, act: Act) -> anyhow::Result<String> {
    Ok(match act {
        Act::Say {
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
        Act::Press {
            who: Who { person },
            message,
            fields,
            button,
        } => {
            let press = json!({"as": person, "message": message, "custom_id": button});
            let reply = control.post("press", &press).await?;
            reply_text(&control.fill_in(&person, reply, &fields).await?)
        }
        Act::Complete {
            who: Who { person },
            text,
        } => reply_text(
            &control
                .post("autocomplete", &json!({"as": person, "text": text}))
                .await?,
        ),
        Act::Messages {
            person: Some(person),
            ..
        } => messages_text(&control.get(&["users", &person, "messages"]).await?),
        Act::Messages { channel, .. } => {
            let channel = channel.trim_start_matches('#');
            messages_text(&control.get(&["channels", channel, "messages"]).await?)
        }
        Act::People => people_text(&control.get(&[]).await?),
    })
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

/// Starts the simulator. With `local_files`, any program can fetch the files that are given to commands; without, only
/// one that is told where the simulator is.
pub(super) async fn start(listen: SocketAddr, local_files: bool) -> anyhow::Result<SimDiscord> {
    if !listen.ip().is_loopback() {
        bail!("the simulator asks nobody for a password, so it listens on this machine only");
    }
    // An unknown request should fail a test, but not stop a simulator that people use.
    let options = Options {
        listen,
        local_files,
        strict: false,
        ..Options::default()
    };
    let started = SimDiscord::start(options).await;
    started.context("could not start the simulator")
}

/// Starts the simulator where it was when it last ran with this folder, so that a page that is still open finds it again;
/// elsewhere if that port is taken.
pub(super) async fn start_again(data_dir: &Path) -> anyhow::Result<SimDiscord> {
    let any = SocketAddr::from(([127, 0, 0, 1], 0));
    if let Some(last) = last_address(data_dir)
        && let Ok(started) = start(last, false).await
    {
        return Ok(started);
    }
    start(any, false).await
}

/// Where [`announce`] says that the simulator is or was.
fn last_address(data_dir: &Path) -> Option<SocketAddr> {
    let url = std::fs::read_to_string(data_dir.join(ADDRESS_FILE)).ok()?;
    let url = reqwest::Url::parse(url.trim()).ok()?;
    url.socket_addrs(|| None).ok()?.pop()
}

/// Writes the simulator's address to where [`Control::find`] reads it.
pub(super) fn announce(discord: &SimDiscord, data_dir: &Path) -> anyhow::Result<()> {
    secrets::create_dir(data_dir)?;
    std::fs::write(data_dir.join(ADDRESS_FILE), discord.control_url())
        .context("could not store the simulator's address")
}

async fn serve(data_dir: &Path, listen: SocketAddr, local_files: bool) -> anyhow::Result<()> {
    let discord = start(listen, local_files).await?;
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
        let url = std::fs::read_to_string(data_dir.join(ADDRESS_FILE)).context(
            "no simulator has run here; start `paddock` in this folder first, with the same \
                 PADDOCK_DATA_DIR if you set one",
        )?;
        // A reply may be deferred, and be edited in much later.
        let http = reqwest::Client::builder()
            .timeout(Duration::from_secs(30))
            .build()?;
        Ok(Self {
            http,
            url: url.trim().to_owned(),
        })
    }

    /// Names of people, channels and threads are segments of the path, whatever they consist of.
    async fn get(&self, path: &[&str]) -> anyhow::Result<Value> {
        let mut url = reqwest::Url::parse(&self.url)?;
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.extend(path);
        }
        read(self.http.get(url).send().await).await
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
    let response = sent.context(
        "the simulator does not answer; is `paddock` still running, with the same PADDOCK_DATA_DIR?",
    )?;
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
