//! A transaction of a batch.

use super::super::{Error, Prepared};
use super::connection::Ran;
use super::writer::{Batch, Turn};

/// Undone when dropped: by itself if it began with a savepoint, or else with its batch.
///
/// For a savepoint SQLite copies every page that is changed for the first time after it, some twenty for a
/// submission. Where few transactions are undone after they have changed something, the first attempt at one does
/// without.
pub struct Transaction {
    turn: Option<Turn>,
    savepoint: bool,
    /// How many rows the connection had changed before.
    changes: u64,
}

impl Transaction {
    pub(super) fn begin(mut turn: Turn) -> Result<Self, Error> {
        let savepoint = turn.is_careful();
        if savepoint {
            turn.control("SAVEPOINT work")?;
        }
        let changes = turn.changes();
        Ok(Self {
            turn: Some(turn),
            savepoint,
            changes,
        })
    }

    /// The batch, if others of it have changed something: an error of this may come from their rows.
    pub(in super::super) fn rests_on(&self) -> Option<Batch> {
        self.turn.as_ref().expect("held until commit").uncommitted()
    }

    pub(super) fn run(&mut self, prepared: &Prepared) -> Result<Ran, Error> {
        self.turn().run(prepared)
    }

    pub(in super::super) async fn commit(mut self) -> Result<(), Error> {
        // Whatever fails or ends here, dropping what is left of this undoes it.
        if self.savepoint {
            self.turn().control("RELEASE work")?;
        }
        let turn = self.turn.take().expect("held until commit");
        turn.durable().await
    }

    fn turn(&mut self) -> &mut Turn {
        self.turn.as_mut().expect("held until commit")
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        let Some(turn) = &mut self.turn else {
            return;
        };
        if self.savepoint {
            turn.abandon();
        } else if turn.changes() != self.changes {
            turn.undo_batch();
        }
    }
}
