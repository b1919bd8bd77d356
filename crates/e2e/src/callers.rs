//! Clients of the API, by caller.

use paddock_api_client::{Acting, Client};
use paddock_api_types::UserId;
use paddock_sim_discord::{OWNER_ID, permissions};

/// Clients of one API, by the caller for whom they act.
#[derive(Debug, Clone)]
pub struct Callers {
    client: Client,
    bot_key: String,
}

impl Callers {
    /// Callers of the API at this address.
    ///
    /// # Panics
    ///
    /// When the address is not a URL.
    pub fn new(url: &str, bot_key: &str) -> Self {
        Self {
            client: Client::new(url).expect("the harness makes addresses"),
            bot_key: bot_key.to_owned(),
        }
    }

    /// A caller without credentials.
    pub fn anonymous(&self) -> Client {
        self.client.clone()
    }

    /// The owner of this token.
    pub fn token(&self, token: &str) -> Client {
        self.client.with_token(token)
    }

    /// The bot itself.
    pub fn bot(&self) -> Client {
        self.client.with_bot_key(self.bot_key.clone())
    }

    /// The root admin, through the bot.
    ///
    /// # Panics
    ///
    /// Never: the simulator's ids are ids.
    pub fn root(&self) -> Client {
        self.acting(UserId::try_from(OWNER_ID).expect("a Discord id"), 0)
    }

    /// A member without any permission, through the bot.
    pub fn member(&self, user: UserId) -> Client {
        self.acting(user, 0)
    }

    /// A user with Discord's Administrator permission, through the bot.
    pub fn administrator(&self, user: UserId) -> Client {
        self.acting(user, permissions::ADMINISTRATOR)
    }

    fn acting(&self, user_id: UserId, permissions: u64) -> Client {
        self.bot().acting(Acting {
            guild_id: crate::guild_id(),
            user_id,
            channel_id: None,
            role_ids: Vec::new(),
            permissions,
        })
    }
}
