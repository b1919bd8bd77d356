//! Refusals in the words of a command: its own option in place of the field of the API.

use crate::answer::Failure;
use paddock_api_client::Error;
use paddock_api_types::{ErrorCode, NOT_ALLOWED};
use twilight_interactions::error::{ParseError, ParseOptionError, ParseOptionErrorType};
use twilight_model::application::command::{CommandOption, CommandOptionValue};

/// Fields of the API, and the options that hold them under another name. A field is also held by an
/// option of the same name, and an id by one without the ending `_id`.
const OPTIONS: &[(&str, &[&str])] = &[
    ("admin_channel_id", &["channel"]),
    ("admin_role_id", &["role"]),
    ("announcement_channel_id", &["channel"]),
    ("attendance_channel_id", &["channel"]),
    ("auto_approve_submissions", &["auto_approve"]),
    ("code_interval_seconds", &["interval"]),
    ("display_name", &["name"]),
    ("duration_minutes", &["duration"]),
    ("ends_at", &["end"]),
    ("expires_in_minutes", &["days"]),
    ("fallback_channel_id", &["channel"]),
    ("grace_seconds", &["grace"]),
    ("late_after_minutes", &["late_after"]),
    ("late_points", &["late"]),
    ("kind", &["list"]),
    ("league_holds_consent", &["holds_consent"]),
    ("excused_points", &["excused"]),
    ("league_id", &["id"]),
    ("note", &["reason"]),
    ("number_max", &["highest", "max_number", "max"]),
    ("number_min", &["lowest", "min_number", "min"]),
    ("number_release_days", &["release_days"]),
    ("numbers_per_member", &["per_member"]),
    ("present_points", &["present"]),
    ("proof_url", &["link", "proof"]),
    ("raw_retention_days", &["keep_files_days"]),
    ("remove_roles_at_end", &["remove_roles"]),
    ("review_channel_id", &["channel"]),
    ("show_code_in_admin_channel", &["projector"]),
    ("starts_at", &["start"]),
    ("time_zone", &["zone"]),
    ("user_id", &["member"]),
    ("verified_role_id", &["role"]),
    ("voice_channel_id", &["voice"]),
];

/// Options that count in another unit than their field: how many of the field's make one.
const UNITS: &[(&str, u64)] = &[("days", 24 * 60)];

/// The same failure, naming the option that it is about. The options are those of the command, and
/// those that were given come first.
pub(crate) fn name_option(failure: Failure, options: &[CommandOption]) -> Failure {
    if let Failure::Retype { failure, command } = failure {
        let failure = Box::new(name_option(*failure, options));
        return Failure::Retype { failure, command };
    }
    let named = match &failure {
        Failure::Api(Error::Problem { problem, .. }) if problem.code == ErrorCode::InvalidValue => {
            let field = problem.field.as_deref();
            let option = field.and_then(|field| options.iter().find(|it| holds(&it.name, field)));
            option.map(|it| (&it.name, in_its_unit(&it.name, &problem.detail)))
        }
        Failure::Malformed(ParseError::Option(error)) => {
            let option = options.iter().find(|it| it.name == error.field);
            option.and_then(|it| Some((&it.name, expected(it, error)?)))
        }
        _ => None,
    };
    match named {
        Some((option, detail)) => Failure::invalid(option, detail),
        None => failure,
    }
}

fn holds(option: &str, field: &str) -> bool {
    let mut renamed = OPTIONS.iter().filter(|(name, _)| *name == field);
    option == field
        || field.strip_suffix("_id") == Some(option)
        || renamed.any(|(_, options)| options.contains(&option))
}

/// What the API says, with its numbers in the option's unit.
fn in_its_unit(option: &str, detail: &str) -> String {
    let Some((_, size)) = UNITS.iter().find(|(name, _)| *name == option) else {
        return detail.to_owned();
    };
    let convert = |word: &str| match word.parse::<u64>() {
        Ok(number) => number.div_ceil(*size).to_string(),
        Err(_) => word.to_owned(),
    };
    let words: Vec<_> = detail
        .trim_end_matches('.')
        .split(' ')
        .map(convert)
        .collect();
    words.join(" ")
}

