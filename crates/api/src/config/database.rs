//! `DATABASE_URL`.

use super::secrets::is_example;
use super::{Environment, Reader};
use crate::db::Location;
use std::path::Path;

const EXPECTED: &str = "`mysql://user:password@host:3306/database` (also mariadb://, mysql+asyncmy://) or `sqlite://path/to/file.db`";

pub(super) fn read(
    reader: &mut Reader<'_>,
    environment: Environment,
    data_dir: &Path,
) -> Option<Location> {
    let Some(url) = reader.get("DATABASE_URL") else {
        if environment == Environment::Production {
            reader.require("DATABASE_URL", EXPECTED);
        }
        return Some(Location::Sqlite(data_dir.join("paddock.db")));
    };
    let location = Location::from_url(url);
    if location.is_none() {
        reader.fault("DATABASE_URL", format!("expected {EXPECTED}"));
    } else if environment == Environment::Production && is_example(url) {
        reader.fault("DATABASE_URL", "still has the example's password");
    }
    location
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::plain("mysql://paddock:pw@db:3306/paddock")]
    #[case::mariadb("mariadb://paddock:pw@db/paddock")]
    #[case::sqlalchemy("mysql+asyncmy://paddock:pw@db:3306/paddock")]
    fn every_spelling_of_a_server_is_understood(#[case] url: &str) {
        assert!(matches!(
            Location::from_url(url),
            Some(Location::MariaDb(_))
        ));
    }

    #[rstest]
    #[case::relative("sqlite://data/paddock.db", "data/paddock.db")]
    #[case::absolute("sqlite:///var/lib/paddock.db", "/var/lib/paddock.db")]
    #[case::short("sqlite:paddock.db", "paddock.db")]
    fn a_file_is_named_by_its_path(#[case] url: &str, #[case] path: &str) {
        assert!(
            matches!(Location::from_url(url), Some(Location::Sqlite(found)) if found == Path::new(path))
        );
    }

    #[rstest]
    #[case::another_engine("postgres://paddock@db/paddock")]
    #[case::no_database("mysql://paddock:pw@db:3306")]
    #[case::memory("sqlite::memory:")]
    #[case::nothing("sqlite://")]
    #[case::no_url("paddock.db")]
    fn anything_else_is_refused(#[case] url: &str) {
        assert!(Location::from_url(url).is_none());
    }
}
