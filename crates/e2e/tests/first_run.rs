//! A newcomer starts `paddock` in an empty folder, tries it, stops it, and starts it again.

use paddock_e2e::{Callers, Installation, Signal, all_members};
use std::os::unix::fs::PermissionsExt;
use std::time::{Duration, Instant};

fn mode(installation: &Installation, name: &str) -> u32 {
    let metadata = std::fs::metadata(installation.data(name)).unwrap();
    metadata.permissions().mode() & 0o777
}

/// What `paddock sim say` prints.
async fn say(installation: &mut Installation, person: &str, text: &str) -> String {
    let output = installation
        .run(&["sim", "say", "--as", person, text])
        .await;
    assert!(output.status.success(), "{output:?}");
    output.stdout
}

#[tokio::test]
async fn nothing_has_to_be_configured_and_nothing_is_forgotten() {
    let mut installation = Installation::bare();
    let mut process = installation.up().await;
    let address = process.address().await;
    let printed = process.stdout();
    assert!(
        printed.contains(&format!("http://{address}/docs")),
        "{printed}"
    );
    assert!(printed.contains("sim say --as ada"), "{printed}");
    for secret in ["bot-api-key", "jwt-secret-key"] {
        assert_eq!(mode(&installation, secret), 0o600, "{secret}");
        let text = installation.secret(secret);
        assert!(text.len() >= 32, "{secret}");
        assert!(!printed.contains(&text) && !process.stderr().contains(&text));
    }
    assert_eq!(mode(&installation, ""), 0o700);

    // The two commands that are printed, as they are printed.
    let reply = say(&mut installation, "ada", "/register name:Ada Lovelace").await;
    assert!(reply.contains("Welcome, **Ada Lovelace**!"), "{reply}");
    let reply = say(&mut installation, "owner", "/verify member:@ada").await;
    assert!(reply.contains("is verified"), "{reply}");
    let reply = say(&mut installation, "ada", "/me").await;
    assert!(reply.contains("✅ verified"), "{reply}");

    let asked = Instant::now();
    process.interrupt().await;
    assert!(
        asked.elapsed() < Duration::from_secs(8),
        "{:?}",
        asked.elapsed()
    );

    let key = installation.secret("bot-api-key");
    let mut process = installation.up().await;
    assert_eq!(
        installation.secret("bot-api-key"),
        key,
        "kept, not made anew"
    );
    let reply = say(&mut installation, "ada", "/me").await;
    assert!(reply.contains("✅ verified"), "{reply}");
    let url = format!("http://{}", process.address().await);
    let members = all_members(&Callers::new(&url, &key).root()).await;
    assert_eq!(members.len(), 1);
    assert_eq!(members[0].display_name, "Ada Lovelace");
}

#[tokio::test]
async fn a_port_that_is_taken_is_told_in_a_sentence() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let mut installation = Installation::bare().with("PADDOCK_LISTEN", &address);
    for arguments in [&[][..], &["api"]] {
        let output = installation.run(arguments).await;
        assert_eq!(output.status.code(), Some(1));
        let sentence = format!(
            "paddock: could not listen on {address} (PADDOCK_LISTEN chooses another): \
             Address already in use"
        );
        assert!(output.stderr.starts_with(&sentence), "{}", output.stderr);
    }
    assert!(!installation.data("paddock.db").exists());
}

#[tokio::test]
async fn without_a_simulator_the_next_step_is_told() {
    let output = Installation::bare()
        .run(&["sim", "say", "--as", "ada", "/me"])
        .await;
    assert_eq!(output.status.code(), Some(1));
    assert!(
        output
            .stderr
            .contains("start `paddock` in this folder first"),
        "{}",
        output.stderr
    );
}

#[tokio::test]
async fn the_parts_run_apart_as_they_run_together() {
    let mut installation = Installation::configured();
    let mut api = installation.start(&["api"]);
    let url = format!("http://{}", api.address().await);
    let mut simulator = installation.start(&["sim", "serve"]);
    simulator.until_printed("DISCORD_GATEWAY_URL=").await;
    let printed = simulator.stdout();
    let settings = printed
        .split_whitespace()
        .filter_map(|word| word.split_once('='))
        .filter(|(key, _)| key.starts_with("DISCORD_"));
    let mut installation = installation.with("API_URL", &url);
    for (key, value) in settings {
        installation = installation.with(key, value);
    }
    let mut bot = installation.start(&["bot"]);
    // The health checks of the containers.
    for part in ["bot", "api"] {
        let address = api.address().await;
        installation = installation.with("PADDOCK_LISTEN", &address);
        healthy(&mut installation, part).await;
    }
    let reply = say(&mut installation, "ada", "/register name:Ada").await;
    assert!(reply.contains("Welcome, **Ada**!"), "{reply}");
    bot.signal(Signal::Terminate);
    assert_eq!(bot.ended().await.code(), Some(0), "{}", bot.stderr());
    let output = installation.run(&["health", "bot"]).await;
    assert!(output.status.code().is_some(), "{output:?}");
    api.signal(Signal::Terminate);
    assert_eq!(api.ended().await.code(), Some(0), "{}", api.stderr());
    let output = installation.run(&["health", "api"]).await;
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    simulator.signal(Signal::Terminate);
    assert_eq!(simulator.ended().await.code(), Some(0));
}

async fn healthy(installation: &mut Installation, part: &str) {
    let deadline = Instant::now() + paddock_e2e::WAIT_TIMEOUT;
    loop {
        let output = installation.run(&["health", part]).await;
        if output.status.success() {
            assert_eq!(output.stdout, "ok\n");
            return;
        }
        assert!(Instant::now() < deadline, "{part}: {output:?}");
    }
}