/// What a value should have been that does not fit its option.
fn expected(option: &CommandOption, error: &ParseOptionError) -> Option<String> {
    let (min, max, unit) = match &error.kind {
        ParseOptionErrorType::IntegerOutOfRange(_) => {
            let bound = |value: Option<CommandOptionValue>| match value {
                Some(CommandOptionValue::Integer(number)) => Some(number),
                _ => None,
            };
            (bound(option.min_value)?, bound(option.max_value)?, "")
        }
        ParseOptionErrorType::StringLengthOutOfRange(text) => {
            if let Some(expected) = text.strip_prefix(NOT_ALLOWED) {
                return Some(expected.to_owned());
            }
            let min = i64::from(option.min_length.unwrap_or(1));
            (
                min,
                i64::from(option.max_length?),
                " characters in one line",
            )
        }
        _ => return None,
    };
    Some(format!("expected {min} to {max}{unit}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::problems::{failure, tests::problem};
    use paddock_api_types::{each_table, wire::*};
    use serde_json::Value;
    use std::collections::{BTreeMap, BTreeSet};
    use twilight_model::application::command::CommandOptionType;
    use utoipa::{
        IntoParams, ToSchema,
        openapi::{RefOr, Schema},
    };

    /// Options for which no request has a field.
    const BOT_ONLY: [&str; 21] = [
        "about",
        "by",
        "clear_badge",
        "clear_description",
        "clear_external_id",
        "clear_name",
        "clear_title",
        "clear_voice",
        "file",
        "file2",
        "file3",
        "file4",
        "file5",
        "is_final",
        "is_void",
        "meaning",
        "off",
        "purpose",
        "remove",
        "setting",
        "topic",
    ];

    /// Every field of a request, and every parameter, as the tables of operations declare them.
    fn api_fields() -> BTreeSet<String> {
        let mut fields = BTreeSet::new();
        macro_rules! add {
            ($tag:literal; $({
                $id:ident $caller:ident $doc:tt $parameters:tt [$($query:ty)?] [$($kind:ident $body:ty)?] $answer:tt
                [$method:ident $path:literal] $($rest:tt)*
            })+) => {$(
                let in_path = $path.split('/').filter_map(|it| it.strip_prefix('{')?.strip_suffix('}'));
                fields.extend(in_path.map(str::to_owned));
                $(fields.extend(parameters::<$query>());)?
                $(properties::<$body>(&mut fields);)?
            )+};
        }
        each_table!(add);
        fields
    }

    fn parameters<T: IntoParams>() -> impl Iterator<Item = String> {
        let parameters = T::into_params(|| None).into_iter();
        parameters.map(|parameter| parameter.name)
    }

    fn properties<T: ToSchema>(into: &mut BTreeSet<String>) {
        let mut named = vec![];
        T::schemas(&mut named);
        let named = named
            .into_iter()
            .map(|(name, schema)| (name, json(&schema)));
        collect(&named.collect(), &json(&T::schema()), into);
    }

    fn json(schema: &RefOr<Schema>) -> Value {
        serde_json::to_value(schema).unwrap()
    }

    fn collect(named: &BTreeMap<String, Value>, schema: &Value, into: &mut BTreeSet<String>) {
        if let Some(reference) = schema["$ref"].as_str() {
            let (_, name) = reference.rsplit_once('/').unwrap();
            return collect(named, &named[name], into);
        }
        for kind in ["allOf", "anyOf", "oneOf"] {
            let parts = schema[kind].as_array().into_iter().flatten();
            parts.for_each(|part| collect(named, part, into));
        }
        let properties = schema["properties"].as_object();
        into.extend(properties.into_iter().flat_map(|it| it.keys().cloned()));
    }

    fn refused(field: &str, detail: &str, options: &[CommandOption]) -> String {
        let mut problem = problem(ErrorCode::InvalidValue);
        problem.field = Some(field.to_owned());
        problem.detail = detail.to_owned();
        let error = Error::Problem {
            problem: Box::new(problem),
            retry_after: None,
        };
        failure(&name_option(Failure::Api(error), options), "bot-1")
    }

    /// The options of every command and subcommand.
    fn all_options() -> Vec<(String, Vec<CommandOption>)> {
        let mut all = vec![];
        for command in crate::commands() {
            let is_subcommand = |it: &&CommandOption| it.kind == CommandOptionType::SubCommand;
            for subcommand in command.options.iter().filter(is_subcommand) {
                let name = format!("/{} {}", command.name, subcommand.name);
                all.push((name, subcommand.options.clone().unwrap()));
            }
            if !command.options.iter().any(|it| is_subcommand(&it)) {
                all.push((format!("/{}", command.name), command.options));
            }
        }
        all
    }

    #[test]
    fn a_refused_field_is_named_by_the_option_that_holds_it() {
        let fields = api_fields();
        for (command, options) in all_options() {
            for (index, option) in options.iter().enumerate() {
                let name = &option.name;
                let held: Vec<_> = fields.iter().filter(|field| holds(name, field)).collect();
                let is_bot_only = BOT_ONLY.contains(&name.as_str());
                assert!(!held.is_empty() || is_bot_only, "{command} {name}");
                // Those that were given come first.
                let mut options = options.clone();
                options[..=index].rotate_right(1);
                for field in held {
                    let text = refused(field, "expected 1 to 5.", &options);
                    let start = format!("`{name}` cannot be used: expected 1 to 5");
                    let is_converted = UNITS.iter().any(|(unit, _)| unit == name);
                    let start = if is_converted {
                        &start[..name.len() + 2]
                    } else {
                        &start
                    };
                    assert!(text.starts_with(start), "{command} {name}, {field}: {text}");
                }
            }
        }
    }

    #[test]
    fn the_table_names_fields_of_the_api() {
        let fields = api_fields();
        for (field, _) in OPTIONS {
            assert!(fields.contains(*field), "{field}");
        }
    }

    #[test]
    fn numbers_are_converted_to_the_unit_of_the_option() {
        let (_, options) = all_options()
            .into_iter()
            .find(|(command, _)| command == "/token create")
            .unwrap();
        let detail = "expected 1 to 5270400.";
        insta::assert_snapshot!(refused("expires_in_minutes", detail, &options), @"`days` cannot be used: expected 1 to 3660. Change it and try again.");
    }
}
