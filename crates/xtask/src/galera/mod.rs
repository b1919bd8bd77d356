//! Three nodes of a Galera cluster on loopback, each with an API of its own: every member registers at
//! one, is verified at the next and takes part at the third, while a node is killed and comes back.
//!
//! What one node acknowledged must not be refused by another. `cluster.rs` is the nodes, `writer.rs` who
//! writes.

mod cluster;
mod writer;

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::thread::sleep;
use std::time::Duration;

use anyhow::Result;
use clap::Args;

use self::cluster::Cluster;
use self::writer::{Counts, Scene};

#[derive(Args)]
pub(crate) struct Galera {
    /// Clients that write at the same time.
    #[arg(long, default_value_t = 24)]
    writers: usize,
    /// Seconds before, during and after the loss of a node.
    #[arg(long, default_value_t = 8)]
    seconds: u64,
}

/// The recipe `galera`.
pub(crate) fn run(galera: &Galera) -> Result<ExitCode> {
    let mut cluster = Cluster::start()?;
    let scene = Scene::prepare(&cluster)?;
    let part = Duration::from_secs(galera.seconds);
    let writing = scene.start(galera.writers);
    println!("three nodes, {} writers", galera.writers);
    sleep(part);
    println!("kill -9 of a node");
    cluster.kill_one()?;
    sleep(part);
    let returned = cluster.return_one();
    println!("the node is back");
    sleep(part);
    let counts = writing.stop();
    returned?;
    let lost = lost(&cluster, &counts)?;
    println!("{counts}, {} lost", lost.len());
    for (node, lost) in lost.iter().take(10) {
        println!("lost on node {node}: {lost}");
    }
    println!("paddock verify: {}", cluster.verify()?);
    Ok(if lost.is_empty() && counts.refused.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What was acknowledged and is not there, on each node.
fn lost(cluster: &Cluster, counts: &Counts) -> Result<Vec<(usize, String)>> {
    let mut lost = Vec::new();
    for (node, paddock) in cluster.apis().enumerate() {
        let rows = paddock.list("/api/submissions?everybody=true")?;
        let mut there: BTreeMap<&str, u32> = BTreeMap::new();
        for note in rows.iter().filter_map(|row| row["note"].as_str()) {
            *there.entry(note).or_default() += 1;
        }
        let wrong = |key: &&String| there.get(key.as_str()) != Some(&1);
        let keys = counts.submissions.iter().filter(wrong);
        lost.extend(keys.map(|key| (node + 1, key.clone())));
    }
    Ok(lost)
}
