//! What the audit log says of connections: neither the account nor a token.

use super::Account;
use crate::audit::audited;

audited! { account: Account => "member:{}", account.user_id;
    until_deleted: connected_at;
    once_changed: ended_at;
}
