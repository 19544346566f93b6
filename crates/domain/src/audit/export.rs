//! The log as a file, for those who check it elsewhere (SPEC API-5): each row with the hash that chains it.

use kernel::{Error, Result, Timestamp, cell};
use serde::Serialize;
use serde_json::value::RawValue;
use uuid::Uuid;

use super::AuditRow;
use super::forget::hex;

kernel::vocabulary! {
    /// How a file is written.
    Format {
        /// Comma separated values, for a spreadsheet.
        Csv = "csv",
        /// One JSON object a line, for a program.
        Lines = "jsonl",
    }
}

impl Format {
    /// The media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Lines => "application/jsonl",
        }
    }

    /// What stands above all rows.
    ///
    /// # Errors
    /// Never for these formats.
    pub fn head(self) -> Result<Vec<u8>> {
        match self {
            Self::Csv => written(|file| file.write_record(COLUMNS)),
            Self::Lines => Ok(Vec::new()),
        }
    }

    /// These rows.
    ///
    /// # Errors
    /// [`Error::Internal`] for a row whose values are no JSON.
    pub fn rows(self, rows: &[AuditRow]) -> Result<Vec<u8>> {
        match self {
            Self::Csv => {
                written(|file| rows.iter().try_for_each(|row| file.write_record(cells(row))))
            }
            Self::Lines => lines(rows),
        }
    }
}

const COLUMNS: [&str; 16] = [
    "seq",
    "at",
    "actor_kind",
    "actor_id",
    "actor_name",
    "on_behalf_of",
    "action",
    "subject_kind",
    "subject_id",
    "subject_name",
    "before",
    "after",
    "surface",
    "address",
    "request_id",
    "hash",
];

fn written(
    write: impl FnOnce(&mut csv::Writer<Vec<u8>>) -> Result<(), csv::Error>,
) -> Result<Vec<u8>> {
    let mut file = csv::Writer::from_writer(Vec::new());
    write(&mut file).map_err(Error::internal)?;
    file.into_inner().map_err(Error::internal)
}

/// What people typed is made harmless for a spreadsheet (SECURITY.md S13).
fn cells(row: &AuditRow) -> [String; 16] {
    let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    [
        row.seq.to_string(),
        row.at.rfc3339(),
        row.actor_kind.clone(),
        id(row.actor_id),
        cell(&row.actor_name).into_owned(),
        id(row.on_behalf_of),
        row.action.clone(),
        row.subject_kind.clone(),
        id(row.subject_id),
        cell(&row.subject_name).into_owned(),
        row.before.clone(),
        row.after.clone(),
        row.surface.clone(),
        row.address.clone(),
        cell(&row.request_id).into_owned(),
        hex(&row.hash),
    ]
}

/// One row; the names are those of `COLUMNS`.
#[derive(Serialize)]
struct Line<'a> {
    seq: i64,
    at: Timestamp,
    actor_kind: &'a str,
    actor_id: Option<Uuid>,
    actor_name: &'a str,
    on_behalf_of: Option<Uuid>,
    action: &'a str,
    subject_kind: &'a str,
    subject_id: Option<Uuid>,
    subject_name: &'a str,
    before: &'a RawValue,
    after: &'a RawValue,
    surface: &'a str,
    address: &'a str,
    request_id: &'a str,
    hash: String,
}

fn lines(rows: &[AuditRow]) -> Result<Vec<u8>> {
    let mut text = Vec::new();
    for row in rows {
        let json = |text| serde_json::from_str::<&RawValue>(text).map_err(Error::internal);
        let line = Line {
            seq: row.seq,
            at: row.at,
            actor_kind: &row.actor_kind,
            actor_id: row.actor_id,
            actor_name: &row.actor_name,
            on_behalf_of: row.on_behalf_of,
            action: &row.action,
            subject_kind: &row.subject_kind,
            subject_id: row.subject_id,
            subject_name: &row.subject_name,
            before: json(&row.before)?,
            after: json(&row.after)?,
            surface: &row.surface,
            address: &row.address,
            request_id: &row.request_id,
            hash: hex(&row.hash),
        };
        serde_json::to_writer(&mut text, &line).map_err(Error::internal)?;
        text.push(b'\n');
    }
    Ok(text)
}
