//! What the audit log says of points from results.

use crate::audit::{Under, audited};
use paddock_api_types::SeasonId;
use paddock_api_types::scoring::{Penalty, ResultCredit, ResultRule};

audited! { rule: Under<'_, SeasonId, ResultRule> => "season:{}", rule.0;
    throughout: league_season_id, mode;
    until_deleted: per_class, qualifying, heat, race, pole, fastest_lap, most_laps_led,
        min_laps_percent, min_share_percent, score_disconnected, count_official, drop_rounds;
}

audited! { credit: ResultCredit => "season:{}", credit.season_id;
    always: user_id;
    once_changed: points;
}

audited! { penalty: Penalty => "season:{}", penalty.season_id;
    always: user_id;
    throughout: penalty_id = penalty.id, points, round;
    throughout(penalty.user_id): reason;
}
