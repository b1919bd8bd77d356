//! What a schema finds wrong, in words that are the same for every value.

use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

/// Everything that is wrong with a value.
pub(super) fn all(validator: &Validator, value: &Value) -> Vec<String> {
    // A schema that does not fit says nothing of the fields that it knows: all seem unknown then.
    let (unknown, wrong): (Vec<_>, Vec<_>) = validator
        .iter_errors(value)
        .partition(|error| matches!(error.kind(), Kind::UnevaluatedProperties { .. }));
    let mut found = vec![];
    for error in if wrong.is_empty() { unknown } else { wrong } {
        add(&error, &mut found);
    }
    found
}

fn add(error: &ValidationError<'_>, found: &mut Vec<String>) {
    match error.kind() {
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => match closest(context) {
            Some(errors) => errors.iter().for_each(|error| add(error, found)),
            None => found.push(said(error, "fits none of the schemas")),
        },
        // Discord writes `oneOf` where several may fit.
        Kind::OneOfMultipleValid { .. } => {}
        Kind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            found.push(said(error, &format!("lacks `{name}`")));
        }
        Kind::UnevaluatedProperties { unexpected } | Kind::AdditionalProperties { unexpected } => {
            let names = unexpected.join("`, `");
            found.push(said(error, &format!("has the unknown `{names}`")));
        }
        _ => found.push(said(
            error,
            error.masked().to_string().trim_start_matches("value "),
        )),
    }
}

/// Of the schemas of which one should fit, the one that was meant: that which finds its faults deepest in
/// the value, and of several the one with the fewest.
fn closest<'a>(
    context: &'a [Vec<ValidationError<'static>>],
) -> Option<&'a [ValidationError<'static>]> {
    let depth = |errors: &[ValidationError<'_>]| {
        let depths = errors
            .iter()
            .map(|it| it.instance_path().as_str().matches('/').count());
        depths.min().unwrap_or(0)
    };
    let meant = context.iter().filter(|errors| !errors.is_empty());
    meant.map(Vec::as_slice).min_by_key(|errors| {
        (
            usize::MAX - depth(errors),
            has_wrong_type(errors),
            errors.len(),
        )
    })
}

/// Whether it is the value as a whole that is of another type, such as null.
fn has_wrong_type(errors: &[ValidationError<'_>]) -> bool {
    errors
        .iter()
        .any(|error| matches!(error.kind(), Kind::Type { .. } | Kind::Constant { .. }))
}

/// A fault with its place, in which the places in lists are all the same one.
fn said(error: &ValidationError<'_>, what: &str) -> String {
    let path = error.instance_path().as_str();
    let parts = path.split('/').map(|part| {
        let is_index = !part.is_empty() && part.chars().all(|it| it.is_ascii_digit());
        if is_index { "*" } else { part }
    });
    let place = parts.collect::<Vec<_>>().join("/");
    if place.is_empty() {
        what.to_owned()
    } else {
        format!("`{place}` {what}")
    }
}
