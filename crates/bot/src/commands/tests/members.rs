use crate::test::{
    Harness, member_option, option,
    stub_api::{member, with},
    subcommand,
};
use serde_json::{Value, json};

fn bert() -> Value {
    with(member("202", "Bert"), json!({"status": "verified"}))
}

#[tokio::test]
async fn registering_tells_what_happens_next() {
    let harness = Harness::start().await;
    harness
        .api
        .plant("POST /api/members", 201, member("201", "Ada *L*"));
    let options = json!([option("name", "Ada *L*"), option("external_id", "#12")]);
    insta::assert_snapshot!(harness.command("register", options).await, @r##"
    → POST /api/members {"discord_name":"Ada","display_name":"Ada *L*","external_id":"#12"} (once)
    ← message, only for them
    Welcome, **Ada \*L\***! You are registered.
    An admin looks at your registration next; I will message you when they have. `/me` shows where you stand.
    "##);
}

#[tokio::test]
async fn registering_again_tells_that_the_names_changed() {
    let harness = Harness::start().await;
    let again = json!({"status": "verified", "updated_at": "2026-04-01T12:00:00Z"});
    harness
        .api
        .plant("POST /api/members", 200, with(member("201", "Ada"), again));
    insta::assert_snapshot!(harness.command("register", json!([option("name", "Ada")])).await, @r#"
    → POST /api/members {"discord_name":"Ada","display_name":"Ada"} (once)
    ← message, only for them
    Your names are up to date, **Ada**.
    You are verified. `/me` shows what I know about you.
    "#);
}

#[tokio::test]
async fn a_call_carries_who_asks_and_where() {
    let harness = Harness::start().await;
    harness
        .api
        .plant("POST /api/members", 201, member("201", "Ada"));
    harness
        .command("register", json!([option("name", "Ada")]))
        .await;
    let asked = harness.api.asked_for("POST /api/members").pop().unwrap();
    let header = |name: &str| asked.headers[name].as_str();
    assert_eq!(header("x-guild-id"), "7");
    assert_eq!(header("x-user-id"), "201");
    assert_eq!(header("x-channel-id"), "300");
    assert_eq!(header("x-role-ids"), "401,402");
    assert_eq!(header("x-permissions"), "2147483680");
    assert_eq!(
        header("x-request-id"),
        format!("bot-{}", header("idempotency-key"))
    );
}

#[tokio::test]
async fn me_shows_what_is_known() {
    let harness = Harness::start().await;
    let ada = json!({"status": "rejected", "status_reason": "Who *are* you?", "external_id": "12_3", "admin": true});
    let me = json!({"level": "guest", "member": with(member("201", "Ada"), ada)});
    harness.api.plant("GET /api/members/me", 200, me);
    insta::assert_snapshot!(harness.command("me", json!([])).await, @r"
    → GET /api/members/me
    → GET /api/seasons/current
    ← message, only for them
    # Ada
    **Status** ❌ rejected (Who \*are\* you?)
    **Level** guest
    **External id** 12\_3
    **Discord** Ada on Discord
    **Admin** yes
    **API access** no
    **Registered** <t:1772366400:R>
    ");
}

#[tokio::test]
async fn someone_unknown_is_told_to_register() {
    let harness = Harness::start().await;
    harness
        .api
        .refuse("GET /api/members/me", 404, "not_registered");
    insta::assert_snapshot!(harness.command("me", json!([])).await, @"
    → GET /api/members/me
    ← message, only for them
    You are not registered yet. Use `/register` first.
    ");
}

#[tokio::test]
async fn members_are_listed_page_by_page() {
    let harness = Harness::start().await;
    let left = json!({"in_guild": false, "admin": true, "external_id": "x"});
    let page = json!({"items": [bert(), with(member("203", "Cleo"), left)], "next_cursor": "Zm9v"});
    harness.api.plant("GET /api/members", 200, page);
    insta::assert_snapshot!(harness.command("members", json!([option("status", "verified")])).await, @r#"
    → GET /api/members?status=verified&limit=10
    ← message, only for them
    # Verified members
    ✅ <@202> **Bert** · <t:1772366400:R>
    ⏳ <@203> **Cleo** · x · admin · left the server · <t:1772366400:R>
    Page 1
    ["Next ▶"] "v1:members:verified:2:Zm9v"
    "#);
}

#[tokio::test]
async fn the_next_page_goes_by_cursor_and_the_previous_by_number() {
    let harness = Harness::start().await;
    let page = json!({"items": [bert()], "next_cursor": "bmV4dA"});
    harness.api.plant("GET /api/members", 200, page);
    insta::assert_snapshot!(harness.press("v1:members:-:3:Zm9v").await, @r#"
    → GET /api/members?limit=10&cursor=Zm9v
    ← update
    # Members
    ✅ <@202> **Bert** · <t:1772366400:R>
    Page 3
    ["⏮ First"] "v1:members:-:1"
    ["◀ Previous"] "v1:members:-:2"
    ["Next ▶"] "v1:members:-:4:bmV4dA"
    "#);

    let harness = Harness::start().await;
    harness.api.plant(
        "GET /api/members",
        200,
        json!({"items": vec![bert(); 10], "next_cursor": "c2Vjb25k"}),
    );
    harness.api.plant(
        "GET /api/members",
        200,
        json!({"items": [bert()], "next_cursor": null}),
    );
    insta::assert_snapshot!(harness.press("v1:members:pending:2").await, @r#"
    → GET /api/members?status=pending&limit=10
    → GET /api/members?status=pending&limit=10&cursor=c2Vjb25k
    ← update
    # Members who wait
    ✅ <@202> **Bert** · <t:1772366400:R>
    Page 2
    ["◀ Previous"] "v1:members:pending:1"
    "#);
}

#[tokio::test]
async fn an_empty_list_says_what_to_do() {
    let harness = Harness::start().await;
    harness.api.plant(
        "GET /api/members",
        200,
        json!({"items": [], "next_cursor": null}),
    );
    insta::assert_snapshot!(harness.command("members", json!([])).await, @"
    → GET /api/members?limit=10
    ← message, only for them
    Nobody here yet. Members join with `/register`.
    ");
}

#[tokio::test]
async fn decisions_name_the_member() {
    let mut all = String::new();
    let reason = || option("reason", "no *rules*");
    for (command, options, what, answer) in [
        (
            "verify",
            json!([member_option()]),
            "POST /api/members/202/verify",
            bert(),
        ),
        (
            "reject",
            json!([member_option(), reason()]),
            "POST /api/members/202/reject",
            with(
                bert(),
                json!({"status": "rejected", "status_reason": "no *rules*"}),
            ),
        ),
        (
            "ban",
            json!([member_option()]),
            "POST /api/members/202/ban",
            with(bert(), json!({"status": "banned"})),
        ),
        (
            "unban",
            json!([member_option()]),
            "POST /api/members/202/unban",
            member("202", "Bert"),
        ),
        (
            "admin",
            subcommand("grant", json!([member_option()])),
            "PUT /api/members/202/admin",
            bert(),
        ),
        (
            "admin",
            subcommand("revoke", json!([member_option()])),
            "DELETE /api/members/202/admin",
            bert(),
        ),
        (
            "access",
            subcommand("grant", json!([member_option()])),
            "PUT /api/members/202/api-access",
            bert(),
        ),
        (
            "access",
            subcommand("revoke", json!([member_option()])),
            "DELETE /api/members/202/api-access",
            bert(),
        ),
    ] {
        let harness = Harness::start().await;
        let granted = with(bert(), json!({"admin": true, "api_access": true}));
        harness.api.plant("GET /api/members/202", 200, granted);
        harness.api.plant(what, 200, answer);
        all.push_str(&harness.command(command, options).await);
    }
    insta::assert_snapshot!(all, @r#"
    → POST /api/members/202/verify {"waiting":true} (once)
    ← message, only for them
    ✅ <@202> (**Bert**) is verified.
    → POST /api/members/202/reject {"reason":"no *rules*","waiting":true} (once)
    ← message, only for them
    <@202> (**Bert**) is rejected (no \*rules\*). `/verify` takes it back.
    → POST /api/members/202/ban {"discord_name":"bert"} (once)
    ← message, only for them
    ⛔ <@202> (**Bert**) is banned. `/unban` takes it back.
    → POST /api/members/202/unban (once)
    ← message, only for them
    <@202> (**Bert**) is no longer banned and waits for `/verify`.
    → PUT /api/members/202/admin (once)
    ← message, only for them
    <@202> (**Bert**) is a Paddock admin now. To let them see the admin commands: Server Settings, Integrations, Paddock, add them or a role of theirs.
    → GET /api/members/202
    → DELETE /api/members/202/admin (once)
    ← message, only for them
    <@202> (**Bert**) is no longer a Paddock admin.
    → PUT /api/members/202/api-access (once)
    ← message, only for them
    <@202> (**Bert**) may make API tokens now, with `/token create`.
    → GET /api/members/202
    → DELETE /api/members/202/api-access (once)
    ← message, only for them
    <@202> (**Bert**) may no longer make API tokens; those they had have stopped working.
    "#);
}

#[tokio::test]
async fn what_was_not_granted_is_not_taken() {
    let mut all = String::new();
    for command in ["admin", "access"] {
        let harness = Harness::start().await;
        harness.api.plant("GET /api/members/202", 200, bert());
        let revoke = subcommand("revoke", json!([member_option()]));
        all.push_str(&harness.command(command, revoke).await);
    }
    insta::assert_snapshot!(all, @r#"
    → GET /api/members/202
    ← message, only for them
    <@202> (**Bert**) was not made a Paddock admin, so there is nothing to take. Whoever has **Administrator** or the admin role is one by that; `/config show` names the role.
    → GET /api/members/202
    ← message, only for them
    <@202> (**Bert**) has no API access, so there is nothing to take.
    "#);
}

#[tokio::test]
async fn admins_are_listed() {
    let harness = Harness::start().await;
    let page = json!({"items": [with(bert(), json!({"admin": true}))], "next_cursor": null});
    harness.api.plant("GET /api/members", 200, page);
    insta::assert_snapshot!(harness.command("admin", subcommand("list", json!([]))).await, @"
    → GET /api/members?admin=true&limit=10
    ← message, only for them
    # Paddock admins
    ✅ <@202> **Bert** · admin · <t:1772366400:R>
    ");
}

#[tokio::test]
async fn the_export_is_a_file() {
    let harness = Harness::start().await;
    let export = json!({
        "exported_at": "2026-03-02T12:00:00Z", "member": member("201", "Ada"), "roles": ["401"], "tokens": [],
        "seasons": [], "submissions": [], "ledger": [], "awards": [], "audit": [],
    });
    harness.api.plant("GET /api/members/me/export", 200, export);
    let shown = harness
        .command("privacy", subcommand("export", json!([])))
        .await;
    assert!(
        shown.contains("← defers a message, only for them\n← PATCH"),
        "{shown}"
    );
    assert!(
        shown.contains("filename=\"paddock-export.json\""),
        "{shown}"
    );
    assert!(shown.contains("\"display_name\": \"Ada\""), "{shown}");
}

#[tokio::test]
async fn erasure_says_what_it_takes_before_it_does() {
    let harness = Harness::start().await;
    let export = json!({
        "exported_at": "2026-03-02T12:00:00Z", "member": member("201", "Ada"), "roles": ["401"], "tokens": [],
        "seasons": [{"season_id": "500", "points": 130, "joined_at": "2026-03-01T12:00:00Z"}], "submissions": [],
        "ledger": [], "awards": [], "audit": [],
    });
    harness.api.plant("GET /api/members/me/export", 200, export);
    insta::assert_snapshot!(harness.command("privacy", subcommand("delete", json!([]))).await, @r#"
    → GET /api/members/me/export
    ← message, only for them
    **Erase everything that Paddock stores about you in this server?**
    It goes immediately, and nobody can bring it back:
    • your names, 1 role that Paddock gave you and 0 tokens
    • 130 points in 1 season, with your places, 0 submissions and 0 prizes
    • your attendance: 0 records
    `/privacy export` gives you a copy first.
    ["Erase everything"] "v1:erase"
    "#);

    let harness = Harness::start().await;
    harness
        .api
        .plant("DELETE /api/members/me", 204, Value::Null);
    insta::assert_snapshot!(harness.press("v1:erase").await, @"
    → DELETE /api/members/me (once)
    ← update
    Done. Everything that Paddock stored about you in this server is erased.
    You can `/register` again at any time.
    ");
}
