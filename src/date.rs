//! EDTF (ISO 8601-2:2019 Annex A, levels 0 to 2) and its bounds in days; the only file that knows the EDTF library.
//!
//! Qualifiers (`~`, `?`, `%`) do not move bounds. Days are proleptic Gregorian, `YYYY-MM-DD`, of the years 0000 to 9999.

use edtf_core::{Bound, Edtf};

/// First and last possible day of a date, each `YYYY-MM-DD`; `None` where it is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// First possible day.
    pub earliest: Option<String>,
    /// Last possible day.
    pub latest: Option<String>,
}

/// The bounds of an EDTF date.
///
/// # Errors
/// What is wrong with the text and what would be right, as a lower-case fragment.
pub fn span(text: &str) -> Result<Span, String> {
    let date = Edtf::parse(text).map_err(|error| explain(text, error.message, error.offset))?;
    if date.is_approximate() || date.is_uncertain() {
        let bare: String = text.chars().filter(|c| !"~?%".contains(*c)).collect();
        if is_full_day(&bare) {
            return Err(format!(
                "'{text}' marks a full date as approximate, which does not widen it; write {bare}, or the \
                 span in which the day lies, such as [{}01..{bare}]",
                &bare[..8]
            ));
        }
    }
    let bounds = date.bounds();
    Ok(Span { earliest: day(text, bounds.earliest)?, latest: day(text, bounds.latest)? })
}

fn day(text: &str, bound: Bound) -> Result<Option<String>, String> {
    match bound {
        Bound::Date(day) if (0..=9999).contains(&day.year) => Ok(Some(day.to_string())),
        Bound::Date(_) => Err(format!("'{text}' lies outside the years 0000 to 9999")),
        Bound::NegativeInfinity | Bound::PositiveInfinity => Ok(None),
        Bound::Unknown => {
            Err(format!("'{text}' has an end that is unknown; write .. where an end is open"))
        }
    }
}

fn is_full_day(text: &str) -> bool {
    text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() })
}

fn explain(text: &str, reason: &str, offset: usize) -> String {
    let mut numbers = text.splitn(3, '-').map(str::parse::<u16>);
    if let (true, Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) =
        (is_full_day(text), numbers.next(), numbers.next(), numbers.next())
        && (1..=12).contains(&month)
        && day > 28
    {
        let last = days_in_month(year, month);
        let name = MONTHS[usize::from(month) - 1];
        return format!("'{text}' is not a date ({name} {year} has {last} days)");
    }
    let offset = text.get(..offset).map_or(offset, |before| before.chars().count());
    format!(
        "'{text}' is not an EDTF date: {reason} (character {}); right are 2025, 2025-06, 2025-06-27, \
         2025-06-01/2025-06-05, [2025-06-21..2025-06-30]",
        offset + 1
    )
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn days_in_month(year: u16, month: u16) -> u16 {
    let first = |text: String| Edtf::parse(&text).ok();
    (28..=31)
        .rev()
        .find(|day| first(format!("{year:04}-{month:02}-{day:02}")).is_some())
        .unwrap_or(28)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(text: &str) -> (String, String) {
        let span = span(text).expect(text);
        (span.earliest.unwrap_or_default(), span.latest.unwrap_or_default())
    }

    #[test]
    fn bounds_are_days() {
        for (text, earliest, latest) in [
            ("2025", "2025-01-01", "2025-12-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2025-06-27", "2025-06-27", "2025-06-27"),
            ("[2025-06-21..2025-06-30]", "2025-06-21", "2025-06-30"),
            ("2024-12/2025-11", "2024-12-01", "2025-11-30"),
            ("2025-06~", "2025-06-01", "2025-06-30"),
            ("199X", "1990-01-01", "1999-12-31"),
            ("2025-21", "2025-03-01", "2025-05-31"),
            ("2025-06/..", "2025-06-01", ""),
            ("../2025-06", "", "2025-06-30"),
        ] {
            assert_eq!(bounds(text), (earliest.into(), latest.into()), "{text}");
        }
    }

    #[test]
    fn messages_say_what_would_be_right() {
        assert_eq!(
            span("2025-02-30").unwrap_err(),
            "'2025-02-30' is not a date (February 2025 has 28 days)"
        );
        assert!(span("2025-06-30~").unwrap_err().contains("[2025-06-01..2025-06-30]"));
        assert!(span("27/06/2025").unwrap_err().contains("is not an EDTF date"));
        assert!(span("2025-06/2025-05").unwrap_err().contains("precedes"));
        assert!(span("-0044-03-15").unwrap_err().contains("0000 to 9999"));
    }
}
