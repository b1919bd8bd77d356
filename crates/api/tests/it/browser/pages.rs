//! Headers, errors and assets of pages.

use super::{Browser, Site, header, location, shows};
use crate::helpers::TestApp;
use reqwest::Method;

const HTML: &str = "text/html,*/*;q=0.8";

#[tokio::test]
async fn a_page_loads_and_runs_nothing_from_elsewhere() {
    let site = Site::new().await;
    let browser = Browser::new(&site.app.url);
    let policy = format!(
        "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; \
         frame-ancestors 'none'; form-action 'self' {}",
        site.discord.oauth_url()
    );
    for path in [
        "/",
        "/nothing",
        "/auth/discord/start?return_to=x",
        "/assets/paddock.css",
    ] {
        let page = browser.get(path).await;
        assert_eq!(
            header(&page, "content-security-policy"),
            Some(&*policy),
            "{path}"
        );
        assert_eq!(header(&page, "x-content-type-options"), Some("nosniff"));
        assert_eq!(header(&page, "referrer-policy"), Some("same-origin"));
        let text = page.text().await.unwrap();
        for what in [
            "<script",
            "<style",
            " style=",
            " onclick=",
            "src=\"http",
            "@import",
            "url(",
        ] {
            assert!(!text.contains(what), "{path} has {what}");
        }
    }
    let api = browser.get("/api/members").await;
    assert_eq!(header(&api, "content-security-policy"), None);
}

#[tokio::test]
async fn the_first_page_is_the_first_that_the_navigation_has() {
    let app = TestApp::spawn().await;
    let page = Browser::new(&app.url).get("/connections").await;
    let page = page.text().await.unwrap();
    let entries = page.split("<nav").nth(1).unwrap();
    let place = |label: &str| entries.find(label).unwrap();
    assert!(place(">Home<") < place(">Connected accounts<"), "{entries}");
}

#[tokio::test]
async fn errors_are_pages_for_people_and_problems_for_programs() {
    let app = TestApp::spawn().await;
    let browser = Browser::new(&app.url);
    let missing = browser.get("/nothing").await;
    let id = header(&missing, "x-request-id").unwrap().to_owned();
    let page = shows(missing, 404, "There is nothing here.").await;
    assert!(page.contains(&id), "{page}");
    let method = browser.send(browser.request(Method::DELETE, "/")).await;
    shows(method, 405, "cannot be asked for in this way").await;

    let unreadable = browser.get("/auth/discord/callback?state=a&state=b").await;
    shows(unreadable, 400, "The request cannot be answered.").await;

    let problem = Some("application/problem+json");
    let program = browser
        .http
        .get(format!("{}/nothing", app.url))
        .send()
        .await
        .unwrap();
    assert_eq!(
        (program.status().as_u16(), header(&program, "content-type")),
        (404, problem)
    );
    for path in ["/api/nothing", "/api/members/me", "/docs/nothing"] {
        let answer = browser.get(path).await;
        assert_eq!(header(&answer, "content-type"), problem, "{path}");
    }
    let docs = browser.get("/docs/").await;
    assert_eq!(docs.status(), 200);
    assert!(docs.text().await.unwrap().contains("swagger"));
}

#[tokio::test]
async fn what_a_browser_has_is_not_sent_again() {
    let site = Site::new().await;
    let browser = Browser::new(&site.app.url);
    for path in ["/", "/assets/paddock.css", "/assets/paddock.svg"] {
        let first = browser.get(path).await;
        assert_eq!(first.status(), 200);
        let tag = header(&first, "etag").unwrap().to_owned();
        let again = async |tag: &str| {
            let request = browser.request(Method::GET, path);
            browser.send(request.header("if-none-match", tag)).await
        };
        let known = again(&format!("\"other\", W/{tag}")).await;
        assert_eq!(known.status(), 304, "{path}");
        assert_eq!(header(&known, "etag"), Some(&*tag));
        assert_eq!(known.text().await.unwrap(), "");
        assert_eq!(again("\"other\"").await.status(), 200);
    }
    let browser = site.signed_in("ada").await;
    let mine = browser.get("/").await;
    assert_eq!(header(&mine, "etag"), None);
    assert_eq!(header(&mine, "cache-control"), Some("no-store"));
}

#[tokio::test]
async fn a_page_that_needs_somebody_leads_to_the_sign_in_and_back() {
    let site = Site::new().await;
    site.member("ada").await;
    let browser = Browser::new(&site.app.url);
    browser.set_cookie("paddock_session", &"a".repeat(43));
    let asked = browser.get("/auth/server?return_to=%2F").await;
    assert_eq!(asked.status(), 303);
    assert_eq!(
        browser.cookie("paddock_session"),
        None,
        "one that is dead goes"
    );
    let start = location(&asked);
    let expected = "/auth/discord/start?return_to=%2Fauth%2Fserver%3Freturn_to%3D%252F";
    assert_eq!(start, expected);
    let discord = location(&browser.get(&start).await);
    let back = site.discord.decide(&discord, Some("ada"));
    let entered = browser.get(&super::path(&back)).await;
    assert_eq!(location(&entered), "/auth/server?return_to=%2F");
    shows(browser.get("/auth/server").await, 200, "Choose a server").await;
    // What a form said would be lost.
    let stranger = Browser::new(&site.app.url);
    let posted = stranger.post("/auth/server", "server=1&return_to=/").await;
    shows(posted, 401, "Sign in first.").await;
}

#[tokio::test]
async fn names_are_shown_as_they_are_and_nothing_of_the_address_is() {
    let site = Site::new().await;
    let id = site.id("ada");
    site.app.verified_as(id, "<b>Ada</b> & \"co\"").await;
    let browser = site.again("ada").await;
    let page = browser.get("/?success=%3Cb%3E&error=%3Ci%3E").await;
    let page = shows(page, 200, "&#60;b&#62;Ada&#60;/b&#62;").await;
    assert!(!page.contains("<b>") && !page.contains("<i>"), "{page}");
    assert!(!page.contains("class=\"flash"), "{page}");
}

#[tokio::test]
async fn a_token_works_on_pages_too() {
    let app = TestApp::spawn().await;
    let request = app.request(Method::GET, "/");
    let request = request
        .header("accept", HTML)
        .header("x-api-key", crate::helpers::BOT_KEY)
        .header("x-guild-id", crate::helpers::GUILD)
        .header("x-user-id", 5);
    let page = request.send().await.unwrap();
    shows(page, 200, "You are signed in as <strong>5</strong>").await;
}
