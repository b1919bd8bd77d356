//! How a bot may respond to an interaction, and until when.

use std::time::Duration;

use paddock_sim_discord::{ClientError, Options};
use twilight_model::channel::message::MessageFlags;
use twilight_model::http::interaction::{InteractionResponseData, InteractionResponseType as Type};

use crate::helpers::{app, refusal, response, say, with_bot};

#[tokio::test]
async fn a_deferred_answer_is_its_edit() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let person = sim.as_user("ada");
    let (reply, ()) = tokio::join!(person.slash("/ping"), async {
        let i = bot.interaction().await;
        let data = InteractionResponseData {
            flags: Some(MessageFlags::EPHEMERAL),
            ..Default::default()
        };
        bot.respond(
            &i,
            &response(Type::DeferredChannelMessageWithSource, Some(data)),
        )
        .await;
        let edit = bot.http.interaction(app());
        let edited = edit
            .update_response(&i.token)
            .content(Some("Pong"))
            .await
            .unwrap();
        assert!(
            edited
                .model()
                .await
                .unwrap()
                .flags
                .unwrap()
                .contains(MessageFlags::EPHEMERAL)
        );
        edit.create_followup(&i.token)
            .content("And more")
            .await
            .unwrap()
            .model()
            .await
            .unwrap();
    });
    let reply = reply.unwrap();
    assert_eq!(
        (reply.deferred, reply.ephemeral, reply.content.as_str()),
        (true, true, "Pong")
    );
    assert_eq!(reply.now().followups[0].content, "And more");
    assert_eq!(
        sim.messages("general")[0].content,
        "And more",
        "a follow-up has its own visibility"
    );
}

#[tokio::test]
async fn the_first_follow_up_fills_in_the_deferred_message() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let person = sim.as_user("ada");
    let (reply, ()) = tokio::join!(person.slash("/ping"), async {
        let i = bot.interaction().await;
        bot.respond(&i, &response(Type::DeferredChannelMessageWithSource, None))
            .await;
        bot.http
            .interaction(app())
            .create_followup(&i.token)
            .content("Pong")
            .await
            .unwrap();
    });
    let reply = reply.unwrap();
    assert_eq!((reply.content.as_str(), reply.followups.len()), ("Pong", 0));
    assert_eq!(sim.messages("general").len(), 1);
}

#[tokio::test]
async fn a_second_response_is_refused_and_so_is_one_to_an_unknown_interaction() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let person = sim.as_user("ada");
    let (_, i) = tokio::join!(person.slash("/ping"), bot.answer("one"));
    let client = bot.http.interaction(app());
    let again = client
        .create_response(i.id, &i.token, &say("two"))
        .await
        .unwrap_err();
    assert_eq!(refusal(&again), (400, 40060));
    let nobody = client
        .create_response(i.id, "nonsense", &say("x"))
        .await
        .unwrap_err();
    assert_eq!(refusal(&nobody), (404, 10062));
    let unknown = client
        .update_response("nonsense")
        .content(Some("x"))
        .await
        .unwrap_err();
    assert_eq!(refusal(&unknown), (401, 50027));
}

#[tokio::test]
async fn a_response_after_three_seconds_is_refused() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let person = sim.as_user("ada");
    let (reply, i) = tokio::join!(person.slash("/ping"), async {
        let i = bot.interaction().await;
        sim.advance(Duration::from_millis(3001));
        i
    });
    let error = reply.unwrap_err();
    assert_eq!(error, ClientError::NoReply);
    assert_eq!(error.to_string(), "The application did not respond");
    let client = bot.http.interaction(app());
    let late = client
        .create_response(i.id, &i.token, &say("late"))
        .await
        .unwrap_err();
    assert_eq!(refusal(&late), (404, 10062));
    let never = client
        .create_followup(&i.token)
        .content("x")
        .await
        .unwrap_err();
    assert_eq!(refusal(&never), (404, 10015));
}

#[tokio::test]
async fn a_token_expires_after_fifteen_minutes() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let person = sim.as_user("ada");
    let (_, i) = tokio::join!(person.slash("/ping"), bot.answer("one"));
    let client = bot.http.interaction(app());
    sim.advance(Duration::from_mins(14));
    client
        .update_response(&i.token)
        .content(Some("two"))
        .await
        .unwrap();
    sim.advance(Duration::from_mins(2));
    let late = client
        .update_response(&i.token)
        .content(Some("three"))
        .await
        .unwrap_err();
    assert_eq!(refusal(&late), (401, 50027));
}

#[tokio::test]
async fn too_long_answers_are_refused_and_can_be_made_again() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let ada = sim.as_user("ada");
    let (reply, ()) = tokio::join!(ada.slash("/ping"), async {
        let i = bot.interaction().await;
        let client = bot.http.interaction(app());
        let long = say(&"x".repeat(2001));
        let refused = client
            .create_response(i.id, &i.token, &long)
            .await
            .unwrap_err();
        assert_eq!(refusal(&refused), (400, 50035));
        let wrong = response(Type::DeferredUpdateMessage, None);
        let refused = client
            .create_response(i.id, &i.token, &wrong)
            .await
            .unwrap_err();
        assert_eq!(refusal(&refused), (400, 50035));
        bot.respond(&i, &say("short")).await;
    });
    assert_eq!(reply.unwrap().content, "short");
}
