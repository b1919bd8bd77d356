//! What the audit log says of seasons and of what belongs to them.

use super::Season;
use super::ranks::{Prize, Rank};
use crate::audit::{Under, audited};
use paddock_api_types::points::{Award, LedgerEntry};
use paddock_api_types::seasons::{Item, SeasonItem};
use paddock_api_types::submissions::Submission;
use paddock_api_types::{SeasonId, UserId};

audited! { season: Season => "season:{}", season.id;
    throughout: name;
    until_deleted: number, starts_at, ends_at, remove_roles_at_end, opened_at, closed_at;
}

audited! { item: Item => "item:{}", item.id;
    throughout: name;
    until_deleted: description, external_id;
}

audited! { item: Under<'_, SeasonId, SeasonItem> => "season:{}", item.0;
    always: item_id;
    throughout: points, max_quantity, max_per_day;
}

audited! { rank: Under<'_, SeasonId, Rank> => "season:{}", rank.0;
    always: rank_id = rank.id;
    throughout: name, threshold, badge;
}

audited! { prize: Under<'_, SeasonId, Prize> => "season:{}", prize.0;
    always: rank_id, prize_id = prize.id;
    throughout: role_id, description;
}

// The texts that are handed in stand in the submission, as long as nobody replaces them.
audited! { submission: Submission => "submission:{}", submission.id;
    until_deleted: state, user_id, item_id, quantity, points;
    once_changed(submission.user_id): proof_url, note;
}

audited! { award: Award => "award:{}", award.id;
    always: user_id;
    until_deleted: state;
    until_deleted(award.user_id): note;
}

audited! { entry: LedgerEntry => "season:{}", entry.season_id;
    always: user_id, points;
}

/// A member who has joined a season.
pub(crate) struct Joined {
    pub(crate) season_id: SeasonId,
    pub(crate) user_id: UserId,
}
audited! { joined: Joined => "season:{}", joined.season_id;
    always: user_id;
}

/// What came out of a file of an earlier bot.
pub(crate) struct Imported<'a> {
    pub(crate) season_id: SeasonId,
    pub(crate) source: &'a str,
    pub(crate) members: u32,
    pub(crate) points: i64,
}
audited! { imported: Imported<'_> => "season:{}", imported.season_id;
    always: source, members, points;
}
