//! Wrong configuration: every fault in one message, by name, and never a secret.

use paddock_e2e::{Installation, Output, Port, workspace_root};

const SECRET: &str = "5f3c8e0b9a7d4c21b6e8f0a1d2c3b4e5";
const OTHER: &str = "c0ffee00b9a7d4c21b6e8f0a1d2c3b4e";

/// Everything that production wants.
fn production() -> Installation {
    Installation::bare()
        .with("PADDOCK_ENV", "production")
        .with("DATABASE_URL", "sqlite://paddock.db")
        .with("BASE_URL", "https://paddock.test")
        .with("BOT_API_KEY", SECRET)
        .with("JWT_SECRET_KEY", OTHER)
        .with("ROOT_ADMIN_ID", "175928847299117063")
        .with("API_URL", "http://127.0.0.1:1")
        .with("DISCORD_BOT_TOKEN", "MTc1OTI4ODQ3Mjk5MTE3MDYz.Gabcde.none")
}

/// The keys that a refused start names, in order.
fn faults(output: &Output) -> Vec<&str> {
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert_eq!(output.stdout, "", "{output:?}");
    let lines = output
        .stderr
        .lines()
        .filter_map(|line| line.strip_prefix("  "));
    lines
        .map(|line| line.split(':').next().unwrap_or(line))
        .collect()
}

