//! Submissions, points, and what they win.

use crate::{Client, Error};
use paddock_api_types::{
    AwardId, Page, PageQuery, SeasonId, SubmissionId,
    members::Decision,
    points::{
        AdjustPoints, Adjustment, Award, DeliverAward, ImportQuery, ImportReport, Leaderboard,
        LedgerEntry, ListAwardsQuery, ListLedgerQuery, Participant, SeasonSummary, SummaryQuery,
    },
    submissions::{
        ApproveSubmission, CreateSubmission, ListSubmissionsQuery, Submission, SubmissionResult,
        UpdateSubmission,
    },
};

/// Taking part in a season.
impl Client {
    /// Joins a season; joining again changes nothing. Needs verified.
    pub async fn join_season(&self, season: SeasonId) -> Result<Participant, Error> {
        self.post(&format!("/api/seasons/{season}/join"))
            .receive()
            .await
    }

    /// Who has joined, in the order of joining.
    pub async fn list_participants(
        &self,
        season: SeasonId,
        page: &PageQuery,
    ) -> Result<Page<Participant>, Error> {
        self.get(&format!("/api/seasons/{season}/participants"))
            .query(page)
            .receive()
            .await
    }

    /// A page of the leaderboard, and the caller's own row.
    pub async fn get_leaderboard(
        &self,
        season: SeasonId,
        page: &PageQuery,
    ) -> Result<Leaderboard, Error> {
        self.get(&format!("/api/seasons/{season}/leaderboard"))
            .query(page)
            .receive()
            .await
    }

    /// Ledger entries, newest first: the caller's, or, for admins, anybody's. Needs verified.
    pub async fn list_ledger(
        &self,
        season: SeasonId,
        query: &ListLedgerQuery,
    ) -> Result<Page<LedgerEntry>, Error> {
        self.get(&format!("/api/seasons/{season}/ledger"))
            .query(query)
            .receive()
            .await
    }

    /// How the caller stands, or, for admins, anybody. Needs verified.
    pub async fn get_season_summary(
        &self,
        season: SeasonId,
        query: &SummaryQuery,
    ) -> Result<SeasonSummary, Error> {
        self.get(&format!("/api/seasons/{season}/summary"))
            .query(query)
            .receive()
            .await
    }

    /// Gives or takes points by hand. Needs admin.
    pub async fn adjust_points(
        &self,
        season: SeasonId,
        adjustment: &AdjustPoints,
    ) -> Result<Adjustment, Error> {
        self.post(&format!("/api/seasons/{season}/adjustments"))
            .json(adjustment)
            .receive()
            .await
    }

    /// Imports points as adjustments from CSV with the columns `user_id`, `points` and, if wanted,
    /// `reason`; up to 2,000 rows, all or none of them. Needs admin.
    pub async fn import_points(
        &self,
        season: SeasonId,
        query: &ImportQuery,
        csv: String,
    ) -> Result<ImportReport, Error> {
        self.post(&format!("/api/seasons/{season}/import"))
            .query(query)
            .csv(csv)
            .receive()
            .await
    }

    /// The leaderboard as CSV. Needs admin.
    pub async fn export_standings(&self, season: SeasonId) -> Result<String, Error> {
        self.get(&format!("/api/seasons/{season}/standings.csv"))
            .text()
            .await
    }

    /// The ledger as CSV, oldest entry first. Needs admin.
    pub async fn export_ledger(&self, season: SeasonId) -> Result<String, Error> {
        self.get(&format!("/api/seasons/{season}/ledger.csv"))
            .text()
            .await
    }

    /// Every submission as CSV, oldest first. Needs admin.
    pub async fn export_submissions(&self, season: SeasonId) -> Result<String, Error> {
        self.get(&format!("/api/seasons/{season}/submissions.csv"))
            .text()
            .await
    }
}

/// Submissions.
impl Client {
    /// Hands something in. Needs verified; for somebody else, admin.
    pub async fn create_submission(
        &self,
        submission: &CreateSubmission,
    ) -> Result<SubmissionResult, Error> {
        self.post("/api/submissions")
            .json(submission)
            .receive()
            .await
    }

    /// Submissions: the caller's, or, for admins, anybody's. Needs verified.
    pub async fn list_submissions(
        &self,
        query: &ListSubmissionsQuery,
    ) -> Result<Page<Submission>, Error> {
        self.get("/api/submissions").query(query).receive().await
    }

    /// One submission: of the caller, or, for admins, anybody's. Needs verified.
    pub async fn get_submission(&self, submission: SubmissionId) -> Result<Submission, Error> {
        self.get(&format!("/api/submissions/{submission}"))
            .receive()
            .await
    }

    /// Changes a submission: the caller's while it waits, or, for admins, anybody's that counts.
    /// Needs verified.
    pub async fn update_submission(
        &self,
        submission: SubmissionId,
        changes: &UpdateSubmission,
    ) -> Result<SubmissionResult, Error> {
        self.patch(&format!("/api/submissions/{submission}"))
            .json(changes)
            .receive()
            .await
    }

    /// Takes a submission back: the caller's while it waits, or, for admins, anybody's. Needs
    /// verified.
    pub async fn delete_submission(
        &self,
        submission: SubmissionId,
    ) -> Result<SubmissionResult, Error> {
        self.delete(&format!("/api/submissions/{submission}"))
            .receive()
            .await
    }

    /// Lets a submission count, with `updated_at` only as the admin saw it. Needs admin.
    pub async fn approve_submission(
        &self,
        submission: SubmissionId,
        approval: Option<&ApproveSubmission>,
    ) -> Result<SubmissionResult, Error> {
        let mut call = self.post(&format!("/api/submissions/{submission}/approve"));
        if let Some(approval) = approval {
            call = call.json(approval);
        }
        call.receive().await
    }

    /// Turns a submission down. Needs admin.
    pub async fn reject_submission(
        &self,
        submission: SubmissionId,
        decision: &Decision,
    ) -> Result<SubmissionResult, Error> {
        self.post(&format!("/api/submissions/{submission}/reject"))
            .json(decision)
            .receive()
            .await
    }
}

/// Awards.
impl Client {
    /// Prizes won, newest first: by the caller, or, for admins, by anybody. Needs verified.
    pub async fn list_awards(&self, query: &ListAwardsQuery) -> Result<Page<Award>, Error> {
        self.get("/api/awards").query(query).receive().await
    }

    /// Marks a described prize as handed over. Needs admin.
    pub async fn deliver_award(
        &self,
        award: AwardId,
        delivery: &DeliverAward,
    ) -> Result<Award, Error> {
        self.post(&format!("/api/awards/{award}/deliver"))
            .json(delivery)
            .receive()
            .await
    }
}
