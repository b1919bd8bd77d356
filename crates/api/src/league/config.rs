//! Reading rosters from iRacing by itself, where the operator has an account for that.

use super::live::Live;
use crate::config::{Faulty, Iracing, Reader};
use jiff::SignedDuration;
use paddock_iracing::Credentials;

/// How this installation reads from iRacing.
pub(super) struct Access {
    /// As whom; absent where there is no such account.
    pub(super) live: Option<Live>,
    /// The time from one reading of a league to the next.
    pub(super) interval: SignedDuration,
}

pub(super) fn read(reader: &mut Reader<'_>, iracing: &Iracing) -> Option<Access> {
    let minutes = reader.within(
        "SYNC_INTERVAL_MINUTES",
        60,
        15..=1440,
        "a number of minutes from 15 to 1440",
    );
    let live = match account(reader).ok()? {
        Some(account) => Some(Live::new(iracing.access()?.clone(), account)),
        None => None,
    };
    Some(Access {
        live,
        interval: SignedDuration::from_mins(minutes?),
    })
}

/// The account that reads, where there is one. The client's keys alone do not make one: members sign
/// in with those.
fn account(reader: &mut Reader<'_>) -> Result<Option<Credentials>, Faulty> {
    let own = ["IRACING_USERNAME", "IRACING_PASSWORD"];
    if own.iter().all(|key| reader.get(key).is_none()) {
        return Ok(None);
    }
    let [id, secret] = ["IRACING_CLIENT_ID", "IRACING_CLIENT_SECRET"]
        .map(|key| reader.require(key, "that of the client that iRacing issued"));
    let [name, password] = own.map(|key| reader.require(key, "that of the account that reads"));
    let (Some(_), Some(_), Some(name), Some(password)) = (id, secret, name, password) else {
        return Err(Faulty);
    };
    Ok(Some(Credentials::new(name, password)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    fn read_of(keys: &[(&str, &str)]) -> Result<bool, Vec<String>> {
        let variables: HashMap<String, String> = keys
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect();
        let mut reader = Reader::new(&variables);
        let iracing = Iracing::read(&mut reader);
        let access = read(&mut reader, &iracing);
        let read = reader.finish(access).map_err(|error| error.faults);
        read.map(|access| access.live.is_some())
            .map_err(|faults| faults.into_iter().map(|it| it.key).collect())
    }

    #[test]
    fn an_account_that_reads_takes_all_its_keys() {
        let all = [
            ("IRACING_CLIENT_ID", "paddock"),
            ("IRACING_CLIENT_SECRET", "a+b/c"),
            ("IRACING_USERNAME", "ada@example.com"),
            ("IRACING_PASSWORD", "x"),
        ];
        assert_eq!(read_of(&[]), Ok(false));
        assert_eq!(read_of(&all[..2]), Ok(false));
        assert_eq!(read_of(&all), Ok(true));
        let missing = read_of(&all[2..3]).unwrap_err();
        let keys = [
            "IRACING_CLIENT_ID",
            "IRACING_CLIENT_SECRET",
            "IRACING_PASSWORD",
        ];
        assert_eq!(missing, keys);
    }

    #[test]
    fn every_fault_is_named() {
        let faults = read_of(&[
            ("SYNC_INTERVAL_MINUTES", "1"),
            ("IRACING_OAUTH_URL", "ftp://example.com"),
            ("IRACING_DATA_URL", "http://me:pw@example.com"),
            ("IRACING_USERNAME", "ada@example.com"),
        ]);
        let keys = [
            "IRACING_OAUTH_URL",
            "IRACING_DATA_URL",
            "SYNC_INTERVAL_MINUTES",
            "IRACING_CLIENT_ID",
            "IRACING_CLIENT_SECRET",
            "IRACING_PASSWORD",
        ];
        assert_eq!(faults.unwrap_err(), keys);
    }
}
