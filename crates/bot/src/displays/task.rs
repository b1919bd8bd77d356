//! One display: the message of one session, from its first code to how check-in ended.

use super::{
    plan::{self, DisplayState, DisplayUpdate},
    retry::{LONGEST_OUTAGE_PAUSE, RetryState, is_refusal},
};
use crate::{
    answer::Reply,
    bot::Bot,
    discord::{Fault, send, send_before},
    expected,
    ids::ToDiscord as _,
    messages::{self, UNKNOWN_MESSAGE},
};
use paddock_api_client::Error;
use paddock_api_types::{
    AttendanceSessionId, ChannelId, GuildId, MessageId, Timestamp,
    attendance::{AttendanceDisplay, ReportDisplay},
};
use serde_json::Value;
use std::{future::IntoFuture as _, sync::Arc, time::Duration};
use tokio::{
    sync::watch,
    time::{Instant, sleep_until, timeout},
};
use tokio_util::sync::CancellationToken;
use tracing::Instrument as _;

/// Discord's code for a message that is too old for more edits.
const TOO_OLD: u64 = 30046;
/// How long something may be tried that does not expire.
const RETRY_BUDGET: Duration = Duration::from_secs(10);
/// How long a report may take, so that an API that hangs does not hold up a code.
const REPORT_TIMEOUT: Duration = Duration::from_secs(2);
/// How long the edit may take that only hides a code.
const HIDE_TIMEOUT: Duration = Duration::from_secs(2);
/// How long to wait for the API's new counts before the old ones are shown.
const RECOUNT_WAIT: Duration = Duration::from_secs(5);
/// When to look again where nothing is expected to change.
const IDLE: Duration = Duration::from_hours(1);

/// Keeps one message up to date.
pub(super) struct DisplayTask {
    bot: Arc<Bot>,
    guild: GuildId,
    session: AttendanceSessionId,
    channel: ChannelId,
    message: Message,
    /// The content of the message, as far as it is certain.
    shown: Option<Reply>,
    /// When the latest code that was shown began.
    code_started_at: Timestamp,
    /// The message that the API has stored.
    reported: Option<MessageId>,
    /// Messages that were replaced and still have to be deleted.
    replaced: Vec<MessageId>,
    retry: RetryState,
    /// Whether the API has received, at the end, who was expected.
    is_counted: bool,
}

/// The message of a display.
#[derive(Debug, Clone, Copy)]
enum Message {
    Posted(MessageId),
    /// Not posted yet, or deleted by somebody: then with its former id.
    Missing(Option<MessageId>),
}

impl DisplayTask {
    pub(super) fn new(bot: Arc<Bot>, update: &DisplayUpdate) -> Self {
        let display = &update.display;
        let message = display.message_id;
        Self {
            bot,
            guild: display.guild_id,
            session: display.session.id,
            channel: display.session.display_channel_id,
            message: message.map_or(Message::Missing(None), Message::Posted),
            shown: None,
            code_started_at: Timestamp::MIN,
            reported: message,
            replaced: Vec::new(),
            retry: RetryState::default(),
            is_counted: false,
        }
    }

    /// Runs until the end of the session is shown or the bot stops.
    pub(super) async fn run(
        self,
        updates: watch::Receiver<DisplayUpdate>,
        stop: CancellationToken,
    ) {
        let span = tracing::info_span!(
            "display",
            guild.id = self.guild.get(),
            attendance_session.id = self.session.get(),
        );
        self.follow(updates, stop).instrument(span).await;
    }

    async fn follow(
        mut self,
        mut updates: watch::Receiver<DisplayUpdate>,
        stop: CancellationToken,
    ) {
        loop {
            let latest = updates.borrow_and_update().clone();
            let Some(until) = self.refresh(&latest).await else {
                return;
            };
            tokio::select! {
                biased;
                () = stop.cancelled() => return self.leave(&latest).await,
                () = sleep_until(until) => {}
                changed = updates.changed() => if changed.is_err() { return },
            }
        }
    }

