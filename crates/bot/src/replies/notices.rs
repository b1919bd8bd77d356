//! Messages that the API asks for, in words.

use super::{BLUE, format::escape};
use crate::{answer::Reply, commands::members::review_buttons};
use paddock_api_types::effects::Notice;
use twilight_util::builder::embed::EmbedBuilder;

/// What a notice says.
pub(crate) fn notice(notice: &Notice) -> Reply {
    match notice {
        Notice::RegistrationPending {
            user_id,
            display_name,
        } => {
            let card = EmbedBuilder::new()
                .title("Someone registered")
                .description(format!("<@{user_id}> as **{}**", escape(display_name)))
                .color(BLUE)
                .build();
            Reply::card(card).with_buttons(review_buttons(*user_id))
        }
        Notice::Verified { guild_name } => Reply::text(format!(
            "You are verified in {}. Welcome! `/help` there shows what you can do.",
            server(guild_name.as_ref()),
        )),
        Notice::Rejected { guild_name, reason } => {
            let server = server(guild_name.as_ref());
            Reply::text(match reason {
                Some(reason) => format!(
                    "Your registration in {server} was turned down: {}\n\
                     Talk to an admin there if you think that is a mistake.",
                    escape(reason),
                ),
                None => format!(
                    "Your registration in {server} was turned down. \
                     Talk to an admin there if you think that is a mistake."
                ),
            })
        }
    }
}

fn server(name: Option<&String>) -> String {
    name.map_or_else(
        || "the server".to_owned(),
        |name| format!("**{}**", escape(name)),
    )
}

#[cfg(test)]
mod tests {
    use crate::test::show_reply;
    use serde_json::json;

    fn show(notice: serde_json::Value) -> String {
        show_reply(&super::notice(&serde_json::from_value(notice).unwrap()))
    }

    #[test]
    fn a_registration_can_be_decided_where_it_is_announced() {
        let pending =
            json!({"notice": "registration_pending", "user_id": "202", "display_name": "Bert *B*"});
        insta::assert_snapshot!(show(pending), @r#"
        # Someone registered
        <@202> as **Bert \*B\***
        ["Verify"] "v1:verify:202"
        ["Reject"] "v1:reject:202"
        "#);
    }

    #[test]
    fn members_hear_what_was_decided() {
        let server = "Test *Track*";
        let mut all = String::new();
        for notice in [
            json!({"notice": "verified", "guild_name": server}),
            json!({"notice": "verified", "guild_name": null}),
            json!({"notice": "rejected", "guild_name": server, "reason": "no _rules_ read"}),
            json!({"notice": "rejected", "guild_name": null, "reason": null}),
        ] {
            all.push_str(&show(notice));
            all.push('\n');
        }
        insta::assert_snapshot!(all, @r"
        You are verified in **Test \*Track\***. Welcome! `/help` there shows what you can do.

        You are verified in the server. Welcome! `/help` there shows what you can do.

        Your registration in **Test \*Track\*** was turned down: no \_rules\_ read
        Talk to an admin there if you think that is a mistake.

        Your registration in the server was turned down. Talk to an admin there if you think that is a mistake.
        ");
    }
}
