//! What is logged, for tests that look for secrets in it.

use crate::helpers::migrate;
use paddock_test_db::TestDb;
use std::sync::{Arc, Mutex};

/// Everything that was logged since it was made.
#[derive(Clone, Default)]
pub(crate) struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(line)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// At the level at which libraries say everything, too. Once in a process, as each test has one.
    /// It begins with what is logged while an empty database is given its tables.
    pub(crate) async fn of_everything() -> Self {
        let log = Self::default();
        let writer = log.clone();
        tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .init();
        let db = TestDb::create().await;
        migrate(db.url().to_owned()).await;
        log
    }

    /// Nothing of this stands in any line, of which there are many.
    pub(crate) fn has_none_of(&self, secrets: &[&str]) {
        let log = String::from_utf8(self.0.lock().unwrap().clone()).unwrap();
        let lines = log.lines().count();
        assert!(lines > 100, "little was logged: {lines}");
        // Of the service itself, and of a library.
        for logged in ["paddock_api::http::trace", " TRACE "] {
            assert!(log.contains(logged), "no `{logged}` was logged");
        }
        for secret in secrets {
            let line = log.lines().find(|line| line.contains(secret));
            assert_eq!(line, None, "{secret}");
        }
    }
}
