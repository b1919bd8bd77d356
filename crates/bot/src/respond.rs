//! Delivery of answers to Discord: as the first response if they are ready in time, otherwise
//! deferred and edited in.

use crate::{
    answer::{Answer, Choices, Failure, Reply},
    bot::Bot,
    call::{self, Call},
    clock,
    discord::{Discord, Fault, send, send_repeatable},
    dispatch::{DeferMode, Dispatch, Outcome, Routed, Work},
    replies,
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

/// The age of an interaction up to which an answer is its first response. Discord waits for three
/// seconds; the rest is for the network.
const FIRST_RESPONSE: Duration = Duration::from_secs(2);
/// The age of an interaction up to which a first response that may be lost is sent once more.
const LAST_RETRY: Duration = Duration::from_millis(2500);
/// The most suggestions that Discord accepts.
const MAX_CHOICES: usize = 25;
/// Discord's codes for a first response that comes too late, for an interaction that was already
/// answered, and for an expired token: all normal for a replayed interaction.
const GONE: [u64; 3] = [10062, ANSWERED, 50027];
/// Discord's code for an interaction that was already answered.
const ANSWERED: u64 = 40060;

/// Answers one interaction.
pub(crate) async fn interaction(
    bot: Arc<Bot>,
    dispatch: Arc<Dispatch>,
    mut interaction: Interaction,
) {
    let span = tracing::info_span!(
        "interaction",
        request.id = call::reference(interaction.id),
        interaction.name = name(&interaction),
        guild.id = interaction.guild_id.map(Id::get),
        user.id = interaction.author_id().map(Id::get),
    );
    let to = Addressee {
        id: interaction.id,
        token: std::mem::take(&mut interaction.token),
    };
    async move {
        let call = Call::new(&bot, &mut interaction);
        let Some(data) = interaction.data.take() else {
            return;
        };
        let Some(call) = call else {
            let reply = Reply::text(replies::OUTSIDE_GUILD);
            return first(&bot.discord, &to, Answer::Message(reply)).await;
        };
        match dispatch.route(call, interaction.kind, data) {
            Routed::Answer(work, mode) => answer(&bot.discord, &to, work, mode).await,
            Routed::Choices(work) => suggest(&bot.discord, &to, work).await,
        }
    }
    .instrument(span)
    .await;
}

/// The interaction to answer; its token is a secret and never logged.
struct Addressee {
    id: Id<InteractionMarker>,
    token: String,
}

impl Addressee {
    /// What is left of a budget that began when Discord made the interaction.
    fn left_of(&self, budget: Duration) -> Duration {
        budget.saturating_sub(clock::age(self.id))
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
    let to_answer = |outcome: Outcome| outcome.unwrap_or_else(|failure| explain(to, &failure));
    if mode == DeferMode::Unsupported {
        return first(discord, to, to_answer(work.await)).await;
    }
    let left = to.left_of(FIRST_RESPONSE);
    // With no time left the work must not start before the deferral: Discord may have given the
    // interaction up, and then the member would never see what was done.
    if !left.is_zero()
        && let Ok(outcome) = timeout(left, &mut work).await
    {
        return match to_answer(outcome) {
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
    match (to_answer(work.await), mode) {
        (Answer::Message(reply), DeferMode::Update) => follow_up(discord, to, reply).await,
        (Answer::Message(reply), DeferMode::Public) => {
            // Deleted first: the follow-up would otherwise fill the public message.
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
        &call::reference(to.id),
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

/// Sends a first response, and once more if it may not have arrived and there is time left.
async fn respond(
    discord: &Discord,
    to: &Addressee,
    response: &InteractionResponse,
) -> Result<(), Fault> {
    let outcome = discord.respond(to.id, &to.token, response).await;
    if !matches!(outcome, Err(Fault::Unreachable(_))) || to.left_of(LAST_RETRY).is_zero() {
        return outcome;
    }
    match discord.respond(to.id, &to.token, response).await {
        // The first one did arrive.
        Err(Fault::Refused { code: ANSWERED, .. }) => Ok(()),
        outcome => outcome,
    }
}

/// Whether Discord refused the content of the answer, so that another content may be accepted.
fn is_our_fault(outcome: &Result<(), Fault>) -> bool {
    match outcome {
        Err(Fault::Invalid(_)) => true,
        Err(Fault::Refused { status, code, .. }) => *status == 400 && !GONE.contains(code),
        _ => false,
    }
}

/// The reply that replaces one that Discord refused.
fn apology(to: &Addressee) -> Reply {
    Reply::text(replies::went_wrong(&call::reference(to.id)))
}

/// Defers the answer; whether Discord accepted that.
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

/// Deletes a deferred answer.
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

/// Names every field, because Discord leaves what is absent from an update as it is.
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

/// Logs a failure; whether it was none.
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

        // Answered by another delivery: nothing of ours was lost.
        harness.fail_callback(400, answered);
        assert!(!defer(discord, &to, DeferMode::Ephemeral).await);
        assert_eq!(harness.sent().len(), 1);
    }
}
