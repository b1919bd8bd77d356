//! Calls of administrators, who set up guilds as people do it: through the API, as the bot.

use crate::http::{Connection, Request};
use crate::load::Keys;
use crate::plan::Target;
use anyhow::{Context as _, Result};
use serde_json::Value;

/// A caller with their own connection.
pub(crate) struct Caller<'t> {
    target: &'t Target,
    keys: &'t Keys,
    connection: Connection,
}

impl<'t> Caller<'t> {
    pub(crate) async fn new(target: &'t Target, keys: &'t Keys) -> Result<Self> {
        let connection = Connection::open(target.port).await?;
        Ok(Self {
            target,
            keys,
            connection,
        })
    }

    /// Makes a call of this user, which must succeed.
    pub(crate) async fn call(
        &mut self,
        user: i64,
        method: &str,
        path: &str,
        body: Option<Value>,
    ) -> Result<Value> {
        let mut request = Request::new(self.target, user, method, path, body.as_ref());
        request.set_key(self.keys.next());
        self.connection.ask(&request).await
    }

    /// Reads as the root admin.
    pub(crate) async fn get(&mut self, path: &str) -> Result<Value> {
        self.call(self.target.root, "GET", path, None).await
    }

    /// Changes something as the root admin.
    pub(crate) async fn change(&mut self, method: &str, path: &str, body: Value) -> Result<Value> {
        self.call(self.target.root, method, path, Some(body)).await
    }

    /// Sends a file as the root admin.
    pub(crate) async fn upload(
        &mut self,
        method: &str,
        path: &str,
        file: (&str, &str),
    ) -> Result<Value> {
        let root = self.target.root;
        let mut request = Request::with_text(self.target, root, method, path, Some(file));
        request.set_key(self.keys.next());
        self.connection.ask(&request).await
    }

    /// Calls an operation without a body as the root admin.
    pub(crate) async fn act(&mut self, path: &str) -> Result<Value> {
        self.call(self.target.root, "POST", path, None).await
    }

    /// Downloads a file as the root admin.
    pub(crate) async fn download(&mut self, path: &str) -> Result<String> {
        let request = Request::new(self.target, self.target.root, "GET", path, None);
        self.connection.download(&request).await
    }
}

/// An id in an answer.
pub(crate) fn id(answer: &Value, name: &str) -> Result<i64> {
    let id = answer[name].as_str().and_then(|id| id.parse().ok());
    id.with_context(|| format!("an answer without `{name}`: {answer}"))
}
