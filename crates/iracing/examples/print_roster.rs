//! Prints the roster of a league, by number: from a saved file, or as an account reads it.
//!
//! ```sh
//! cargo run -p paddock-iracing --example print_roster -- roster.json
//! IRACING_CLIENT_ID=… IRACING_CLIENT_SECRET=… IRACING_USERNAME=… IRACING_PASSWORD=… \
//!     cargo run -p paddock-iracing --example print_roster -- 7100
//! ```
//!
//! `IRACING_OAUTH_URL` and `IRACING_DATA_URL` lead elsewhere, such as to a simulated iRacing. Names are left out, because to
//! show them takes the consent of each member.

use paddock_iracing::{Client, Config, Credentials, Roster, Scope, files};
use std::collections::BTreeMap;
use std::error::Error;
use std::io::Write;
use std::{env, fs, io};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let source = env::args().nth(1);
    let source = source.ok_or("name a file, or the id of a league")?;
    let roster = match source.parse() {
        Ok(league_id) => read(league_id).await?,
        Err(_) => files::parse_roster(&fs::read(source)?)?,
    };
    print(&roster, io::stdout().lock())?;
    Ok(())
}

/// The roster as it is now. A program that runs for longer signs in once, and refreshes.
async fn read(league_id: i64) -> Result<Roster, Box<dyn Error>> {
    let provider = rustls::crypto::ring::default_provider();
    provider
        .install_default()
        .map_err(|_| "TLS is set up already")?;
    let mut config = Config::new(env::var("IRACING_CLIENT_ID")?);
    config = config.with_secret(env::var("IRACING_CLIENT_SECRET")?);
    if let Ok(url) = env::var("IRACING_OAUTH_URL") {
        config.oauth_url = url;
    }
    if let Ok(url) = env::var("IRACING_DATA_URL") {
        config.data_url = url;
    }
    let client = Client::new(config)?;
    let account = Credentials::new(env::var("IRACING_USERNAME")?, env::var("IRACING_PASSWORD")?);
    let tokens = client.password_limited(&account, &[Scope::Auth]).await?;
    let roster = client.league_roster(&tokens.access_token, league_id).await;
    // Nothing is left behind that would have to be stored.
    client.revoke(&tokens.access_token).await?;
    Ok(roster?)
}

/// One line for each number, with everybody who has it.
fn print(roster: &Roster, mut out: impl Write) -> io::Result<()> {
    let mut holders = BTreeMap::<_, Vec<String>>::new();
    for member in &roster.members {
        let number = member.car_number.as_deref().unwrap_or("-");
        // Texts of digits in the order of their values: 9, 09, 10.
        let value = number.parse::<u32>().unwrap_or(u32::MAX);
        let holders = holders.entry((value, number)).or_default();
        holders.push(member.cust_id.to_string());
    }
    for ((_, number), holders) in holders {
        writeln!(out, "{number:>4}  {}", holders.join(", "))?;
    }
    if !roster.is_complete() {
        writeln!(out, "This is not all of the roster.")?;
    }
    Ok(())
}
