//! Installing the programs that tests need on a machine that has only Rust.

use std::fs;
use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::tools::{find, quietly, require, root, target, unpacked};
use crate::{mariadb, ui};

/// Installs MariaDB for [`mariadb::Mariadb::start`] unless it is there.
pub(crate) fn ensure_mariadb() -> Result<()> {
    if mariadb::is_installed() {
        return Ok(());
    }
    let Some(apt) = privileged_apt()? else {
        bail!(
            "MariaDB is missing and this account may not install it; run: sudo apt-get install {}",
            mariadb::PACKAGES.join(" ")
        );
    };
    update(&apt);
    // In older releases the names of the core packages contain a version; the full package has one name.
    if install(&apt, &mariadb::PACKAGES).is_err() {
        install(&apt, &["mariadb-server"])?;
    }
    if !mariadb::is_installed() {
        bail!("MariaDB was installed, but without mariadbd, mariadb-install-db or mariadb");
    }
    Ok(())
}

/// Fetches `caddy`, for the test of the Caddyfile, unless it is there.
///
/// Installing its package would start a web server on port 80. The program alone is enough, so it is unpacked
/// into the target folder, which needs no privileges.
pub(crate) fn ensure_caddy() -> Result<()> {
    if find("caddy").is_some() {
        return Ok(());
    }
    let dir = unpacked();
    fs::create_dir_all(&dir)?;
    let download = || {
        quietly(
            Command::new(require("apt-get")?)
                .args(["download", "caddy"])
                .current_dir(&dir),
        )
    };
    if download().is_err() {
        let Some(apt) = privileged_apt()? else {
            bail!("caddy is missing and cannot be fetched by this account; put it on the PATH");
        };
        update(&apt);
        download()?;
    }
    for entry in fs::read_dir(&dir)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "deb") {
            quietly(
                Command::new("dpkg-deb")
                    .arg("--extract")
                    .arg(&path)
                    .arg(&dir),
            )?;
            fs::remove_file(&path)?;
        }
    }
    require("caddy").map(drop)
}

/// Installs Chromium, for the tests of pages, unless it is there. Other than caddy it takes libraries that few
/// machines have, so it is not enough to unpack it.
pub(crate) fn ensure_chromium() -> Result<()> {
    // On Ubuntu the package of this name is a hint to install a snap, so it may be that Chrome is there instead.
    let names = ["chromium", "google-chrome-stable", "chromium-browser"];
    if names.iter().any(|name| find(name).is_some()) {
        return Ok(());
    }
    ensure("chromium")?;
    require("chromium").map(drop)
}

/// Installs discord.js, for the test of the simulator.
pub(crate) fn ensure_discord_js() -> Result<()> {
    ensure_node_packages("crates/sim-discord/tests/discord-js", "discord-js").map(drop)
}

/// Installs what the page of the simulator is built from, and the axe that its tests run. Returns the folder.
pub(crate) fn ensure_ui() -> Result<PathBuf> {
    ensure_node_packages(ui::SOURCE, "sim-discord-ui")
}

/// Installs the packages of a folder as its lock file has them: into one below the target folder, which is returned,
/// without running a script of any package.
fn ensure_node_packages(source: &str, name: &str) -> Result<PathBuf> {
    let dir = target().join(name);
    fs::create_dir_all(&dir)?;
    let source = root().join(source);
    let lock = fs::read(source.join("package-lock.json"))?;
    // Written last, so that it says what is there.
    let installed = dir.join("installed.json");
    if find("node").is_some() && fs::read(&installed).is_ok_and(|it| it == lock) {
        return Ok(dir);
    }
    // Debian 12 has Node.js 18, which this version of discord.js still takes.
    for (program, package) in [("node", "nodejs"), ("npm", "npm")] {
        if find(program).is_none() {
            ensure(package)?;
        }
    }
    for name in ["package.json", "package-lock.json"] {
        fs::copy(source.join(name), dir.join(name))?;
    }
    quietly(
        Command::new(require("npm")?)
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(&dir),
    )?;
    fs::write(installed, lock)?;
    Ok(dir)
}

/// Installs a package of Debian that only one recipe needs.
pub(crate) fn ensure(package: &str) -> Result<()> {
    let Some(apt) = privileged_apt()? else {
        bail!("{package} is missing and this account may not install it");
    };
    update(&apt);
    install(&apt, &[package])
}

/// The beginning of a command that may install packages, if this account may do so.
fn privileged_apt() -> Result<Option<Vec<String>>> {
    let Some(apt) = find("apt-get") else {
        return Ok(None);
    };
    let mut words = vec![
        "env".to_owned(),
        "DEBIAN_FRONTEND=noninteractive".to_owned(),
    ];
    words.push(apt.to_string_lossy().into_owned());
    if quietly(Command::new("id").arg("-u"))?.trim() == "0" {
        return Ok(Some(words));
    }
    let Some(sudo) = find("sudo") else {
        return Ok(None);
    };
    let without_password = Command::new(&sudo)
        .args(["-n", "true"])
        .stderr(Stdio::null())
        .status()?
        .success();
    if !without_password && !std::io::stdin().is_terminal() {
        return Ok(None);
    }
    words.insert(0, sudo.to_string_lossy().into_owned());
    Ok(Some(words))
}

/// An unreachable source of packages matters only if the package is not found elsewhere.
fn update(apt: &[String]) {
    if let Err(error) = run(apt, &["update"]) {
        println!("warning: {error:#}");
    }
}

fn install(apt: &[String], packages: &[&str]) -> Result<()> {
    run(
        apt,
        &[&["install", "--yes", "--no-install-recommends"], packages].concat(),
    )
    .with_context(|| format!("could not install {}", packages.join(" ")))
}

fn run(apt: &[String], arguments: &[&str]) -> Result<()> {
    let (program, words) = apt.split_first().context("no command was given")?;
    let status = Command::new(program).args(words).args(arguments).status()?;
    anyhow::ensure!(
        status.success(),
        "apt-get {} failed ({status})",
        arguments.join(" ")
    );
    Ok(())
}
