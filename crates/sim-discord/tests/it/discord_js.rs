//! The simulator against discord.js, unmodified, in a program of its own.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use paddock_sim_discord::{Options, SimDiscord};

use crate::helpers::{LIMIT, start};

/// Where `cargo xtask test` installs discord.js: in cargo's folder of this workspace, `target` by default.
fn modules() -> PathBuf {
    let program = std::env::current_exe().unwrap();
    // target/PROFILE/deps/it-…
    let target = program.ancestors().nth(3).unwrap();
    let modules = target.join("discord-js/node_modules");
    assert!(
        modules.join("discord.js").is_dir(),
        "discord.js is not there: `cargo xtask test` installs it"
    );
    modules
}

/// The program, which ends with the test.
struct Bot(Child);

impl Bot {
    fn start(sim: &SimDiscord) -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/discord-js/bot.cjs");
        let bot = Command::new("node")
            .arg(script)
            .env("NODE_PATH", modules())
            .env("DISCORD_API", format!("{}/api", sim.oauth_url()))
            .env("DISCORD_TOKEN", Options::default().bot_token)
            .stdin(Stdio::null())
            .spawn();
        Self(bot.expect("node is installed, see `cargo xtask test`"))
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

#[tokio::test]
async fn a_bot_on_discord_js_starts_and_takes_a_command_a_file_a_button_and_a_form() {
    let options = Options {
        local_files: true,
        ..Options::default()
    };
    let sim = start(options).await;
    let mut bot = Bot::start(&sim);
    sim.wait_commands().await.unwrap();

    let ada = sim.as_user("ada").with_file("proof.txt", "a cut corner");
    let command = "/report proof:proof.txt driver:@mira";
    let reply = ada.slash(command).await.unwrap();
    assert!(reply.deferred, "{reply:?}");
    let expected = "ada reports Mira Voss in Paddock Test Track: proof.txt, 12 bytes: a cut corner";
    assert_eq!(reply.content, expected);
    let receipt = &reply.attachments[0];
    assert_eq!(receipt.filename, "receipt.txt");
    assert_eq!(receipt.text(), "received");

    let form = ada.press(&reply, "Explain").await.unwrap();
    let modal = form.modal.as_ref().unwrap();
    assert_eq!(modal.title, "What happened?");
    let done = ada.submit_modal(&form, &[("lap", "7")]).await.unwrap();
    assert_eq!(done.content, "It was in lap 7.");
    let announced = sim.wait_until(
        |view| {
            let messages = view.messages("announcements");
            messages
                .iter()
                .any(|it| it.content.ends_with("has explained."))
        },
        LIMIT,
    );
    announced.await.unwrap();
    assert_eq!(done.now().followups[0].content, "Thank you.");
    assert_eq!(bot.0.try_wait().unwrap(), None);
}
