//! One shard, with what twilight leaves to its user.
//!
//! twilight reconnects and resumes by itself, but it waits for ever for a peer that never answers a
//! close, it reconnects without a pause when the gateway accepts and then drops it, and it keeps a
//! close that was asked for while it was disconnected.

use super::{Ended, events, parse, sessions::SavedShard};
use crate::{config::Error, respond, run::Bot};
use std::{sync::Arc, time::Duration};
use tokio::{
    task::{JoinError, JoinSet},
    time::{Instant, sleep, sleep_until, timeout},
};
use tokio_stream::StreamExt as _;
use tokio_util::sync::CancellationToken;
use twilight_gateway::{
    CloseFrame, Config, ConfigBuilder, Event, Intents, Message, Shard, ShardId,
};

/// Over two heartbeats, each of which Discord answers.
const SILENCE: Duration = Duration::from_secs(100);
/// How long Discord may take to answer our close.
const CLOSING: Duration = Duration::from_secs(2);
/// How long commands may go on after the stop.
const FAREWELL: Duration = Duration::from_secs(10);
/// Greetings without a session in a row, before the shard pauses.
const FLAPPING: u32 = 3;
/// The bot asked for an intent that its application may not have.
const DISALLOWED_INTENTS: u16 = 4014;

/// Runs one shard until the stop, or until Discord closes it for good.
pub(super) async fn run(
    id: ShardId,
    config: Config,
    saved: Option<SavedShard>,
    stop: CancellationToken,
    bot: Arc<Bot>,
) -> Ended {
    let mut life = Life {
        resuming_earlier_run: saved.is_some(),
        id,
        config,
        bot,
        stop,
        saved,
        commands: JoinSet::new(),
        greetings: 0,
    };
    let ended = loop {
        match life.connect_and_listen().await {
            Turn::Again => {}
            Turn::Ended(ended) => break ended,
        }
    };
    life.note(false);
    let finish = async { while life.commands.join_next().await.map(note_panic).is_some() {} };
    if timeout(FAREWELL, finish).await.is_err() {
        tracing::warn!(
            shard.id = id.number(),
            "commands were broken off by the stop"
        );
    }
    ended
}

struct Life {
    id: ShardId,
    config: Config,
    bot: Arc<Bot>,
    stop: CancellationToken,
    saved: Option<SavedShard>,
    commands: JoinSet<()>,
    /// HELLOs since the last READY or RESUMED.
    greetings: u32,
    resuming_earlier_run: bool,
}

enum Turn {
    /// With a fresh [`Shard`], which continues the saved session.
    Again,
    Ended(Ended),
}

