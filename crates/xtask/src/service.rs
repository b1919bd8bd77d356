//! A program that runs beside a recipe and never outlives it.
//!
//! A `Drop` guard alone would leave servers behind after Ctrl-C or `kill -9`, when no destructor runs.
//! A small shell therefore supervises the program: it holds the reading end of a pipe whose writing end is in
//! this process, and when that closes, for whatever reason, it stops the program by its process id.
//! The shell has a process group of its own, so that a terminal's Ctrl-C reaches this process and not the
//! server, which can then shut down in order.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::tools::quietly;

/// `$1` is the log, `$2` a folder to remove afterwards or empty, the rest the command.
const SUPERVISOR: &str = r#"
log=$1 scratch=$2
shift 2
exec 3<&0
# A file that may not grow any more is an error, and not the end.
trap '' XFSZ
"$@" >"$log" 2>&1 </dev/null 3<&- &
program=$!
echo "$program"
exec >/dev/null 2>&1
(read -r _ <&3; kill "$program"; sleep 30; kill -KILL "$program") &
guard=$!
wait "$program"
status=$?
kill "$guard"
[ -z "$scratch" ] || rm -rf -- "$scratch"
exit "$status"
"#;

/// A running program; dropping this stops it and waits for its end.
pub(crate) struct Service {
    supervisor: Child,
    pid: u32,
    log: PathBuf,
}

impl Service {
    /// Starts the program of `command` with its arguments, environment and folder; its output goes to `log`.
    ///
    /// `scratch` is a folder that belongs to the program: it is removed once the program has ended.
    pub(crate) fn start(command: &Command, log: &Path, scratch: Option<&Path>) -> Result<Self> {
        let mut shell = Command::new("/bin/sh");
        shell
            .args(["-c", SUPERVISOR, "sh"])
            .arg(log)
            .arg(scratch.map_or(OsStr::new(""), Path::as_os_str))
            .arg(command.get_program())
            .args(command.get_args());
        for (key, value) in command.get_envs() {
            match value {
                Some(value) => shell.env(key, value),
                None => shell.env_remove(key),
            };
        }
        if let Some(dir) = command.get_current_dir() {
            shell.current_dir(dir);
        }
        let mut supervisor = shell
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("could not start /bin/sh")?;
        let mut line = String::new();
        let stdout = supervisor.stdout.take().expect("standard output is piped");
        BufReader::new(stdout)
            .read_line(&mut line)
            .context("could not read from the supervisor")?;
        let pid = line
            .trim()
            .parse()
            .context("the supervisor named no process id")?;
        Ok(Self {
            supervisor,
            pid,
            log: log.to_owned(),
        })
    }

    /// Process id of the program, not of its supervisor.
    pub(crate) fn pid(&self) -> u32 {
        self.pid
    }

    /// The program's exit status, if it has ended.
    pub(crate) fn ended(&mut self) -> Result<Option<ExitStatus>> {
        self.supervisor
            .try_wait()
            .context("could not read the state of the program")
    }

    /// Waits until an attempt succeeds, with a pause after each that did not; an error if the program, which
    /// errors call by this name, ends before, or takes longer than the limit.
    pub(crate) fn wait_until<T>(
        &mut self,
        name: &str,
        limit: Duration,
        pause: Duration,
        mut attempt: impl FnMut(&Self) -> Result<T>,
    ) -> Result<T> {
        let started = Instant::now();
        loop {
            let error = match attempt(self) {
                Ok(succeeded) => return Ok(succeeded),
                Err(error) => error,
            };
            if let Some(status) = self.ended()? {
                bail!("{name} ended during its start ({status})\n{}", self.log());
            }
            if started.elapsed() > limit {
                bail!("{name} did not become ready: {error:#}\n{}", self.log());
            }
            sleep(pause);
        }
    }

    /// Waits until the program ends without being stopped.
    pub(crate) fn wait(&mut self) -> Result<ExitStatus> {
        // `Child::wait` would close the pipe, which is the signal to stop.
        let signal = self.supervisor.stdin.take();
        let status = self
            .supervisor
            .wait()
            .context("could not wait for the program")?;
        drop(signal);
        Ok(status)
    }

    /// Ends the program as `kill -9` does, and waits until it is gone.
    pub(crate) fn kill(mut self) -> Result<()> {
        quietly(Command::new("kill").args(["-KILL", &self.pid.to_string()]))?;
        self.wait().map(drop)
    }

    /// What the program has printed so far.
    pub(crate) fn log(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.log).unwrap_or_default()).into_owned()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        drop(self.supervisor.stdin.take());
        // A failure cannot be handled here, and the supervisor stops the program regardless.
        _ = self.supervisor.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::ensure;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn a_dropped_service_has_ended_and_its_folder_is_gone() {
        let dir = tempfile::tempdir().unwrap();
        let scratch = dir.path().join("scratch");
        fs::create_dir(&scratch).unwrap();
        let log = dir.path().join("log");
        let service = Service::start(&shell("exec sleep 1000"), &log, Some(&scratch)).unwrap();
        let process = PathBuf::from(format!("/proc/{}", service.pid()));
        assert!(process.exists());
        drop(service);
        assert!(!process.exists());
        assert!(!scratch.exists());
    }

    #[test]
    fn a_start_is_waited_for_until_the_program_ends_or_the_time_has() {
        let dir = tempfile::tempdir().unwrap();
        let log = dir.path().join("log");
        let mut service = Service::start(&shell("exec sleep 1000"), &log, None).unwrap();
        let pause = Duration::from_millis(1);
        let mut attempts = 0;
        let third = service.wait_until("it", Duration::from_mins(1), pause, |_| {
            attempts += 1;
            ensure!(attempts == 3, "not yet");
            Ok(())
        });
        third.unwrap();
        let not_yet = |_: &Service| -> Result<()> { bail!("not yet") };
        let late = service.wait_until("it", Duration::ZERO, pause, not_yet);
        let late = late.unwrap_err().to_string();
        assert_eq!(late, "it did not become ready: not yet\n");

        let mut service = Service::start(&shell("echo broken; exit 7"), &log, None).unwrap();
        let ended = service.wait_until("it", Duration::from_mins(1), pause, not_yet);
        let ended = ended.unwrap_err().to_string();
        assert_eq!(
            ended,
            "it ended during its start (exit status: 7)\nbroken\n"
        );
    }

    #[test]
    fn a_program_that_ends_by_itself_leaves_status_and_log() {
        let dir = tempfile::tempdir().unwrap();
        let mut command = shell("echo \"$WORD\"; exit 7");
        command.env("WORD", "broken");
        let mut service = Service::start(&command, &dir.path().join("log"), None).unwrap();
        assert_eq!(service.wait().unwrap().code(), Some(7));
        assert_eq!(service.log(), "broken\n");
    }
}