#[tokio::test]
async fn production_without_anything_names_everything_that_is_missing() {
    let mut nothing = Installation::bare().with("PADDOCK_ENV", "production");
    let output = nothing.run(&["api"]).await;
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(output.stderr, @"
    paddock: the configuration has 5 faults:
      DATABASE_URL: missing; expected `mysql://user:password@host:3306/database` (also mariadb://, mysql+asyncmy://) or `sqlite://path/to/file.db`
      BASE_URL: missing; expected the public address, such as `https://paddock.example.org`
      BOT_API_KEY: missing; expected at least 32 random characters, such as `openssl rand -hex 32` prints
      JWT_SECRET_KEY: missing; expected at least 32 random characters, such as `openssl rand -hex 32` prints
      ROOT_ADMIN_ID: missing; expected the Discord user id of whoever runs this
    ");
    let output = nothing.run(&["bot"]).await;
    assert_eq!(
        faults(&output),
        ["BOT_API_KEY", "DISCORD_BOT_TOKEN", "API_URL"]
    );
    assert!(!nothing.data("").exists(), "nothing was made up");
}

#[tokio::test]
async fn each_missing_key_is_named_alone() {
    let of_the_api = [
        "DATABASE_URL",
        "BASE_URL",
        "BOT_API_KEY",
        "JWT_SECRET_KEY",
        "ROOT_ADMIN_ID",
    ];
    for key in of_the_api {
        let output = production().without(key).run(&["api"]).await;
        assert_eq!(faults(&output), [key]);
    }
    for key in ["BOT_API_KEY", "DISCORD_BOT_TOKEN", "API_URL"] {
        let output = production().without(key).run(&["bot"]).await;
        assert_eq!(faults(&output), [key]);
    }
}

#[tokio::test]
async fn each_malformed_key_is_named_alone_and_its_value_is_not_shown() {
    let of_the_api = [
        ("PADDOCK_ENV", "prod-2f6a"),
        ("PADDOCK_LISTEN", "localhost-2f6a"),
        ("PADDOCK_LISTENS", "0.0.0.0:2661"),
        ("DATABASE_URL", "postgres://paddock:2f6a@db/paddock"),
        ("DATABASE_URL", "mysql://paddock:2f6a@db:3306"),
        ("DATABASE_URL", "mysql://paddock:1/2f6a@db:3306/paddock"),
        ("BOT_API_KEY", "short-2f6a"),
        ("BOT_API_KEY", "change-me-2f6a-change-me-2f6a-change-me"),
        ("BOT_API_KEY", "2f6a2f6a2f6a2f6a2f6a2f6a2f6a2f6a2f6a"),
        ("JWT_SECRET_KEY", "short-2f6a"),
        ("JWT_SECRET_KEY", "your-jwt-secret-key-2f6a-goes-in-here"),
        ("ALGORITHM", "RS256-2f6a"),
        ("ACCESS_TOKEN_EXPIRE_MINUTES", "0"),
        ("ACCESS_TOKEN_EXPIRE_MINUTES", "2f6a"),
        ("BASE_URL", "paddock-2f6a"),
        ("BASE_URL", "https://2f6a.example.org"),
        ("RATE_LIMIT_PER_MINUTE", "2f6a"),
        ("TRUSTED_PROXIES", "10.0.0.0/8, 2f6a-caddy"),
        ("ROOT_ADMIN_ID", "me-2f6a"),
    ];
    let of_the_bot = [
        ("DISCORD_BOT_TOKEN", "2f6a-the-client-secret-has-no-dots"),
        ("DISCORD_GUILD_ID", "2f6a"),
        ("API_URL", "2f6a:8000"),
        ("DISCORD_GATEWAY_URL", "2f6a"),
        ("DISCORD_REST_PROXY", "http://2f6a"),
        ("BOT_API_KEY", "short-2f6a"),
        ("PADDOCK_ENV", "prod-2f6a"),
    ];
    let cases = of_the_api.map(|case| ("api", case)).into_iter();
    for (part, (key, value)) in cases.chain(of_the_bot.map(|case| ("bot", case))) {
        let output = production().with(key, value).run(&[part]).await;
        assert_eq!(faults(&output), [key], "{part} with {value}");
        assert!(!output.stderr.contains("2f6a"), "{}", output.stderr);
    }
}

#[tokio::test]
async fn every_malformed_key_is_named_at_once_and_no_secret_is_shown() {
    let mut wrong = production()
        .with("DATABASE_URL", "postgres://paddock:open-sesame@db/paddock")
        .with("BASE_URL", "nowhere")
        .with("ALGORITHM", "none")
        .with("ROOT_ADMIN_ID", "me")
        .with("TRUSTED_PROXIES", "everybody")
        .with("RATE_LIMIT_PER_MINUTE", "-1")
        .with("DISCORD_GUILD_ID", "here");
    let output = wrong.run(&[]).await;
    let mut named = faults(&output);
    named.sort_unstable();
    assert_eq!(
        named,
        [
            "ALGORITHM",
            "BASE_URL",
            "DATABASE_URL",
            "DISCORD_GUILD_ID",
            "RATE_LIMIT_PER_MINUTE",
            "ROOT_ADMIN_ID",
            "TRUSTED_PROXIES",
        ]
    );
    for secret in [SECRET, OTHER, "open-sesame", "Gabcde"] {
        assert!(!output.stderr.contains(secret), "{}", output.stderr);
    }
}

#[tokio::test]
async fn the_examples_are_refused_as_they_stand() {
    let mut examples = Installation::bare().with("PADDOCK_ENV", "production");
    for name in [".env.api", ".env.bot"] {
        let example = workspace_root().join(format!("{name}.example"));
        std::fs::copy(example, examples.dir().join(name)).unwrap();
    }
    let output = examples.run(&["api"]).await;
    let named = faults(&output);
    for key in [
        "DATABASE_URL",
        "BOT_API_KEY",
        "JWT_SECRET_KEY",
        "ROOT_ADMIN_ID",
        "BASE_URL",
    ] {
        assert!(named.contains(&key), "{key}: {}", output.stderr);
    }
    let output = examples.run(&["bot"]).await;
    assert!(
        faults(&output).contains(&"BOT_API_KEY"),
        "{}",
        output.stderr
    );
}

#[tokio::test]
async fn a_line_that_is_none_is_not_quoted() {
    let mut installation = Installation::bare();
    std::fs::write(
        installation.dir().join(".env.api"),
        "BOT_API_KEY open-sesame\n",
    )
    .unwrap();
    let output = installation.run(&["api"]).await;
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(
        output.stderr,
        @"paddock: .env.api has a line that is not KEY=VALUE"
    );
}

#[tokio::test]
async fn a_database_out_of_reach_is_told_without_its_password() {
    let port = Port::reserve();
    let url = format!("mysql://paddock:open-sesame@{}/paddock", port.address());
    let mut installation = production().with("DATABASE_URL", &url);
    let output = installation.run(&["api"]).await;
    assert_eq!(output.status.code(), Some(1));
    assert!(
        output
            .stderr
            .starts_with("paddock: could not open the database"),
        "{}",
        output.stderr
    );
    assert!(!output.stderr.contains("sesame"), "{}", output.stderr);
}

#[tokio::test]
async fn the_environment_wins_over_the_file_and_an_empty_value_over_nothing() {
    let mut installation = Installation::bare()
        .with("ALGORITHM", "HS512")
        .with("BASE_URL", "");
    std::fs::write(
        installation.dir().join(".env.api"),
        "ALGORITHM=none\nBASE_URL=nowhere\n",
    )
    .unwrap();
    let output = installation.run(&["api"]).await;
    assert_eq!(faults(&output), ["BASE_URL"]);
}
