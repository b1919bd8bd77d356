//! `/ping`.

use super::prelude::*;
use std::time::Instant;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, ping);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "ping", desc = "Whether Paddock is awake, and how fast")]
struct Ping {}

async fn ping(call: Call, _: Ping) -> Outcome {
    let asked = Instant::now();
    let api = match call.api.version().await {
        Ok(version) => {
            let took = asked.elapsed().as_millis();
            format!(
                "The API answers in {took} ms (version {}).",
                version.version
            )
        }
        Err(error) => {
            tracing::warn!(%error, "the API does not answer a ping");
            "The API does not answer right now; commands will fail until it does.".to_owned()
        }
    };
    let age = call.age.as_millis();
    Ok(Reply::text(format!(
        "Pong! Your command took {age} ms to get here.\n{api}"
    ))
    .into())
}
