//! The statements of all stores, read off the source itself: what a constant says, and which rows
//! `update!` and `save!` look for.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{
    Expr, GenericArgument, Ident, ImplItem, Item, ItemImpl, LitStr, PathArguments, Token, Type,
    braced, parenthesized, token,
};

/// A statement, by its file and the name of its constant, or its table.
pub(super) struct Statement {
    pub(super) name: String,
    pub(super) sql: String,
}

/// Every statement that looks for rows, as an engine hears it.
pub(super) fn statements(engine: &str) -> Vec<Statement> {
    let mut sources = Sources {
        engine: engine.to_owned(),
        ..Sources::default()
    };
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for path in files(&src) {
        let file = path.strip_prefix(&src).unwrap().to_str().unwrap();
        let parsed = syn::parse_file(&std::fs::read_to_string(&path).unwrap()).unwrap();
        sources.read(file, parsed);
    }
    let mut all: Vec<_> = sources
        .constants
        .iter()
        .filter_map(|((file, name), expression)| {
            let sql = sources.text(file, expression)?;
            let name = format!("{} {name}", file.trim_end_matches(".rs"));
            Some(Statement { name, sql })
        })
        .filter(|it| {
            let reads = ["SELECT ", "UPDATE ", "DELETE "];
            let inserts_what_it_reads = it.sql.starts_with("INSERT ") && it.sql.contains(" FROM ");
            inserts_what_it_reads || reads.iter().any(|verb| it.sql.starts_with(verb))
        })
        .collect();
    all.append(&mut sources.keyed);
    all
}

/// Whatever may hold statements.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.to_str().unwrap();
        if path.is_dir() {
            found.extend(files(&path));
        } else if (name.ends_with("store.rs") || name.contains("/store/") || is_shared(name))
            && !name.ends_with("/testing.rs")
        {
            found.push(path);
        }
    }
    found
}

/// Parts that statements are joined of.
fn is_shared(file: &str) -> bool {
    file.ends_with("db/sql.rs")
}

#[derive(Default)]
struct Sources {
    engine: String,
    constants: BTreeMap<(String, String), Expr>,
    records: BTreeMap<(String, String), Record>,
    keyed: Vec<Statement>,
}

/// What `record!` is called with.
struct Record {
    name: String,
    table: String,
    columns: Vec<Column>,
    joined: String,
}

enum Column {
    Sql(String),
    Record(String),
}

impl Sources {
    fn read(&mut self, file: &str, parsed: syn::File) {
        let mut keyed = Keyed {
            file,
            found: Vec::new(),
        };
        if !is_shared(file) {
            keyed.visit_file(&parsed);
        }
        self.keyed.append(&mut keyed.found);
        for item in parsed.items {
            match item {
                Item::Const(it) => {
                    let key = (file.to_owned(), it.ident.to_string());
                    self.constants.insert(key, *it.expr);
                }
                Item::Macro(it) if it.mac.path.is_ident("record") => {
                    let record: Record = it.mac.parse_body().unwrap();
                    let key = (file.to_owned(), record.name.clone());
                    self.records.insert(key, record);
                }
                // One that is read by hand.
                Item::Impl(it) if is_of_selected(&it) => {
                    let record = Record {
                        name: type_name(&it.self_ty),
                        table: constant(&it, "FROM"),
                        columns: vec![Column::Sql(constant(&it, "COLUMNS"))],
                        joined: String::new(),
                    };
                    let key = (file.to_owned(), record.name.clone());
                    self.records.insert(key, record);
                }
                _ => {}
            }
        }
    }

    /// Of this file, or else of the only one that has it.
    fn find<'s, T>(
        all: &'s BTreeMap<(String, String), T>,
        file: &str,
        name: &str,
    ) -> Option<&'s T> {
        let key = (file.to_owned(), name.to_owned());
        all.get(&key)
            .or_else(|| all.iter().find(|((_, it), _)| it == name).map(|(_, it)| it))
    }

    fn record(&self, file: &str, name: &str) -> &Record {
        Self::find(&self.records, file, name).unwrap_or_else(|| panic!("{file}: no record {name}"))
    }

    fn columns(&self, file: &str, record: &Record) -> String {
        let columns = record.columns.iter().map(|column| match column {
            Column::Sql(sql) => sql.clone(),
            Column::Record(name) => self.columns(file, self.record(file, name)),
        });
        columns.collect::<Vec<_>>().join(", ")
    }

    /// What an expression says, where it is a text.
    fn text(&self, file: &str, expression: &Expr) -> Option<String> {
        match expression {
            Expr::Lit(it) => match &it.lit {
                syn::Lit::Str(text) => Some(text.value()),
                _ => None,
            },
            Expr::Group(it) => self.text(file, &it.expr),
            Expr::Struct(it) => {
                let engine = |field: &&syn::FieldValue| match &field.member {
                    syn::Member::Named(name) => *name == self.engine,
                    syn::Member::Unnamed(_) => false,
                };
                self.text(file, &it.fields.iter().find(engine)?.expr)
            }
            Expr::Path(it) => {
                let last = it.path.segments.last()?.ident.to_string();
                if last != "COLUMNS" && last != "FROM" {
                    return self.text(file, Self::find(&self.constants, file, &last)?);
                }
                let record = match &it.qself {
                    Some(of) => type_name(&of.ty),
                    None => it.path.segments.first()?.ident.to_string(),
                };
                let record = self.record(file, &record);
                Some(if last == "FROM" {
                    record.from()
                } else {
                    self.columns(file, record)
                })
            }
            Expr::Macro(it) if it.mac.path.is_ident("select") => {
                let Select { record, rest } = it.mac.parse_body().unwrap();
                let record = self.record(file, &record);
                let columns = self.columns(file, record);
                Some(format!("SELECT {columns} FROM {} {rest}", record.from()))
            }
            Expr::Macro(it) if it.mac.path.is_ident("sql") || it.mac.path.is_ident("concat") => {
                let parts = it
                    .mac
                    .parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated);
                let parts = parts.unwrap();
                parts.iter().map(|part| self.text(file, part)).collect()
            }
            Expr::Macro(it) if it.mac.path.is_ident("four_of") => {
                let list: Expr = it.mac.parse_body().unwrap();
                let list = self.text(file, &list)?;
                Some([&*list; 4].join(" UNION ALL "))
            }
            _ => None,
        }
    }
}

