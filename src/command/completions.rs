//! `samur completions`: scripts that let a shell ask what may come next, and the answer.
//!
//! The scripts of bash, zsh and fish hand the line over as it stands and know nothing else, so one that was installed
//! long ago still offers what this program knows. `clap_complete` has scripts that ask, too; in those of bash and zsh a
//! value with a space falls apart, and an id cannot answer to a name.

use std::ffi::OsString;
use std::fmt::Write as _;

use clap::Args;
use clap_complete::Shell;

use super::{Candidate, Values, agree, candidates, print_text, words};
use crate::error::{Exit, Result};

/// Print shell completions
#[derive(Debug, Args)]
pub struct Options {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
    /// Print what may come at the end of this line instead, as the scripts of bash, zsh and fish ask
    #[arg(long, value_name = "LINE", allow_hyphen_values = true)]
    line: Option<String>,
}

impl Options {
    /// The words of the line that is typed.
    pub fn words(&self) -> Vec<OsString> {
        words(self.line.as_deref().unwrap_or_default())
            .into_iter()
            .map(|word| word.text.into())
            .collect()
    }
}

/// Prints the script, or what may come next.
pub fn run(options: &Options, mut definition: clap::Command, values: &Values) -> Result<Exit> {
    if let Some(line) = &options.line {
        return print_text(&answer(options.shell, line, definition, values));
    }
    let script = match options.shell {
        Shell::Bash => include_str!("../completions/samur.bash").to_owned(),
        Shell::Zsh => include_str!("../completions/samur.zsh").to_owned(),
        Shell::Fish => include_str!("../completions/samur.fish").to_owned(),
        shell => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut definition, "samur", &mut script);
            String::from_utf8_lossy(&script).into_owned()
        }
    };
    print_text(&script)
}

/// The candidates as the script of a shell takes them, one a line.
fn answer(shell: Shell, line: &str, definition: clap::Command, values: &Values) -> String {
    let typed = words(line);
    let texts: Vec<String> = typed.iter().map(|word| word.text.clone()).collect();
    // fish drops what does not hold what is typed.
    let values = Values { names: shell == Shell::Fish, ..values.clone() };
    let offered = candidates(definition, &texts, &values);
    if let (Shell::Bash, Some(word)) = (shell, typed.last()) {
        return for_bash(offered, &word.text, word.open);
    }
    offered.iter().fold(String::new(), |mut text, c| {
        let _ = writeln!(text, "{}\t{}", c.value, c.name);
        text
    })
}

/// bash takes what it is given: the end of a word with its space, quoted; and of several what they begin with.
fn for_bash(offered: Vec<Candidate>, typed: &str, open: Option<char>) -> String {
    let variable = |name: &str| std::env::var(name).unwrap_or_default();
    // Only a list that is read may say more than what is typed: in these two each value is put into the line.
    let listed = !["37", "42"].contains(&variable("COMP_TYPE").as_str()) && offered.len() > 1;
    // `--actor=ali` is three words to bash, of which the last is completed.
    let after =
        variable("COMP_WORDBREAKS").contains('=') && open.is_none() && typed.starts_with("--");
    let kept = agree(&offered, typed);
    let single = offered.len() == 1;
    let mut text = String::new();
    for (n, Candidate { value, name }) in offered.into_iter().enumerate() {
        let value = match value.split_once('=') {
            Some((_, end)) if after && typed.contains('=') => quoted(end, open),
            _ => quoted(&value, open),
        };
        // Where the values do not go on from what is typed, bash would put their beginning in its place; a space before
        // one of them leaves them nothing in common.
        let before = if n == 0 && !kept && listed { " " } else { "" };
        let behind =
            if single && open.is_none() && !value.ends_with(['/', '=']) { " " } else { "" };
        let name = if listed && !name.is_empty() { format!("  ({name})") } else { String::new() };
        let _ = writeln!(text, "{before}{value}{name}{behind}");
    }
    text
}

/// A value as it is typed in bash, between the marks that are open.
fn quoted(value: &str, open: Option<char>) -> String {
    let mut text = String::new();
    for (at, c) in value.char_indices() {
        if (open, c) == (Some('\''), '\'') {
            // No backslash counts between these marks: they are closed for this one.
            text.push_str(r"'\''");
            continue;
        }
        let special = match open {
            Some('"') => "\"\\$`".contains(c),
            Some(_) => false,
            // A tilde in front is the home folder.
            None => {
                c.is_ascii_punctuation() && !"-_./,+@%=:".contains(c) && (c, at) != ('~', 0)
                    || c == ' '
            }
        };
        if special {
            text.push('\\');
        }
        text.push(c);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_one_word_to_bash_between_whatever_marks() {
        let value = r#"a 'b' "c" \d $e"#;
        for open in ['\'', '"'] {
            let line = format!("{open}{}{open}", quoted(value, Some(open)));
            assert_eq!(words(&line)[0].text, value, "{line}");
        }
        let line = quoted(value, None);
        assert_eq!(words(&line)[0].text, value, "{line}");
    }
}
