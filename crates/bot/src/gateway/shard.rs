//! One shard, with what twilight leaves to its user.
//!
//! twilight reconnects and resumes by itself, but it waits forever for a peer that never answers a
//! close, it reconnects without a pause when the gateway accepts and then drops it, and it keeps a
//! close that was requested while it was disconnected.

use super::{events, parse, sessions::SavedShard};
use crate::{bot::Bot, config::Error, dispatch::Dispatch, respond, tasks::Tasks};
use std::{sync::Arc, time::Duration};
use tokio::time::{Instant, sleep, sleep_until};
use tokio_stream::StreamExt as _;
use tokio_util::sync::CancellationToken;
use twilight_gateway::{
    CloseFrame, Config, ConfigBuilder, Event, Intents, Message, Shard, ShardId,
};

/// How long the gateway may send nothing: more than two heartbeats, each of which Discord answers.
const SILENCE_TIMEOUT: Duration = Duration::from_secs(100);
/// How long Discord may take to answer our close.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(2);
/// How long commands may go on once the bot stops.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(10);
/// Consecutive HELLOs without a session before the shard pauses.
const MAX_HELLOS: u32 = 3;
/// Discord's close code for an intent that the application may not have.
const DISALLOWED_INTENTS: u16 = 4014;

/// What a shard leaves behind: its session, unless it never had one or may not keep it.
pub(super) type Ended = Result<Option<SavedShard>, Error>;

/// Runs one shard until the bot stops, or until Discord closes it for good.
pub(super) async fn run(
    id: ShardId,
    config: Config,
    saved: Option<SavedShard>,
    stop: CancellationToken,
    bot: Arc<Bot>,
    dispatch: Arc<Dispatch>,
) -> Ended {
    let mut runner = ShardRunner {
        resuming_earlier_run: saved.is_some(),
        id,
        config,
        bot,
        dispatch,
        stop,
        saved,
        commands: Tasks::new("command"),
        hellos: 0,
    };
    let ended = loop {
        match runner.connect_and_listen().await {
            Next::Reconnect => {}
            Next::End(ended) => break ended,
        }
    };
    runner.set_connected(false);
    runner.commands.shut_down(SHUTDOWN_TIMEOUT).await;
    ended
}

struct ShardRunner {
    id: ShardId,
    /// With the intents of the session, or of the next one.
    config: Config,
    bot: Arc<Bot>,
    dispatch: Arc<Dispatch>,
    stop: CancellationToken,
    saved: Option<SavedShard>,
    commands: Tasks,
    /// HELLOs since the last READY or RESUMED.
    hellos: u32,
    resuming_earlier_run: bool,
}

/// What follows a connection.
enum Next {
    /// Another one, by a new [`Shard`] that continues the saved session.
    Reconnect,
    End(Ended),
}

impl ShardRunner {
    async fn connect_and_listen(&mut self) -> Next {
        let mut shard = self.shard();
        let mut closing = false;
        let mut is_first_hello = true;
        let mut intents = self.bot.intents.watch();
        let has = self.config.intents();
        let mut close_code = 0;
        let mut deadline = Instant::now() + SILENCE_TIMEOUT;
        loop {
            let item = tokio::select! {
                biased;
                () = self.stop.cancelled(), if !closing => {
                    if !shard.state().is_identified() {
                        return Next::End(Ok(self.session(&shard)));
                    }
                    closing = true;
                    // 4000: the session survives, which 1000 would end.
                    shard.close(CloseFrame::RESUME);
                    deadline = Instant::now() + CLOSE_TIMEOUT;
                    continue;
                }
                () = sleep_until(deadline) => {
                    self.saved = self.session(&shard);
                    if closing {
                        return Next::End(Ok(self.saved.take()));
                    }
                    tracing::warn!(shard.id = self.id.number(), "the gateway has stopped sending");
                    self.set_connected(false);
                    return Next::Reconnect;
                }
                _ = intents.wait_for(|grants| !has.contains(grants.asked())), if !closing => {
                    // A session keeps the intents with which it began.
                    return self.begin_anew();
                }
                _ = self.commands.reap_next(), if !self.commands.is_empty() => continue,
                item = shard.next() => item,
            };
            if !closing {
                deadline = Instant::now() + SILENCE_TIMEOUT;
            }
            self.set_connected(shard.state().is_identified());
            let event = match item {
                None => return self.closed_for_good(close_code).await,
                Some(Ok(Message::Close(_))) if closing => {
                    return Next::End(Ok(self.session(&shard)));
                }
                Some(Ok(Message::Close(frame))) => {
                    close_code = frame.map_or(0, |frame| frame.code);
                    tracing::info!(
                        shard.id = self.id.number(),
                        close.code = close_code,
                        "the gateway closed the connection"
                    );
                    continue;
                }
                Some(Ok(Message::Text(json))) if self.bot.presences.receive(&json) => continue,
                Some(Ok(Message::Text(json))) => match parse::read(json) {
                    Some(event) => event,
                    None => continue,
                },
                Some(Err(error)) => {
                    // twilight reconnects by itself.
                    tracing::warn!(
                        shard.id = self.id.number(),
                        error = ?error.into_source(),
                        "the gateway cannot be reached"
                    );
                    continue;
                }
            };
            if let Event::Ready(_) | Event::Resumed = &event {
                let intents = self.config.intents();
                let (presences, shard) = (&self.bot.presences, &shard);
                presences.connected(self.id.number(), shard.sender(), intents);
            }
            match &event {
                Event::Ready(_) => {
                    tracing::info!(shard.id = self.id.number(), "connected");
                    self.hellos = 0;
                    self.resuming_earlier_run = false;
                }
                Event::Resumed => {
                    tracing::info!(shard.id = self.id.number(), "resumed");
                    self.hellos = 0;
                    if std::mem::take(&mut self.resuming_earlier_run) {
                        events::catch_up(&self.bot);
                    }
                }
                Event::GatewayHello(_) => {
                    self.hellos += 1;
                    if self.hellos > MAX_HELLOS && !is_first_hello {
                        self.saved = self.session(&shard);
                        drop(shard);
                        return self.pause().await;
                    }
                    is_first_hello = false;
                }
                _ => {}
            }
            self.apply(event, shard.state().is_identified());
        }
    }

