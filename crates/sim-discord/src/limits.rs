//! Limits of the REST API: how many requests a bot may send, by route and altogether.
//!
//! Discord publishes no numbers but the global one: a client reads the headers. So the limits are options, generous by
//! default, and the headers count whatever they are.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::clock::millis;
use crate::faults::RequestPattern;

/// So many requests in so much time, from the first of them on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Most requests in it.
    pub limit: u32,
    /// How long it lasts, by the simulated clock.
    pub per: Duration,
}

impl Window {
    const fn new(limit: u32, per: Duration) -> Self {
        Self { limit, per }
    }
}

/// What a bot may send.
#[derive(Clone, Debug)]
pub struct RateLimits {
    /// The window of each route, and there of each channel, guild and webhook.
    pub route: Window,
    /// Windows of single routes; the first that fits counts.
    pub routes: Vec<(RequestPattern, Window)>,
    /// Most requests in a second altogether, but for those that answer interactions; none without a limit.
    pub global: Option<u32>,
}

impl Default for RateLimits {
    /// More than a test can send.
    fn default() -> Self {
        Self {
            route: Window::new(10_000, Duration::from_secs(1)),
            routes: Vec::new(),
            global: None,
        }
    }
}

impl RateLimits {
    /// About what Discord allows: 50 requests a second, and in each channel 5 messages and 5 edits in 5 seconds.
    pub fn like_discord() -> Self {
        let messages = Window::new(5, Duration::from_secs(5));
        Self {
            route: Window::new(50, Duration::from_secs(1)),
            routes: vec![
                (("POST", "channels/*/messages").into(), messages),
                (("PATCH", "channels/*/messages").into(), messages),
            ],
            global: Some(50),
        }
    }

    fn window(&self, method: &str, segments: &[String]) -> Window {
        let mut routes = self.routes.iter();
        let own = routes.find(|(pattern, _)| pattern.matches(method, segments));
        own.map_or(self.route, |(_, window)| *window)
    }
}

/// The state of one bucket after a request, as the headers say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bucket {
    /// A stable name of the route, without its ids.
    pub(crate) name: String,
    pub(crate) limit: u32,
    pub(crate) remaining: u32,
    pub(crate) reset_after: Duration,
}

/// Which limit a request exceeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exceeded {
    Route,
    /// With the time until the next second.
    Global(Duration),
}

/// The requests of the current windows.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    /// By route and by channel, guild or webhook.
    buckets: BTreeMap<(String, String), Count>,
    global: Count,
}

/// The global limit's window.
const SECOND: Duration = Duration::from_secs(1);
/// Buckets that are kept before those whose window has ended are dropped.
const KEPT: usize = 1000;

impl Counts {
    /// Counts a request, unless it exceeds a limit.
    pub(crate) fn count(
        &mut self,
        limits: &RateLimits,
        method: &str,
        segments: &[String],
        now_ms: i64,
    ) -> (Bucket, Option<Exceeded>) {
        if self.buckets.len() > KEPT {
            self.buckets.retain(|_, count| count.ends_ms > now_ms);
        }
        let route = Route::of(method, segments);
        let window = limits.window(method, segments);
        let name = route.bucket.clone();
        let count = self.buckets.entry((route.bucket, route.major));
        let count = count.or_default();
        count.begin(window, now_ms);
        let global = Window::new(limits.global.unwrap_or(u32::MAX), SECOND);
        let mut exceeded = None;
        if !route.is_interaction {
            self.global.begin(global, now_ms);
            if !self.global.take(global) {
                exceeded = Some(Exceeded::Global(self.global.left(now_ms)));
            }
        }
        if exceeded.is_none() && !count.take(window) {
            exceeded = Some(Exceeded::Route);
        }
        let bucket = Bucket {
            name,
            limit: window.limit,
            remaining: window.limit.saturating_sub(count.used),
            reset_after: count.left(now_ms),
        };
        (bucket, exceeded)
    }
}

/// The requests in one window.
#[derive(Debug, Default)]
struct Count {
    ends_ms: i64,
    used: u32,
}

impl Count {
    /// Begins another window where the last one has ended.
    fn begin(&mut self, window: Window, now_ms: i64) {
        if now_ms >= self.ends_ms {
            self.ends_ms = now_ms.saturating_add(millis(window.per));
            self.used = 0;
        }
    }

    /// Counts a request if it may be sent.
    fn take(&mut self, window: Window) -> bool {
        let may = self.used < window.limit;
        self.used += u32::from(may);
        may
    }

