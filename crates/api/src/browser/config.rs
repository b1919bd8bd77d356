//! Signing in with Discord, where the operator has a client for that.

use super::discord::Discord;
use crate::config::Reader;
use secrecy::SecretString;

/// How people sign in on this installation.
#[derive(Debug)]
pub(super) struct SignInSettings {
    /// The client; absent where there is none.
    pub(super) discord: Option<Discord>,
}

pub(super) fn read(reader: &mut Reader<'_>) -> Option<SignInSettings> {
    let own = ["DISCORD_CLIENT_ID", "DISCORD_CLIENT_SECRET"];
    let address = reader.address("DISCORD_OAUTH_URL");
    if own.iter().all(|key| reader.get(key).is_none()) {
        return address.ok().map(|_| SignInSettings { discord: None });
    }
    let expected = "that of the application, from Discord's Developer Portal";
    let [id, secret] = own.map(|key| reader.require(key, expected).map(str::to_owned));
    let (client_id, client_secret, address) = (id?, secret?, address.ok()?);
    let address = address.unwrap_or_else(|| "https://discord.com".to_owned());
    let discord = Some(Discord {
        address: address.trim_end_matches('/').to_owned(),
        client_id,
        client_secret: SecretString::from(client_secret),
    });
    Some(SignInSettings { discord })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    fn read_of(keys: &[(&str, &str)]) -> Result<Option<String>, Vec<String>> {
        let variables: HashMap<String, String> = keys
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect();
        let mut reader = Reader::new(&variables);
        let settings = read(&mut reader);
        let read = reader.finish(settings).map_err(|error| error.faults);
        read.map(|settings| settings.discord.map(|it| it.address))
            .map_err(|faults| faults.into_iter().map(|it| it.key).collect())
    }

    #[test]
    fn a_client_takes_both_its_keys() {
        let (id, secret) = (("DISCORD_CLIENT_ID", "1"), ("DISCORD_CLIENT_SECRET", "x"));
        assert_eq!(read_of(&[]), Ok(None));
        let discord = Ok(Some("https://discord.com".to_owned()));
        assert_eq!(read_of(&[id, secret]), discord);
        assert_eq!(read_of(&[id]).unwrap_err(), ["DISCORD_CLIENT_SECRET"]);
        assert_eq!(read_of(&[secret]).unwrap_err(), ["DISCORD_CLIENT_ID"]);
        let elsewhere = ("DISCORD_OAUTH_URL", "http://127.0.0.1:1/");
        let stand_in = Ok(Some("http://127.0.0.1:1".to_owned()));
        assert_eq!(read_of(&[id, secret, elsewhere]), stand_in);
        let wrong = ("DISCORD_OAUTH_URL", "discord.com");
        assert_eq!(read_of(&[wrong]).unwrap_err(), ["DISCORD_OAUTH_URL"]);
    }
}