    /// Applies an event to what is remembered, and starts the handler of an interaction.
    fn apply(&mut self, event: Event, is_identified: bool) {
        events::apply(&self.bot, &event);
        // Only after a new session's READY has discarded the voice states of the old one.
        self.bot
            .voices
            .set_connected(self.id.number(), is_identified);
        if let Event::InteractionCreate(interaction) = event {
            let (bot, dispatch) = (self.bot.clone(), self.dispatch.clone());
            self.commands
                .spawn(respond::interaction(bot, dispatch, interaction.0));
        }
    }

    /// Records whether the shard is connected.
    fn set_connected(&self, is_connected: bool) {
        self.bot
            .shards
            .set_connected(self.id.number(), is_connected);
        if !is_connected {
            self.bot.voices.set_connected(self.id.number(), false);
            self.bot.presences.disconnected(self.id.number());
        }
    }

    fn shard(&mut self) -> Shard {
        // A clone shares the TLS context and the queue of identifies.
        let mut builder = ConfigBuilder::from(self.config.clone());
        if let Some(saved) = self.saved.take() {
            builder = builder.session(saved.session);
            if let Some(url) = saved.resume_url {
                builder = builder.resume_url(url);
            }
        }
        Shard::with_config(self.id, builder.build())
    }

    /// The session as it can be resumed later, if there is one.
    fn session(&self, shard: &Shard) -> Option<SavedShard> {
        Some(SavedShard {
            shard: self.id.number(),
            intents: self.config.intents().bits(),
            session: shard.session()?.clone(),
            resume_url: shard.resume_url().map(str::to_owned),
        })
    }

    /// Waits longer each time the gateway accepts a connection and then drops it.
    async fn pause(&self) -> Next {
        self.set_connected(false);
        let doublings = (self.hellos - MAX_HELLOS - 1).min(6);
        let pause = Duration::from_secs(1 << doublings);
        tracing::warn!(
            shard.id = self.id.number(),
            pause_s = pause.as_secs(),
            "the gateway drops every connection"
        );
        tokio::select! {
            () = sleep(pause) => Next::Reconnect,
            () = self.stop.cancelled() => Next::End(Ok(self.saved.clone())),
        }
    }

    /// Begins a session with the intents that Discord grants now.
    fn begin_anew(&mut self) -> Next {
        self.config = with_intents(&self.config, self.bot.intents.asked());
        self.saved = None;
        self.set_connected(false);
        Next::Reconnect
    }

    /// Gives up an intent that Discord refused; `false` when there is none to give up.
    async fn give_up_intents(&self) -> bool {
        // The flags may say by now which one it is.
        let reading = self.bot.discord.flags();
        match self.stop.run_until_cancelled(reading).await {
            Some(Ok(flags)) => self.bot.intents.set_flags(flags),
            Some(Err(fault)) => {
                tracing::warn!(%fault, "Discord does not say which intents we have");
            }
            None => {}
        }
        let used = self.config.intents();
        let is_less = self.bot.intents.give_up(used);
        if is_less {
            let missing = used - self.bot.intents.asked();
            tracing::warn!(
                intents = ?missing,
                "Discord refuses intents, which are switched on in the developer portal (Bot, Privileged \
                 Gateway Intents); going on without them, and /checkup says what does not work"
            );
        }
        is_less
    }

    async fn closed_for_good(&mut self, code: u16) -> Next {
        self.set_connected(false);
        if code == DISALLOWED_INTENTS && self.give_up_intents().await {
            return self.begin_anew();
        }
        Next::End(Err(match code {
            4004 => Error::InvalidToken,
            code => Error::GatewayClosed {
                code,
                advice: advice(code),
            },
        }))
    }
}

/// The configuration with other intents; twilight cannot change them in place.
fn with_intents(config: &Config, intents: Intents) -> Config {
    let mut builder = ConfigBuilder::new(config.token().to_owned(), intents);
    if let Some(url) = config.proxy_url() {
        builder = builder.proxy_url(url.to_owned());
    }
    builder.queue(config.queue().clone()).build()
}

/// What an operator can do about a close code after which Discord accepts no other connection.
fn advice(code: u16) -> &'static str {
    match code {
        4010 | 4011 => "Discord wants another number of shards; start the bot again",
        4012 => "this version of the gateway is gone; update Paddock",
        4013 => "Discord does not know an intent that was asked for; update Paddock",
        4014 => {
            "an intent is not switched on in the developer portal (Bot, Privileged Gateway Intents)"
        }
        _ => {
            "start the bot again; if that does not help, look the code up in Discord's documentation"
        }
    }
}
