//! Start and memory of the release build, as a table for docs/operations.md.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};

use crate::paddock::{Installation, Profile, build};
use crate::service::Service;

/// Number of starts of each kind; the table shows the median.
const STARTS: usize = 9;

/// How long a program idles before its memory is read.
const IDLE: Duration = Duration::from_secs(3);

const START_LIMIT: Duration = Duration::from_secs(20);

/// The recipe `measure`.
pub(crate) fn run() -> Result<()> {
    let program = build(Profile::Release)?;
    let size = fs::metadata(&program)?.len();
    let mut first = Vec::new();
    let mut again = Vec::new();
    for _ in 0..STARTS {
        let dir = tempfile::tempdir().context("could not create a folder for the API")?;
        let paddock = Installation::new(program.clone(), dir.path(), None)?;
        // Dropping the API stops it.
        first.push(paddock.start_api()?.1);
        again.push(paddock.start_api()?.1);
    }

    forget(&program)?;
    let dir = tempfile::tempdir().context("could not create a folder for the API")?;
    let paddock = Installation::new(program, dir.path(), None)?;
    let (api, _) = paddock.start_api()?;
    let (_simulator, bot) = start_bot(&paddock)?;
    sleep(IDLE);

    println!("| on SQLite, release build | measured | aim |");
    println!("|---|---|---|");
    println!(
        "| `paddock api`, start to ready, new data folder | {} | 300 ms |",
        milliseconds(first)
    );
    println!(
        "| `paddock api`, start to ready, restart | {} | 300 ms |",
        milliseconds(again)
    );
    println!(
        "| `paddock api`, resident memory, idle, bot connected | {} | 25 MiB |",
        resident(&api)?
    );
    println!(
        "| `paddock bot`, resident memory, idle, one guild | {} | 20 MiB |",
        resident(&bot)?
    );
    println!(
        "| size of the program | {:.1} MiB | |",
        mebibytes(size / 1024)
    );
    println!(
        "\nMedian of {STARTS} starts; memory after {} s idle, with the program read from the disk; on {}.",
        IDLE.as_secs(),
        machine()
    );
    Ok(())
}

/// Has a program read from the disk when it is started next, as after a start of the machine. What was just written
/// lies in the system's memory in large pieces, and of each that is touched all is mapped: a third more.
fn forget(program: &Path) -> Result<()> {
    fs::File::open(program)?.sync_all()?;
    let mut of = OsString::from("if=");
    of.push(program);
    let done = Command::new("dd")
        .arg(of)
        .args(["iflag=nocache", "count=0", "status=none"])
        .status()
        .context("could not start dd")?;
    ensure!(done.success(), "dd cannot drop what is cached of a file");
    Ok(())
}

/// Starts the bot with the simulated Discord, and waits until it has joined its guild.
fn start_bot(paddock: &Installation) -> Result<(Service, Service)> {
    let mut simulator = paddock.start("simulator", &paddock.command(&["sim", "serve"]))?;
    let pause = Duration::from_millis(20);
    let address = simulator.wait_until("the simulator", START_LIMIT, pause, |simulator| {
        address_in(&simulator.log()).context("its log names no address")
    })?;
    let mut command = paddock.command(&["bot"]);
    command
        .env("DISCORD_BOT_TOKEN", "sim.bot.token")
        .env("DISCORD_REST_PROXY", &address)
        .env("DISCORD_GATEWAY_URL", format!("ws://{address}"))
        .env_remove("DISCORD_GUILD_ID");
    let mut bot = paddock.start("bot", &command)?;
    paddock.wait_until_healthy("bot", &mut bot)?;
    Ok((simulator, bot))
}

/// The first address on loopback that a program printed.
fn address_in(log: &str) -> Option<String> {
    let address = &log[log.find("127.0.0.1:")?..];
    let port = &address["127.0.0.1:".len()..];
    let digits = port.find(|character: char| !character.is_ascii_digit())?;
    (digits > 0).then(|| format!("127.0.0.1:{}", &port[..digits]))
}

fn milliseconds(mut times: Vec<Duration>) -> String {
    times.sort_unstable();
    format!("{:.0} ms", times[times.len() / 2].as_secs_f64() * 1000.0)
}

fn resident(service: &Service) -> Result<String> {
    let path = format!("/proc/{}/status", service.pid());
    let status = fs::read_to_string(&path).with_context(|| format!("could not read {path}"))?;
    let kibibytes =
        field(&status, "VmRSS:").context("the system does not report resident memory")?;
    Ok(format!(
        "{:.1} MiB",
        mebibytes(kibibytes.trim_end_matches(" kB").parse()?)
    ))
}

#[expect(clippy::cast_precision_loss, reason = "one decimal is shown")]
fn mebibytes(kibibytes: u64) -> f64 {
    kibibytes as f64 / 1024.0
}

/// Number of cores, and the processor's model.
pub(crate) fn machine() -> String {
    let information = fs::read_to_string(Path::new("/proc/cpuinfo")).unwrap_or_default();
    let cores = information
        .lines()
        .filter(|line| line.starts_with("processor"))
        .count();
    let model = field(&information, "model name").unwrap_or("an unknown processor");
    format!("{cores} cores of {}", model.trim_start_matches([':', ' ']))
}

/// The rest of the first line that starts with `name`.
fn field<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.lines()
        .find_map(|line| line.strip_prefix(name))
        .map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resident_memory_is_found_in_a_status() {
        let status = "Name:\tpaddock\nVmPeak:\t  9000 kB\nVmRSS:\t   14336 kB\nThreads:\t3\n";
        assert_eq!(field(status, "VmRSS:"), Some("14336 kB"));
        assert!((mebibytes(14336) - 14.0).abs() < f64::EPSILON);
    }

    #[test]
    fn the_simulator_is_found_by_what_it_prints() {
        let log = "simulated Discord on http://127.0.0.1:40123/\nstop it with Ctrl-C\n";
        assert_eq!(address_in(log).as_deref(), Some("127.0.0.1:40123"));
        assert_eq!(address_in("simulated Discord on http://127.0.0.1:4"), None);
    }

    #[test]
    fn one_slow_start_does_not_count() {
        let times = [90, 40, 41].map(Duration::from_millis).to_vec();
        assert_eq!(milliseconds(times), "41 ms");
    }
}
