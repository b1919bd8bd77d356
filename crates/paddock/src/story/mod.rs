//! What a newcomer finds: a league in the middle of its winter season.
//!
//! The people of the simulated Discord play it with their own commands, as a newcomer would, so that nothing is in the
//! database that could not have come there in use. Ada and Hedy take no part: they are for the newcomer to be.

mod races;

use anyhow::Context as _;
use paddock_sim_discord::{ClientError, SimDiscord};
use paddock_sim_iracing::LEAGUE_ID;
use races::RACES;

/// Who registers: handle, the name that they give, and who they are in iRacing.
const MEMBERS: [(&str, &str, Option<i64>); 11] = [
    ("owner", "Olivia Owner", None),
    ("mira", "Mira Voss", Some(812_345)),
    ("jonas", "Jonas Berg", Some(455_001)),
    ("linus", "Linus Aalto", Some(455_004)),
    ("grace", "Grace Moreno", Some(900_222)),
    ("alan", "Alan Whitlock", None),
    ("edsger", "Edsger de Wit", Some(455_005)),
    ("barbara", "Barbara Lind", None),
    ("donald", "Donald Reyes", None),
    ("margaret", "Margaret Oduya", None),
    ("dennis", "Dennis Park", None),
];

/// The season, as the owner plans it.
const SEASON: [&str; 14] = [
    "/config submissions auto_approve:True",
    "/season create name:Winter Cup start:now end:in 2 months",
    "/item create name:Race finished",
    "/item create name:Clean race",
    "/item create name:Steward's evening",
    "/item set item:Race finished points:10",
    "/item set item:Clean race points:5",
    "/item set item:Steward's evening points:20",
    "/rank create name:Bronze threshold:15",
    "/rank create name:Silver threshold:60",
    "/rank create name:Gold threshold:100",
    "/prize role rank:Bronze role:@Driver",
    "/prize role rank:Gold role:@Champion",
    "/prize other rank:Silver description:A mug with the cup's crest",
];

/// What was handed in and counts: who, what, how many.
const COUNTED: [(&str, &str, u32); 11] = [
    ("jonas", "Race finished", 8),
    ("jonas", "Clean race", 5),
    ("mira", "Race finished", 6),
    ("mira", "Steward's evening", 1),
    ("linus", "Race finished", 4),
    ("linus", "Clean race", 2),
    ("grace", "Race finished", 4),
    ("edsger", "Race finished", 3),
    ("barbara", "Race finished", 2),
    ("barbara", "Clean race", 2),
    ("margaret", "Steward's evening", 2),
];

/// What still waits for a review.
const WAITING: [(&str, &str, u32); 2] = [("grace", "Clean race", 1), ("alan", "Race finished", 1)];

/// Car numbers. Grace's is another driver's on the roster of the league: the one clash.
const NUMBERS: [(&str, &str); 6] = [
    ("mira", "07"),
    ("jonas", "7"),
    ("linus", "0"),
    ("grace", "24"),
    ("edsger", "00"),
    ("barbara", "42"),
];

/// What else the owner and the staff did by now.
const LATELY: [(&str, &str); 7] = [
    ("owner", "/config submissions auto_approve:False"),
    (
        "owner",
        "/staff add member:@mira title:Race director rank:10",
    ),
    ("owner", "/staff add member:@jonas title:Steward rank:20"),
    ("owner", "/staff add member:@margaret title:Steward rank:20"),
    ("jonas", "/duty on"),
    ("owner", "/sync"),
    ("owner", "/open_attendance title:Race briefing"),
];

/// Plays it. What fails is logged and left out: the newcomer can still do everything.
pub(crate) async fn play(discord: &SimDiscord) {
    let story = Story { discord };
    story.settle().await;
    story.play_season().await;
    story.race().await;
    for (who, command) in LATELY {
        story.say(who, command).await;
    }
    for (who, item, quantity) in WAITING {
        story.hand_in(who, item, quantity).await;
    }
}

struct Story<'a> {
    discord: &'a SimDiscord,
}

impl Story<'_> {
    /// Settings and members.
    async fn settle(&self) {
        self.say(
            "owner",
            "/setup verified_role:@Verified review_channel:#review \
             announcement_channel:#announcements attendance_channel:#attendance",
        )
        .await;
        for (who, name, cust_id) in MEMBERS {
            self.say(who, &format!("/register name:{name}")).await;
            self.say("owner", &format!("/verify member:@{who}")).await;
            if let Some(cust_id) = cust_id {
                let link = format!("/link iracing_id:{cust_id} consent:True");
                self.say(who, &link).await;
            }
        }
    }

    async fn play_season(&self) {
        for command in SEASON {
            self.say("owner", command).await;
        }
        for (who, ..) in MEMBERS.into_iter().skip(1) {
            self.say(who, "/join").await;
        }
        for (who, item, quantity) in COUNTED {
            self.hand_in(who, item, quantity).await;
        }
        for (who, number) in NUMBERS {
            self.say(who, &format!("/claim number:{number}")).await;
        }
        // Last: once the roster is there, nobody may claim the number of another driver on it.
        let league = format!("/setup league_id:{LEAGUE_ID}");
        self.say("owner", &league).await;
    }

    async fn hand_in(&self, who: &str, item: &str, quantity: u32) {
        let command = format!("/submit item:{item} quantity:{quantity}");
        self.say(who, &command).await;
    }

    /// Imports the races.
    async fn race(&self) {
        for race in RACES {
            if let Err(error) = self.import(&race).await {
                tracing::warn!("the story goes on without a race: {error:#}");
            }
        }
    }

    async fn import(&self, race: &races::Race) -> anyhow::Result<()> {
        let file = format!("eventresult-{}.csv", race.subsession);
        let command = format!(
            "/results import file:{file} subsession_id:{}",
            race.subsession
        );
        let now = jiff::Timestamp::from_millisecond(self.discord.now_ms())?;
        let owner = self.discord.as_user("owner");
        let owner = owner.with_file(&file, race.export(now));
        let shown = owner.slash(&command).await?;
        let import = shown.button("Import").with_context(|| shown.text())?;
        owner.press(&shown, &import).await?;
        Ok(())
    }

    async fn say(&self, who: &str, command: &str) {
        let said: Result<_, ClientError> = self.discord.as_user(who).slash(command).await;
        if let Err(error) = said {
            tracing::warn!("the story goes on without {command} of {who}: {error}");
        }
    }
}
