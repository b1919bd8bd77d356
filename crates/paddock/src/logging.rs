//! Logs: readable text on a terminal, JSON otherwise.
//!
//! Whoever logs a line puts it into a queue, and a thread writes it: an output that is slow, or that
//! nobody reads, holds up no request. What is in the queue when the process ends is written by
//! [`finish`].

use crate::environment::Variables;
use anyhow::bail;
use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;
use tracing_appender::non_blocking::{ErrorCounter, NonBlocking, NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::EnvFilter;

/// What is logged by default.
const DEFAULT_FILTER: &str = "info,twilight_gateway=warn,twilight_http=warn,sqlx=warn";

/// Lines that wait to be written; further ones are lost, and counted.
const QUEUE: usize = 10_000;

/// As much is written at once, at most, and a line more, in bytes.
const BUFFER: usize = 64 << 10;

/// How long lines gather before they are written, while there are some.
const PAUSE: Duration = Duration::from_millis(5);

/// What writes the rest of the queue when it is dropped.
static WRITER: Mutex<Option<WorkerGuard>> = Mutex::new(None);

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
    let (queue, writer) = NonBlockingBuilder::default()
        .lossy(true)
        .buffered_lines_limit(QUEUE)
        .thread_name("log")
        .finish(LogWriter::new(io::stderr()));
    *WRITER.lock().unwrap_or_else(PoisonError::into_inner) = Some(writer);
    let queue = Queue {
        lost: queue.error_counter(),
        queue,
    };
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        // It would report a line that it cannot format with a print that may panic.
        .log_internal_errors(false)
        .with_writer(move || queue.clone());
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

/// Writes what is left in the queue, as far as the output takes it within a second. The last thing that
/// a process does with its log.
pub(crate) fn finish() {
    drop(WRITER.lock().unwrap_or_else(PoisonError::into_inner).take());
}

/// Where lines wait; one that finds no room there is counted and forgotten.
#[derive(Clone)]
struct Queue {
    queue: NonBlocking,
    lost: ErrorCounter,
}

impl Write for Queue {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        /// How many are in the metrics already.
        static COUNTED: AtomicUsize = AtomicUsize::new(0);
        self.queue.write_all(line).ok();
        let lost = self.lost.dropped_lines();
        let counted = COUNTED.fetch_max(lost, Ordering::Relaxed);
        paddock_api::count_lost_log_lines(lost.saturating_sub(counted));
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes lines to an output that may be closed or full. A line that cannot be written is counted and
/// forgotten: the service goes on, because the subscriber would report the failure with a print that
/// panics.
struct LogWriter<W> {
    output: W,
    /// Lines that are written together.
    buffer: Vec<u8>,
    lines: usize,
}

impl<W: Write> LogWriter<W> {
    fn new(output: W) -> Self {
        Self {
            output,
            buffer: Vec::new(),
            lines: 0,
        }
    }

    fn write_out(&mut self) {
        let written = self.output.write_all(&self.buffer);
        if written.and_then(|()| self.output.flush()).is_err() {
            paddock_api::count_lost_log_lines(self.lines);
        }
        self.buffer.clear();
        self.lines = 0;
    }
}

impl<W: Write> Write for LogWriter<W> {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.buffer.extend_from_slice(line);
        self.lines += 1;
        if self.buffer.len() >= BUFFER {
            self.write_out();
        }
        Ok(line.len())
    }

    /// The queue is empty. Whoever logs next would have to wake a thread that waits for it, so this one
    /// comes back by itself.
    fn flush(&mut self) -> io::Result<()> {
        self.write_out();
        thread::sleep(PAUSE);
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
    fn lines_are_written_together() {
        let mut written = Vec::new();
        let mut log = LogWriter::new(&mut written);
        log.write_all(b"a line\n").unwrap();
        log.write_all(b"another\n").unwrap();
        assert_eq!(*log.output, b"");
        log.flush().unwrap();
        assert_eq!(*log.output, b"a line\nanother\n");
        log.write_all(&vec![b'x'; BUFFER]).unwrap();
        assert_eq!(written.len(), 15 + BUFFER);
    }

    #[test]
    fn a_line_that_cannot_be_written_is_no_failure() {
        let mut log = LogWriter::new(Full);
        assert_eq!(log.write(b"a line\n").unwrap(), 7);
        log.flush().unwrap();
        assert!(log.buffer.is_empty());
    }
}
