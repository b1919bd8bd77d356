//! Slash commands, buttons, menus, forms: from the person to the bot and back.

use std::time::Duration;

use paddock_sim_discord::{GUILD_ID, Options, ReplyKind, permissions};
use twilight_model::application::interaction::InteractionData;
use twilight_model::application::interaction::application_command::CommandOptionValue;
use twilight_model::guild::Permissions;
use twilight_model::http::attachment::Attachment;
use twilight_model::http::interaction::{InteractionResponseData, InteractionResponseType as Type};

use crate::helpers::{LIMIT, app, command_name, response, say, with_bot};

#[tokio::test]
async fn a_command_reaches_the_bot_whole_and_its_answer_the_person() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let person = sim.as_user("grace").in_channel("attendance");
    let (reply, ()) = tokio::join!(
        person.slash("/register name:Grace Hopper number:7 class:GT Three"),
        async {
            let i = bot.interaction().await;
            assert_eq!(command_name(&i), "register");
            assert_eq!(i.guild_id.unwrap().get(), GUILD_ID);
            assert_eq!(
                i.channel.as_ref().unwrap().name.as_deref(),
                Some("attendance")
            );
            let member = i.member.as_ref().unwrap();
            assert_eq!(member.user.as_ref().unwrap().name, "grace");
            assert_eq!(member.nick.as_deref(), Some("Amazing Grace"));
            let granted = member.permissions.unwrap();
            assert!(granted.contains(Permissions::SEND_MESSAGES));
            assert!(
                i.app_permissions
                    .unwrap()
                    .contains(Permissions::MANAGE_ROLES)
            );
            let Some(InteractionData::ApplicationCommand(data)) = &i.data else {
                panic!()
            };
            let values: Vec<_> = data
                .options
                .iter()
                .map(|o| (o.name.as_str(), &o.value))
                .collect();
            assert_eq!(
                values,
                [
                    (
                        "name",
                        &CommandOptionValue::String("Grace Hopper".to_owned())
                    ),
                    ("number", &CommandOptionValue::Integer(7)),
                    ("class", &CommandOptionValue::String("gt3".to_owned())),
                ]
            );
            bot.respond(&i, &say("Welcome")).await;
        }
    );
    let reply = reply.unwrap();
    assert_eq!(
        (reply.kind, reply.ephemeral, reply.deferred),
        (ReplyKind::Message, true, false)
    );
    assert_eq!(reply.text(), "(only you can see this)\nWelcome");
    assert!(reply.elapsed < LIMIT);
    assert!(sim.messages("attendance").is_empty(), "nobody else sees it");
}

#[tokio::test]
async fn people_roles_channels_and_files_are_resolved() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let person = sim.as_user("ada").with_file("laps.csv", "a,b");
    let text = "/pick member:@linus role:Verified channel:#general either:Stewards file:laps.csv";
    let (reply, ()) = tokio::join!(person.slash(text), async {
        let i = bot.interaction().await;
        let Some(InteractionData::ApplicationCommand(data)) = &i.data else {
            panic!()
        };
        let resolved = data.resolved.as_ref().unwrap();
        let linus = resolved.users.values().next().unwrap();
        assert_eq!(linus.name, "linus");
        assert!(resolved.members.contains_key(&linus.id));
        let mut roles: Vec<_> = resolved.roles.values().map(|r| r.name.as_str()).collect();
        roles.sort_unstable();
        assert_eq!(roles, ["Stewards", "Verified"]);
        assert_eq!(resolved.channels.values().next().unwrap().name, "general");
        let file = resolved.attachments.values().next().unwrap();
        assert_eq!((file.filename.as_str(), file.size), ("laps.csv", 3));
        let address = "https://cdn.discordapp.com/ephemeral-attachments/";
        assert!(file.url.starts_with(address), "{}", file.url);
        // Served under the same path, for a bot that is given the simulator in place of the CDN.
        let here = format!("http://{}/", sim.rest_host());
        let here = file.url.replace("https://cdn.discordapp.com/", &here);
        let bytes = reqwest::get(here).await.unwrap().bytes().await.unwrap();
        assert_eq!(&bytes[..], b"a,b");
        bot.respond(&i, &say("Picked")).await;
    });
    assert_eq!(reply.unwrap().content, "Picked");
}

#[tokio::test]
async fn a_file_of_the_bot_can_be_read() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let ada = sim.as_user("ada");
    let (reply, ()) = tokio::join!(ada.slash("/ping"), async {
        let i = bot.interaction().await;
        let file = Attachment::from_bytes("roster.csv".to_owned(), b"7,Ada\n".to_vec(), 1);
        let data = InteractionResponseData {
            content: Some("Here".to_owned()),
            attachments: Some(vec![file]),
            ..Default::default()
        };
        bot.respond(&i, &response(Type::ChannelMessageWithSource, Some(data)))
            .await;
    });
    let reply = reply.unwrap();
    assert_eq!(reply.attachments[0].filename, "roster.csv");
    assert_eq!(reply.attachments[0].text(), "7,Ada\n");
    let bytes = reqwest::get(&reply.attachments[0].url)
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    assert_eq!(bytes, "7,Ada\n");
}

#[tokio::test]
async fn direct_messages_have_no_guild() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let ada = sim.as_user("ada").in_dm();
    let (reply, ()) = tokio::join!(ada.slash("/ping"), async {
        let i = bot.interaction().await;
        assert!(i.guild_id.is_none() && i.member.is_none());
        assert_eq!(i.user.as_ref().unwrap().name, "ada");
        bot.respond(
            &i,
            &response(
                Type::ChannelMessageWithSource,
                say("Here").data.map(|mut data| {
                    data.flags = None;
                    data
                }),
            ),
        )
        .await;
    });
    assert_eq!(reply.unwrap().content, "Here");
    assert_eq!(sim.dms("ada").len(), 1);
}

#[tokio::test]
async fn permissions_are_total_in_the_channel() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    sim.set_overwrite("general", "ada", permissions::MANAGE_ROLES, 0);
    let ada = sim.as_user("ada");
    let (_, granted) = tokio::join!(ada.slash("/ping"), async {
        let i = bot.interaction().await;
        bot.respond(&i, &say("ok")).await;
        i.member.unwrap().permissions.unwrap()
    });
    assert!(granted.contains(Permissions::MANAGE_ROLES));
}

#[tokio::test]
async fn a_reply_is_shown_as_discord_shows_it_and_kept_as_it_was_sent() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let soon = sim.now_ms() / 1000 + 30 * 86_400;
    let sent = format!(
        "<@{}> has <@&{}> until <t:{soon}:R>: api\\_access",
        sim.user_id("ada"),
        sim.role_id("Verified"),
    );
    let (reply, ()) = tokio::join!(sim.as_user("ada").slash("/ping"), async {
        let i = bot.interaction().await;
        bot.respond(&i, &say(&sent)).await;
        let client = bot.http.interaction(app());
        let more = client.create_followup(&i.token).content("<#1>");
        more.await.unwrap();
    });
    let reply = reply.unwrap();
    assert_eq!(reply.content, sent);
    let shown = "(only you can see this)\n@Ada L. has @Verified until in 30 days: api_access";
    assert_eq!(
        reply.text().lines().take(2).collect::<Vec<_>>().join("\n"),
        shown
    );
    sim.advance(Duration::from_hours(31 * 24));
    let later = reply.now();
    assert!(later.text().contains("until a day ago"), "{}", later.text());
    assert!(later.text().ends_with("\n#unknown"), "{}", later.text());
}
