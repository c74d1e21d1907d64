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

/// A date in words, as sharp as it is and no sharper: `12 May 2031`, `between 14 and 31 July 2025`, `until June 2025`.
pub fn words(text: &str) -> String {
    let sure = text.trim_end_matches(['~', '?', '%']);
    if sure != text {
        let about = if text.ends_with('?') { "" } else { "about " };
        let unsure = if text.ends_with('~') { "" } else { " (uncertain)" };
        return format!("{about}{}{unsure}", words(sure));
    }
    if let Some(parts) = plain(text) {
        return parts.words(None);
    }
    let ends = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')?.split_once(".."));
    let lasting = text.split_once('/').map(|(a, b)| {
        let end = |text: &str| if text == ".." { String::new() } else { words(text) };
        (end(a), end(b))
    });
    match (ends, lasting) {
        (Some(("", b)), _) => format!("by {}", words(b)),
        (Some((a, "")), _) => format!("{} or later", words(a)),
        (Some((a, b)), _) => match (plain(a), plain(b)) {
            (Some(a), Some(b)) => format!("between {} and {}", a.words(Some(&b)), b.words(None)),
            _ => format!("between {} and {}", words(a), words(b)),
        },
        (None, Some((a, b))) if a.is_empty() => format!("until {b}"),
        (None, Some((a, b))) if b.is_empty() => format!("from {a}"),
        (None, Some((a, b))) => format!("from {a} to {b}"),
        (None, None) => season(text).unwrap_or_else(|| text.to_owned()),
    }
}

/// Year, month and day of a date, as far as it has them; of a span both ends. `None` where it is vaguer than that.
pub fn parts(text: &str) -> Option<Vec<Vec<u16>>> {
    let ends = text.split_once('/').map_or_else(|| vec![text], |(a, b)| vec![a, b]);
    ends.into_iter().map(|end| Some(plain(end)?.0)).collect()
}

/// The numbers of a year, month or day.
struct Plain(Vec<u16>);

fn plain(text: &str) -> Option<Plain> {
    let numbers = || text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let whole = [4, 7, 10].contains(&text.len()) && numbers() && span(text).is_ok();
    let parts: Vec<u16> = text.split('-').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    // A season such as 2025-21 is written like a month.
    (whole && parts.get(1).is_none_or(|month| (1..=12).contains(month))).then_some(Plain(parts))
}

impl Plain {
    /// In words; before another date without the month and year that both share.
    fn words(&self, before: Option<&Self>) -> String {
        let Self(own) = self;
        let shared = before.map_or(0, |Self(other)| {
            let alike = own.iter().zip(other).take_while(|(a, b)| a == b).count();
            if own.len() == other.len() { alike.min(own.len() - 1) } else { 0 }
        });
        let words = own.iter().enumerate().skip(shared).rev().map(|(at, n)| match at {
            1 => MONTHS[usize::from(*n) - 1].to_owned(),
            _ => n.to_string(),
        });
        words.collect::<Vec<_>>().join(" ")
    }
}

fn season(text: &str) -> Option<String> {
    let (year, season) = text.split_once('-')?;
    let at = ["21", "22", "23", "24"].iter().position(|code| *code == season)?;
    Some(format!("{} {year}", ["spring", "summer", "autumn", "winter"][at]))
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
    fn words_are_no_sharper_than_the_date() {
        for (text, words_of_it) in [
            ("2031-05-12", "12 May 2031"),
            ("2025-07", "July 2025"),
            ("2025", "2025"),
            ("1987-21", "spring 1987"),
            ("[2025-07-14..2025-07-31]", "between 14 and 31 July 2025"),
            ("[2025-06-27..2025-07-04]", "between 27 June and 4 July 2025"),
            ("[2024-12..2025-02]", "between December 2024 and February 2025"),
            ("[..2025-07-09]", "by 9 July 2025"),
            ("[2025-07-19..]", "19 July 2025 or later"),
            ("2024-12-25/2025-10", "from 25 December 2024 to October 2025"),
            ("../2025-06", "until June 2025"),
            ("2025-06/..", "from June 2025"),
            ("2025-06~", "about June 2025"),
            ("2025?", "2025 (uncertain)"),
            ("199X", "199X"),
        ] {
            assert_eq!(words(text), words_of_it, "{text}");
        }
    }

    #[test]
    fn parts_are_those_of_sharp_dates() {
        assert_eq!(parts("2031-05-12"), Some(vec![vec![2031, 5, 12]]));
        assert_eq!(parts("2024-12/2025"), Some(vec![vec![2024, 12], vec![2025]]));
        for vague in ["[2025-07-14..2025-07-31]", "2025-06~", "2025-21", "2025/..", "199X"] {
            assert_eq!(parts(vague), None, "{vague}");
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
