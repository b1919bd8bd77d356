//! What goes wrong about staff.

use super::seasons::value;
use paddock_api_types::{ErrorCode, Problem};

pub(super) fn sentence(problem: &Problem) -> Option<String> {
    let text = match problem.code {
        ErrorCode::StaffNotFound => {
            "That is for people on the roster of the staff. `/staff list` shows who they are; an admin \
             adds somebody with `/staff add`."
        }
        ErrorCode::StaffExists => {
            "That member is on the roster already. Use `/staff edit` to change how they stand there."
        }
        ErrorCode::StaffLimitReached => {
            return Some(match value::<u32>(problem, "limit") {
                Some(limit) => format!(
                    "The roster holds {limit} people at most. Use `/staff remove` to make room."
                ),
                None => "The roster is full. Use `/staff remove` to make room.".to_owned(),
            });
        }
        _ => return None,
    };
    Some(text.to_owned())
}
