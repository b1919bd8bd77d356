//! The registered set of commands.

use paddock_sim_discord::{GUILD_ID, Options};
use serde_json::{Value, json};
use twilight_model::id::Id;
use twilight_model::id::marker::GuildMarker;

use crate::helpers::{app, commands, http, start};

const GUILD: Id<GuildMarker> = Id::new(GUILD_ID);

#[tokio::test]
async fn commands_are_stored_and_validated() {
    let sim = start(Options::default()).await;
    let http = http(&sim);
    let put = async |body: Value| {
        let url = format!(
            "http://{}/api/v10/applications/{}/commands",
            sim.rest_host(),
            app()
        );
        let client = reqwest::Client::builder().build().unwrap();
        let request = client
            .put(url)
            .header("authorization", "Bot sim.bot.token")
            .json(&body);
        let answer = request.send().await.unwrap();
        (
            answer.status().as_u16(),
            answer.json::<Value>().await.unwrap(),
        )
    };
    let (status, first) = put(commands()).await;
    assert_eq!((status, first.as_array().unwrap().len()), (200, 6));
    let mut fewer = commands();
    fewer.as_array_mut().unwrap().truncate(2);
    fewer[0]["description"] = json!("changed");
    let (_, second) = put(fewer).await;
    assert_eq!(
        second[0]["id"], first[0]["id"],
        "an unchanged name keeps its id"
    );
    assert_ne!(second[0]["version"], first[0]["version"]);
    assert_eq!(second[1]["version"], first[1]["version"]);
    assert_eq!(sim.commands().len(), 2);
    let (status, error) = put(json!([{"name": "Bad Name", "description": ""}])).await;
    assert_eq!((status, &error["code"]), (400, &json!(50035)));
    assert!(
        error["errors"]["0"]["name"].is_object() && error["errors"]["0"]["description"].is_object()
    );
    assert_eq!(sim.commands().len(), 2, "a refused set changes nothing");

    let client = http.interaction(app());
    let guild = client
        .guild_commands(GUILD)
        .await
        .unwrap()
        .models()
        .await
        .unwrap();
    assert!(guild.is_empty());
    let made = client
        .create_guild_command(GUILD)
        .chat_input("here", "Here");
    let made = made.await.unwrap().model().await.unwrap();
    client
        .delete_guild_command(GUILD, made.id.unwrap())
        .await
        .unwrap();
    let global = client
        .global_commands()
        .await
        .unwrap()
        .models()
        .await
        .unwrap();
    assert_eq!(global.len(), 2);
}