fn is_of_selected(it: &ItemImpl) -> bool {
    let path = it.trait_.as_ref().map(|(path, _)| path);
    let last = path.and_then(|path| path.segments.last());
    last.is_some_and(|last| last.ident == "Selected")
}

/// The text of a constant of a trait.
fn constant(it: &ItemImpl, name: &str) -> String {
    let text = it.items.iter().find_map(|item| match item {
        ImplItem::Const(it) if it.ident == name => match &it.expr {
            Expr::Lit(it) => match &it.lit {
                syn::Lit::Str(text) => Some(text.value()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    });
    text.expect("it is written as one text")
}

fn type_name(named: &Type) -> String {
    let Type::Path(path) = named else {
        panic!("a record has a name");
    };
    let last = path.path.segments.last().unwrap();
    // Of one that may be missing, the record itself.
    if let PathArguments::AngleBracketed(of) = &last.arguments
        && let Some(GenericArgument::Type(named)) = of.args.first()
    {
        return type_name(named);
    }
    last.ident.to_string()
}

impl Record {
    fn from(&self) -> String {
        format!("{} {}", self.table, self.joined)
    }
}

impl Parse for Record {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = input.parse::<Ident>()?.to_string();
        input.parse::<Ident>()?;
        let table = input.parse::<Ident>()?.to_string();
        let body;
        braced!(body in input);
        let mut columns = Vec::new();
        while !body.is_empty() {
            let field = body.call(Ident::parse_any)?.unraw();
            let mut column = Column::Sql(format!("{table}.{field}"));
            if body.parse::<Option<Token![:]>>()?.is_some() {
                column = if body.peek(LitStr) {
                    Column::Sql(body.parse::<LitStr>()?.value())
                } else if body.peek(token::Paren) {
                    let record;
                    parenthesized!(record in body);
                    Column::Record(type_name(&record.parse()?))
                } else {
                    Column::Sql(format!("{table}.{}", body.call(Ident::parse_any)?.unraw()))
                };
            }
            columns.push(column);
            body.parse::<Option<Token![,]>>()?;
        }
        let joined = input
            .parse::<Option<LitStr>>()?
            .map_or(String::new(), |it| it.value());
        // What no column has.
        input.step(|cursor| {
            let mut rest = *cursor;
            while let Some((_, next)) = rest.token_tree() {
                rest = next;
            }
            Ok(((), rest))
        })?;
        Ok(Self {
            name,
            table,
            columns,
            joined,
        })
    }
}

/// What `select!` is called with.
struct Select {
    record: String,
    rest: String,
}

impl Parse for Select {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let record = type_name(&input.parse()?);
        input.parse::<Token![,]>()?;
        let rest = input.parse::<LitStr>()?.value();
        input.parse::<Option<Token![,]>>()?;
        Ok(Self { record, rest })
    }
}

/// Finds `update!` and `save!`, which look for rows by a key.
struct Keyed<'f> {
    file: &'f str,
    found: Vec<Statement>,
}

impl<'ast> Visit<'ast> for Keyed<'_> {
    fn visit_macro(&mut self, it: &'ast syn::Macro) {
        if it.path.is_ident("update") || it.path.is_ident("save") {
            let text = it.tokens.to_string();
            let (before, after) = text.split_once("key {").expect("a key");
            let table = before
                .split('{')
                .next()
                .unwrap()
                .trim()
                .rsplit([' ', ','])
                .next()
                .unwrap();
            let keys = after.split_once('}').unwrap().0.split(',');
            let keys = keys.map(|key| key.split(':').next().unwrap().trim());
            let keys: Vec<_> = keys
                .filter(|key| !key.is_empty())
                .map(|key| format!("{key} = ?"))
                .collect();
            let sql = format!("SELECT 1 FROM {table} WHERE {}", keys.join(" AND "));
            let name = format!(
                "{} {}! {table}",
                self.file.trim_end_matches(".rs"),
                it.path.get_ident().unwrap()
            );
            self.found.push(Statement { name, sql });
        }
        visit::visit_macro(self, it);
    }
}
