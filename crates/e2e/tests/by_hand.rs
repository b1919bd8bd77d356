//! Playing the people of the simulated Discord with `paddock sim`.

use paddock_e2e::{Installation, Output, eventually};

async fn sim(installation: &mut Installation, arguments: &[&str]) -> Output {
    let arguments: Vec<_> = ["sim"].iter().chain(arguments).copied().collect();
    installation.run(&arguments).await
}

async fn done(installation: &mut Installation, arguments: &[&str]) -> String {
    let output = sim(installation, arguments).await;
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    output.stdout
}

#[tokio::test]
async fn a_form_is_filled_in_and_the_server_is_changed() {
    let mut here = Installation::bare();
    let _process = here.up().await;
    let setup = "/setup verified_role:@Verified review_channel:#review";
    done(&mut here, &["say", "--as", "owner", setup]).await;
    let register = "/register name:Ada Lovelace";
    done(&mut here, &["say", "--as", "ada", register]).await;
    let id = eventually("there is a post", async || {
        let posts = done(&mut here, &["messages", "review"]).await;
        let hint = posts.split("--message ").nth(1)?;
        hint.split(' ').next().map(str::to_owned)
    })
    .await;

    let press = ["press", "--as", "owner", "--message", &id, "Reject"];
    let form = done(&mut here, &press).await;
    assert!(form.contains("(reason)"), "{form}");
    assert!(form.contains("--field NAME=TEXT"), "{form}");
    let wrong = [&press[..], &["--field", "why=No proof"]].concat();
    let refused = sim(&mut here, &wrong).await;
    assert!(
        refused
            .stderr
            .contains("the form has no field why; it has reason"),
        "{refused:?}"
    );
    let right = [&press[..], &["--field", "reason=Not of this league"]].concat();
    done(&mut here, &right).await;
    let told = eventually("she reads why", async || {
        let told = here.run(&["sim", "messages", "--as", "ada"]).await.stdout;
        told.contains("Not of this league").then_some(told)
    });
    told.await;
    let no_form = ["say", "--as", "ada", "/ping", "--field", "reason=x"];
    let refused = sim(&mut here, &no_form).await;
    assert!(refused.stderr.contains("no form"), "{refused:?}");

    for (arguments, expected) in [
        (
            &["voice", "ada", "Grid Lounge"][..],
            "ada is in Grid Lounge.",
        ),
        (&["voice", "ada"], "ada left voice."),
        (&["join", "katherine", "--pending"], "katherine joined."),
        (
            &["accept-rules", "katherine"],
            "katherine accepted the rules.",
        ),
        (&["pending", "linus"], "linus has to accept the rules."),
        (&["accept-rules", "linus"], "linus accepted the rules."),
        (
            &["thread", "open", "--as", "ada", "who is late?"],
            "who is late? is open in general.",
        ),
        (
            &["say", "--as", "ada", "--channel", "who is late?", "me"],
            "me",
        ),
        (&["messages", "who is late?"], "ada: me"),
        (
            &["thread", "archive", "who is late?"],
            "who is late? is archived.",
        ),
        (
            &["thread", "delete", "who is late?"],
            "who is late? is deleted.",
        ),
        (
            &["slow", "gateway", "0.5", "--method", "GET"],
            "The next request to gateway is answered 0.5 s late.",
        ),
        (&["limits", "discord"], "The limits: discord."),
        (&["delete-channel", "staff-room"], "staff-room is deleted."),
        (&["delete-role", "Champion"], "Champion is deleted."),
        (&["bot", "kick"], "The bot was kicked."),
        (&["bot", "invite"], "The bot was invited."),
    ] {
        assert_eq!(done(&mut here, arguments).await.trim(), expected);
    }
    let refused = sim(&mut here, &["delete-role", "Champion"]).await;
    assert!(refused.stderr.contains("there is no role"), "{refused:?}");
}
