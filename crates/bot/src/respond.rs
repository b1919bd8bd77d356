//! How an answer reaches Discord: as the first response if it is there in time, else deferred and
//! edited in.

use crate::{
    answer::{Answer, Choices, Failure, Reply},
    call::{self, Call},
    clock,
    discord::{Discord, Fault, send, send_repeatable},
    dispatch::{DeferMode, Outcome, Routed, Work},
    replies,
    run::Bot,
};
use std::{future::IntoFuture as _, sync::Arc, time::Duration};
use tokio::time::timeout;
use tracing::Instrument as _;
use twilight_model::{
    application::interaction::{Interaction, InteractionData},
    channel::message::{AllowedMentions, MessageFlags},
    http::interaction::{InteractionResponse, InteractionResponseData, InteractionResponseType},
    id::{Id, marker::InteractionMarker},
};

/// An answer that is there by then, counted from Discord's own time of the interaction, is the
/// first response. Discord waits for three seconds; the rest is for the way.
const FIRST_RESPONSE: Duration = Duration::from_secs(2);
/// Suggestions cannot be deferred.
const SUGGESTIONS: Duration = Duration::from_millis(2500);
/// Discord's limit.
const MAX_CHOICES: usize = 25;
/// Too late for a first response, already answered, or the token is dead: all normal for a replayed
/// interaction.
const GONE: [u64; 3] = [10062, ANSWERED, 50027];
/// Of these: already answered.
const ANSWERED: u64 = 40060;

/// Answers one interaction.
pub(crate) async fn interaction(bot: Arc<Bot>, mut interaction: Interaction) {
    let span = tracing::info_span!(
        "interaction",
        request.id = call::reference(interaction.id.get()),
        interaction.name = name(&interaction),
        guild.id = interaction.guild_id.map(Id::get),
        user.id = interaction.author_id().map(Id::get),
    );
    let to = Addressee {
        id: interaction.id,
        token: std::mem::take(&mut interaction.token),
    };
    async move {
        let Some(data) = interaction.data.take() else {
            return;
        };
        let Some(call) = Call::new(&bot, &interaction) else {
            let reply = Reply::text(replies::OUTSIDE_GUILD);
            return first(&bot.discord, &to, Answer::Message(reply)).await;
        };
        match bot.dispatch.route(call, interaction.kind, data) {
            Routed::Answer(work, mode) => answer(&bot.discord, &to, work, mode).await,
            Routed::Choices(work) => suggest(&bot.discord, &to, work).await,
        }
    }
    .instrument(span)
    .await;
}

/// Whom to answer; a token is a secret and not logged.
struct Addressee {
    id: Id<InteractionMarker>,
    token: String,
}

impl Addressee {
    fn left_of(&self, budget: Duration) -> Duration {
        budget.saturating_sub(clock::age(self.id.get()))
    }
}

fn name(interaction: &Interaction) -> &str {
    match &interaction.data {
        Some(InteractionData::ApplicationCommand(data)) => &data.name,
        Some(InteractionData::MessageComponent(data)) => &data.custom_id,
        Some(InteractionData::ModalSubmit(data)) => &data.custom_id,
        _ => "",
    }
}

async fn answer(discord: &Discord, to: &Addressee, mut work: Work<Outcome>, mode: DeferMode) {
    let settle = |outcome: Outcome| outcome.unwrap_or_else(|failure| explain(to, &failure));
    if mode == DeferMode::Unsupported {
        return first(discord, to, settle(work.await)).await;
    }
    let left = to.left_of(FIRST_RESPONSE);
    // With no time left the work must not even start: Discord may have given the interaction up,
    // and then nobody would learn what was done.
    if !left.is_zero()
        && let Ok(outcome) = timeout(left, &mut work).await
    {
        return match settle(outcome) {
            Answer::Message(reply) if !reply.files.is_empty() => {
                if defer(discord, to, DeferMode::Ephemeral).await {
                    edit(discord, to, reply).await;
                }
            }
            answer => first(discord, to, answer).await,
        };
    }
    if !defer(discord, to, mode).await && left.is_zero() {
        return;
    }
    match (settle(work.await), mode) {
        (Answer::Message(reply), DeferMode::Update) => follow_up(discord, to, reply).await,
        (Answer::Message(reply), DeferMode::Public) => {
            // What everybody waits for must go first: a follow-up would only take its place.
            withdraw(discord, to).await;
            follow_up(discord, to, reply).await;
        }
        (Answer::Message(reply) | Answer::Public(reply) | Answer::Update(reply), _) => {
            edit(discord, to, reply).await;
        }
        (Answer::Modal(_), _) => tracing::error!("a form cannot be deferred"),
    }
}