    /// Brings the message up to date; gives the moment of the next look, or `None` after the last.
    async fn refresh(&mut self, update: &DisplayUpdate) -> Option<Instant> {
        if let Some(until) = self.retry.until() {
            return Some(until);
        }
        let display = &update.display;
        let now = update.clock.time(Instant::now());
        let now = plan::tolerate_jitter(now, self.code_started_at);
        let state = match DisplayState::at(display, now) {
            DisplayState::Ended => DisplayState::Ended,
            _ if update.is_gone => DisplayState::Over,
            state => state,
        };
        if let DisplayState::Code(code) = state {
            self.code_started_at = code.starts_at;
        }
        if state == DisplayState::Ended && self.request_recount(display).await {
            return Some(Instant::now() + RECOUNT_WAIT);
        }
        let until = state.until(display).map(|end| update.clock.moment(end));
        let deadline = until.unwrap_or_else(|| Instant::now() + RETRY_BUDGET);
        let shown = self.show(display, state, now, deadline).await;
        self.delete_replaced().await;
        match shown {
            Ok(()) => self.retry.succeeded(),
            // Nobody would see another try.
            Err(fault)
                if is_refusal(&fault) && (state == DisplayState::Ended || update.is_gone) =>
            {
                tracing::warn!(%fault, "the end of a session cannot be shown");
            }
            Err(fault) if !is_refusal(&fault) && until.is_some_and(|end| end <= Instant::now()) => {
                tracing::info!(%fault, "a code expired before it could be shown");
                return Some(Instant::now());
            }
            Err(fault) => return Some(self.retry.failed(fault)),
        }
        let is_clean = self.replaced.is_empty();
        match (state, self.message) {
            _ if update.is_gone && is_clean => return None,
            _ if update.is_gone => {}
            (DisplayState::Ended, _) if is_clean => {
                if self.report_end(display.version).await {
                    return None;
                }
            }
            (_, Message::Posted(message)) => {
                let report = ReportDisplay {
                    message_id: Some(message),
                    ..ReportDisplay::default()
                };
                if self.reported != Some(message) && self.report(report).await {
                    self.reported = Some(message);
                }
                // Posted by an earlier call, with what was to be shown then.
                if self.shown.is_none() && is_clean {
                    return Some(Instant::now());
                }
            }
            (_, Message::Missing(_)) => {}
        }
        let later = Instant::now() + if is_clean { IDLE } else { LONGEST_OUTAGE_PAUSE };
        Some(until.map_or(later, |end| end.min(later)))
    }

    /// Reports once who was expected, so that the API can count who is missing; whether there will be
    /// new counts to show.
    async fn request_recount(&mut self, display: &AttendanceDisplay) -> bool {
        // Whom a role had at the end is known since then, and it may have others by now.
        if self.is_counted || display.is_correction || display.session.role_id.is_none() {
            return false;
        }
        self.is_counted = true;
        let report = expected::report(&self.bot, self.guild, &display.session);
        match timeout(RETRY_BUDGET, report).await {
            Ok(Ok(())) => {
                self.bot.displays.notify_one();
                true
            }
            Ok(Err(error)) => {
                tracing::warn!(?error, "the missing members are not counted");
                false
            }
            Err(_) => false,
        }
    }

    /// Makes the message show a state, if that can be done before the deadline.
    async fn show(
        &mut self,
        display: &AttendanceDisplay,
        state: DisplayState<'_>,
        now: Timestamp,
        deadline: Instant,
    ) -> Result<(), Fault> {
        let reply = state.reply(display);
        let is_code = matches!(state, DisplayState::Code(_));
        let replaces = match self.message {
            Message::Posted(_) if self.shown.as_ref() == Some(&reply) => return Ok(()),
            Message::Posted(message) if plan::is_old(message, now) && !display.is_correction => {
                Some(message)
            }
            Message::Posted(message) => {
                self.shown = None;
                match self.edit(message, &reply, deadline).await {
                    Ok(()) => {
                        self.shown = Some(reply);
                        return Ok(());
                    }
                    Err(Fault::Refused { code, .. }) if code == UNKNOWN_MESSAGE => {
                        self.message = Message::Missing(Some(message));
                        if !is_code {
                            return Ok(());
                        }
                        Some(message)
                    }
                    Err(Fault::Refused { code, .. }) if code == TOO_OLD => Some(message),
                    Err(fault) => return Err(fault),
                }
            }
            // Without a message there is no code to replace.
            Message::Missing(_) if !is_code => return Ok(()),
            Message::Missing(former) => former,
        };
        let posted = self.post(replaces, &reply, deadline).await;
        if let Message::Posted(replaced) = self.message {
            match &posted {
                Ok(_) => self.replaced.push(replaced),
                // The bot may no longer write here, but it can still edit what it wrote.
                Err(fault) if is_refusal(fault) => self.hide_code(display, replaced).await,
                Err(_) => {}
            }
        }
        let (message, is_this) = posted?;
        self.message = Message::Posted(message);
        self.shown = is_this.then_some(reply);
        Ok(())
    }

