//! The simulated iRacing from which a first run reads the roster of a league.

use crate::environment::Variables;
use anyhow::Context;
use paddock_sim_iracing::{Options, SimIracing};

/// What an operator sets who has access to iRacing.
const ACCESS: [&str; 6] = [
    "IRACING_CLIENT_ID",
    "IRACING_CLIENT_SECRET",
    "IRACING_USERNAME",
    "IRACING_PASSWORD",
    "IRACING_OAUTH_URL",
    "IRACING_DATA_URL",
];

/// Starts it where nobody has set access to iRacing; with the configuration that reads from it.
pub(super) async fn start(
    variables: &Variables,
) -> anyhow::Result<Option<(SimIracing, Variables)>> {
    if ACCESS.iter().any(|key| variables.get(key).is_some()) {
        return Ok(None);
    }
    let options = Options {
        // What it is asked that it does not know is no fault of a first run.
        strict: false,
        ..Options::default()
    };
    let (id, secret) = (options.client_id.clone(), options.client_secret.clone());
    let account = options.account.clone();
    let sim = SimIracing::start(options).await;
    let sim = sim.context("could not start the simulated iRacing")?;
    let (oauth, data) = (sim.oauth_url(), sim.data_url());
    let values = [id, secret, account.username, account.password, oauth, data];
    let variables = variables.with(ACCESS.into_iter().zip(values));
    Ok(Some((sim, variables)))
}
