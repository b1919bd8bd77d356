//! Secrets that are not configured: generated on the first start, and kept for the next ones.

use anyhow::Context;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use paddock_api::config::Config;
use secrecy::SecretString;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// File of the key by which the bot calls the API.
pub(crate) const BOT_API_KEY: &str = "bot-api-key";

/// Whether nothing was kept in the folder yet: it is the first start with it.
pub(crate) fn are_none(dir: &Path) -> bool {
    !dir.join(BOT_API_KEY).exists()
}

/// Fills in the secrets that the configuration leaves out, which that of production must not.
pub(crate) fn fill(config: &mut Config) -> anyhow::Result<()> {
    create_dir(&config.data_dir)?;
    let secrets = &mut config.secrets;
    for (secret, name) in [
        (&mut secrets.bot_api_key, BOT_API_KEY),
        (&mut secrets.jwt_secret_key, "jwt-secret-key"),
    ] {
        if secret.is_none() {
            *secret = Some(load_or_generate(&config.data_dir, name)?);
        }
    }
    if secrets.token_encryption_keys.is_empty() {
        let key = load_or_generate(&config.data_dir, "token-encryption-key")?;
        secrets.token_encryption_keys.push(key);
    }
    Ok(())
}

/// Creates a folder that only its owner can open.
pub(crate) fn create_dir(dir: &Path) -> anyhow::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(dir)
        .with_context(|| format!("could not make the folder {}", dir.display()))
}

/// The secret with this name, generated where there is none.
pub(crate) fn load_or_generate(dir: &Path, name: &str) -> anyhow::Result<SecretString> {
    let path = dir.join(name);
    let shown = path.display();
    if let Some(secret) = load(&path)? {
        return Ok(secret);
    }
    store(dir, &path, &random()).with_context(|| format!("could not keep a secret in {shown}"))?;
    load(&path)?.with_context(|| format!("{shown} is empty; delete it to have a new one made"))
}

/// The secret in this file, if there is one.
pub(crate) fn load(path: &Path) -> anyhow::Result<Option<SecretString>> {
    match fs::read_to_string(path) {
        Ok(secret) if secret.trim().is_empty() => Ok(None),
        Ok(secret) => Ok(Some(SecretString::from(secret.trim()))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("could not read {}", path.display())),
    }
}

/// Writes a secret for its owner only, unless the file is there. It gets its name once it is complete:
/// a process that dies earlier leaves no half of a secret, and of two that start at the same time both
/// read the one that was first.
fn store(dir: &Path, path: &Path, secret: &str) -> std::io::Result<()> {
    let mut draft = NamedTempFile::new_in(dir)?;
    draft.write_all(secret.as_bytes())?;
    draft.as_file().sync_all()?;
    match draft.persist_noclobber(path) {
        Err(failed) if failed.error.kind() != ErrorKind::AlreadyExists => Err(failed.error),
        _ => Ok(()),
    }
}

/// 256 random bits, in Base64.
#[expect(
    clippy::disallowed_methods,
    reason = "generated once per installation, before there is an Rng"
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
        let made = load_or_generate(dir.path(), "key").unwrap();
        assert_eq!(made.expose_secret().len(), 43);
        let again = load_or_generate(dir.path(), "key").unwrap();
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
        assert!(load_or_generate(dir.path(), "key").is_err());
    }
}
