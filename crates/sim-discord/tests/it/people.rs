//! What Discord's client refuses before the bot sees it.

use paddock_sim_discord::{Options, SimDiscord};
use serde_json::json;

use crate::helpers::{say, with_bot};

async fn refused(sim: &SimDiscord, who: &str, text: &str) -> String {
    sim.as_user(who).slash(text).await.unwrap_err().to_string()
}

#[tokio::test]
async fn mistakes_are_refused_with_the_reason() {
    let (sim, _bot) = with_bot(Options::default()).await;
    let cases = [
        ("/nothing", "There is no command /nothing here"),
        ("/register", "/register: name is required"),
        (
            "/register name:Ada number:100",
            "/register: number must be at most 99",
        ),
        (
            "/register name:Ada number:seven",
            "/register: number must be a whole number, not seven",
        ),
        (
            "/register name:Ada class:LMP2",
            "/register: class must be one of: GT Three, Formula",
        ),
        (
            "/register name:Ada fast:maybe",
            "/register: fast must be true or false",
        ),
        (
            "/register name:An immoderately long name",
            "/register: name must be at most 20 characters long",
        ),
        (
            "/register name:Ada colour:red",
            "/register has no option colour (it has: name, number, weight, fast, class)",
        ),
        ("/pick member:nobody", "/pick: member names nobody: nobody"),
        (
            "/pick member:ada role:None",
            "/pick: role names no role: None",
        ),
        (
            "/pick member:ada channel:admin",
            "/pick: channel names no channel: admin",
        ),
        (
            "/pick member:ada channel:Grid Lounge",
            "/pick: channel cannot be #Grid Lounge: the wrong kind of channel",
        ),
        ("/token", "/token needs one of: revoke, admin"),
        ("/token revoke", "/token revoke: token is required"),
        ("/token admin", "/token admin needs one of: list"),
    ];
    for (text, why) in cases {
        assert_eq!(refused(&sim, "ada", text).await, why);
    }
    assert_eq!(
        refused(&sim, "nobody", "/ping").await,
        "There is nobody called nobody"
    );
}

#[tokio::test]
async fn default_permissions_hide_commands() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    for command in ["/config", "/nuke"] {
        let why = refused(&sim, "ada", command).await;
        assert_eq!(why, format!("ada has no permission to use {command}"));
        for allowed in ["mira", "owner"] {
            let (reply, ()) = tokio::join!(sim.as_user(allowed).slash(command), async {
                let i = bot.interaction().await;
                bot.respond(&i, &say("done")).await;
            });
            reply.unwrap();
        }
    }
    let hidden = sim
        .as_user("ada")
        .in_channel("admin")
        .slash("/ping")
        .await
        .unwrap_err();
    assert_eq!(hidden.to_string(), "ada cannot see #admin");
    sim.leave("ada");
    assert_eq!(
        refused(&sim, "ada", "/ping").await,
        "ada is not a member of this server"
    );
}

#[tokio::test]
async fn options_may_be_given_as_json() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let ada = sim.as_user("ada");
    let options = json!({"name": "Ada", "number": 7, "fast": true, "class": null});
    let (reply, data) = tokio::join!(ada.slash_with("register", options), async {
        let i = bot.interaction().await;
        bot.respond(&i, &say("done")).await;
        format!("{:?}", i.data)
    });
    reply.unwrap();
    assert!(
        data.contains("Integer(7)") && data.contains("Boolean(true)"),
        "{data}"
    );
}

#[tokio::test]
async fn sub_commands_nest_in_groups() {
    let (sim, mut bot) = with_bot(Options::default()).await;
    let ada = sim.as_user("ada");
    let (reply, data) = tokio::join!(ada.slash("/token admin list"), async {
        let i = bot.interaction().await;
        bot.respond(&i, &say("none")).await;
        format!("{:?}", i.data)
    });
    reply.unwrap();
    assert!(
        data.contains("SubCommandGroup") && data.contains("SubCommand("),
        "{data}"
    );
    let (reply, data) = tokio::join!(ada.slash("/token revoke token:a b c"), async {
        let i = bot.interaction().await;
        bot.respond(&i, &say("done")).await;
        format!("{:?}", i.data)
    });
    reply.unwrap();
    assert!(data.contains(r#"String("a b c")"#), "{data}");
}