impl Life {
    async fn connect_and_listen(&mut self) -> Turn {
        let mut shard = self.shard();
        let mut closing = false;
        let mut is_first_greeting = true;
        let mut close_code = 0;
        let mut deadline = Instant::now() + SILENCE;
        loop {
            let item = tokio::select! {
                biased;
                () = self.stop.cancelled(), if !closing => {
                    if !shard.state().is_identified() {
                        return Turn::Ended(Ok(self.keep(&shard)));
                    }
                    closing = true;
                    // 4000: the session survives, which 1000 would end.
                    shard.close(CloseFrame::RESUME);
                    deadline = Instant::now() + CLOSING;
                    continue;
                }
                () = sleep_until(deadline) => {
                    self.saved = self.keep(&shard);
                    if closing {
                        return Turn::Ended(Ok(self.saved.take()));
                    }
                    tracing::warn!(shard.id = self.id.number(), "the gateway fell silent");
                    self.note(false);
                    return Turn::Again;
                }
                Some(ended) = self.commands.join_next(), if !self.commands.is_empty() => {
                    note_panic(ended);
                    continue;
                }
                item = shard.next() => item,
            };
            if !closing {
                deadline = Instant::now() + SILENCE;
            }
            self.note(shard.state().is_identified());
            let event = match item {
                None => return self.closed_for_good(close_code),
                Some(Ok(Message::Close(_))) if closing => {
                    return Turn::Ended(Ok(self.keep(&shard)));
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
                Some(Ok(Message::Text(json))) => match parse::read(json) {
                    Some(event) => event,
                    None => continue,
                },
                Some(Err(error)) => {
                    // It reconnects by itself.
                    tracing::warn!(
                        shard.id = self.id.number(),
                        error = ?error.into_source(),
                        "the gateway cannot be reached"
                    );
                    continue;
                }
            };
            match &event {
                Event::Ready(_) => {
                    tracing::info!(shard.id = self.id.number(), "connected");
                    self.greetings = 0;
                    self.resuming_earlier_run = false;
                }
                Event::Resumed => {
                    tracing::info!(shard.id = self.id.number(), "resumed");
                    self.greetings = 0;
                    if std::mem::take(&mut self.resuming_earlier_run) {
                        events::catch_up(&self.bot);
                    }
                }
                Event::GatewayHello(_) => {
                    self.greetings += 1;
                    if self.greetings > FLAPPING && !is_first_greeting {
                        self.saved = self.keep(&shard);
                        drop(shard);
                        return self.pause().await;
                    }
                    is_first_greeting = false;
                }
                _ => {}
            }
            events::apply(&self.bot, &event);
            // Not before a new session's READY made it forget what the old one told.
            self.bot
                .voices
                .note(self.id.number(), shard.state().is_identified());
            if let Event::InteractionCreate(interaction) = event {
                self.commands
                    .spawn(respond::interaction(self.bot.clone(), interaction.0));
            }
        }
    }

    /// Says whether the shard is connected.
    fn note(&self, is_connected: bool) {
        self.bot.shards.note(self.id.number(), is_connected);
        if !is_connected {
            self.bot.voices.note(self.id.number(), false);
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

    fn keep(&self, shard: &Shard) -> Option<SavedShard> {
        Some(SavedShard {
            shard: self.id.number(),
            session: shard.session()?.clone(),
            resume_url: shard.resume_url().map(str::to_owned),
        })
    }

    /// Waits ever longer while the gateway accepts and then drops us.
    async fn pause(&self) -> Turn {
        self.note(false);
        let doublings = (self.greetings - FLAPPING - 1).min(6);
        let pause = Duration::from_secs(1 << doublings);
        tracing::warn!(
            shard.id = self.id.number(),
            pause_s = pause.as_secs(),
            "the gateway drops every connection"
        );
        tokio::select! {
            () = sleep(pause) => Turn::Again,
            () = self.stop.cancelled() => Turn::Ended(Ok(self.saved.clone())),
        }
    }

    fn closed_for_good(&mut self, code: u16) -> Turn {
        self.note(false);
        let privileged = self.config.intents() & Intents::GUILD_MEMBERS;
        if code == DISALLOWED_INTENTS && !privileged.is_empty() {
            tracing::warn!(
                "the Server Members intent is not switched on in the developer portal (Bot, Privileged Gateway \
                 Intents); going on without it, so members who leave or change go unnoticed"
            );
            self.bot.guilds.set_members_intent(false);
            self.config = without_members(&self.config);
            self.saved = None;
            return Turn::Again;
        }
        Turn::Ended(Err(match code {
            4004 => Error::InvalidToken,
            code => Error::GatewayClosed {
                code,
                advice: advice(code),
            },
        }))
    }
}

/// The same without the privileged intent; twilight cannot change it in place.
fn without_members(config: &Config) -> Config {
    let intents = config.intents() - Intents::GUILD_MEMBERS;
    let mut builder = ConfigBuilder::new(config.token().to_owned(), intents);
    if let Some(url) = config.proxy_url() {
        builder = builder.proxy_url(url.to_owned());
    }
    builder.queue(config.queue().clone()).build()
}

fn note_panic(ended: Result<(), JoinError>) {
    if let Err(error) = ended {
        tracing::error!(%error, "a command broke down");
    }
}

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