    /// Posts a message once, however often this is called; gives its id, and whether it shows this
    /// reply or that of an earlier call.
    async fn post(
        &self,
        replaces: Option<MessageId>,
        reply: &Reply,
        deadline: Instant,
    ) -> Result<(MessageId, bool), Fault> {
        let body = reply.body();
        let text = |message: &Value| message["embeds"][0]["description"].clone();
        let wanted = text(&body);
        let nonce = plan::nonce(self.session, replaces);
        let request = messages::post(&self.bot.discord, self.channel, body, nonce);
        let posted = send_before(request, deadline).await?;
        let posted: Value = serde_json::from_slice(&posted.bytes().await?).unwrap_or_default();
        let id = messages::id(&posted)
            .ok_or_else(|| Fault::Unreachable("an answer without a message".to_owned()))?;
        Ok((id, text(&posted) == wanted))
    }

    async fn edit(
        &self,
        message: MessageId,
        reply: &Reply,
        deadline: Instant,
    ) -> Result<(), Fault> {
        let request = messages::edit(&self.bot.discord, self.channel, message, &reply.body());
        send_before(request, deadline).await.map(drop)
    }

    /// Deletes what was replaced, before the new message is reported: if the bot dies in between, the
    /// next run finds the old message gone and posts the new one again, which Discord recognises.
    async fn delete_replaced(&mut self) {
        for message in std::mem::take(&mut self.replaced) {
            let discord = &self.bot.discord.main;
            let request = discord.delete_message(self.channel.discord(), message.discord());
            match send(request.into_future()).await {
                Ok(_) => {}
                Err(fault) if is_refusal(&fault) => {
                    tracing::info!(%fault, "a message that was replaced cannot be deleted");
                }
                Err(_) => self.replaced.push(message),
            }
        }
    }

    /// Reports that the message, where there is one, says how the session ended, as it was at this version.
    async fn report_end(&self, version: i64) -> bool {
        let message_id = match self.message {
            Message::Posted(message) => Some(message),
            Message::Missing(_) => None,
        };
        let ended = Some(version);
        self.report(ReportDisplay { message_id, ended }).await
    }

    /// Reports the message to the API; whether that succeeded.
    async fn report(&self, report: ReportDisplay) -> bool {
        let api = &self.bot.api;
        let sending = api.report_attendance_display(self.guild, self.session, &report);
        match timeout(REPORT_TIMEOUT, sending).await {
            Ok(Ok(())) => true,
            // The API lists a session whose time is up for a while before it closes it.
            Ok(Err(Error::Problem { problem, .. })) if problem.status == 404 => false,
            Ok(Err(error)) => {
                tracing::info!(%error, "a display cannot be reported; trying again");
                false
            }
            Err(_) => false,
        }
    }

    /// Hides the code before the bot stops, because nobody would replace it once it expires.
    async fn leave(&mut self, update: &DisplayUpdate) {
        let now = update.clock.time(Instant::now());
        let state = DisplayState::at(&update.display, now);
        if let (Message::Posted(message), DisplayState::Code(_)) = (self.message, state) {
            self.hide_code(&update.display, message).await;
        }
    }

    /// Makes a message show no code.
    async fn hide_code(&mut self, display: &AttendanceDisplay, message: MessageId) {
        self.shown = None;
        let reply = DisplayState::NoCode.reply(display);
        let deadline = Instant::now() + HIDE_TIMEOUT;
        if let Err(fault) = self.edit(message, &reply, deadline).await {
            tracing::warn!(%fault, "a code that expires soon cannot be hidden");
        }
    }
}
