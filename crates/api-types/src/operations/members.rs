//! Registration, verification and rights of members.

use super::declare;
use crate::members::{
    BanMember, ListMembersQuery, Me, Member, MemberExport, RegisterMember, RejectMember, UpdateMe,
    VerifyMember,
};
use crate::{Page, UserId};

/// Calls a macro with this table.
#[macro_export]
macro_rules! members_operations {
    ($callback:ident) => {
        $crate::parts_of_operations! { $callback "members";
            /// Register, or change one's names.
            ///
            /// Registering again changes the names, never the status.
            register_member: Guest, POST "/api/members",
                body RegisterMember { "display_name": "Ada Lovelace", "external_id": "ada-1815" }
                => 201 Member, "Registered, waiting for an admin", or 200 "Was registered; the names are changed",
                refuses [DailyLimitReached];
            /// Members, oldest registration first.
            list_members: Admin, GET "/api/members" ?ListMembersQuery
                => 200 Page<Member>, "A page of members";
            /// The caller.
            get_me: Guest, GET "/api/members/me"
                => 200 Me, "Level and member",
                refuses [NotRegistered];
            /// Change one's names.
            update_me: Guest, PATCH "/api/members/me",
                body UpdateMe { "display_name": "Ada Lovelace" }
                => 200 Member, "The caller as they are now",
                refuses [NotRegistered DailyLimitReached];
            /// One member.
            get_member: Admin, GET "/api/members/{user_id}" [user: UserId]
                => 200 Member, "The member",
                refuses [MemberNotFound];
            /// Register somebody else.
            ///
            /// They are verified at once: the admin says who they are. Of one who is registered nothing
            /// changes.
            register_other_member: Admin, PUT "/api/members/{user_id}" [user: UserId],
                body RegisterMember { "display_name": "Ada Lovelace", "external_id": "ada-1815" }
                => 201 Member, "Registered and verified", or 200 "Was registered; nothing changed";
            /// Let a member take part.
            verify_member: Admin, POST "/api/members/{user_id}/verify" [user: UserId],
                optional VerifyMember {}
                => 200 Member, "The member, verified",
                refuses [MemberNotFound MemberBanned MemberDecided];
            /// Turn a registration down, or withdraw the verification.
            ///
            /// Admin, API access and tokens end with it. The member is notified, with the reason; also of one
            /// that is given later.
            reject_member: Admin, POST "/api/members/{user_id}/reject" [user: UserId],
                body RejectMember { "reason": "Not a member of the league." }
                => 200 Member, "The member, rejected",
                refuses [MemberNotFound MemberBanned MemberDecided AdminProtected RootProtected SelfTargeted];
            /// Refuse somebody everything.
            ///
            /// Admin, API access and tokens end with it. Whoever has not registered is kept as banned,
            /// under their name in Discord.
            ban_member: Admin, POST "/api/members/{user_id}/ban" [user: UserId],
                body BanMember { "reason": "Not a member of the league." }
                => 200 Member, "The member, banned",
                refuses [AdminProtected RootProtected SelfTargeted];
            /// Lift a ban.
            ///
            /// The member waits for verification again, and admins are asked again.
            unban_member: Admin, POST "/api/members/{user_id}/unban" [user: UserId]
                => 200 Member, "The member, pending",
                refuses [MemberNotFound MemberNotBanned];
            /// Make a verified member an admin.
            grant_admin: Admin, PUT "/api/members/{user_id}/admin" [user: UserId]
                => 200 Member, "The member, an admin",
                refuses [MemberNotFound MemberBanned MemberNotVerified];
            /// Take admin back.
            revoke_admin: Admin, DELETE "/api/members/{user_id}/admin" [user: UserId]
                => 200 Member, "The member, no admin",
                refuses [MemberNotFound];
            /// Let a verified member make API tokens.
            grant_api_access: Admin, PUT "/api/members/{user_id}/api-access" [user: UserId]
                => 200 Member, "The member, approved",
                refuses [MemberNotFound MemberBanned MemberNotVerified];
            /// Take API access back.
            ///
            /// The member's tokens stop working at once, for good.
            revoke_api_access: Admin, DELETE "/api/members/{user_id}/api-access" [user: UserId]
                => 200 Member, "The member, not approved",
                refuses [MemberNotFound];
            /// Everything that Paddock keeps about the caller.
            export_me: Guest, GET "/api/members/me/export"
                => 200 MemberExport, "The member's data",
                refuses [NotRegistered];
            /// Erase the caller.
            ///
            /// The audit log keeps what was done, without names and reasons. Roles that Paddock gave are
            /// taken back. This cannot be undone.
            delete_me: Guest, DELETE "/api/members/me"
                => 204 (), "Erased",
                refuses [NotRegistered];
        }
    };
}
members_operations!(declare);
