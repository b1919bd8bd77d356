//! The roster of the iRacing league, read from a stand-in while claims go on, in every weather.

use crate::numbers::{expect, verify};
use paddock_api::{Clock as _, FixedClock, Seams, SystemClock};
use paddock_e2e::{Setup, System, eventually};
use paddock_sim_iracing::{DriverSeed, Fault, LEAGUE_ID, Options, SimIracing};
use std::sync::Arc;
use std::time::Duration;

const ROSTER: &str = "data/league/roster";
const TOKEN: &str = "oauth2/token";
/// Longer than iRacing is left alone after a reading, and shorter than the pause after one that
/// failed, so that nothing but `/sync` reads.
const LATER: Duration = Duration::from_secs(61);
/// Drivers of the example league: one without a number, one with 0, and three with others.
const BJOERN: i64 = 455_007;
const SOEREN: i64 = 455_004;
const TOBI: i64 = 900_222;
const MARA: i64 = 812_345;
const CHLOE: i64 = 455_006;
/// Who claims what.
const CLAIMS: [(&str, &str); 4] = [
    ("ada", "42"),
    ("grace", "50"),
    ("linus", "60"),
    ("barbara", "0"),
];

/// A system whose account reads the example league.
struct Track {
    system: System,
    sim: SimIracing,
    clock: Arc<FixedClock>,
}

impl Track {
    async fn start() -> Self {
        let options = Options::default();
        let sim = SimIracing::start(options.clone()).await.unwrap();
        let clock = Arc::new(FixedClock::at(SystemClock.now()));
        let system = System::with(Setup {
            seams: Seams {
                clock: clock.clone(),
                ..Seams::default()
            },
            variables: vec![
                ("IRACING_CLIENT_ID", options.client_id),
                ("IRACING_CLIENT_SECRET", options.client_secret),
                ("IRACING_USERNAME", options.account.username),
                ("IRACING_PASSWORD", options.account.password),
                ("IRACING_OAUTH_URL", sim.oauth_url()),
                ("IRACING_DATA_URL", sim.data_url()),
            ],
            ..Setup::default()
        })
        .await;
        Self { system, sim, clock }
    }

    /// Reads the league for the first time: by hand, or by the job where it comes first.
    async fn set_league(&self) {
        let setup = format!("/setup league_id:{LEAGUE_ID}");
        self.system.say("owner", &setup).await;
        self.system.say("owner", "/sync").await;
        eventually("the league is read", async || {
            let status = self.system.say("owner", "/syncstatus").await;
            status.text().contains("12 drivers").then_some(())
        })
        .await;
    }

    /// Types `/sync`, whose answer holds all of these.
    async fn sync(&self, texts: &[&str]) {
        self.clock.advance(LATER);
        let answer = self.system.say("owner", "/sync").await.text();
        for text in texts {
            assert!(answer.contains(text), "no {text:?} in {answer}");
        }
    }

    async fn expect(&self, name: &str, command: &str, text: &str) {
        expect(&self.system, name, command, text).await;
    }

    fn set_number(&self, driver: i64, number: Option<&str>) {
        self.sim.set_number(LEAGUE_ID, driver, number);
    }

    /// Whatever became of the roster, everybody has what they claimed.
    async fn nothing_is_lost(&self) {
        for (name, number) in CLAIMS {
            let held = format!("**#{number}**");
            self.expect(name, "/mynumbers", &held).await;
        }
    }

    /// Claims before anybody has their number in iRacing, but for 0, which is no other than 0.
    async fn claim(&self) {
        let (system, driver) = (&self.system, "A driver of the iRacing league has");
        let own = format!("/link iracing_id:{SOEREN}");
        system.say("barbara", &own).await;
        let own = format!("/link iracing_id:{BJOERN}");
        system.say("ada", &own).await;
        self.expect("barbara", "/claim number:00", driver).await;
        for (name, number) in CLAIMS {
            let claim = format!("/claim number:{number}");
            self.expect(name, &claim, "is yours").await;
        }
    }

