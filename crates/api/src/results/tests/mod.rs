//! Results on a database.

mod attendance;
mod driving;
mod keep;
mod raw;
mod seen;

use super::model::Kept;
use super::service;
use crate::operation::Operation;
use crate::testing::TestContext;
use paddock_api_types::results::ResultSource;
use paddock_iracing::Subsession;
use paddock_iracing::files::parse_results;

/// A file of those that stand with the client of iRacing.
fn fixture(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../iracing/tests/fixtures");
    std::fs::read(format!("{folder}/{name}")).unwrap()
}

fn result(name: &str) -> Subsession {
    parse_results(&fixture(&format!("{name}.json"))).unwrap()
}

/// What iRacing would say of a subsession with this JSON.
fn parsed(json: &serde_json::Value) -> Subsession {
    parse_results(json.to_string().as_bytes()).unwrap()
}

async fn keep(op: &Operation, subsession: &Subsession) -> Kept {
    let source = ResultSource::Iracing;
    op.ctx
        .db
        .transact(|mut tx| async move {
            let kept = service::keep(&mut tx, op, subsession, source, None).await?;
            tx.commit(kept).await
        })
        .await
        .unwrap()
}

/// What the audit log has, the newest first.
async fn actions(test: &TestContext) -> Vec<String> {
    let page = crate::page::PageRequest::parse(Some(200), None).unwrap();
    let entries = crate::audit::service::list(&test.admin(), None, None, page).await;
    let entries = entries.unwrap().items.into_iter();
    entries.map(|entry| entry.action).collect()
}
