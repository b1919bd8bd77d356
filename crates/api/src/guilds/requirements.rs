//! What a guild's settings need in Discord.

use crate::requirements::{
    POSTING, POSTING_FILES, RequiredChannel, RequiredRole, Requirements, RolePurpose,
};
use paddock_api_types::guilds::GuildSettings;

const VERIFIED: RolePurpose = RolePurpose {
    name: "Verified",
    unset: Some("No role is given to verified members. To have one: /setup verified_role."),
    gone: "The role is gone from this server. Choose another with /setup.",
    powerful: "The role has power over others, and everybody who is verified gets it. Choose \
               another with /setup, or take its permissions away.",
};

/// What these settings need.
pub(crate) fn of(settings: &GuildSettings) -> Requirements {
    let channel = |name, channel| RequiredChannel {
        name,
        channel,
        permissions: POSTING,
    };
    let mut channels = vec![
        channel("Announcement", settings.announcement_channel_id),
        channel("Review", settings.review_channel_id),
        RequiredChannel {
            permissions: POSTING_FILES,
            ..channel("Admin", settings.admin_channel_id)
        },
        channel("Attendance", settings.attendance_channel_id),
    ];
    // A guild can do without a fallback, so nobody is asked to set one.
    if settings.fallback_channel_id.is_some() {
        channels.push(channel("Fallback", settings.fallback_channel_id));
    }
    Requirements {
        roles: vec![RequiredRole {
            purpose: &VERIFIED,
            role: settings.verified_role_id,
        }],
        channels,
    }
}
