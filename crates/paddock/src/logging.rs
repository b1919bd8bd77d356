//! Logs: readable text on a terminal, JSON otherwise.

use crate::environment::Variables;
use anyhow::bail;
use std::io::{IsTerminal, Write};
use tracing_subscriber::EnvFilter;

/// What is logged by default.
const DEFAULT_FILTER: &str = "info,twilight_gateway=warn,twilight_http=warn,sqlx=warn";

/// Starts logging to standard error, as `PADDOCK_LOG` and `PADDOCK_LOG_FORMAT` say.
pub(crate) fn start(variables: &Variables) -> anyhow::Result<()> {
    let filter = variables.get("PADDOCK_LOG").unwrap_or(DEFAULT_FILTER);
    let Ok(filter) = EnvFilter::try_new(filter) else {
        bail!("PADDOCK_LOG: expected a filter such as `info` or `info,paddock_api=debug`");
    };
    let terminal = std::io::stderr().is_terminal();
    let human = match variables.get("PADDOCK_LOG_FORMAT") {
        None | Some("auto") => terminal,
        Some("human") => true,
        Some("json") => false,
        Some(_) => bail!("PADDOCK_LOG_FORMAT: expected `auto`, `human` or `json`"),
    };
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    // It only fails when called twice in one process, which does not happen.
    if human {
        log.with_ansi(terminal).with_target(false).try_init().ok();
    } else {
        log.json()
            .flatten_event(true)
            .with_current_span(true)
            .with_span_list(false)
            .try_init()
            .ok();
    }
    Ok(())
}

/// Prints why the process ends, with every cause behind it.
pub(crate) fn print_error(error: &anyhow::Error) {
    writeln!(std::io::stderr(), "paddock: {error:#}").ok();
}
