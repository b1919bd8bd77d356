//! Bodies of the wrong kind for every operation: lists for objects, and something where nothing is
//! taken. A fuzzer that goes by the schemas seldom comes upon either, and whoever takes one for what it
//! is not acts on something that was never said.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use crate::http::send;

/// Sends them all as the caller with these headers, and says which were not refused with 400.
pub(super) fn run(port: u16, document: &Value, headers: &[(&str, &str)]) -> Result<Vec<String>> {
    let mut failed = Vec::new();
    let mut sent = 0;
    for (method, path, bodies) in wrong_bodies(document)? {
        for body in bodies {
            let (status, answer) = send(port, &method, &path, headers, Some(&body))
                .with_context(|| format!("{method} {path} got no response"))?;
            if status != 400 {
                failed.push(format!("{method} {path} {body}: {status} {answer}"));
            }
            sent += 1;
        }
    }
    println!(
        "{sent} bodies of the wrong kind, {} not refused",
        failed.len()
    );
    for line in &failed {
        println!("  {line}");
    }
    ensure!(sent > 0, "the document has no operations");
    Ok(failed)
}

/// Each operation below `/api` but those that read, with bodies that it has to refuse.
fn wrong_bodies(document: &Value) -> Result<Vec<(String, String, Vec<Value>)>> {
    let paths = document["paths"].as_object().context("no paths")?;
    let mut all = Vec::new();
    for (path, operations) in paths.iter().filter(|(path, _)| path.starts_with("/api/")) {
        let operations = operations.as_object().context("no operations")?;
        // The client sends no body with GET.
        for (method, operation) in operations.iter().filter(|(method, _)| *method != "get") {
            let contents = &operation["requestBody"]["content"];
            let bodies = match &contents["application/json"]["example"] {
                Value::Object(example) => {
                    let in_order: Vec<_> = example.values().collect();
                    vec![json!([]), json!(in_order), json!([example])]
                }
                _ if contents.is_null() => vec![json!({"dry_run": true}), json!(["a"]), json!("a")],
                _ => continue,
            };
            all.push((method.to_uppercase(), with_ids(path), bodies));
        }
    }
    Ok(all)
}

/// The path with an id for each of its parameters.
fn with_ids(path: &str) -> String {
    let segments = path.split('/');
    let segments = segments.map(|it| if it.starts_with('{') { "404" } else { it });
    segments.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_follow_from_the_document() {
        let document = json!({"paths": {
            "/api/items/{item_id}": {
                "get": {},
                "delete": {},
                "patch": {"requestBody": {"content": {"application/json": {"example": {"name": "x"}}}}},
            },
            "/api/import": {"post": {"requestBody": {"content": {"text/csv": {"example": "x"}}}}},
            "/healthz": {"get": {}},
        }});
        let wrong = wrong_bodies(&document).unwrap();
        let named: Vec<_> = wrong
            .iter()
            .map(|(method, path, _)| format!("{method} {path}"))
            .collect();
        assert_eq!(named, ["DELETE /api/items/404", "PATCH /api/items/404"]);
        assert_eq!(
            wrong[1].2,
            [json!([]), json!(["x"]), json!([{"name": "x"}])]
        );
    }
}
