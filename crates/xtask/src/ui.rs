//! The page of the simulated Discord: its script in `dist`, from the TypeScript beside it.
//!
//! The files are committed, so that building the program needs no Node.js; CI builds them again and compares.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};
use clap::Args;

use crate::packages;
use crate::tools::{cargo, quietly, require, root, target};

/// Where the page's sources are.
pub(crate) const SOURCE: &str = "crates/sim-discord/ui";
/// What a build is made of, besides the packages.
const INPUTS: [&str; 3] = ["src", "build.mjs", "tsconfig.json"];
/// The picture in the README.
const PICTURE: &str = "docs/page.png";

/// A font of emoji, as Debian installs it.
const EMOJI: &str = "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf";

/// What the recipe `ui` does besides.
#[derive(Args)]
pub(crate) struct Ui {
    /// Also play the guided road in Chromium, and take the picture of the README.
    #[arg(long)]
    screenshot: bool,
}

/// The recipe `ui`.
pub(crate) fn run(arguments: &Ui) -> Result<()> {
    let dist = root().join(SOURCE).join("dist");
    build(&dist)?;
    println!("wrote {SOURCE}/dist");
    if arguments.screenshot {
        picture()?;
        println!("wrote {PICTURE}");
    }
    Ok(())
}

/// Compares what is committed with what the sources make.
pub(crate) fn check() -> Result<()> {
    let built = target().join("sim-discord-ui/dist");
    if built.exists() {
        fs::remove_dir_all(&built)?;
    }
    build(&built)?;
    let committed = root().join(SOURCE).join("dist");
    let (mut here, mut there) = (names(&built)?, names(&committed)?);
    here.sort();
    there.sort();
    ensure!(
        here == there,
        "{SOURCE}/dist holds {there:?}, and its sources make {here:?}: cargo xtask ui"
    );
    for name in here {
        if fs::read(built.join(&name))? != fs::read(committed.join(&name))? {
            bail!(
                "{SOURCE}/dist/{} is not what its sources make; build it again: cargo xtask ui",
                name.display()
            );
        }
    }
    Ok(())
}

/// Checks the types, and builds into a folder.
fn build(dist: &Path) -> Result<()> {
    let dir = packages::ensure_ui()?;
    let source = root().join(SOURCE);
    for name in INPUTS {
        copy(&source.join(name), &dir.join(name))?;
    }
    let compiler = dir.join("node_modules/typescript/bin/tsc");
    let mut types = Command::new(require("node")?);
    quietly(types.arg(compiler).arg("--noEmit").current_dir(&dir))
        .context("the types are wrong")?;
    let mut build = Command::new(require("node")?);
    quietly(build.arg("build.mjs").arg(dist).current_dir(&dir)).map(drop)
}

/// Copies a file or a folder, in the place of what was there.
fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_file() {
        fs::copy(from, to)?;
        return Ok(());
    }
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    fs::create_dir_all(to)?;
    for name in names(from)? {
        copy(&from.join(&name), &to.join(&name))?;
    }
    Ok(())
}

fn names(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("could not read {}", folder.display()))?;
    entries
        .map(|entry| Ok(PathBuf::from(entry?.file_name())))
        .collect()
}

/// The browser test of the guided road takes the picture where it is asked to.
fn picture() -> Result<()> {
    packages::ensure_chromium()?;
    // Without a font of emoji the picture would show boxes in the bot's replies.
    if !Path::new(EMOJI).exists() {
        packages::ensure("fonts-noto-color-emoji")?;
    }
    let test = "play::three_members_play_the_guided_road_in_three_tabs";
    quietly(&mut cargo(["build", "--package", "paddock"]))?;
    let mut play = cargo([
        "test",
        "--package",
        "paddock-e2e",
        "--test",
        "system",
        "--",
        "--exact",
        test,
    ]);
    play.env("PADDOCK_SCREENSHOT", root().join(PICTURE));
    quietly(&mut play).map(drop)
}
