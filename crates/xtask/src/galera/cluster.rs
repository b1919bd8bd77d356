//! The nodes, and an API for each.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};
use tempfile::TempDir;

use crate::mariadb::{Killable, account, create_account};
use crate::packages;
use crate::paddock::{Installation, Profile, build};
use crate::service::Service;
use crate::tools::{find, free_port, quietly, random_hex};

const NODES: usize = 3;
/// The one that is killed; the first has formed the cluster.
const KILLED: usize = 2;
const PROVIDERS: [&str; 2] = [
    "/usr/lib/galera/libgalera_smm.so",
    "/usr/lib64/galera-4/libgalera_smm.so",
];

/// What is dropped first stands first.
pub(super) struct Cluster {
    apis: Vec<(Service, Installation)>,
    nodes: Vec<Killable>,
    _dir: TempDir,
}

impl Cluster {
    pub(super) fn start() -> Result<Self> {
        packages::ensure_mariadb()?;
        let provider = provider()?;
        let program = build(Profile::Dev)?;
        let dir = tempfile::Builder::new()
            .prefix("paddock-galera-")
            .permissions(Permissions::from_mode(0o711))
            .tempdir()?;
        let account = unprivileged()?;
        let ports = (0..NODES)
            .map(|_| free_port())
            .collect::<Result<Vec<_>>>()?;
        let password = random_hex(16)?;
        let mut nodes: Vec<Killable> = Vec::new();
        let mut apis = Vec::new();
        for (number, port) in ports.iter().enumerate() {
            let place = dir.path().join(format!("node-{number}"));
            fs::create_dir(&place)?;
            quietly(Command::new("chown").arg(&account).arg(&place))?;
            // A node never forms a cluster by itself, but for the first of all.
            let others = match number {
                0 => String::new(),
                _ => addresses(&ports),
            };
            let settings = settings(&provider, number, *port, &others)?;
            let settings: Vec<_> = settings.iter().map(String::as_str).collect();
            let log = format!("galera-{number}.log");
            let node = Killable::start_with(&place, &settings, &log, &account, &password)
                .with_context(|| format!("node {number} did not start"))?;
            if number == 0 {
                create_account(node.server().socket(), &password)?;
                node.server().create_database("paddock")?;
            }
            let database = format!("{}/paddock", node.server().url());
            nodes.push(node);
            apis.push(api(&program, &place, &database, apis.first())?);
        }
        Ok(Self {
            apis,
            nodes,
            _dir: dir,
        })
    }

    /// The API of each node.
    pub(super) fn apis(&self) -> impl Iterator<Item = &Installation> {
        self.apis.iter().map(|(_, paddock)| paddock)
    }

    /// `kill -9` of a node.
    pub(super) fn kill_one(&mut self) -> Result<()> {
        self.nodes[KILLED].kill()
    }

    /// Starts it again, and waits until it has what the others wrote meanwhile.
    pub(super) fn return_one(&mut self) -> Result<()> {
        self.nodes[KILLED].restart()
    }

    /// The result of `paddock verify` on the node that was killed.
    pub(super) fn verify(&self) -> Result<String> {
        let (_, paddock) = &self.apis[KILLED];
        let result = quietly(&mut paddock.command(&["verify"]))?;
        Ok(result.trim().replace('\n', " "))
    }
}

/// An API for a node. All of them have the keys of the first.
fn api(
    program: &Path,
    place: &Path,
    database: &str,
    first: Option<&(Service, Installation)>,
) -> Result<(Service, Installation)> {
    let database = Some(database.to_owned());
    let mut paddock = Installation::new(program.to_owned(), place, database)?;
    if let Some((_, first)) = first {
        paddock.share_keys_of(first);
    }
    let (api, _) = paddock.start_api()?;
    Ok((api, paddock))
}

/// The account for the nodes. Started by root, rsync would receive as nobody what belongs to root.
fn unprivileged() -> Result<String> {
    let account = account()?;
    Ok(match account.as_str() {
        "root" => "nobody".to_owned(),
        _ => account,
    })
}

fn provider() -> Result<PathBuf> {
    let installed = || {
        PROVIDERS
            .map(PathBuf::from)
            .into_iter()
            .find(|it| it.exists())
    };
    if installed().is_none() {
        packages::ensure("galera-4")?;
    }
    if find("rsync").is_none() {
        // By which a node gets what it has missed.
        packages::ensure("rsync")?;
    }
    installed().context("galera-4 was installed, but without its library")
}

fn addresses(ports: &[u16]) -> String {
    let addresses = ports.iter().map(|port| format!("127.0.0.1:{port}"));
    addresses.collect::<Vec<_>>().join(",")
}

fn settings(provider: &Path, number: usize, port: u16, others: &str) -> Result<Vec<String>> {
    let (ist, sst) = (free_port()?, free_port()?);
    Ok(vec![
        "--wsrep-on=ON".to_owned(),
        format!("--wsrep-provider={}", provider.display()),
        "--wsrep-cluster-name=paddock".to_owned(),
        format!("--wsrep-cluster-address=gcomm://{others}"),
        format!("--wsrep-node-name=node-{number}"),
        format!("--wsrep-node-address=127.0.0.1:{port}"),
        format!(
            "--wsrep-provider-options=gmcast.listen_addr=tcp://127.0.0.1:{port};\
             ist.recv_addr=127.0.0.1:{ist};gcache.size=32M"
        ),
        "--wsrep-sst-method=rsync".to_owned(),
        format!("--wsrep-sst-receive-address=127.0.0.1:{sst}"),
        "--binlog-format=ROW".to_owned(),
        "--innodb-autoinc-lock-mode=2".to_owned(),
        "--innodb-log-file-size=32M".to_owned(),
    ])
}