fn explain(to: &Addressee, failure: &Failure) -> Answer {
    replies::log(failure);
    Answer::Message(Reply::text(replies::failure(
        failure,
        &call::reference(to.id.get()),
    )))
}

async fn first(discord: &Discord, to: &Addressee, answer: Answer) {
    let response = match answer {
        Answer::Message(reply) => new_message(reply, MessageFlags::EPHEMERAL),
        Answer::Public(reply) => new_message(reply, MessageFlags::empty()),
        Answer::Update(reply) => update(reply),
        Answer::Modal(form) => *form,
    };
    let mut outcome = respond(discord, to, &response).await;
    if is_our_fault(&outcome) {
        log_outcome(outcome);
        let apology = new_message(apology(to), MessageFlags::EPHEMERAL);
        outcome = discord.respond(to.id, &to.token, &apology).await;
    }
    log_outcome(outcome);
}

/// Sends a first response, once more if nobody knows whether it arrived and there is time left.
async fn respond(
    discord: &Discord,
    to: &Addressee,
    response: &InteractionResponse,
) -> Result<(), Fault> {
    let outcome = discord.respond(to.id, &to.token, response).await;
    if !matches!(outcome, Err(Fault::Unreachable(_))) || to.left_of(SUGGESTIONS).is_zero() {
        return outcome;
    }
    match discord.respond(to.id, &to.token, response).await {
        // So the first one did arrive.
        Err(Fault::Refused { code: ANSWERED, .. }) => Ok(()),
        outcome => outcome,
    }
}

/// Discord does not take what we wrote.
fn is_our_fault(outcome: &Result<(), Fault>) -> bool {
    match outcome {
        Err(Fault::Invalid(_)) => true,
        Err(Fault::Refused { status, code, .. }) => *status == 400 && !GONE.contains(code),
        _ => false,
    }
}

/// Better than no answer at all.
fn apology(to: &Addressee) -> Reply {
    Reply::text(replies::went_wrong(&call::reference(to.id.get())))
}

async fn defer(discord: &Discord, to: &Addressee, mode: DeferMode) -> bool {
    let new_message = |flags| {
        let data = InteractionResponseData {
            flags: Some(flags),
            ..InteractionResponseData::default()
        };
        response(
            InteractionResponseType::DeferredChannelMessageWithSource,
            data,
        )
    };
    let response = match mode {
        DeferMode::Ephemeral => new_message(MessageFlags::EPHEMERAL),
        DeferMode::Public => new_message(MessageFlags::empty()),
        DeferMode::Update | DeferMode::Unsupported => InteractionResponse {
            kind: InteractionResponseType::DeferredUpdateMessage,
            data: None,
        },
    };
    log_outcome(respond(discord, to, &response).await)
}

async fn edit(discord: &Discord, to: &Addressee, reply: Reply) {
    let mut outcome = try_edit(discord, to, &reply).await;
    if is_our_fault(&outcome) {
        log_outcome(outcome);
        outcome = try_edit(discord, to, &apology(to)).await;
    }
    log_outcome(outcome);
}

async fn try_edit(discord: &Discord, to: &Addressee, reply: &Reply) -> Result<(), Fault> {
    let interactions = discord.interactions();
    let request = || {
        let request = interactions
            .update_response(&to.token)
            .content((!reply.content.is_empty()).then_some(&reply.content))
            .embeds(Some(&reply.embeds))
            .components(Some(&reply.components))
            .attachments(&reply.files);
        request.into_future()
    };
    send_repeatable(request).await.map(drop)
}

