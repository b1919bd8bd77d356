//! Runs a simulated iRacing until Ctrl-C, and shows how a client reaches it.
//!
//! ```sh
//! cargo run -p paddock-sim-iracing --example serve -- 127.0.0.1:4020
//! ```

use paddock_sim_iracing::{Options, SimIracing};
use std::env;
use std::error::Error;
use std::io::{self, Write};
use std::net::SocketAddr;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut options = Options {
        strict: false,
        ..Options::default()
    };
    if let Some(address) = env::args().nth(1) {
        options.listen = address.parse::<SocketAddr>()?;
    }
    let (id, secret) = (options.client_id.clone(), options.client_secret.clone());
    let account = options.account.clone();
    let sim = SimIracing::start(options).await?;
    writeln!(
        io::stdout(),
        "export IRACING_OAUTH_URL={} IRACING_DATA_URL={}\n\
         export IRACING_CLIENT_ID={id} IRACING_CLIENT_SECRET={secret}\n\
         export IRACING_USERNAME={} IRACING_PASSWORD={}\n\
         # By hand: curl {}",
        sim.oauth_url(),
        sim.data_url(),
        account.username,
        account.password,
        sim.control_url(),
    )?;
    tokio::signal::ctrl_c().await?;
    sim.stop().await;
    Ok(())
}
