use crate::test::Harness;
use serde_json::json;

#[tokio::test]
async fn help_lists_every_command() {
    let harness = Harness::start().await;
    insta::assert_snapshot!(harness.command("help", json!([])).await, @r#"
    ← message, only for them
    # What you can do here
    **For everyone**
    `/help` What you can do here
    `/ping` Whether Paddock is awake, and how fast
    `/register` Register, or change your names
    `/me` What Paddock knows about you
    `/privacy export` A copy of everything, as a file
    `/privacy delete` Erase everything; asks for confirmation
    `/join` Take part in a season
    `/submit` Hand something in for points
    `/submissions` What you have submitted, newest first
    `/leaderboard` Who has the most points; everybody here sees the answer
    `/summary` How you stand: points, place, rank, items and prizes
    `/here` Check in with the code that is shown
    `/claim` Claim a car number; the first who asks gets it
    `/release` Give a car number of yours back
    `/mynumbers` Car numbers that you hold, wait for or were offered
    `/check` Who has a car number, and which are free nearby
    `/roster` Who holds which car number, lowest first
    `/available` Car numbers that are free, as ranges
    `/trade offer` Offer a number of yours for one of theirs, or as a gift
    `/trade list` Offers to you and by you, newest first
    `/trade accept` Accept an offer to you
    `/trade decline` Decline an offer to you
    `/trade cancel` Withdraw an offer of yours
    `/waitlist join` Wait for a number; once it is free, it is held for you
    `/waitlist leave` Wait no longer for a number
    `/waitlist list` Numbers that you wait for, with your place
    `/link` Your iRacing account, and who may see it
    `/syncstatus` How car numbers compare with the iRacing league, ready to paste
    `/connect` Connect your iRacing account, or see how it stands
    `/disconnect` Disconnect your iRacing account
    `/sessions` League and hosted sessions that you drove in
    `/syncsessions` Read your sessions from iRacing now
    `/driver` Races of a member: finishes, laps, incidents and rounds
    `/staff add` Put a member on the roster of the staff
    `/staff edit` Change how somebody stands on the roster
    `/staff remove` Take somebody off the roster; asks for confirmation
    `/staff list` The roster of the staff
    `/staff away` Take a leave of absence, or end it; for others as an admin
    `/staff board` A message in a channel that shows who of the staff is there
    `/staffstatus` Who of the staff is there, or the hours of one of them
    `/presence hide` Show your status alone, without what you do, also for the past
    `/presence show` Show what you do again
    `/duty on` You are on duty, whatever Discord shows
    `/duty off` You are off duty
    `/token create` Create a token; it is shown once
    `/token list` Your tokens, newest first
    `/token revoke` Make a token stop working immediately

    **For admins**
    `/members` Who is registered, oldest first
    `/verify` Let a member take part
    `/reject` Turn a registration down, or withdraw the verification
    `/ban` Refuse a member everything in Paddock; Discord is not touched
    `/unban` Lift a ban; the member waits for verification again
    `/admin grant` Make a verified member an admin
    `/admin revoke` Take admin from a member
    `/admin list` Admins granted in Paddock
    `/access grant` Let a verified member make API tokens
    Page 1
    ["Next ▶"] "v1:help:-:2"
    "#);
}

#[tokio::test]
async fn help_goes_on_for_admins() {
    let harness = Harness::start().await;
    insta::assert_snapshot!(harness.press("v1:help:-:2").await, @r#"
    ← update
    # What you can do here
    `/access revoke` Take API access from a member; their tokens stop working immediately
    `/season create` Plan a season
    `/season edit` Change a season that is not over
    `/season close` End a season now; asks for confirmation
    `/season clone` Plan a season with the items, ranks and prizes of another
    `/season list` Every season, the latest first
    `/season show` A season with its items, ranks and prizes
    `/season delete` Delete a season that nobody has joined; asks for confirmation
    `/item create` Create something that can be submitted
    `/item edit` Change the name or description of an item
    `/item delete` Delete an item that was never submitted; asks for confirmation
    `/item list` All items, or those of a season with their points
    `/item set` Add an item to a season, or change its points
    `/item unset` Remove an item from a season; what was submitted stays
    `/rank create` Add a rank to a season
    `/rank edit` Change a rank; members gain or lose it within moments
    `/rank delete` Delete a rank with its prizes; asks for confirmation
    `/rank list` Ranks of a season with their prizes, lowest first
    `/prize role` Let a rank win a Discord role, given automatically
    `/prize other` Let a rank win something that an admin hands over
    `/prize remove` Remove a prize from a rank; asks for confirmation
    `/prize list` Prizes of a season, lowest rank first
    `/award list` Prizes that were won, newest first
    `/award deliver` Note that you have handed a prize over
    `/review` Submissions that wait for you, the longest waiting first
    `/submission show` Show the state of a submission, and decide about it
    `/submission edit` Change a submission, and the points it counted for
    `/submission delete` Delete a submission and take its points back; asks for confirmation
    `/points adjust` Give points to a member, or take some
    `/open_attendance` Let members check in with a code that changes every few seconds
    `/close_attendance` Close a session, and get who attended as a file
    `/export_csv` Who attended, as a file for a spreadsheet
    `/attendance mark` Set how a member attended
    `/attendance excuse` Note that a member is excused
    `/attendance remove` Remove the record of a member
    `/attendance missing` Members who are expected and have not checked in
    `/attendance guesses` Members who typed wrong codes
    `/attendance report` How often members attended, of all closed sessions
    `/attendance sessions` Every session with its numbers, newest first
    `/attendance change` Change a session that is open
    `/attendance settings` Show or change how attendance is taken, from the next session on
    `/attendance points` Let attending be worth points in a season
    `/export` Who holds which car number, as a file for a spreadsheet
    `/forcerelease` Take a car number from its holder; asks for confirmation
    `/reserve number` Keep one number
    `/reserve range` Keep every number from one to another
    `/reserve list` Every reservation, newest first
    `/reserve remove` Remove a reservation
    `/numbers class-create` Create a class of cars with numbers of its own
    Page 2
    ["◀ Previous"] "v1:help:-:1"
    ["Next ▶"] "v1:help:-:3"
    "#);
}

#[tokio::test]
async fn help_has_no_more_pages_than_it_says() {
    let harness = Harness::start().await;
    let last = harness.press("v1:help:-:99").await;
    assert!(
        last.starts_with("← update\n# What you can do here"),
        "{last}"
    );
    assert!(!last.contains("Next"), "{last}");
}

#[tokio::test]
async fn ping_tells_of_an_api_that_does_not_answer() {
    let harness = Harness::start().await;
    let version = json!({"name": "paddock", "version": "1.2.3", "database": "sqlite"});
    harness.api.plant("GET /version", 200, version);
    let pong = harness.command("ping", json!([])).await;
    assert!(pong.contains("Pong! Your command took "), "{pong}");
    assert!(pong.contains("(version 1.2.3)."), "{pong}");

    let harness = Harness::start().await;
    let pong = harness.command("ping", json!([])).await;
    assert!(pong.contains("The API does not answer right now"), "{pong}");
}
