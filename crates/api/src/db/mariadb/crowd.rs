//! One statement for all who ask the same at the same moment.
//!
//! Much of what a short statement costs is paid once for each, whatever it finds: the way there and back,
//! waking whoever waits, planning it. A lecture hall that checks in pays that a thousand times within
//! seconds. So while [`AT_ONCE`] statements of one text are on their way, whoever asks the same of other keys
//! waits, and goes with the next. Nobody is answered by a statement that was sent before they asked, so they
//! see what they would have seen alone.

use super::super::{Error, Prepared};
use super::Engine;
use super::statement::Sent;
use sqlx::Row as _;
use sqlx::mysql::MySqlRow;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot;

/// Statements of one text that are on their way: one that is slow does not hold up all who come after it.
const AT_ONCE: usize = 2;
/// How many go together at most. Always a power of two do, so that a text is prepared in few lengths.
const MOST: usize = 32;

/// A read of one key, and the row that is kept before it.
pub(super) struct Question {
    pub(super) upsert: Option<Prepared>,
    pub(super) read: Prepared,
}

/// Those who wait, by what they ask.
#[derive(Default)]
pub(super) struct Crowd(Mutex<HashMap<Asked, Queue>>);

/// The texts of a question.
type Asked = (Option<&'static str>, &'static str);

#[derive(Default)]
struct Queue {
    waiting: Vec<Waiting>,
    under_way: usize,
}

struct Waiting {
    question: Arc<Question>,
    answer: oneshot::Sender<Vec<MySqlRow>>,
}

/// Takes those who wait to the server, until nobody does.
struct Turn {
    engine: Engine,
    asked: Asked,
}

impl Question {
    fn asked(&self) -> Asked {
        (self.upsert.as_ref().map(|upsert| upsert.sql), self.read.sql)
    }
}

impl Engine {
    /// Rows of one key, by a statement that others may share.
    pub(super) async fn ask(&self, question: Question) -> Result<Vec<MySqlRow>, Error> {
        let asked = question.asked();
        let question = Arc::new(question);
        let (answer, answered) = oneshot::channel();
        let waiting = Waiting {
            question: question.clone(),
            answer,
        };
        if self.crowd.join(asked, waiting) {
            let engine = self.clone();
            tokio::spawn(Turn { engine, asked }.run());
        }
        match answered.await {
            Ok(rows) => Ok(rows),
            // Something is wrong with one of them, or with the server: each learns by itself whether it is
            // theirs.
            Err(_) => self.answer(&[&question]).await,
        }
    }

    /// The rows of several questions with the same texts.
    async fn answer(&self, questions: &[&Question]) -> Result<Vec<MySqlRow>, Error> {
        let read: Vec<_> = questions.iter().map(|it| &it.read).collect();
        let upserts: Vec<_> = questions
            .iter()
            .filter_map(|it| it.upsert.as_ref())
            .collect();
        if upserts.is_empty() {
            self.read(&Sent::read_of_keys(&read)).await
        } else {
            let sent = Sent::rows_and_read_of_keys(&upserts, &read);
            let (_, rows) = self.write(&sent).await?;
            Ok(rows)
        }
    }
}

impl Crowd {
    /// Whether somebody has to go.
    fn join(&self, asked: Asked, one: Waiting) -> bool {
        let mut queues = self.queues();
        let queue = queues.entry(asked).or_default();
        queue.waiting.push(one);
        let goes = queue.under_way < AT_ONCE;
        queue.under_way += usize::from(goes);
        goes
    }

    /// Some who have waited longest.
    fn next(&self, asked: Asked) -> Vec<Waiting> {
        let mut queues = self.queues();
        let queue = queues.entry(asked).or_default();
        let some = queue.waiting.len().min(MOST);
        let some = some.checked_ilog2().map_or(0, |power| 1 << power);
        queue.waiting.drain(..some).collect()
    }

    fn queues(&self) -> MutexGuard<'_, HashMap<Asked, Queue>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn {
    async fn run(self) {
        loop {
            let some = self.engine.crowd.next(self.asked);
            if some.is_empty() {
                break;
            }
            let questions: Vec<_> = some.iter().map(|one| &*one.question).collect();
            // Whoever is not answered asks again alone.
            if let Ok(rows) = self.engine.answer(&questions).await {
                let answers = by_question(rows, some.len());
                for (one, rows) in some.into_iter().zip(answers) {
                    // They may be gone.
                    _ = one.answer.send(rows);
                }
            }
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut queues = self.engine.crowd.queues();
        let queue = queues.entry(self.asked).or_default();
        queue.under_way -= 1;
        if queue.under_way == 0 {
            // Nobody comes for who joined just now, so they ask alone.
            queue.waiting.clear();
        }
    }
}

/// Rows name the question that they answer in their last column.
fn by_question(rows: Vec<MySqlRow>, questions: usize) -> Vec<Vec<MySqlRow>> {
    let mut answers: Vec<Vec<MySqlRow>> = (0..questions).map(|_| Vec::new()).collect();
    for row in rows {
        let number: i64 = row.get(row.len() - 1);
        let number = usize::try_from(number).expect("numbers of questions");
        answers[number].push(row);
    }
    answers
}