    /// Has the answer to the next reading fail, which changes nothing that was known.
    async fn fail(&self, path: &str, fault: Fault, why: &str) {
        self.sim.fail_next(path, fault, 2);
        self.sync(&[why, "What was known stays"]).await;
        self.sim.clear_faults();
        let agrees = "The roster of the iRacing league agrees.";
        self.expect("ada", "/check number:42", agrees).await;
        self.nothing_is_lost().await;
    }
}

#[tokio::test]
async fn claims_and_the_roster_come_together() {
    let track = Track::start().await;
    verify(&track.system, &CLAIMS.map(|(name, _)| name)).await;
    track.set_league().await;
    track.claim().await;
    let pending = ["✅ 1 match", "3 to assign", "0 clash", "👥 1 doubled"];
    track.sync(&pending).await;
    let matches = "0: barbara (linked)";
    track
        .expect("owner", "/syncstatus list:matches", matches)
        .await;

    // What an admin does in iRacing, well and badly; and the token ends before it is read.
    track.set_number(BJOERN, Some("42"));
    track.set_number(TOBI, Some("50"));
    track.set_number(MARA, Some("60"));
    track.set_number(CHLOE, Some("60"));
    let newcomer = DriverSeed::new(455_010, "Zoë New", Some("61"));
    track.sim.put_driver(LEAGUE_ID, newcomer);
    track.sim.expire_access_tokens();
    let signed_in = track.sim.count(TOKEN);
    let apart = ["✅ 2 match", "0 to assign", "2 clash", "👥 2 doubled"];
    track.sync(&apart).await;
    assert_eq!(track.sim.count(TOKEN), signed_in + 1, "renewed once");
    let agrees = "The roster of the iRacing league agrees.";
    track.expect("ada", "/check number:42", agrees).await;
    let clash = "somebody else has it";
    track.expect("grace", "/check number:50", clash).await;
    for (list, line) in [
        ("clashes", "50: grace (not linked) | in iRacing: a driver"),
        ("doubled in iRacing", "60: a driver, a driver"),
        ("on the roster without a claim", "61: a driver"),
    ] {
        let list = format!("/syncstatus list:{list}");
        track.expect("owner", &list, line).await;
    }
    track.nothing_is_lost().await;

    // One is solved by a link, one in iRacing.
    for (name, driver) in [("grace", TOBI), ("linus", MARA)] {
        let link = format!("/link iracing_id:{driver}");
        track.system.say(name, &link).await;
    }
    track.set_number(CHLOE, Some("24"));
    let together = ["✅ 4 match", "0 to assign", "0 clash", "👥 1 doubled"];
    track.sync(&together).await;
    track.nothing_is_lost().await;
}

#[tokio::test]
async fn whatever_iracing_does_the_next_reading_repairs_it() {
    let mut track = Track::start().await;
    verify(&track.system, &CLAIMS.map(|(name, _)| name)).await;
    track.set_league().await;
    track.claim().await;
    let limited = Fault::RateLimited {
        reset_in: Some(Duration::from_secs(40)),
    };
    let page = Fault::Page {
        status: 503,
        retry_after: None,
    };
    for (path, fault, why) in [
        (ROSTER, limited, "iRacing asks to slow down"),
        (ROSTER, page, "iRacing is down for maintenance"),
        (ROSTER, Fault::Cut, "iRacing cannot be reached"),
        // The refresh token is used up, and the next one is lost.
        (TOKEN, Fault::AppliedThenCut, "iRacing cannot be reached"),
    ] {
        track.set_number(BJOERN, Some("42"));
        track.sync(&["✅ 2 match", "2 to assign"]).await;
        track.set_number(BJOERN, None);
        if path == TOKEN {
            track.sim.expire_access_tokens();
        }
        track.fail(path, fault, why).await;
        // Restarted, so that it does not wait as long as iRacing wants an earlier process to.
        track.system.kill_api().await;
        track.system.start_api().await;
        track.sync(&["✅ 1 match", "3 to assign"]).await;
        track.nothing_is_lost().await;
    }
}
