//! Submissions of an admin: Paddock's, and those of another program.

use crate::Runtimes;
use crate::caller::Caller;
use crate::engine::Place;
use crate::http::Request;
use crate::load::{self, Keys, Manner, WORKERS};
use crate::members::FIRST_USER;
use crate::plan::{Plan, Target};
use crate::rounds::{self, MEMBERS};
use crate::seasons::community::submission;
use anyhow::{Context as _, Result};
use std::sync::Arc;

/// Whose submissions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Paddock,
    Peer,
}

impl rounds::Kind for Kind {
    fn name(self, _: bool) -> String {
        match self {
            Self::Paddock => "an admin's submissions, Paddock".to_owned(),
            Self::Peer => "  the peer".to_owned(),
        }
    }

    fn paddock(self) -> Option<Self> {
        (self == Self::Peer).then_some(Self::Paddock)
    }
}

/// The command `peers`.
pub(crate) fn run(plan: &Plan, runtimes: &Runtimes) -> Result<()> {
    let target = plan.targets.first().context("nothing to measure")?;
    let peer = plan.peer.as_ref().context("nothing to compare with")?;
    let place = Place::from_url(&target.database)?;
    let version = runtimes.raw.block_on(place.version())?;
    let keys = &Arc::new(Keys::new());
    let members = || (0..MEMBERS).map(|member| FIRST_USER + member);
    let ours = runtimes.http.block_on(set_up(target, members(), keys))?;
    let theirs = runtimes.http.block_on(peer.set_up(members(), keys));
    let theirs = theirs.context("the peer could not be set up")?;
    let kinds = vec![Kind::Paddock, Kind::Peer];
    let measured = rounds::measure(kinds, plan.seconds, |kind, length| {
        runtimes.http.block_on(async {
            match kind {
                Kind::Paddock => {
                    load::ask(Manner::Repeated, target.port, &ours, WORKERS, length, keys).await
                }
                Kind::Peer => load::ask(
                    Manner::Tolerant,
                    peer.port(),
                    &theirs,
                    WORKERS,
                    length,
                    keys,
                )
                .await
                .context("the peer could not be measured"),
            }
        })
    })?;
    let on_sqlite = matches!(place, Place::Sqlite(_));
    rounds::print_beside(
        "peer",
        &version,
        on_sqlite,
        MEMBERS,
        plan.seconds,
        &measured,
    );
    Ok(())
}

/// One submission of the root admin for each of the members, who are added.
async fn set_up(
    target: &Target,
    members: impl Iterator<Item = i64>,
    keys: &Keys,
) -> Result<Vec<Request>> {
    let mut caller = Caller::new(target, keys).await?;
    let scene = caller.set_up().await?;
    let mut submissions = Vec::new();
    for user in members {
        caller.add(&scene, user, 1).await?;
        let mut body = submission(&scene, 1);
        body["user_id"] = user.to_string().into();
        let path = "/api/submissions";
        submissions.push(Request::new(target, target.root, "POST", path, Some(&body)));
    }
    Ok(submissions)
}
