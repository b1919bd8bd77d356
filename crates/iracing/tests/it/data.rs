//! What the typed methods read.

use crate::helpers::signed_in;
use paddock_iracing::files::parse_roster;
use paddock_iracing::{Error, HostedSearch};
use paddock_sim_iracing::{DriverSeed, LEAGUE_ID, LeagueSeed, Options, SEASON_ID};

#[tokio::test]
async fn a_roster_has_its_numbers_as_the_league_wrote_them() {
    let (sim, client, token) = signed_in(Options::default()).await;
    sim.set_number(LEAGUE_ID, 900_222, Some("118"));
    sim.put_driver(LEAGUE_ID, DriverSeed::new(31, "New Driver", Some("007")));
    sim.remove_driver(LEAGUE_ID, 455_009);
    let roster = client.league_roster(&token, LEAGUE_ID).await.unwrap();
    assert_eq!(roster.league_id, Some(LEAGUE_ID));
    assert_eq!(roster.roster_count, Some(12));
    assert!(roster.is_complete());
    let numbers: Vec<_> = roster
        .members
        .iter()
        .map(|it| it.car_number.as_deref())
        .collect();
    let expected = [
        None,
        Some("07"),
        Some("118"),
        Some("7"),
        Some("15"),
        Some("15"),
        Some("0"),
        Some("00"),
        Some("24"),
        None,
        Some("1"),
        Some("007"),
    ];
    assert_eq!(numbers, expected);
    let (owner, mara) = (&roster.members[0], &roster.members[1]);
    assert_eq!(
        (owner.cust_id, owner.owner, owner.admin),
        (700_111, true, true)
    );
    assert_eq!(mara.nick_name.as_deref(), Some("[Am] Mara L."));

    let league = client.league(&token, LEAGUE_ID).await.unwrap();
    assert_eq!(
        league.league_name.as_deref(),
        Some("Northern Endurance Cup")
    );
    assert!(league.is_owner && league.is_admin && league.is_member);
    assert_eq!(league.into_roster().unwrap().members, roster.members);
}

#[tokio::test]
async fn a_private_league_is_shown_to_its_members_only() {
    let (sim, client, token) = signed_in(Options::default()).await;
    let private = LeagueSeed {
        private: true,
        ..LeagueSeed::generated(9, 3, 0)
    };
    sim.put_league(private);
    assert_eq!(
        client.league_roster(&token, 9).await.unwrap_err(),
        Error::Forbidden
    );
    assert_eq!(
        client.league(&token, 9).await.unwrap_err(),
        Error::Forbidden
    );
    assert_eq!(
        client.league(&token, 10).await.unwrap_err(),
        Error::NotFound
    );
    sim.put_driver(9, DriverSeed::new(700_111, "NEC Admin", None));
    assert_eq!(
        client.league_roster(&token, 9).await.unwrap().members.len(),
        4
    );
}

#[tokio::test]
async fn a_live_roster_and_a_saved_one_are_the_same() {
    let (sim, client, token) = signed_in(Options::default()).await;
    let saved = include_bytes!("../fixtures/r1-league-roster-45-dup15-zeros.json");
    sim.serve("league/roster", &[("league_id", "7178")], &saved[..]);
    let live = client.league_roster(&token, 7178).await.unwrap();
    assert_eq!(live.members.len(), 45);
    assert_eq!(live.members, parse_roster(saved).unwrap().members);
}

#[tokio::test]
async fn a_league_of_six_thousand_is_read_whole() {
    let (sim, client, token) = signed_in(Options::default()).await;
    sim.put_league(LeagueSeed::generated(60, 6_000, 1_110));
    let roster = client.league_roster(&token, 60).await.unwrap();
    assert_eq!((roster.members.len(), roster.unreadable), (6_000, 0));
    let numbered = roster.members.iter().filter(|it| it.car_number.is_some());
    assert_eq!(numbered.count(), 1_110);
}

#[tokio::test]
async fn a_season_leads_to_its_sessions_and_these_to_results() {
    let (sim, client, token) = signed_in(Options::default()).await;
    let seasons = client
        .league_seasons(&token, LEAGUE_ID, true)
        .await
        .unwrap();
    assert_eq!(seasons.seasons[0].season_id, SEASON_ID);
    assert!(seasons.seasons[0].active);
    let schedule = client
        .league_season_sessions(&token, LEAGUE_ID, SEASON_ID)
        .await;
    let sessions = schedule.unwrap().sessions;
    let driven: Vec<_> = sessions.iter().filter_map(|it| it.subsession_id).collect();
    assert_eq!((sessions.len(), driven.len()), (4, 3));
    assert_eq!(sessions[3].status, Some(1));
    assert_eq!(sessions[2].track.as_ref().unwrap().config_name, None);

    let results = client.results(&token, driven[0]).await.unwrap();
    assert_eq!(
        (results.subsession_id, results.league_id),
        (driven[0], Some(LEAGUE_ID))
    );
    let race = results
        .session_results
        .iter()
        .find(|it| it.is_race())
        .unwrap();
    assert_eq!(race.results.len(), 12);
    let second = &race.results[1];
    assert_eq!(
        (second.cust_id, second.car_number()),
        (Some(812_345), Some("07"))
    );
    assert_eq!(
        (second.finish_position, second.interval),
        (Some(1), Some(31_250))
    );
    assert_eq!(second.best_qual_lap_time, None);
    assert_eq!(
        client.results(&token, 1).await.unwrap_err(),
        Error::NotFound
    );

    let to = results.end_time.unwrap();
    let search = HostedSearch {
        host_cust_id: Some(700_111),
        league_id: Some(LEAGUE_ID),
        ..HostedSearch::default()
    };
    let from = to - jiff::SignedDuration::from_hours(1);
    let until = to + jiff::SignedDuration::from_hours(1);
    let found = client
        .search_hosted(&token, &search, from, until)
        .await
        .unwrap();
    let ids: Vec<_> = found.iter().map(|it| it.subsession_id).collect();
    assert_eq!(ids, [driven[0]]);
    drop(sim);
}

#[tokio::test]
async fn what_is_to_come_is_listed() {
    let (_sim, client, token) = signed_in(Options::default()).await;
    for sessions in [
        client.league_sessions(&token).await.unwrap(),
        client.hosted_sessions(&token).await.unwrap(),
    ] {
        let [next] = &sessions[..] else {
            panic!("{sessions:?}");
        };
        assert_eq!(next.league_id, Some(LEAGUE_ID));
        assert_eq!((next.status, next.subsession_id), (Some(1), None));
        assert!(next.launch_at < next.end_time);
    }
}

#[tokio::test]
async fn members_come_with_licences_in_both_spellings() {
    let (_sim, client, token) = signed_in(Options::default()).await;
    let account = client.account(&token).await.unwrap();
    assert_eq!(account.cust_id, 700_111);
    assert_eq!(account.licenses[0].category_id, Some(5));
    let members = client
        .members(&token, &[812_345, 900_222, 5])
        .await
        .unwrap();
    let ids: Vec<_> = members.iter().map(|it| it.cust_id).collect();
    assert_eq!(ids, [812_345, 900_222]);
    assert_eq!(members[0].licenses[0].safety_rating, Some(3.41));
    let leagues = client.league_membership(&token).await.unwrap();
    assert_eq!((leagues[0].league_id, leagues[0].admin), (LEAGUE_ID, true));
}
