//! Batching: one statement for all who ask the same at the same moment.
//!
//! Much of what a short statement costs is paid once for each, whatever it finds: the round trip, waking
//! whoever waits, planning it. A lecture hall that checks in pays that a thousand times within
//! seconds. So while [`AT_ONCE`] statements of one text are on their way, whoever asks the same of other keys
//! waits, and goes with the next. Nobody is answered by a statement that was sent before they asked, so they
//! see what they would have seen alone. If a batch fails, each of it is sent by itself, so nobody is told of
//! what is wrong with another.

use super::super::{Error, Prepared, Retries};
use super::Engine;
use super::connections::POOL_TIMEOUT;
use super::statement::Sent;
use sqlx::Row as _;
use sqlx::mysql::MySqlRow;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};
use tokio::time::timeout;

/// Statements of one text that are on their way: one that is slow does not hold up all who come after it. With
/// more of them fewer go together: with four, a fifth less was recorded than with two.
const AT_ONCE: usize = 2;
/// How many go together at most.
const MAX_BATCH: usize = 32;
/// Who has a turn waits for leave to write, for a connection and for the server. A server that is lost without
/// a word would keep the turn for ever.
const LONGEST: Duration = POOL_TIMEOUT.saturating_mul(3);

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
    answer: oneshot::Sender<Answer>,
}

/// The rows, or nothing where the server did not answer. Whoever is told neither asks alone.
type Answer = Option<Vec<MySqlRow>>;

impl Question {
    fn texts(&self) -> Texts {
        (self.upsert.as_ref().map(|upsert| upsert.sql), self.read.sql)
    }
}

impl Engine {
    /// Rows of one key, by a statement that others may share.
    pub(in super::super) async fn ask(&self, question: Question) -> Result<Vec<MySqlRow>, Error> {
        let question = Arc::new(question);
        let (answer, mut answered) = oneshot::channel();
        let waiting = Waiting {
            question: question.clone(),
            answer,
        };
        if let Some(turn) = self.crowd.join(waiting) {
            tokio::spawn(self.clone().take_turns(question.texts(), turn));
        }
        let answer = match timeout(POOL_TIMEOUT, &mut answered).await {
            // As long as the pool makes one wait, so that an overload is told equally soon.
            Err(_) if self.crowd.leave(&question) => return Err(sqlx::Error::PoolTimedOut.into()),
            // It is on its way, and what became of it has to be known.
            Err(_) => answered.await,
            Ok(answer) => answer,
        };
        match answer {
            Ok(Some(rows)) => Ok(rows),
            Ok(None) => Err(sqlx::Error::PoolTimedOut.into()),
            Err(_) => self.ask_alone(&question).await,
        }
    }

    async fn ask_alone(&self, question: &Question) -> Result<Vec<MySqlRow>, Error> {
        let Some(upsert) = &question.upsert else {
            return Ok(self.read(&Sent::one(&question.read)).await?.1);
        };
        let mut retries = Retries::default();
        loop {
            let both = [upsert, &question.read].into_iter();
            match self.write(&Sent::several(None, both, None)).await {
                Ok((_, rows)) => return Ok(rows),
                // When the batch was undone, those who waited for a row of it may have come to wait for
                // each other.
                Err(error) if retries.allow_another(&error) => retries.pause().await,
                Err(error) => return Err(error),
            }
        }
    }

    /// Sends those who wait, until nobody does.
    async fn take_turns(self, texts: Texts, mut turn: OwnedSemaphorePermit) {
        while let Some((same_turn, batch)) = self.crowd.next(texts, turn) {
            turn = same_turn;
            let questions: Vec<_> = batch.iter().map(|one| &*one.question).collect();
            let together = questions.len();
            let answers: Vec<_> = match timeout(LONGEST, self.answers(&questions)).await {
                Ok(Ok(rows)) => rows.into_iter().map(Some).collect(),
                Ok(Err(error)) => {
                    if !error.is_transient() {
                        let error = &error as &dyn std::error::Error;
                        tracing::warn!(error, together, "a batch failed, and each goes alone");
                    }
                    continue;
                }
                Err(_) => {
                    tracing::warn!(together, "the database did not answer a batch");
                    batch.iter().map(|_| None).collect()
                }
            };
            for (one, answer) in batch.into_iter().zip(answers) {
                // They may be gone.
                _ = one.answer.send(answer);
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

    /// Takes somebody out who still waits; whether they did.
    fn leave(&self, question: &Arc<Question>) -> bool {
        let mut queues = self.queues();
        let Some(queue) = queues.get_mut(&question.texts()) else {
            return false;
        };
        let before = queue.waiting.len();
        let is_other = |one: &Waiting| !Arc::ptr_eq(&one.question, question);
        queue.waiting.retain(is_other);
        queue.waiting.len() < before
    }

    fn queues(&self) -> MutexGuard<'_, HashMap<Texts, Queue>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: Texts = (None, "SELECT 1");

    fn question() -> Arc<Question> {
        let read = Prepared::new(TEXTS.1, ());
        Arc::new(Question { upsert: None, read })
    }

    fn joined(
        crowd: &Crowd,
        question: &Arc<Question>,
    ) -> (Option<OwnedSemaphorePermit>, oneshot::Receiver<Answer>) {
        let (answer, answered) = oneshot::channel();
        let question = question.clone();
        (crowd.join(Waiting { question, answer }), answered)
    }

    #[test]
    fn two_take_turns_and_the_others_go_with_them() {
        let crowd = Crowd::default();
        let (turns, _answered): (Vec<_>, Vec<_>) =
            (0..43).map(|_| joined(&crowd, &question())).unzip();
        let mut turns = turns.into_iter().flatten();
        let (first, second) = (turns.next().unwrap(), turns.next().unwrap());
        assert!(turns.next().is_none());
        let (first, batch) = crowd.next(TEXTS, first).unwrap();
        assert_eq!(batch.len(), 32);
        let (second, batch) = crowd.next(TEXTS, second).unwrap();
        assert_eq!(batch.len(), 8);
        let (first, batch) = crowd.next(TEXTS, first).unwrap();
        assert_eq!(batch.len(), 2);
        let (second, batch) = crowd.next(TEXTS, second).unwrap();
        assert_eq!(batch.len(), 1);
        assert!(crowd.next(TEXTS, first).is_none());
        // Whoever comes now takes the turn that has ended.
        let (third, _answered) = joined(&crowd, &question());
        assert!(third.is_some());
        drop(second);
    }

    #[test]
    fn nothing_is_sent_for_those_who_have_gone_or_were_told_so() {
        let crowd = Crowd::default();
        let (stays, leaves, goes) = (question(), question(), question());
        let (turn, _answered) = joined(&crowd, &stays);
        let (_, _answered) = joined(&crowd, &leaves);
        drop(joined(&crowd, &goes).1);
        assert!(crowd.leave(&leaves));
        let (_, batch) = crowd.next(TEXTS, turn.unwrap()).unwrap();
        assert_eq!(batch.len(), 1);
        assert!(Arc::ptr_eq(&batch[0].question, &stays));
        assert!(!crowd.leave(&stays), "it is on its way");
    }
}
