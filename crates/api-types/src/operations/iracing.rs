//! Connected iRacing accounts of the callers.

use super::declare;
use crate::iracing::{
    DrivenSessions, IracingInvitation, IracingSignIn, IracingStatus, IracingSynced,
    ListDrivenSessionsQuery,
};

/// Calls a macro with this table.
#[macro_export]
macro_rules! iracing_operations {
    ($callback:ident) => {
        $crate::parts_of_operations! { $callback "iracing";
            /// Begin to connect the caller's iRacing account.
            ///
            /// Go to `authUrl` in a browser. iRacing leads back to `/auth/iracing/callback`, and that to
            /// `/connections`.
            start_iracing_sign_in: Verified, GET "/auth/iracing/start"
                => 200 IracingSignIn, "The way to iRacing",
                refuses [IracingNotConfigured];
            /// Make a link with which the caller can connect an iRacing account in a browser.
            ///
            /// It needs no credential, works once, and ends after 10 minutes.
            invite_to_iracing: Verified, POST "/api/iracing/invitations"
                => 201 IracingInvitation, "The link",
                refuses [IracingNotConfigured];
            /// Read the caller's league and hosted sessions from iRacing now.
            sync_iracing: Verified, POST "/api/iracing/sync"
                => 200 IracingSynced, "What was found",
                refuses [IracingNotConfigured IracingNotConnected IracingConnectionExpired];
            /// How the caller's connection to iRacing stands.
            get_iracing_status: Guest, GET "/api/iracing/status"
                => 200 IracingStatus, "The state";
            /// The caller's league and hosted sessions, the latest first.
            list_driven_sessions: Guest, GET "/api/iracing/sessions" ?ListDrivenSessionsQuery
                => 200 DrivenSessions, "A part of them";
            /// Disconnect the caller's iRacing account.
            ///
            /// The access is revoked at iRacing; what was driven stays.
            disconnect_iracing: Guest, DELETE "/api/iracing/connection"
                => 204 (), "Disconnected",
                refuses [IracingNotConnected];
        }
    };
}
iracing_operations!(declare);
