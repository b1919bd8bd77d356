//! API tokens of the caller.

use super::declare;
use crate::tokens::{AccessToken, CreateToken, CreatedToken};
use crate::{Page, PageQuery, TokenId};

/// Calls a macro with this table.
#[macro_export]
macro_rules! tokens_operations {
    ($callback:ident) => {
        $crate::parts_of_operations! { $callback "tokens";
            /// Make a token.
            ///
            /// The JWT is in this answer and nowhere else. It needs an admin's approval of API access.
            create_token: Verified, POST "/api/tokens",
                body CreateToken { "name": "results spreadsheet" }
                => 201 CreatedToken, "The token",
                refuses [ApiAccessRequired MemberNotVerified TokenLimitReached
                    StoredTokenLimitReached TokenNameTaken];
            /// The caller's tokens, newest first.
            list_tokens: Guest, GET "/api/tokens" ?PageQuery
                => 200 Page<AccessToken>, "A page of tokens";
            /// Revoke a token.
            ///
            /// It stops working at once.
            revoke_token: Guest, DELETE "/api/tokens/{token_id}" [token: TokenId]
                => 204 (), "Revoked",
                refuses [TokenNotFound];
        }
    };
}
tokens_operations!(declare);
