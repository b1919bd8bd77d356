//! A running `paddock`.

use crate::{Callers, eventually};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus};

/// A signal to a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// SIGINT, which Ctrl-C sends.
    Interrupt,
    /// SIGTERM, which service managers and container engines send.
    Terminate,
    /// SIGSTOP, which halts it until [`Signal::Continue`], as on an overloaded machine.
    Pause,
    /// SIGCONT, which resumes it.
    Continue,
}

/// A running `paddock`. Dropping it kills that process only.
pub struct Process {
    child: Child,
    stdout: PathBuf,
    stderr: PathBuf,
    bot_key: String,
}

impl Process {
    pub(crate) fn new(child: Child, stdout: PathBuf, stderr: PathBuf, bot_key: String) -> Self {
        Self {
            child,
            stdout,
            stderr,
            bot_key,
        }
    }

    /// Its id in the operating system.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// What it has printed for people so far.
    pub fn stdout(&self) -> String {
        read(&self.stdout)
    }

    /// What it has logged so far.
    pub fn stderr(&self) -> String {
        read(&self.stderr)
    }

    /// Waits until it has printed this.
    ///
    /// # Panics
    ///
    /// When it ends before, or does not print it.
    pub async fn until_printed(&mut self, text: &str) {
        let what = format!("paddock prints {text:?}");
        eventually(what, async || {
            let printed = self.stdout().contains(text);
            if !printed {
                self.assert_runs();
            }
            printed.then_some(())
        })
        .await;
    }

    /// Waits until it has logged this message, and gives the log entry.
    ///
    /// # Panics
    ///
    /// When it ends before, or does not log it.
    pub async fn until_logged(&mut self, message: &str) -> Value {
        let what = format!("paddock logs {message:?}");
        eventually(what, async || {
            let log = self.stderr();
            let mut entries = log
                .lines()
                .filter_map(|line| serde_json::from_str(line).ok());
            let entry = entries.find(|entry: &Value| entry["message"] == message);
            if entry.is_none() {
                self.assert_runs();
            }
            entry
        })
        .await
    }

    /// The address of its API, once it listens, on a port that the operating system chose.
    ///
    /// # Panics
    ///
    /// When it ends before, or does not listen.
    pub async fn address(&mut self) -> String {
        let entry = self.until_logged("the API listens").await;
        let address = entry["address"].as_str();
        address.expect("the entry names it").to_owned()
    }

    /// The callers of its API, once it listens.
    pub async fn callers(&mut self) -> Callers {
        let address = self.address().await;
        Callers::new(&format!("http://{address}"), &self.bot_key)
    }

    /// Sends it a signal.
    ///
    /// # Panics
    ///
    /// When it has ended.
    pub fn signal(&mut self, signal: Signal) {
        self.assert_runs();
        let name = match signal {
            Signal::Interrupt => "-INT",
            Signal::Terminate => "-TERM",
            Signal::Pause => "-STOP",
            Signal::Continue => "-CONT",
        };
        let status = Command::new("kill")
            .args([name, &self.child.id().to_string()])
            .status()
            .expect("kill is everywhere");
        assert!(status.success(), "kill {name} failed ({status})");
    }

    /// Kills it as the operating system would, and waits until it is gone.
    ///
    /// # Panics
    ///
    /// When it has ended by itself.
    pub fn kill(mut self) {
        self.assert_runs();
        self.end();
    }

    /// Kills it as the operating system would, unless it was faster.
    pub fn stop_short(mut self) {
        self.end();
    }

    /// Ends it as Ctrl-C does, in good order.
    ///
    /// # Panics
    ///
    /// When it has ended, or does not end with success.
    pub async fn interrupt(&mut self) {
        self.signal(Signal::Interrupt);
        assert_eq!(self.ended().await.code(), Some(0), "{}", self.stderr());
    }

    /// Waits until it ends by itself.
    ///
    /// # Panics
    ///
    /// When it does not end.
    pub async fn ended(&mut self) -> ExitStatus {
        eventually("paddock ends", async || {
            self.child.try_wait().expect("a child can be looked after")
        })
        .await
    }

    fn assert_runs(&mut self) {
        let ended = self.child.try_wait().expect("a child can be looked after");
        if let Some(status) = ended {
            panic!(
                "paddock ended ({status})\n{}{}",
                self.stdout(),
                self.stderr()
            );
        }
    }

    fn end(&mut self) {
        // It may have ended already.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
        if std::thread::panicking() {
            // Shown beside the failure, which it may explain.
            #[expect(clippy::print_stderr, reason = "a test harness shows what it saw")]
            {
                eprintln!("--- paddock printed\n{}{}", self.stdout(), self.stderr());
            }
        }
    }
}

fn read(path: &PathBuf) -> String {
    String::from_utf8_lossy(&fs::read(path).unwrap_or_default()).into_owned()
}
