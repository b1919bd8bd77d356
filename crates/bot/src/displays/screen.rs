//! One display: the message of one session, from the first code to how it ended.

use super::{
    News,
    plan::{self, Face},
    trouble::{FAILED, Trouble, is_refusal},
};
use crate::{
    answer::Reply,
    discord::{Fault, send, send_before},
    expected,
    ids::ToDiscord as _,
    run::Bot,
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

/// Discord's code for a message that is gone.
const UNKNOWN_MESSAGE: u64 = 10008;
/// Discord's code for a message that is too old for more edits.
const TOO_OLD: u64 = 30046;
/// How long something may take that is not over at some moment.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a report may take, so that an API that hangs does not hold up a code.
const REPORT: Duration = Duration::from_secs(2);
/// How long the edit may take that only takes a code away.
const LAST_EDIT: Duration = Duration::from_secs(2);
/// How long the API may take to count again.
const RECOUNT: Duration = Duration::from_secs(5);
/// Longer than nothing is new.
const LONG: Duration = Duration::from_hours(1);

/// Keeps one message.
pub(super) struct Screen {
    bot: Arc<Bot>,
    guild: GuildId,
    session: AttendanceSessionId,
    channel: ChannelId,
    place: Place,
    /// What the message says, as far as that is certain.
    shown: Option<Reply>,
    /// When the code that was shown last began.
    begun: Timestamp,
    /// The message that the API knows of.
    reported: Option<MessageId>,
    /// Messages that were replaced and still stand there.
    litter: Vec<MessageId>,
    trouble: Trouble,
    /// Whether the API was told at the end who had been expected.
    is_counted: bool,
}

/// Where the message is.
#[derive(Debug, Clone, Copy)]
enum Place {
    At(MessageId),
    /// Not posted yet, or gone: then with the message that it was.
    Nowhere(Option<MessageId>),
}

/// When to look again.
enum Next {
    At(Instant),
    Never,
}

impl Screen {
    pub(super) fn new(bot: Arc<Bot>, news: &News) -> Self {
        let display = &news.display;
        let message = display.message_id;
        Self {
            bot,
            guild: display.guild_id,
            session: display.session.id,
            channel: display.session.display_channel_id,
            place: message.map_or(Place::Nowhere(None), Place::At),
            shown: None,
            begun: Timestamp::MIN,
            reported: message,
            litter: Vec::new(),
            trouble: Trouble::default(),
            is_counted: false,
        }
    }

    /// Shows what there is to show, until the session has ended or the bot stops.
    pub(super) async fn run(self, news: watch::Receiver<News>, stop: CancellationToken) {
        let span = tracing::info_span!(
            "display",
            guild.id = self.guild.get(),
            attendance_session.id = self.session.get(),
        );
        self.keep(news, stop).instrument(span).await;
    }

    async fn keep(mut self, mut news: watch::Receiver<News>, stop: CancellationToken) {
        loop {
            let latest = news.borrow_and_update().clone();
            let until = match self.refresh(&latest).await {
                Next::At(moment) => moment,
                Next::Never => return,
            };
            tokio::select! {
                biased;
                () = stop.cancelled() => return self.leave(&latest).await,
                () = sleep_until(until) => {}
                changed = news.changed() => if changed.is_err() { return },
            }
        }
    }

    /// Brings the message up to date.
    async fn refresh(&mut self, news: &News) -> Next {
        if let Some(until) = self.trouble.until() {
            return Next::At(until);
        }
        let display = &news.display;
        let now = plan::steady(news.clock.time(Instant::now()), self.begun);
        let face = match Face::of(display, now) {
            Face::Ended => Face::Ended,
            _ if news.is_gone => Face::Over,
            face => face,
        };
        if let Face::Code(code) = face {
            self.begun = code.starts_at;
        }
        if face == Face::Ended && self.count_missing(display).await {
            return Next::At(Instant::now() + RECOUNT);
        }
        let until = face.until(display).map(|end| news.clock.moment(end));
        let moment = until.unwrap_or_else(|| Instant::now() + PATIENCE);
        let shown = self.show(display, face, now, moment).await;
        self.sweep().await;
        match shown {
            Ok(()) => self.trouble.is_over(),
            // There is nobody left to whom it could be shown.
            Err(fault) if is_refusal(&fault) && (face == Face::Ended || news.is_gone) => {
                tracing::warn!(%fault, "how a session ended cannot be shown");
            }
            Err(fault) if !is_refusal(&fault) && until.is_some_and(|end| end <= Instant::now()) => {
                tracing::info!(%fault, "a code was over before it could be shown");
                return Next::At(Instant::now());
            }
            Err(fault) => return Next::At(self.trouble.note(fault)),
        }
        let is_swept = self.litter.is_empty();
        match (face, self.place) {
            _ if news.is_gone && is_swept => return Next::Never,
            _ if news.is_gone => {}
            (Face::Ended, _) if is_swept => {
                if self.report(None).await {
                    return Next::Never;
                }
            }
            (_, Place::At(message)) => {
                if self.reported != Some(message) && self.report(Some(message)).await {
                    self.reported = Some(message);
                }
                // Posted by an earlier call, with what was to be shown then.
                if self.shown.is_none() && is_swept {
                    return Next::At(Instant::now());
                }
            }
            (_, Place::Nowhere(_)) => {}
        }
        let later = Instant::now() + if is_swept { LONG } else { FAILED.1 };
        Next::At(until.map_or(later, |end| end.min(later)))
    }

    /// Tells the API once who was expected, so that it can say who is missing. Whether there will be
    /// other numbers to show.
    async fn count_missing(&mut self, display: &AttendanceDisplay) -> bool {
        if self.is_counted || display.session.role_id.is_none() {
            return false;
        }
        self.is_counted = true;
        let told = expected::report(&self.bot, self.guild, &display.session);
        match timeout(PATIENCE, told).await {
            Ok(Ok(())) => {
                self.bot.displays.notify_one();
                true
            }
            Ok(Err(untold)) => {
                tracing::warn!(?untold, "who is missing is not counted");
                false
            }
            Err(_) => false,
        }
    }

    /// Lets the message show this, if that can be done before a moment.
    async fn show(
        &mut self,
        display: &AttendanceDisplay,
        face: Face<'_>,
        now: Timestamp,
        moment: Instant,
    ) -> Result<(), Fault> {
        let reply = face.reply(display);
        let is_code = matches!(face, Face::Code(_));
        let instead_of = match self.place {
            Place::At(_) if self.shown.as_ref() == Some(&reply) => return Ok(()),
            Place::At(message) if plan::is_old(message, now) => Some(message),
            Place::At(message) => {
                self.shown = None;
                match self.edit(message, &reply, moment).await {
                    Ok(()) => {
                        self.shown = Some(reply);
                        return Ok(());
                    }
                    Err(Fault::Refused { code, .. }) if code == UNKNOWN_MESSAGE => {
                        self.place = Place::Nowhere(Some(message));
                        if !is_code {
                            return Ok(());
                        }
                        Some(message)
                    }
                    Err(Fault::Refused { code, .. }) if code == TOO_OLD => Some(message),
                    Err(fault) => return Err(fault),
                }
            }
            // Without a message nothing has to be taken back.
            Place::Nowhere(_) if !is_code => return Ok(()),
            Place::Nowhere(gone) => gone,
        };
        let posted = self.post(instead_of, &reply, moment).await;
        if let Place::At(replaced) = self.place {
            match &posted {
                Ok(_) => self.litter.push(replaced),
                // The bot may no longer write here, but what it wrote need not stay.
                Err(fault) if is_refusal(fault) => self.take_back(display, replaced).await,
                Err(_) => {}
            }
        }
        let (message, is_ours) = posted?;
        self.place = Place::At(message);
        self.shown = is_ours.then_some(reply);
        Ok(())
    }

    /// Posts a message once, however often this is called; tells whether it says this, or what an
    /// earlier call wanted it to say.
    async fn post(
        &self,
        instead_of: Option<MessageId>,
        reply: &Reply,
        moment: Instant,
    ) -> Result<(MessageId, bool), Fault> {
        let mut body = reply.body();
        body["nonce"] = plan::nonce(self.session, instead_of).into();
        body["enforce_nonce"] = true.into();
        let bytes = body.to_string();
        let discord = &self.bot.discord.main;
        let request = discord.create_message(self.channel.discord());
        let request = request.payload_json(bytes.as_bytes());
        let posted = send_before(request.into_future(), moment).await?;
        let posted: Value = serde_json::from_slice(&posted.bytes().await?).unwrap_or_default();
        let id = posted["id"].as_str().and_then(|id| id.parse().ok());
        let id = id.ok_or_else(|| Fault::Unreachable("an answer without a message".to_owned()))?;
        let text = |message: &Value| message["embeds"][0]["description"].clone();
        Ok((id, text(&posted) == text(&body)))
    }

    async fn edit(&self, message: MessageId, reply: &Reply, moment: Instant) -> Result<(), Fault> {
        let body = reply.body().to_string();
        let discord = &self.bot.discord.main;
        let request = discord.update_message(self.channel.discord(), message.discord());
        let request = request.payload_json(body.as_bytes());
        send_before(request.into_future(), moment).await.map(drop)
    }

    /// Deletes what was replaced. Before the API hears of the new message: should the bot die in
    /// between, it finds the old one gone and posts the new one again, which Discord knows already.
    async fn sweep(&mut self) {
        for message in std::mem::take(&mut self.litter) {
            let discord = &self.bot.discord.main;
            let request = discord.delete_message(self.channel.discord(), message.discord());
            match send(request.into_future()).await {
                Ok(_) => {}
                Err(fault) if is_refusal(&fault) => {
                    tracing::info!(%fault, "a message that was replaced cannot be deleted");
                }
                Err(_) => self.litter.push(message),
            }
        }
    }

    /// Tells the API which message it is.
    async fn report(&self, message_id: Option<MessageId>) -> bool {
        let report = ReportDisplay { message_id };
        let api = &self.bot.api;
        let told = api.report_attendance_display(self.guild, self.session, report);
        match timeout(REPORT, told).await {
            Ok(Ok(())) => true,
            // A session whose time is up is told of before it is closed.
            Ok(Err(Error::Problem { problem, .. })) if problem.status == 404 => false,
            Ok(Err(error)) => {
                tracing::info!(%error, "the API cannot be told of a display; trying again");
                false
            }
            Err(_) => false,
        }
    }

    /// While the bot is away no code changes, so none stays on show.
    async fn leave(&mut self, news: &News) {
        let now = news.clock.time(Instant::now());
        let (Place::At(message), Face::Code(_)) = (self.place, Face::of(&news.display, now)) else {
            return;
        };
        self.take_back(&news.display, message).await;
    }

    /// Lets a message show no code.
    async fn take_back(&mut self, display: &AttendanceDisplay, message: MessageId) {
        self.shown = None;
        let reply = Face::NoCode.reply(display);
        let moment = Instant::now() + LAST_EDIT;
        if let Err(fault) = self.edit(message, &reply, moment).await {
            tracing::warn!(%fault, "a code stays on show that is over soon");
        }
    }
}
