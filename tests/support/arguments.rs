//! Values for the parameters of the canned queries, by what a parameter takes.

use samur::catalog::{Catalog, Query, Takes};

/// All canned queries of the program.
pub fn catalog() -> Catalog {
    Catalog::read(samur::package::QUERIES).expect("heads that can be read")
}

/// What to type for the required parameters of a query, on the river chronicle.
pub fn for_river(query: &Query) -> Vec<String> {
    required(query, |takes| match takes {
        Takes::Row("actor") => &["tamm-oie", "council-alvby"],
        Takes::Row("place") => &["alvby", "orula"],
        Takes::Row("event") => &["bridge-fall", "landing-closed"],
        Takes::Row("source") => &["gazette", "shore"],
        Takes::Row("topic") => &["bridge", "ferry"],
        Takes::Row("event_type") => &["closure", "accident"],
        Takes::Row("attribute") => &["injured", "cause"],
        Takes::Row("quote") => &["tamm-tale", "mayor-come-if"],
        Takes::Date => &["2031-05-03", "2031-05-20"],
        Takes::Text | Takes::Spelling => &["tamm-tale", "Alvby"],
        Takes::Integer => &["2", "3"],
        Takes::Real => &["1.5", "20.0"],
        other => panic!("a required parameter takes {other:?}"),
    })
}

/// What to type for the required parameters of a query where nothing is known: ids that no chronicle has.
pub fn for_nothing(query: &Query) -> Vec<String> {
    required(query, |takes| match takes {
        Takes::Row(_) | Takes::Text | Takes::Spelling => &["nobody-at-all", "nothing-at-all"],
        Takes::Date => &["2031-05-03", "2031-05-20"],
        Takes::Integer => &["2", "3"],
        Takes::Real => &["1.5", "20.0"],
        other => panic!("a required parameter takes {other:?}"),
    })
}

/// The values in the order of the parameters; a second parameter that takes the same gets the second value.
fn required(query: &Query, values: impl Fn(&Takes) -> &'static [&'static str]) -> Vec<String> {
    let wanted: Vec<&Takes> =
        query.parameters.iter().filter(|p| p.required).map(|p| &p.takes).collect();
    let before = |at: usize| wanted[..at].iter().filter(|takes| **takes == wanted[at]).count();
    wanted.iter().enumerate().map(|(at, takes)| values(takes)[before(at)].to_owned()).collect()
}
