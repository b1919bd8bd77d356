//! The library is of use without Paddock.

/// Names of dependencies in a section of a manifest.
fn dependencies<'m>(manifest: &'m str, section: &str) -> Vec<&'m str> {
    let lines = manifest.lines().skip_while(|line| *line != section).skip(1);
    let lines = lines.take_while(|line| !line.starts_with('['));
    lines
        .filter_map(|line| line.split(['.', ' ', '=']).next())
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn the_client_uses_no_other_crate_of_ours() {
    let used = dependencies(include_str!("../../Cargo.toml"), "[dependencies]");
    assert!(used.contains(&"reqwest"), "{used:?}");
    let ours: Vec<_> = used.iter().filter(|it| it.starts_with("paddock")).collect();
    assert!(ours.is_empty(), "{ours:?}");
}

/// A wrong field name would cancel out on both sides.
#[test]
fn the_simulator_shares_nothing_with_the_client() {
    let manifest = include_str!("../../../sim-iracing/Cargo.toml");
    assert!(!manifest.contains("paddock-iracing"), "{manifest}");
}
