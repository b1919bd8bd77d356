//! The built `paddock`, rebuilt where it is out of date.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::SystemTime;

/// The root of the workspace.
///
/// # Panics
///
/// Never: the manifest lies where it lies.
pub fn workspace_root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("the manifest lies in crates/e2e")
}

/// The path of `paddock`, built with the profile of this test.
///
/// cargo gives a package the paths of its own binaries only, so the program is looked for beside the
/// test. A build of the workspace puts it there, as `cargo xtask test` does. After
/// `cargo nextest run -p paddock-e2e` alone it may be missing, or older than the sources that cargo
/// lists beside it; then cargo builds it, once: nextest runs each test in a process of its own, and a
/// lock on a file makes the others wait for that build.
///
/// # Panics
///
/// When it does not compile.
pub(crate) fn paddock() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let profile = profile_dir();
        let program = profile.join("paddock");
        if is_up_to_date(&program) {
            return program;
        }
        let lock = File::create(profile.join("paddock-e2e.lock")).expect("the folder is cargo's");
        lock.lock().expect("nobody holds the lock forever");
        if !is_up_to_date(&program) {
            build(&profile);
        }
        assert!(program.is_file(), "{} is not there", program.display());
        program
    })
}

/// The path of a program: on the `PATH`, among Debian's servers, or unpacked by `cargo xtask test`.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let target = profile_dir();
    let unpacked = target.parent()?.join("xtask/tools/usr/bin");
    let system = ["/usr/local/sbin", "/usr/sbin", "/sbin"].map(PathBuf::from);
    env::split_paths(&inherited)
        .chain(system)
        .chain([unpacked])
        .map(|dir| dir.join(name))
        .find(|path| path.is_file())
}

/// `target/debug`, or the folder of another profile; tests lie in `deps` below it.
fn profile_dir() -> PathBuf {
    let test = env::current_exe().expect("a running program has a path");
    let dir = test
        .ancestors()
        .nth(2)
        .expect("tests lie in target/<profile>/deps");
    dir.to_owned()
}

fn build(profile: &Path) {
    let name = profile
        .file_name()
        .and_then(|name| name.to_str())
        .expect("cargo's names are text");
    // The folder of the profile `dev` has another name, for historical reasons.
    let name = if name == "debug" { "dev" } else { name };
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // The variables that an outer cargo sets for this test do not concern the program. Some build
    // scripts would take them for a change, and half of the dependencies would be compiled again.
    for (key, _) in env::vars_os() {
        let of_this_test = |key: &str| {
            [
                "CARGO_PKG_",
                "CARGO_MANIFEST_",
                "CARGO_BIN_",
                "CARGO_CRATE_",
            ]
            .iter()
            .any(|prefix| key.starts_with(prefix))
        };
        if key.to_str().is_some_and(of_this_test) {
            cargo.env_remove(&key);
        }
    }
    let output = cargo
        .args(["build", "--package", "paddock", "--bin", "paddock"])
        .args(["--profile", name])
        .arg("--target-dir")
        .arg(profile.parent().expect("a profile lies in target"))
        .current_dir(workspace_root())
        .output()
        .expect("cargo runs, as it runs this test");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "paddock does not compile:\n{stderr}"
    );
}

/// Whether the program is newer than every source from which it was built.
fn is_up_to_date(program: &Path) -> bool {
    let Some(made) = changed(program) else {
        return false;
    };
    let Ok(sources) = fs::read_to_string(program.with_extension("d")) else {
        return false;
    };
    // A rule of make: a target, a colon, and the paths, with the spaces inside them escaped.
    let sources = sources.replace("\\ ", "\0");
    sources
        .split_whitespace()
        .skip(1)
        .map(|path| path.replace('\0', " "))
        // A folder also changes when a build writes into it.
        .filter(|path| !Path::new(path).is_dir())
        .all(|path| changed(Path::new(&path)).is_some_and(|changed| changed <= made))
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}
