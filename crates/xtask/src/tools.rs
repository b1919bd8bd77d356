//! Finding and running programs, and where things are in the workspace.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

/// Root of the workspace.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("the manifest is in crates/xtask")
}

/// Folder that cargo builds into, where recipes also put what they fetch.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// Folder of programs that a recipe unpacked.
pub(crate) fn unpacked() -> PathBuf {
    target().join("xtask/tools")
}

/// `PATH`, with the folders of servers, which an ordinary user on Debian lacks, and of unpacked programs.
pub(crate) fn search_path() -> OsString {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let own = unpacked().join("usr/bin");
    let system = ["/usr/local/sbin", "/usr/sbin", "/sbin"].map(PathBuf::from);
    env::join_paths(env::split_paths(&inherited).chain(system).chain([own]))
        .expect("folders from PATH contain no separator")
}

/// The cargo that runs this recipe, in the root of the workspace, with these arguments.
pub(crate) fn cargo<const N: usize>(arguments: [&str; N]) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(arguments).current_dir(root());
    // What `cargo run` says of the crate `xtask`. A build script may have asked for it (ring's does), and would
    // run again, and everything that stands on it be compiled again, each time that one builds by hand or by
    // a recipe in turn.
    for (name, _) in env::vars_os() {
        let of_package = ["CARGO_PKG_", "CARGO_MANIFEST_"];
        let text = name.to_string_lossy();
        if of_package.iter().any(|prefix| text.starts_with(prefix)) {
            cargo.env_remove(&name);
        }
    }
    cargo
}

/// Path of a program, if this machine has it.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&search_path())
        .map(|dir| dir.join(program))
        .find(|path| path.is_file())
}

/// Path of a program; an error if this machine does not have it.
pub(crate) fn require(program: &str) -> Result<PathBuf> {
    find(program).with_context(|| format!("`{program}` is not installed"))
}

/// An error that says how to install a subcommand of cargo, if this machine does not have it.
pub(crate) fn require_subcommand(name: &str) -> Result<()> {
    ensure!(
        find(name).is_some(),
        "{name} is not installed: cargo install --locked {name}"
    );
    Ok(())
}

/// Runs a command without showing its output unless it fails; returns its standard output.
pub(crate) fn quietly(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("could not run {}", command.get_program().display()))?;
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        let stderr = String::from_utf8_lossy(&output.stderr);
        bail!(
            "{} failed ({})\n{stdout}{stderr}",
            command.get_program().display(),
            output.status
        );
    }
    Ok(stdout)
}

/// What a git command prints about this workspace.
pub(crate) fn git<const N: usize>(arguments: [&str; N]) -> Result<String> {
    quietly(
        Command::new(require("git")?)
            .args(arguments)
            .current_dir(root()),
    )
}

/// Random lower-case hexadecimal digits, for passwords that are valid during one recipe.
pub(crate) fn random_hex(bytes: usize) -> Result<String> {
    use std::fmt::Write as _;
    use std::io::Read as _;

    let mut random = vec![0; bytes];
    std::fs::File::open("/dev/urandom")
        .and_then(|mut source| source.read_exact(&mut random))
        .context("could not read /dev/urandom")?;
    let mut hex = String::new();
    for byte in random {
        write!(hex, "{byte:02x}").expect("writing to a String does not fail");
    }
    Ok(hex)
}

/// A TCP port on loopback that was free a moment ago.
pub(crate) fn free_port() -> Result<u16> {
    let listener =
        std::net::TcpListener::bind(("127.0.0.1", 0)).context("could not find a free port")?;
    Ok(listener.local_addr()?.port())
}

/// A time so far from now, such as `-30 days`, as the API takes it.
pub(crate) fn from_now(offset: &str) -> Result<String> {
    let mut date = Command::new("date");
    date.args(["-u", "-d", offset, "+%Y-%m-%dT%H:%M:%SZ"]);
    Ok(quietly(&mut date)?.trim().to_owned())
}
