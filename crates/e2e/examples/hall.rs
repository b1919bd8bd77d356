//! A lecture hall that types `/here`: through the simulated gateway, the bot, the API, and back.
//!
//! `cargo xtask bench attendance` runs it. Every interaction is due at its own moment, however long
//! those before it take; what counts is the time from Discord's dispatch to the first response.

#![expect(clippy::print_stdout, reason = "figures are what this is for")]

use paddock_api_client::Client;
use paddock_api_types::AttendanceSessionId;
use paddock_api_types::attendance::{
    ExportAttendanceQuery, OpenAttendanceSession, UpdateAttendanceSettings,
};
use paddock_api_types::guilds::UpdateGuild;
use paddock_e2e::{Setup, System, member_name, number};
use paddock_sim_discord::ClientError;
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};

const PEOPLE: usize = 1500;
/// The time from the first to the last.
const RUSH: Duration = Duration::from_mins(1);

/// What one person saw.
struct Answer {
    took: Duration,
    is_in: bool,
}

#[tokio::main]
async fn main() {
    let system = System::with(Setup::crowd(PEOPLE)).await;
    let root = system.callers().root();
    let session = open(&system, &root).await;
    let started = Instant::now();
    let mut hall = JoinSet::new();
    for n in 0..PEOPLE {
        let person = system.person(&member_name(n + 1)).in_channel("attendance");
        let due = started + RUSH * u32::try_from(n).unwrap_or_default() / 1500;
        let root = root.clone();
        hall.spawn(async move {
            sleep_until(due).await;
            // The code on the wall at this moment.
            let codes = root.list_attendance_codes(session).await;
            let code = codes.expect("the session is open").codes.remove(0).code;
            let reply = person.slash(&format!("/here code:{code}")).await;
            match reply {
                Ok(reply) => Answer {
                    took: reply.elapsed,
                    is_in: reply.content.starts_with('✅'),
                },
                Err(ClientError::NoReply | ClientError::StillThinking) => Answer {
                    took: Duration::from_secs(3),
                    is_in: false,
                },
                Err(error) => panic!("{error}"),
            }
        });
    }
    let answers = hall.join_all().await;
    let query = ExportAttendanceQuery {
        session_id: Some(session),
    };
    let file = root.export_attendance(&query).await.expect("the file");
    let mut times: Vec<_> = answers.iter().map(|answer| answer.took).collect();
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() * percent).div_ceil(100) - 1].as_secs_f64() * 1e3;
    println!(
        "{PEOPLE} people type /here within {} s: {} saw that they are in, {} are in the file; \
         dispatch to first response p50 {:.0} ms, p99 {:.0} ms, longest {:.0} ms",
        RUSH.as_secs(),
        answers.iter().filter(|answer| answer.is_in).count(),
        file.lines().count() - 1,
        at(50),
        at(99),
        at(100),
    );
}

async fn open(system: &System, root: &Client) -> AttendanceSessionId {
    let channel = system.discord.channel_id("attendance");
    let settings = UpdateGuild {
        attendance_channel_id: Some(Some(channel.try_into().expect("an id"))),
        ..UpdateGuild::default()
    };
    root.update_guild(&settings)
        .await
        .expect("the channel is there");
    let settings = UpdateAttendanceSettings {
        code_interval_seconds: Some(Some(number(15))),
        ..UpdateAttendanceSettings::default()
    };
    let settings = root.update_attendance_settings(&settings).await;
    settings.expect("fifteen seconds are allowed");
    let session = OpenAttendanceSession::default();
    let session = root.open_attendance_session(&session).await;
    session.expect("none is open").id
}
