//! How values of the domain stand in the database: dates as ISO text, money as whole cents.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use law::Cents;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A date as `2026-11-03`. Written and read by hand: bulk loads spend most of their time here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(pub NaiveDate);

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.to_string()))
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Day> {
        let text = value.as_bytes()?;
        let number = |from: usize, to: usize| -> Option<i32> {
            text.get(from..to)?.iter().try_fold(0_i32, |sum, byte| {
                byte.is_ascii_digit()
                    .then(|| sum * 10 + i32::from(byte - b'0'))
            })
        };
        let date = || {
            let month = u32::try_from(number(5, 7)?).ok()?;
            let day = u32::try_from(number(8, 10)?).ok()?;
            (text.len() == 10).then_some(())?;
            NaiveDate::from_ymd_opt(number(0, 4)?, month, day)
        };
        date().map(Day).ok_or(FromSqlError::InvalidType)
    }
}

/// Cents as an integer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Money(pub Cents);

impl ToSql for Money {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.0))
    }
}

impl FromSql for Money {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Money> {
        i64::column_result(value).map(|cents| Money(Cents(cents)))
    }
}

/// A value that stands in the database under its name on the wire (`"business"` → `business`).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named<T>(pub T);

impl<T: Serialize> ToSql for Named<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match serde_json::to_value(&self.0) {
            Ok(serde_json::Value::String(name)) => Ok(ToSqlOutput::from(name)),
            _ => Err(rusqlite::Error::ToSqlConversionFailure(
                "not a named value".into(),
            )),
        }
    }
}

impl<T: DeserializeOwned> FromSql for Named<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Named<T>> {
        use serde::de::IntoDeserializer;
        use serde::de::value::{Error, StrDeserializer};
        let name: StrDeserializer<'_, Error> = value.as_str()?.into_deserializer();
        T::deserialize(name).map(Named).map_err(FromSqlError::other)
    }
}

/// A record that stands in the database as JSON.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Json<T>(pub T);

impl<T: Serialize> ToSql for Json<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        serde_json::to_string(&self.0)
            .map(ToSqlOutput::from)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
    }
}

impl<T: DeserializeOwned> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Json<T>> {
        serde_json::from_str(value.as_str()?)
            .map(Json)
            .map_err(FromSqlError::other)
    }
}

/// A moment as the log writes it: RFC 3339, UTC, milliseconds.
pub(crate) fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// Reads a moment of the log.
pub(crate) fn moment_of(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<DateTime<Utc>> {
    let text: String = row.get(column)?;
    DateTime::parse_from_rfc3339(&text)
        .map(|at| at.with_timezone(&Utc))
        .map_err(|error| {
            rusqlite::Error::FromSqlConversionFailure(
                column,
                rusqlite::types::Type::Text,
                error.into(),
            )
        })
}

/// Reads a column as a date.
pub(crate) fn day(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<NaiveDate> {
    row.get::<_, Day>(column).map(|day| day.0)
}

/// Reads a column as a date that may be unknown.
pub(crate) fn day_or_none(
    row: &rusqlite::Row<'_>,
    column: usize,
) -> rusqlite::Result<Option<NaiveDate>> {
    Ok(row.get::<_, Option<Day>>(column)?.map(|day| day.0))
}

/// Reads a column as money.
pub(crate) fn cents(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Cents> {
    row.get(column).map(Cents)
}

/// Reads a column as money that may be unknown.
pub(crate) fn cents_or_none(
    row: &rusqlite::Row<'_>,
    column: usize,
) -> rusqlite::Result<Option<Cents>> {
    Ok(row.get::<_, Option<i64>>(column)?.map(Cents))
}

/// Letters and digits only, in lower case: how names are compared.
#[must_use]
pub fn name_key(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// An account number or registration number without spaces and dots, in capitals.
pub(crate) fn compact(text: &str) -> String {
    text.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_only_real_dates() {
        let read = |text: &str| {
            Day::column_result(ValueRef::Text(text.as_bytes()))
                .ok()
                .map(|day| day.0)
        };
        assert_eq!(read("2028-02-29"), NaiveDate::from_ymd_opt(2028, 2, 29));
        for text in [
            "2026-02-30",
            "2026-1-1",
            "20260101",
            "2026-01-01 ",
            "x026-01-01",
            "",
        ] {
            assert_eq!(read(text), None, "{text:?} is no date");
        }
    }

    #[test]
    fn compares_names_by_letters_and_digits() {
        assert_eq!(name_key("Bakkerij 't Hoekje B.V."), "bakkerijthoekjebv");
        assert_eq!(name_key("Müller & Zn"), "müllerzn");
    }
}
