//! Buttons, menus, forms and completions.

use paddock_sim_discord::{ClientError, Options, ReplyKind};
use serde_json::json;
use twilight_model::application::command::{CommandOptionChoice, CommandOptionChoiceValue};
use twilight_model::application::interaction::application_command::CommandOptionValue;
use twilight_model::application::interaction::{Interaction, InteractionData};
use twilight_model::channel::message::{Component, MessageFlags};
use twilight_model::http::interaction::{InteractionResponseData, InteractionResponseType as Type};

use crate::helpers::{app, response, say, with_bot};

fn row(custom_id: &str) -> Vec<Component> {
    let row = json!([{"type": 1, "components": [
        {"type": 2, "style": 1, "label": "Next", "custom_id": custom_id},
        {"type": 2, "style": 2, "label": "Off", "custom_id": "off", "disabled": true},
    ]}, {"type": 1, "components": [{"type": 3, "custom_id": "menu", "placeholder": "Which?", "options": [
        {"label": "First", "value": "1"}, {"label": "Second", "value": "2"}]}]}]);
    serde_json::from_value(row).unwrap()
}

#[tokio::test]
async fn buttons_and_menus_change_their_message() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let ada = sim.as_user("ada");
    let (reply, ()) = tokio::join!(ada.slash("/ping"), async {
        let i = bot.interaction().await;
        let data = InteractionResponseData {
            content: Some("Page 1".to_owned()),
            components: Some(row("v1:next:1")),
            flags: Some(MessageFlags::EPHEMERAL),
            ..Default::default()
        };
        bot.respond(&i, &response(Type::ChannelMessageWithSource, Some(data)))
            .await;
    });
    let first = reply.unwrap();
    assert_eq!(first.button("Next").as_deref(), Some("v1:next:1"));
    assert!(
        first.text().contains("[Next] v1:next:1  [Off] (off) off"),
        "{}",
        first.text()
    );

    let (second, ()) = tokio::join!(ada.press(&first, "Next"), async {
        let i = bot.interaction().await;
        let Some(InteractionData::MessageComponent(data)) = &i.data else {
            panic!()
        };
        assert_eq!(data.custom_id, "v1:next:1");
        assert!(
            i.message
                .as_ref()
                .unwrap()
                .flags
                .unwrap()
                .contains(MessageFlags::EPHEMERAL)
        );
        let data = InteractionResponseData {
            content: Some("Page 2".to_owned()),
            ..Default::default()
        };
        bot.respond(&i, &response(Type::UpdateMessage, Some(data)))
            .await;
    });
    let second = second.unwrap();
    assert_eq!(
        (second.kind, second.content.as_str()),
        (ReplyKind::Update, "Page 2")
    );
    assert_eq!(second.message_id, first.message_id);
    assert_eq!(first.now().content, "Page 2");

    let (third, ()) = tokio::join!(ada.select(&first, "menu", &["Second"]), async {
        let i = bot.interaction().await;
        let Some(InteractionData::MessageComponent(data)) = &i.data else {
            panic!()
        };
        assert_eq!(data.values, ["2"]);
        bot.respond(&i, &response(Type::DeferredUpdateMessage, None))
            .await;
        let client = bot.http.interaction(app());
        client
            .update_response(&i.token)
            .content(Some("Picked"))
            .components(None)
            .await
            .unwrap();
    });
    let third = third.unwrap();
    assert_eq!(
        (
            third.content.as_str(),
            third.components.len(),
            third.deferred
        ),
        ("Picked", 0, true)
    );

    for (person, button) in [("ada", "v1:next:1"), ("linus", "off")] {
        let refused = sim.as_user(person).press(&first, button).await.unwrap_err();
        assert!(matches!(refused, ClientError::Refused(_)), "{refused:?}");
    }
}

#[tokio::test]
async fn a_form_is_shown_filled_in_and_sent() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let ada = sim.as_user("ada");
    let (shown, ()) = tokio::join!(ada.slash("/ping"), async {
        let i = bot.interaction().await;
        let components = json!([{"type": 18, "label": "Reason", "component":
            {"type": 4, "custom_id": "why", "style": 2, "max_length": 10, "required": true}}]);
        let data = InteractionResponseData {
            custom_id: Some("v1:ask".to_owned()),
            title: Some("Why?".to_owned()),
            components: Some(serde_json::from_value(components).unwrap()),
            ..Default::default()
        };
        bot.respond(&i, &response(Type::Modal, Some(data))).await;
    });
    let shown = shown.unwrap();
    assert_eq!(shown.text(), "== Why? == v1:ask\nReason* (why): ");
    for wrong in [
        &[][..],
        &[("why", "far too long for it")],
        &[("who", "x"), ("why", "y")],
    ] {
        assert!(ada.submit_modal(&shown, wrong).await.is_err());
    }
    let (sent, ()) = tokio::join!(ada.submit_modal(&shown, &[("why", "because")]), async {
        let i = bot.interaction().await;
        let Some(InteractionData::ModalSubmit(data)) = &i.data else {
            panic!()
        };
        let sent = format!("{:?}", data.components);
        assert!(
            sent.contains("because") && data.custom_id == "v1:ask",
            "{sent}"
        );
        bot.respond(&i, &say("Noted")).await;
    });
    assert_eq!(sent.unwrap().content, "Noted");
}

#[tokio::test]
async fn an_option_is_completed() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let ada = sim.as_user("ada");
    let answer = |i: &Interaction| {
        let Some(InteractionData::ApplicationCommand(data)) = &i.data else {
            panic!()
        };
        let CommandOptionValue::SubCommand(options) = &data.options[0].value else {
            panic!()
        };
        let CommandOptionValue::Focused(typed, _) = &options[0].value else {
            panic!()
        };
        assert_eq!(typed, "ab");
        let value = CommandOptionChoiceValue::String("t-1".to_owned());
        let choice = CommandOptionChoice {
            name: "abc".to_owned(),
            name_localizations: None,
            value,
        };
        let data = InteractionResponseData {
            choices: Some(vec![choice]),
            ..Default::default()
        };
        response(Type::ApplicationCommandAutocompleteResult, Some(data))
    };
    let (reply, ()) = tokio::join!(ada.autocomplete("/token revoke token:ab"), async {
        let i = bot.interaction().await;
        bot.respond(&i, &answer(&i)).await;
    });
    let reply = reply.unwrap();
    assert_eq!(
        (reply.kind, reply.text().as_str()),
        (ReplyKind::Choices, "- abc = t-1")
    );
    assert!(
        ada.autocomplete("/register name:x").await.is_err(),
        "it offers no completion"
    );
}
