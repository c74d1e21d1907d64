//! Properties of EDTF bounds: what a date cannot be is never said, whatever is written.

#![expect(clippy::unwrap_used, reason = "a date that must be read ends the test where it is not")]

use proptest::prelude::*;
use samur::date::span;

/// A calendar day of the years that the seed format takes.
fn day() -> impl Strategy<Value = String> {
    let real = |(year, month, day): (u16, u8, u8)| format!("{year:04}-{month:02}-{day:02}");
    (0..=9999_u16, 1..=12_u8, 1..=31_u8)
        .prop_map(real)
        .prop_filter("no such day", |day| span(day).is_ok())
}

/// A year, a month or a day.
fn prefix() -> impl Strategy<Value = String> {
    (day(), prop::sample::select(vec![4, 7, 10])).prop_map(|(day, length)| day[..length].to_owned())
}

fn bounds(text: &str) -> (String, String) {
    let span = span(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    (span.earliest.unwrap(), span.latest.unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_day_is_itself(day in day()) {
        prop_assert_eq!(bounds(&day), (day.clone(), day));
    }

    #[test]
    fn a_year_or_month_reaches_from_its_first_to_its_last_day(prefix in prefix()) {
        let (earliest, latest) = bounds(&prefix);
        prop_assert!(earliest <= latest);
        prop_assert!(earliest.starts_with(&prefix) && latest.starts_with(&prefix), "{} {}", earliest, latest);
        let first = format!("{prefix}-01-01");
        prop_assert_eq!(&earliest, &first[..10]);
    }

    #[test]
    fn a_longer_prefix_lies_within_a_shorter_one(day in day()) {
        let (year, month, day) = (bounds(&day[..4]), bounds(&day[..7]), bounds(&day));
        prop_assert!(year.0 <= month.0 && month.0 <= day.0);
        prop_assert!(day.1 <= month.1 && month.1 <= year.1);
    }

    #[test]
    fn an_interval_and_a_choice_reach_from_one_end_to_the_other(a in prefix(), b in prefix()) {
        let (one, two) = (bounds(&a), bounds(&b));
        prop_assume!(one.1 < two.0);
        let whole = (one.0, two.1);
        prop_assert_eq!(bounds(&format!("{a}/{b}")), whole.clone());
        prop_assert!(span(&format!("{b}/{a}")).is_err(), "{}/{} is the wrong way round", b, a);
        // The ends of a choice are of one precision, as ISO 8601-2 has it.
        if a.len() == b.len() {
            prop_assert_eq!(bounds(&format!("[{a}..{b}]")), whole);
            prop_assert!(span(&format!("[{b}..{a}]")).is_err(), "[{}..{}] is the wrong way round", b, a);
        }
    }

    #[test]
    fn an_open_end_has_no_bound(a in prefix()) {
        let (earliest, latest) = bounds(&a);
        for text in [format!("{a}/.."), format!("[{a}..]")] {
            let span = span(&text).unwrap();
            prop_assert_eq!((span.earliest.as_ref(), span.latest.as_ref()), (Some(&earliest), None), "{}", text);
        }
        for text in [format!("../{a}"), format!("[..{a}]")] {
            let span = span(&text).unwrap();
            prop_assert_eq!((span.earliest.as_ref(), span.latest.as_ref()), (None, Some(&latest)), "{}", text);
        }
    }

    #[test]
    fn a_qualifier_moves_no_bound_and_a_day_takes_none(day in day(), mark in prop::sample::select(vec!['~', '?', '%'])) {
        for prefix in [&day[..4], &day[..7]] {
            prop_assert_eq!(bounds(&format!("{prefix}{mark}")), bounds(prefix));
        }
        let error = span(&format!("{day}{mark}")).unwrap_err();
        prop_assert!(error.contains(&format!("write {day}, or the span")), "{}", error);
    }

    #[test]
    fn unspecified_digits_stand_for_all_of_them(year in 0..=9999_u16) {
        let year = format!("{year:04}");
        let (decade, century) = (&year[..3], &year[..2]);
        prop_assert_eq!(bounds(&format!("{decade}X")), (format!("{decade}0-01-01"), format!("{decade}9-12-31")));
        prop_assert_eq!(bounds(&format!("{century}XX")), (format!("{century}00-01-01"), format!("{century}99-12-31")));
        prop_assert_eq!(bounds(&format!("{year}-XX")), bounds(&year));
    }

    #[test]
    fn whatever_is_written_gives_days_in_order_or_a_reason(text in "[0-9X~?%./\\[\\]{},: TZ+-]{0,24}|\\PC{0,16}") {
        match span(&text) {
            Ok(span) => {
                for day in [&span.earliest, &span.latest].into_iter().flatten() {
                    prop_assert_eq!(bounds(day), (day.clone(), day.clone()), "{}", text);
                }
                if let (Some(earliest), Some(latest)) = (&span.earliest, &span.latest) {
                    prop_assert!(earliest <= latest, "{}: {} {}", text, earliest, latest);
                }
            }
            Err(reason) => prop_assert!(!reason.is_empty() && reason.contains(&text), "{:?}: {}", text, reason),
        }
    }
}

#[test]
fn days_that_no_calendar_has_are_refused_with_the_length_of_the_month() {
    for (text, right) in [
        ("2025-02-29", "February 2025 has 28 days"),
        ("2024-02-30", "February 2024 has 29 days"),
        ("1900-02-29", "February 1900 has 28 days"),
        ("2000-02-30", "February 2000 has 29 days"),
        ("2025-04-31", "April 2025 has 30 days"),
        ("2025-12-32", "December 2025 has 31 days"),
    ] {
        assert_eq!(span(text).unwrap_err(), format!("'{text}' is not a date ({right})"));
    }
    for text in [
        "2025-00",
        "2025-13",
        "2025-1",
        "25",
        "2025-06-00",
        "27.06.2025",
        "June 2025",
        "2025-06-27T10:00",
        "",
    ] {
        let reason = span(text).unwrap_err();
        assert!(reason.starts_with(&format!("'{text}' ")), "{reason}");
    }
}