    fn left(&self, now_ms: i64) -> Duration {
        Duration::from_millis(u64::try_from(self.ends_ms - now_ms).unwrap_or(0))
    }
}

/// What the limits tell requests apart by.
struct Route {
    bucket: String,
    /// The channel, the guild, or the webhook with its token.
    major: String,
    /// Whether it answers an interaction, for which there is no global limit.
    is_interaction: bool,
}

impl Route {
    fn of(method: &str, segments: &[String]) -> Self {
        let first = segments.first().map_or("", String::as_str);
        let at = |index: usize| segments.get(index).map_or("", String::as_str);
        // Ids and tokens are no part of the route.
        let has_token = matches!(first, "webhooks" | "interactions");
        let is_word = |&(index, segment): &(usize, &String)| {
            let is_id = segment.starts_with(|c: char| c.is_ascii_digit());
            !is_id && (index != 2 || !has_token)
        };
        let words = segments.iter().enumerate().filter(is_word);
        let route = words.fold(method.to_owned(), |route, (_, word)| route + "/" + word);
        let major = match first {
            "channels" | "guilds" => at(1).to_owned(),
            "webhooks" => format!("{}/{}", at(1), at(2)),
            _ => String::new(),
        };
        Self {
            bucket: hash(&route),
            major,
            is_interaction: has_token,
        }
    }
}

/// FNV-1a: Discord's names of buckets are hashes too.
fn hash(route: &str) -> String {
    let hash = route.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segments(path: &str) -> Vec<String> {
        path.split('/').map(str::to_owned).collect()
    }

    fn limits(limit: u32, global: Option<u32>) -> RateLimits {
        RateLimits {
            route: Window::new(limit, Duration::from_secs(5)),
            routes: Vec::new(),
            global,
        }
    }

    #[test]
    fn a_window_is_used_up_and_begins_anew() {
        let (mut counts, limits) = (Counts::default(), limits(2, None));
        let mut send = |now_ms| {
            let path = segments("channels/1/messages");
            let (bucket, exceeded) = counts.count(&limits, "POST", &path, now_ms);
            (bucket.remaining, bucket.reset_after.as_millis(), exceeded)
        };
        assert_eq!(send(1000), (1, 5000, None));
        assert_eq!(send(2500), (0, 3500, None));
        assert_eq!(send(3000), (0, 3000, Some(Exceeded::Route)));
        assert_eq!(send(6000), (1, 5000, None));
    }

    #[test]
    fn each_channel_and_each_webhook_has_a_window_of_its_own_under_one_name() {
        let (mut counts, limits) = (Counts::default(), limits(1, None));
        let mut send = |method: &str, path: &str| {
            let (bucket, exceeded) = counts.count(&limits, method, &segments(path), 0);
            (bucket.name, exceeded)
        };
        let first = send("POST", "channels/1/messages");
        assert_eq!(send("POST", "channels/2/messages"), first);
        assert_eq!(send("POST", "channels/1/messages").1, Some(Exceeded::Route));
        let edit = send("PATCH", "channels/1/messages/7");
        assert!(edit.1.is_none() && edit.0 != first.0);
        let webhook = send("PATCH", "webhooks/1/aToken/messages/@original");
        assert_eq!(
            send("PATCH", "webhooks/1/another/messages/@original"),
            webhook
        );
    }

    #[test]
    fn the_global_limit_spares_what_answers_interactions() {
        let (mut counts, limits) = (Counts::default(), limits(100, Some(2)));
        let mut send = |path: &str, now_ms| {
            let (_, exceeded) = counts.count(&limits, "POST", &segments(path), now_ms);
            exceeded
        };
        assert_eq!(send("channels/1/messages", 0), None);
        assert_eq!(send("channels/2/messages", 400), None);
        let wait = Duration::from_millis(500);
        assert_eq!(
            send("channels/3/messages", 500),
            Some(Exceeded::Global(wait))
        );
        assert_eq!(send("interactions/9/token/callback", 500), None);
        assert_eq!(send("webhooks/9/token", 500), None);
        assert_eq!(send("channels/3/messages", 1000), None);
    }

    #[test]
    fn a_route_of_its_own_has_its_own_window() {
        let like = RateLimits::like_discord();
        let post = like.window("POST", &segments("channels/1/messages"));
        assert_eq!(post, Window::new(5, Duration::from_secs(5)));
        let other = like.window("GET", &segments("channels/1/messages"));
        assert_eq!(other.limit, 50);
    }
}
