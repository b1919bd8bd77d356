//! Batching: one statement for all who ask the same at the same moment.
//!
//! Much of what a short statement costs is paid once for each, whatever it finds: the way there and back,
//! waking whoever waits, planning it. A lecture hall that checks in pays that a thousand times within
//! seconds. So while [`AT_ONCE`] statements of one text are on their way, whoever asks the same of other keys
//! waits, and goes with the next. Nobody is answered by a statement that was sent before they asked, so they
//! see what they would have seen alone. If a statement fails, each of them is sent alone, so nobody is told
//! of what is wrong with another.

use super::super::{Error, Prepared, Retries};
use super::Engine;
use super::connections::POOL_TIMEOUT;
use super::statement::Sent;
use sqlx::Row as _;
use sqlx::mysql::MySqlRow;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};
use tokio::time::timeout;

/// Statements of one text that are on their way: one that is slow does not hold up all who come after it. With
/// more of them fewer go together: with four, a fifth less was recorded than with two.
const AT_ONCE: usize = 2;
/// How many go together at most.
const MAX_BATCH: usize = 32;

/// A read of one key, and the row that is written before it.
pub(in super::super) struct Question {
    pub(in super::super) upsert: Option<Prepared>,
    pub(in super::super) read: Prepared,
}

/// Those who wait, by what they ask.
#[derive(Default)]
pub(super) struct Crowd(Mutex<HashMap<Texts, Queue>>);

/// What questions have in common that go together: the statements.
type Texts = (Option<&'static str>, &'static str);

struct Queue {
    waiting: Vec<Waiting>,
    turns: Arc<Semaphore>,
}

struct Waiting {
    question: Arc<Question>,
    answer: oneshot::Sender<Vec<MySqlRow>>,
}

impl Question {
    fn texts(&self) -> Texts {
        (self.upsert.as_ref().map(|upsert| upsert.sql), self.read.sql)
    }
}

impl Engine {
    /// Rows of one key, by a statement that others may share.
    pub(super) async fn ask(&self, question: Question) -> Result<Vec<MySqlRow>, Error> {
        let question = Arc::new(question);
        let (answer, answered) = oneshot::channel();
        let waiting = Waiting {
            question: question.clone(),
            answer,
        };
        if let Some(turn) = self.crowd.join(waiting) {
            tokio::spawn(self.clone().take_turns(question.texts(), turn));
        }
        // As long as one waits for a connection: those before them have one, or wait for it.
        match timeout(POOL_TIMEOUT, answered).await {
            Ok(Ok(rows)) => Ok(rows),
            Ok(Err(_)) => self.ask_alone(&question).await,
            Err(_) => Err(sqlx::Error::PoolTimedOut.into()),
        }
    }

    async fn ask_alone(&self, question: &Question) -> Result<Vec<MySqlRow>, Error> {
        let mut retries = Retries::default();
        loop {
            let outcome = match &question.upsert {
                None => self.read(&Sent::one(&question.read)).await,
                Some(upsert) => {
                    let both = [upsert, &question.read].into_iter();
                    self.write(&Sent::several(None, both, None)).await
                }
            };
            match outcome {
                Ok((_, rows)) => return Ok(rows),
                // A row that was undone leaves locks to those who waited for it, who may then wait for
                // each other.
                Err(error) if retries.pause(&error).await => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Sends those who wait, until nobody does.
    async fn take_turns(self, texts: Texts, mut turn: OwnedSemaphorePermit) {
        while let Some((same_turn, batch)) = self.crowd.next(texts, turn) {
            turn = same_turn;
            let questions: Vec<_> = batch.iter().map(|one| &*one.question).collect();
            // By then all of them were told that it takes too long.
            match timeout(POOL_TIMEOUT, self.answers(&questions)).await {
                Ok(Ok(answers)) => {
                    for (one, rows) in batch.into_iter().zip(answers) {
                        // They may be gone.
                        _ = one.answer.send(rows);
                    }
                }
                Ok(Err(error)) => {
                    let together = questions.len();
                    tracing::debug!(
                        together,
                        error = &error as &dyn std::error::Error,
                        "each alone"
                    );
                }
                Err(_) => {}
            }
        }
    }

    /// The rows of several questions with the same texts, each with its own.
    pub(in super::super) async fn answers(
        &self,
        questions: &[&Question],
    ) -> Result<Vec<Vec<MySqlRow>>, Error> {
        let reads: Vec<_> = questions.iter().map(|it| &it.read).collect();
        let upserts = questions.iter().filter_map(|it| it.upsert.as_ref());
        let upserts: Vec<_> = upserts.collect();
        let (_, rows) = if upserts.is_empty() {
            self.read(&Sent::reads(&reads)).await?
        } else {
            self.write(&Sent::upserts_and_reads(&upserts, &reads))
                .await?
        };
        let mut answers: Vec<Vec<MySqlRow>> = questions.iter().map(|_| Vec::new()).collect();
        for row in rows {
            let number: i64 = row.try_get("n")?;
            let answer = usize::try_from(number)
                .ok()
                .and_then(|it| answers.get_mut(it));
            let answer = answer.ok_or_else(|| Error::Corrupt {
                column: "asked.n".into(),
                value: number.to_string(),
            })?;
            answer.push(row);
        }
        Ok(answers)
    }
}

impl Crowd {
    /// Queues somebody, and says whether the caller has to start a turn.
    fn join(&self, one: Waiting) -> Option<OwnedSemaphorePermit> {
        let mut queues = self.queues();
        let queue = queues.entry(one.question.texts()).or_insert_with(|| Queue {
            waiting: Vec::new(),
            turns: Arc::new(Semaphore::new(AT_ONCE)),
        });
        queue.waiting.push(one);
        queue.turns.clone().try_acquire_owned().ok()
    }

    /// The next batch, oldest first. If nobody waits, the turn ends while nobody can join.
    fn next(
        &self,
        texts: Texts,
        turn: OwnedSemaphorePermit,
    ) -> Option<(OwnedSemaphorePermit, Vec<Waiting>)> {
        let mut queues = self.queues();
        let waiting = &mut queues.get_mut(&texts)?.waiting;
        // Nothing is done for those who have gone.
        waiting.retain(|one| !one.answer.is_closed());
        // Always a power of two, so that a statement is prepared in six lengths and not in thirty-two.
        let power = waiting.len().min(MAX_BATCH).checked_ilog2();
        let Some(power) = power else {
            drop(turn);
            return None;
        };
        Some((turn, waiting.drain(..1 << power).collect()))
    }

    fn queues(&self) -> MutexGuard<'_, HashMap<Texts, Queue>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
