//! Logs: readable text on a terminal, JSON otherwise.

use crate::environment::Variables;
use anyhow::bail;
use std::io::{self, IsTerminal, Write};
use tracing_subscriber::EnvFilter;

/// What is logged by default.
const DEFAULT_FILTER: &str = "info,twilight_gateway=warn,twilight_http=warn,sqlx=warn";

/// Starts logging to standard error, as `PADDOCK_LOG` and `PADDOCK_LOG_FORMAT` say.
pub(crate) fn start(variables: &Variables) -> anyhow::Result<()> {
    let filter = variables.get("PADDOCK_LOG").unwrap_or(DEFAULT_FILTER);
    let Ok(filter) = EnvFilter::try_new(filter) else {
        bail!("PADDOCK_LOG: expected a filter such as `info` or `info,paddock_api=debug`");
    };
    let terminal = io::stderr().is_terminal();
    let human = match variables.get("PADDOCK_LOG_FORMAT") {
        None | Some("auto") => terminal,
        Some("human") => true,
        Some("json") => false,
        Some(_) => bail!("PADDOCK_LOG_FORMAT: expected `auto`, `human` or `json`"),
    };
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        // It would report a line that it cannot format with a print that may panic.
        .log_internal_errors(false)
        .with_writer(|| LogWriter(io::stderr()));
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

/// Writes lines to an output that may be closed or full. A line that cannot be written is counted and
/// forgotten: the service goes on, because the subscriber would report the failure with a print that
/// panics.
struct LogWriter<W>(W);

impl<W: Write> Write for LogWriter<W> {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        if self.0.write_all(line).is_err() {
            paddock_api::count_lost_log_line();
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush().ok();
        Ok(())
    }
}

/// Prints why the process ends, with every cause behind it.
pub(crate) fn print_error(error: &anyhow::Error) {
    writeln!(io::stderr(), "paddock: {error:#}").ok();
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Full;

    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(io::ErrorKind::StorageFull.into())
        }
    }

    #[test]
    fn a_line_that_cannot_be_written_is_no_failure() {
        let mut log = LogWriter(Full);
        assert_eq!(log.write(b"a line\n").unwrap(), 7);
        log.flush().unwrap();
    }
}
