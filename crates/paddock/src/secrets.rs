//! Secrets that nobody configured: made up on the first start, and kept for the next ones.

use anyhow::Context;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use paddock_api::config::Config;
use secrecy::SecretString;
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Fills in what the configuration leaves out. Production leaves nothing out.
pub(crate) fn fill(config: &mut Config) -> anyhow::Result<()> {
    create_dir(&config.data_dir)?;
    let secrets = &mut config.secrets;
    for (secret, name) in [
        (&mut secrets.bot_api_key, "bot-api-key"),
        (&mut secrets.jwt_secret_key, "jwt-secret-key"),
    ] {
        if secret.is_none() {
            *secret = Some(load_or_make(&config.data_dir, name)?);
        }
    }
    Ok(())
}

/// A folder that only its owner can look into.
pub(crate) fn create_dir(dir: &Path) -> anyhow::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(dir)
        .with_context(|| format!("could not make the folder {}", dir.display()))
}

/// The secret kept under this name, made when it is not there.
pub(crate) fn load_or_make(dir: &Path, name: &str) -> anyhow::Result<SecretString> {
    let path = dir.join(name);
    let shown = path.display();
    if let Some(secret) = load(&path)? {
        return Ok(secret);
    }
    // Written whole before it gets its name: a process that dies here leaves no half secret, and of
    // two that start at once both read what the first one linked.
    let draft = dir.join(format!(".{name}.{}", std::process::id()));
    let written = write(&draft, &random());
    let linked = written.and_then(|()| match fs::hard_link(&draft, &path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    });
    fs::remove_file(&draft).ok();
    linked.with_context(|| format!("could not keep a secret in {shown}"))?;
    load(&path)?.with_context(|| format!("{shown} is empty; delete it to have a new one made"))
}

/// The secret kept in this file.
pub(crate) fn load(path: &Path) -> anyhow::Result<Option<SecretString>> {
    match fs::read_to_string(path) {
        Ok(secret) if secret.trim().is_empty() => Ok(None),
        Ok(secret) => Ok(Some(SecretString::from(secret.trim()))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("could not read {}", path.display())),
    }
}

fn write(path: &Path, secret: &str) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file: File = options.open(path)?;
    file.write_all(secret.as_bytes())?;
    file.sync_all()
}

/// 256 bits.
#[expect(
    clippy::disallowed_methods,
    reason = "made once per installation, before there is an Rng"
)]
fn random() -> String {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).expect("the operating system has randomness");
    URL_SAFE_NO_PAD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrecy::ExposeSecret;

    #[test]
    fn a_secret_is_made_once_and_only_its_owner_can_read_it() {
        let dir = tempfile::tempdir().unwrap();
        let made = load_or_make(dir.path(), "key").unwrap();
        assert_eq!(made.expose_secret().len(), 43);
        let again = load_or_make(dir.path(), "key").unwrap();
        assert_eq!(made.expose_secret(), again.expose_secret());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let permissions = fs::metadata(dir.path().join("key"))
                .unwrap()
                .permissions()
                .mode();
            assert_eq!(permissions & 0o777, 0o600);
        }
        let files = fs::read_dir(dir.path()).unwrap().count();
        assert_eq!(files, 1, "no draft is left");
    }

    #[test]
    fn an_emptied_secret_is_not_used() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("key"), "\n").unwrap();
        assert!(load_or_make(dir.path(), "key").is_err());
    }
}
