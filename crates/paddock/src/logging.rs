//! Logs: for people on a terminal, JSON otherwise.

use crate::environment::Variables;
use anyhow::bail;
use std::io::{IsTerminal, Write};
use tracing_subscriber::EnvFilter;

/// What is told unless asked for more.
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
    // A second start in one process would fail, and there is none.
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

/// Says why the process ends, with everything behind it.
pub(crate) fn complain(error: &anyhow::Error) {
    writeln!(std::io::stderr(), "paddock: {error:#}").ok();
}
