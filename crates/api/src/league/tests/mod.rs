//! The league on a database: links, rosters, and what others see of them.

mod links;
mod rosters;
mod sync;

pub(crate) use sync::Track;

use super::model::LeagueError;
use super::service;
use crate::page::PageRequest;
use crate::testing::{TestContext, user};
use paddock_api_types::CustId;
use paddock_api_types::audit::AuditEntry;
use paddock_api_types::league::{IracingLink, LinkIracing};
use paddock_api_types::members::Level;

fn link(id: Option<i64>, consent: Option<bool>) -> LinkIracing {
    LinkIracing {
        iracing_id: id.map(|id| CustId::new(id).unwrap()),
        consent,
    }
}

async fn linked(test: &TestContext, member: i64, account: i64) {
    let op = test.by(member, Level::Verified);
    let asked = link(Some(account), None);
    service::set(&op, &asked).await.unwrap();
}

/// As signing in with iRacing does.
async fn prove(test: &TestContext, member: i64, account: i64) -> Result<IracingLink, LeagueError> {
    let op = &test.by(member, Level::Verified);
    op.write(|mut tx| async move {
        let link = service::prove(&mut tx, op, user(member), account).await?;
        Ok(op.commit(tx, link).await?)
    })
    .await
}

/// Newest first.
async fn log(test: &TestContext) -> Vec<AuditEntry> {
    let page = PageRequest::parse(Some(200), None).unwrap();
    let entries = crate::audit::service::list(&test.admin(), None, None, page).await;
    entries.unwrap().items
}
