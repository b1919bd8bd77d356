//! Requests as no library writes them.

use std::sync::Arc;

use paddock_sim_discord::{Options, SimDiscord};
use reqwest::{Client, Method, RequestBuilder};
use serde_json::Value;

/// The bot over plain HTTP.
#[derive(Clone)]
pub(crate) struct Raw {
    base: Arc<str>,
    client: Client,
}

impl Raw {
    pub(crate) fn new(sim: &SimDiscord) -> Self {
        Self {
            base: format!("http://{}/api/v10", sim.rest_host()).into(),
            client: Client::builder().build().unwrap(),
        }
    }

    /// The path of a channel's messages.
    pub(crate) fn messages(sim: &SimDiscord, channel: &str) -> String {
        format!("/channels/{}/messages", sim.channel_id(channel))
    }

    pub(crate) async fn get(&self, path: &str) -> (u16, Value) {
        self.send(Method::GET, path, |request| request).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        self.send(Method::POST, path, |request| request.json(body))
            .await
    }

    pub(crate) async fn patch(&self, path: &str, body: &Value) -> (u16, Value) {
        self.send(Method::PATCH, path, |request| request.json(body))
            .await
    }

    /// Posts fields as a form of HTML does.
    pub(crate) async fn post_form(&self, path: &str, fields: &'static str) -> (u16, Value) {
        let kind = "application/x-www-form-urlencoded";
        let form = |request: RequestBuilder| request.header("content-type", kind).body(fields);
        self.send(Method::POST, path, form).await
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        with: impl FnOnce(RequestBuilder) -> RequestBuilder,
    ) -> (u16, Value) {
        let request = self.client.request(method, format!("{}{path}", self.base));
        let token = format!("Bot {}", Options::default().bot_token);
        let answer = with(request.header("authorization", token))
            .send()
            .await
            .unwrap();
        let status = answer.status().as_u16();
        let body = answer.bytes().await.unwrap();
        (status, serde_json::from_slice(&body).unwrap_or_default())
    }
}
