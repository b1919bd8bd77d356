//! Everything in one process.

use super::parts::reachable;
use super::{parts, sim, sim_iracing};
use crate::environment::Variables;
use crate::{logging, secrets, signals, story};
use anyhow::Context;
use paddock_api_types::UserId;
use paddock_sim_discord::SimDiscord;
use secrecy::SecretString;
use std::io::{self, IsTerminal as _};
use std::net::SocketAddr;
use tokio_util::sync::CancellationToken;

pub(super) async fn run(variables: &Variables) -> anyhow::Result<()> {
    let iracing = if variables.simulates_discord() {
        sim_iracing::start(variables).await?
    } else {
        None
    };
    let (iracing, read_from) = iracing.unzip();
    let variables = read_from.as_ref().unwrap_or(variables);
    let discord = if variables.simulates_discord() {
        Some(sim::start_again(&variables.data_dir()).await?)
    } else {
        None
    };
    let signs_in = discord.as_ref();
    let signs_in = signs_in.and_then(|discord| sim::with_client(discord, variables));
    let variables = signs_in.as_ref().unwrap_or(variables);
    let (mut config, mut bot) = variables.both()?;
    if discord.is_some() && variables.get("PADDOCK_LOG").is_none() && io::stderr().is_terminal() {
        // A line for each request would carry away what a newcomer is shown.
        logging::start(&variables.with([("PADDOCK_LOG", "warn".to_owned())]))?;
    } else {
        logging::start(variables)?;
    }
    if discord.is_some() && config.root_admin_id.is_none() {
        config.root_admin_id = Some(owner());
    }
    // Keys of their own are the sign of somebody who has plans of their own.
    let is_first = config.secrets.bot_api_key.is_none() && secrets::are_none(&config.data_dir);
    let has_story = is_first && variables.get("SIM_STORY").is_none_or(|it| it != "off");
    let story = discord.as_ref().filter(|_| has_story);
    let api = parts::api(&mut config).await?;
    let data_dir = config.data_dir.clone();
    bot.api_key.clone_from(&config.secrets.bot_api_key);
    bot.api_url = Some(format!("http://{}", reachable(api.address)));
    if let Some(discord) = &discord {
        // Once the folder is ours: another Paddock may run in it.
        sim::announce(discord, &data_dir)?;
        bot.token = Some(SecretString::from(sim::TOKEN));
        bot.rest_proxy = Some(discord.rest_host());
        bot.gateway_url = Some(discord.gateway_url());
    }
    let address = api.address;
    let bot = parts::bot_config(bot, data_dir)?;
    let stop = signals::stop();
    // The bot stops first, so that the API still receives its last reports.
    let stop_api = CancellationToken::new();
    let api = tokio::spawn(api.run(stop_api.clone()));
    let bot = tokio::spawn(paddock_bot::run(bot, stop.clone()));
    let bot = async {
        welcome(discord.as_ref(), address).await;
        tokio::pin!(bot);
        let ended = tokio::select! {
            ended = &mut bot => ended,
            () = tell(story) => bot.await,
        };
        ended.context("the bot panicked")?.context("the bot failed")
    };
    let outcome = run_both(api, bot, stop, stop_api).await;
    if let Some(discord) = discord {
        discord.stop().await;
    }
    if let Some(iracing) = iracing {
        iracing.stop().await;
    }
    outcome
}

/// Runs until both parts have ended; when one fails, the other is stopped.
async fn run_both(
    mut api: tokio::task::JoinHandle<anyhow::Result<()>>,
    bot: impl Future<Output = anyhow::Result<()>>,
    stop: CancellationToken,
    stop_api: CancellationToken,
) -> anyhow::Result<()> {
    tokio::pin!(bot);
    tokio::select! {
        bot = &mut bot => {
            stop_api.cancel();
            let api = api.await.context("the API panicked")?;
            bot.and(api)
        }
        api = &mut api => {
            stop.cancel();
            let bot = bot.await;
            api.context("the API panicked")?.and(bot)
        }
    }
}

fn owner() -> UserId {
    UserId::try_from(paddock_sim_discord::OWNER_ID).expect("the seed has real ids")
}

/// Has the people of the simulated Discord play their season up to today, on the first start.
async fn tell(story: Option<&SimDiscord>) {
    if let Some(discord) = story {
        story::play(discord).await;
        let page = discord.page_url();
        super::print(&format!(
            "Paddock Test Track has played its Winter Cup up to today. Look at it: {page}\n"
        ))
        .ok();
    }
}

/// Prints the next step for a newcomer.
async fn welcome(discord: Option<&SimDiscord>, api: SocketAddr) {
    let api = reachable(api);
    let text = match discord {
        None => format!("Paddock runs. The API is documented at http://{api}/docs\n"),
        Some(discord) => {
            if discord.wait_commands().await.is_err() {
                tracing::warn!("the bot has not registered its commands yet");
            }
            let page = discord.page_url();
            format!(
                "\n\
                 Paddock runs, with a simulated Discord (set DISCORD_BOT_TOKEN for the real one).\n\n  \
                   Play with it: {page}\n\n\
                 A guided road in that page leads through everything. The same from a second\n\
                 terminal, in this folder:\n\n  \
                   cargo run -q -- sim say --as ada \"/register name:Ada Lovelace\"\n  \
                   cargo run -q -- sim say --as owner \"/verify member:@ada\"\n  \
                   cargo run -q -- sim say --as ada \"/help\"\n\n\
                 Pages in a browser, signed in as one of its people: http://{api}/\n\
                 The API, to read and to try out: http://{api}/docs\n\n\
                 Ctrl-C stops; what you did is still there when you start again.\n"
            )
        }
    };
    super::print(&text).ok();
}
