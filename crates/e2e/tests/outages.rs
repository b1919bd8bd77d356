//! What people see while the API is slow, or away.

use paddock_e2e::{Bot, Installation, Signal, System, WAIT_TIMEOUT, all_members};
use paddock_sim_discord::{Options, SimDiscord};
use paddock_test_db::TestDb;

#[tokio::test]
async fn a_slow_api_makes_people_wait_and_is_answered_late() {
    let db = TestDb::create().await;
    let mut installation = Installation::configured().with("DATABASE_URL", db.url());
    let mut api = installation.start(&["api"]);
    let url = format!("http://{}", api.address().await);
    let discord = SimDiscord::start(Options::default()).await.unwrap();
    let mut bot = Bot::new(
        &discord,
        &url,
        installation.bot_key(),
        &installation.data("bot"),
    );
    bot.start(&discord).await;
    let quick = discord.as_user("grace").slash("/register name:Grace").await;
    assert!(!quick.unwrap().deferred);

    // It takes requests and works on none of them.
    api.signal(Signal::Pause);
    let ada = tokio::spawn(discord.as_user("ada").slash("/register name:Ada"));
    discord
        .wait_until(
            |view| {
                let requests = view.requests().iter();
                let deferred = |it: &&paddock_sim_discord::RecordedRequest| {
                    it.path.ends_with("/callback") && it.body["type"] == 5
                };
                requests.filter(deferred).count() == 1
            },
            WAIT_TIMEOUT,
        )
        .await
        .expect("people see that the bot is thinking");
    api.signal(Signal::Continue);
    let reply = ada.await.unwrap().unwrap();
    assert!(reply.deferred && reply.ephemeral);
    assert!(
        reply.content.starts_with("Welcome, **Ada**!"),
        "{}",
        reply.text()
    );
    let root = api.callers().await.root();
    assert_eq!(all_members(&root).await.len(), 2);
    bot.stop().await;
}

#[tokio::test]
async fn without_the_api_people_get_a_reference_and_with_it_an_answer() {
    let mut system = System::start().await;
    system.say("ada", "/register name:Ada").await;
    system.stop_api().await;
    let lost = system.say("ada", "/register name:Countess").await;
    let expected = format!(
        "Something went wrong, reference `bot-{}`.",
        lost.interaction_id
    );
    assert!(lost.content.starts_with(&expected), "{}", lost.content);
    assert!(lost.ephemeral);
    let ping = system.say("ada", "/ping").await;
    assert!(
        ping.content.contains("The API does not answer"),
        "{}",
        ping.content
    );
    system.start_api().await;
    let renamed = system.say("ada", "/register name:Countess").await;
    assert!(
        renamed.content.contains("**Countess**"),
        "{}",
        renamed.content
    );
}

#[tokio::test]
async fn a_command_during_a_restart_of_the_api_is_answered_and_done_once() {
    let mut system = System::start().await;
    system.kill_api().await;
    let command = tokio::spawn(system.say("ada", "/register name:Ada"));
    // The bot has asked and was refused: it tries again for a while.
    system.start_api().await;
    let reply = command.await.unwrap();
    let answered = reply.content.starts_with("Welcome") || reply.content.contains("reference");
    assert!(answered, "{}", reply.text());
    // Whatever it was, saying it again makes one member.
    system.say("ada", "/register name:Ada").await;
    assert_eq!(all_members(&system.callers().root()).await.len(), 1);
}
