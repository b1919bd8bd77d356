//! `/results`: results of races, as files and as they are kept.

mod penalties;
mod points;
mod settings;

use super::prelude::*;
use crate::{
    commands::attached,
    replies::{BLUE, results as texts},
};
use api::{
    SubsessionId,
    attendance::AttendanceSession,
    results::{
        ImportOutcome, ImportResultQuery, ListResultsQuery, MatchAttendance, RaceResult,
        RaceResultDetails, ResultFile, ResultImported,
    },
};
use twilight_model::channel::{Attachment, message::component::ButtonStyle};

/// Action of the button that imports the files of its message.
const IMPORT: &str = "results-import";
/// In place of an id that the button does not carry.
const NO_ID: &str = "-";
/// How the names begin of files that correct what is final, or has more in it, all the same. Others
/// beside them correct no such thing, whatever has become final by the time the button is pressed.
const FORCED: &str = "forced-";

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Administrators, results);
    dispatch.button(IMPORT, DeferMode::Update, confirmed);
    dispatch.list(&RESULTS);
    dispatch.pages(&RESULT);
    dispatch.confirmation(&DELETE);
    points::add(dispatch);
    penalties::add(dispatch);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "results", desc = "Results of races")]
enum Results {
    #[command(name = "import")]
    Import(Box<Import>),
    #[command(name = "list")]
    List(ListResults),
    #[command(name = "show")]
    Show(Show),
    #[command(name = "attendance")]
    Attendance(MatchRound),
    #[command(name = "final")]
    Final(Final),
    #[command(name = "void")]
    Void(Void),
    #[command(name = "delete")]
    Delete(Delete),
    #[command(name = "settings")]
    Settings(settings::Settings),
    #[command(name = "points")]
    Points(Box<points::Points>),
    #[command(name = "standings")]
    Standings(points::Standings),
    #[command(name = "points-remove")]
    PointsRemove(points::PointsRemove),
    #[command(name = "penalty")]
    Penalty(penalties::Impose),
    #[command(name = "penalties")]
    Penalties(penalties::ListPenalties),
    #[command(name = "penalty-remove")]
    PenaltyRemove(penalties::Remove),
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "import",
    desc = "Import what iRacing's result page exports; first shows what would come of it"
)]
struct Import {
    /// JSON or CSV export of a result's page
    file: Attachment,
    /// Another one
    file2: Option<Attachment>,
    /// Another one
    file3: Option<Attachment>,
    /// Another one
    file4: Option<Attachment>,
    /// Another one
    file5: Option<Attachment>,
    /// Subsession of a CSV file, which does not say so itself
    subsession_id: Option<String>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "list", desc = "Results that are kept, the latest race first")]
struct ListResults {}

#[derive(CommandModel, CreateCommand)]
#[command(name = "show", desc = "A result with everybody in it")]
struct Show {
    /// Subsession, as the list shows it
    id: String,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "attendance",
    desc = "Count a round as attendance: who raced in it is present"
)]
struct MatchRound {
    /// A subsession of the round, as the list shows it
    id: String,
    /// The session; without, one is added for the round
    session: Option<Picked<AttendanceSession>>,
    /// No longer count it, and take back what only the round gave
    remove: Option<bool>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "final", desc = "Make a result final, or provisional again")]
struct Final {
    /// Subsession, as the list shows it
    id: String,
    /// No makes it provisional again
    is_final: Option<bool>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "void",
    desc = "Have a result count for no points, or count again"
)]
struct Void {
    /// Subsession, as the list shows it
    id: String,
    /// No has it count again
    is_void: Option<bool>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "delete", desc = "Delete a result; asks for confirmation")]
struct Delete {
    /// Subsession, as the list shows it
    id: String,
}

const RESULTS: List<(), RaceResult> = List {
    action: "results",
    size: |()| 10,
    rows: |call, (), page| {
        Box::pin(async move {
            let query: ListResultsQuery = pages::at(page);
            call.api.list_results(&query).await
        })
    },
    title: |()| texts::TITLE.into(),
    empty: |()| texts::NONE.into(),
    line: texts::line,
};

const RESULT: Pages<SubsessionId> = Pages {
    action: "result",
    page: |call, id, position| {
        Box::pin(async move {
            let shown = call.api.get_result(*id).await?;
            Ok(details(&shown, &position))
        })
    },
};

const DELETE: Confirmation<SubsessionId> = Confirmation {
    action: "result-delete",
    label: "Delete it",
    perform: |call, id| {
        Box::pin(async move {
            call.write().delete_result(*id).await?;
            Ok(Reply::text(texts::DELETED))
        })
    },
};

