//! `DATABASE_URL`.

use super::secrets::is_example;
use super::{Environment, Reader};
use crate::db::Location;
use std::path::Path;

const EXPECTED: &str = "`mysql://user:password@host:3306/database` (also mariadb://, mysql+asyncmy://) or `sqlite://path/to/file.db`";

/// The usual reason, where a password was drawn at random. Generated ones of hexadecimal digits have none of it.
const ENCODING: &str = ". In a user name or password, write whatever is no letter or digit percent-encoded: `%40` for @, `%2F` for /, `%23` for #, `%3A` for :, `%3F` for ?, `%25` for %";

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
        let hint = if url.starts_with("sqlite:") {
            ""
        } else {
            ENCODING
        };
        reader.fault("DATABASE_URL", format!("expected {EXPECTED}{hint}"));
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

    #[test]
    fn a_server_is_reached_by_its_socket() {
        let url = "mysql://paddock:pw@localhost/paddock?socket=/run/mysqld/mysqld.sock";
        let location = Location::from_url(url).unwrap();
        assert_eq!(
            location.to_string(),
            "the MariaDB database paddock on /run/mysqld/mysqld.sock, as paddock"
        );
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
    #[case::slash_in_the_password("mysql://paddock:3/pw@db:3306/paddock")]
    #[case::slash_after_letters("mysql://paddock:pw/3@db:3306/paddock")]
    #[case::hash_in_the_password("mysql://paddock:3#pw@db:3306/paddock")]
    #[case::question_mark_in_the_password("mysql://paddock:3?pw@db:3306/paddock")]
    #[case::no_url("paddock.db")]
    fn anything_else_is_refused(#[case] url: &str) {
        assert!(Location::from_url(url).is_none());
    }

    #[rstest]
    #[case::server("mysql://paddock:3#pw@db:3306/paddock", true)]
    #[case::another_engine("postgres://paddock@db/paddock", true)]
    #[case::file("sqlite://", false)]
    fn whoever_wrote_a_password_as_it_is_reads_how_to_write_it(
        #[case] url: &str,
        #[case] hint: bool,
    ) {
        let variables = [("DATABASE_URL".to_owned(), url.to_owned())].into();
        let mut reader = Reader::new(&variables);
        let location = read(&mut reader, Environment::Development, Path::new("data"));
        let faults = reader.finish(location).unwrap_err().to_string();
        assert_eq!(faults.contains("percent-encoded"), hint, "{faults}");
        assert!(!faults.contains("3#pw"), "{faults}");
    }
}