/// Takes a deferred answer away.
async fn withdraw(discord: &Discord, to: &Addressee) {
    let interactions = discord.interactions();
    let request = || interactions.delete_response(&to.token).into_future();
    log_outcome(send_repeatable(request).await.map(drop));
}

async fn follow_up(discord: &Discord, to: &Addressee, reply: Reply) {
    let interactions = discord.interactions();
    let mut request = interactions
        .create_followup(&to.token)
        .flags(MessageFlags::EPHEMERAL)
        .embeds(&reply.embeds)
        .components(&reply.components)
        .attachments(&reply.files);
    if !reply.content.is_empty() {
        request = request.content(&reply.content);
    }
    log_outcome(send(request.into_future()).await.map(drop));
}

async fn suggest(discord: &Discord, to: &Addressee, work: Work<Choices>) {
    let mut choices = timeout(to.left_of(FIRST_RESPONSE), work)
        .await
        .unwrap_or_default();
    choices.truncate(MAX_CHOICES);
    let data = InteractionResponseData {
        choices: Some(choices),
        ..InteractionResponseData::default()
    };
    let kind = InteractionResponseType::ApplicationCommandAutocompleteResult;
    log_outcome(
        discord
            .respond(to.id, &to.token, &response(kind, data))
            .await,
    );
}

fn new_message(reply: Reply, flags: MessageFlags) -> InteractionResponse {
    let data = InteractionResponseData {
        allowed_mentions: Some(AllowedMentions::default()),
        components: (!reply.components.is_empty()).then_some(reply.components),
        content: (!reply.content.is_empty()).then_some(reply.content),
        embeds: (!reply.embeds.is_empty()).then_some(reply.embeds),
        flags: Some(flags),
        ..InteractionResponseData::default()
    };
    response(InteractionResponseType::ChannelMessageWithSource, data)
}

/// What is absent from an update stays as it is, so everything is named.
fn update(reply: Reply) -> InteractionResponse {
    let data = InteractionResponseData {
        allowed_mentions: Some(AllowedMentions::default()),
        components: Some(reply.components),
        content: Some(reply.content),
        embeds: Some(reply.embeds),
        ..InteractionResponseData::default()
    };
    response(InteractionResponseType::UpdateMessage, data)
}

fn response(kind: InteractionResponseType, data: InteractionResponseData) -> InteractionResponse {
    InteractionResponse {
        kind,
        data: Some(data),
    }
}

fn log_outcome(outcome: Result<(), Fault>) -> bool {
    match outcome {
        Ok(()) => return true,
        Err(Fault::Refused { code, .. }) if GONE.contains(&code) => {
            tracing::debug!(
                discord.code = code,
                "Discord no longer waits for this answer"
            );
        }
        Err(fault) => tracing::warn!(%fault, "an answer did not reach Discord"),
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::Harness;
    use serde_json::{Value, json};

    #[tokio::test]
    async fn a_deferral_that_may_be_lost_is_sent_once_more() {
        let harness = Harness::start().await;
        // From the future, so that there is time left however slow the machine is.
        let to = Addressee {
            id: Id::new(clock::id_of_age(Duration::ZERO) + (60_000 << 22)),
            token: "secret-token".to_owned(),
        };
        let discord = &harness.bot.discord;
        let answered =
            json!({"code": ANSWERED, "message": "Interaction has already been acknowledged."});

        harness.fail_callback(502, Value::Null);
        assert!(defer(discord, &to, DeferMode::Ephemeral).await);
        assert_eq!(harness.sent().len(), 2);

        harness.fail_callback(502, Value::Null);
        harness.fail_callback(400, answered.clone());
        assert!(defer(discord, &to, DeferMode::Ephemeral).await);
        assert_eq!(harness.sent().len(), 2);

        // By somebody else: nothing of ours was lost.
        harness.fail_callback(400, answered);
        assert!(!defer(discord, &to, DeferMode::Ephemeral).await);
        assert_eq!(harness.sent().len(), 1);
    }
}
