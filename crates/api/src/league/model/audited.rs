//! What the audit log says of the league. Customer ids are left out: whoever reads the log would see
//! them without the member's consent, and for good.

use crate::audit::audited;
use paddock_api_types::league::IracingLink;

audited! { link: IracingLink => "member:{}", link.user_id;
    throughout: proven;
    until_deleted: consent;
}