async fn results(call: Call, options: Results) -> Outcome {
    let reply = match options {
        Results::Import(options) => import(&call, *options).await?,
        Results::List(ListResults {}) => RESULTS.first(&call, &()).await?,
        Results::Show(Show { id }) => {
            let id = subsession(&id)?;
            let shown = call.api.get_result(id).await?;
            let reply = details(&shown, &Position::first(RESULT.action, id.to_string()));
            let charts = texts::charts(&shown);
            attached::charts(&call, reply, texts::DRAWN, charts).await
        }
        Results::Attendance(options) => match_round(&call, &options).await?,
        Results::Final(options) => {
            let (id, api) = (subsession(&options.id)?, call.write());
            let result = match options.is_final {
                Some(false) => api.reopen_result(id).await?,
                _ => api.finalize_result(id).await?,
            };
            texts::decided(&result)
        }
        Results::Void(options) => {
            let (id, api) = (subsession(&options.id)?, call.write());
            let result = match options.is_void {
                Some(false) => api.unvoid_result(id).await?,
                _ => api.void_result(id).await?,
            };
            texts::voided(&result)
        }
        Results::Settings(options) => settings::settings(&call, options).await?,
        Results::Points(options) => points::points(&call, *options).await?,
        Results::Standings(options) => points::standings(&call, options).await?,
        Results::PointsRemove(options) => points::remove(&call, options).await?,
        Results::Penalty(options) => penalties::impose(&call, options).await?,
        Results::Penalties(options) => penalties::list(&call, options).await?,
        Results::PenaltyRemove(options) => penalties::remove(&call, options).await?,
        Results::Delete(Delete { id }) => {
            let id = subsession(&id)?;
            let shown = call.api.get_result(id).await?;
            DELETE.ask(texts::delete_question(&shown.result), &id)
        }
    };
    Ok(reply.into())
}

fn details(shown: &RaceResultDetails, position: &Position) -> Reply {
    let (title, lines) = texts::details(shown);
    pages::local(position, (&title, BLUE), &lines)
}

async fn match_round(call: &Call, options: &MatchRound) -> Result<Reply, Failure> {
    let id = subsession(&options.id)?;
    if options.remove == Some(true) {
        call.write().unmatch_round_attendance(id).await?;
        return Ok(Reply::text(texts::UNMATCHED));
    }
    let session = options.session.as_ref().map(Picked::id).transpose()?;
    let asked = MatchAttendance {
        session_id: session,
    };
    let matched = call.write().match_round_attendance(id, &asked).await?;
    Ok(texts::matched(&matched))
}

/// The id that was typed.
fn subsession(text: &str) -> Result<SubsessionId, Failure> {
    let id = text.trim().parse();
    id.map_err(|_| Failure::Mistake(texts::NO_SUBSESSION.to_owned()))
}

/// Only says what would come of it. The files are attached to the answer, where the button finds them
/// again, whichever process is pressed by then.
async fn import(call: &Call, options: Import) -> Result<Reply, Failure> {
    let id = options.subsession_id.as_deref().map(subsession);
    let id = id.transpose()?;
    let more = [options.file2, options.file3, options.file4, options.file5];
    let files: Vec<_> = [Some(options.file)]
        .into_iter()
        .chain(more)
        .flatten()
        .collect();
    if id.is_some() && files.len() > 1 {
        return Err(Failure::Mistake(texts::ONE_ID.to_owned()));
    }
    let mut reports = Vec::new();
    let mut contents = Vec::new();
    for file in &files {
        let text = attached::text(call, file).await?;
        let query = ImportResultQuery {
            subsession_id: id,
            ..ImportResultQuery::default()
        };
        let report = send(call, &query, text.clone()).await?;
        if report.outcome != ImportOutcome::Same {
            contents.push((text, texts::needs_force(report.outcome)));
        }
        reports.push(report);
    }
    let size: usize = contents.iter().map(|(text, _)| text.len()).sum();
    if size > attached::LARGEST {
        return Err(Failure::Mistake(texts::TOO_LARGE.to_owned()));
    }
    let mut reply = texts::planned(&reports);
    if contents.is_empty() {
        return Ok(reply);
    }
    let (style, label) = if contents.iter().any(|(_, forced)| *forced) {
        (ButtonStyle::Danger, "Import all the same")
    } else {
        (ButtonStyle::Success, "Import")
    };
    for ((text, forced), number) in contents.into_iter().zip(1..) {
        let kind = if forced { FORCED } else { "result-" };
        let name = format!("{kind}{number}.txt");
        reply = reply.with_file(&name, text.into_bytes());
    }
    let id = id.map_or_else(|| NO_ID.to_owned(), |id| id.to_string());
    let button = custom_id::button(style, label, IMPORT, &[&id]);
    Ok(reply.with_buttons(vec![button]))
}

async fn confirmed(call: Call, pressed: Pressed) -> Outcome {
    let message = call.message.as_ref().ok_or(Failure::Outdated)?;
    if message.attachments.is_empty() {
        return Err(Failure::Outdated);
    }
    let mut arguments = pressed.arguments.iter().map(String::as_str);
    let id = arguments.next().filter(|id| *id != NO_ID);
    let subsession_id = id.map(pages::parse).transpose()?;
    let mut reports = Vec::new();
    for file in &message.attachments {
        let query = ImportResultQuery {
            subsession_id,
            apply: Some(true),
            force: Some(file.filename.starts_with(FORCED)),
        };
        let text = attached::text(&call, file).await?;
        reports.push(send(&call, &query, text).await?);
    }
    Ok(Answer::Update(texts::imported(&reports)))
}

async fn send(
    call: &Call,
    query: &ImportResultQuery,
    file: String,
) -> Result<ResultImported, Failure> {
    let sent = call.write().import_result(query, &ResultFile(file)).await;
    sent.map_err(attached::refused)
}
