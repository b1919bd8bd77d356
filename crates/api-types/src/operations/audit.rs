//! Every change, and who made it.

use super::declare;
use crate::Page;
use crate::audit::{AuditEntry, ListAuditQuery};

/// Calls a macro with this table.
#[macro_export]
macro_rules! audit_operations {
    ($callback:ident) => {
        $crate::parts_of_operations! { $callback "audit";
            /// Changes, newest first.
            list_audit: Admin, GET "/api/audit" ?ListAuditQuery
                => 200 Page<AuditEntry>, "A page of changes";
        }
    };
}
audit_operations!(declare);
