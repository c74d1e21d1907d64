//! Golden files: command lines with all that they print.
//!
//! ```text
//! # Words for the reader, kept as they are.
//! $ samur query timeline --actor nobody
//! what stands on standard output
//! ! what stands on standard error
//! ? 2
//! ```
//! The last line is the exit status and is left out where it is 0; an empty line ends the block. A file is compared
//! as a whole with what its commands print now, the folder they run in written `DIR`, the content hash `HASH`; `SAMUR_BLESS=1 cargo test` writes that into it instead.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::{Run, shell};

/// Runs the commands of a golden file in a folder and compares; gives what differs.
pub fn check(file: &Path, dir: &Path) -> Option<String> {
    let expected = fs::read_to_string(file).expect("a golden file");
    let mut actual = String::new();
    for (comment, line) in commands(&expected) {
        let run = shell::run(dir, line);
        write!(actual, "{comment}$ {line}\n{}\n", printed(&run)).expect("text grows");
    }
    let actual = without_hash(&actual.replace(super::text(dir), "DIR"));
    if actual == expected {
        return None;
    }
    if std::env::var_os("SAMUR_BLESS").is_some() {
        fs::write(file, actual).expect("the golden file can be written");
        return None;
    }
    Some(format!("{}\n{}", file.display(), difference(&expected, &actual)))
}

/// The text with the content hash of the chronicle written `HASH`: each change of the data changes it, which says nothing.
fn without_hash(text: &str) -> String {
    let hashes = text.split("content sha256 ").skip(1).filter_map(|rest| rest.get(..64));
    let hashes: Vec<&str> =
        hashes.filter(|hash| hash.bytes().all(|b| b.is_ascii_hexdigit())).collect();
    hashes.iter().fold(text.to_owned(), |text, hash| {
        text.replace(hash, "HASH").replace(&format!("samur:{}", &hash[..8]), "samur:HASH")
    })
}

/// The commands of a golden file, each with the comment above it.
pub fn commands(text: &str) -> Vec<(String, &str)> {
    let mut comment = String::new();
    let mut commands = Vec::new();
    for line in text.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            commands.push((std::mem::take(&mut comment), command));
        } else if line.starts_with("# ") {
            comment.push_str(line);
            comment.push('\n');
        } else {
            comment.clear();
        }
    }
    commands
}

/// What a run printed, as it stands in a golden file: control characters are shown, so that an editor can.
pub fn printed(run: &Run) -> String {
    let shown = |c: char| match c {
        '\n' | '\t' => c.to_string(),
        _ if c.is_control()
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}') =>
        {
            format!("⟨U+{:04X}⟩", u32::from(c))
        }
        _ => c.to_string(),
    };
    let mut text: String = run.stdout.chars().map(shown).collect();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push_str("\\ no line end\n");
    }
    for line in run.stderr.lines() {
        text.push_str(format!("! {line}").trim_end());
        text.push('\n');
    }
    if run.status != 0 {
        writeln!(text, "? {}", run.status).expect("text grows");
    }
    text
}

/// Two texts line by line: what is expected behind `-`, what came behind `+`, two lines of context.
pub fn difference(expected: &str, actual: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), actual.lines().collect());
    // Length of the longest common subsequence of what follows each pair of positions.
    let mut common = vec![vec![0_u32; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            let longer = common[i + 1][j].max(common[i][j + 1]);
            common[i][j] = if old[i] == new[j] { common[i + 1][j + 1] + 1 } else { longer };
        }
    }
    let (mut i, mut j, mut lines) = (0, 0, Vec::new());
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            lines.push((' ', old[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && common[i + 1][j] >= common[i][j + 1]) {
            lines.push(('-', old[i]));
            i += 1;
        } else {
            lines.push(('+', new[j]));
            j += 1;
        }
    }
    let near = |at: usize| {
        lines[at.saturating_sub(2)..(at + 3).min(lines.len())].iter().any(|(sign, _)| *sign != ' ')
    };
    let mut text = String::new();
    let mut gap = false;
    for (at, (sign, line)) in lines.iter().enumerate() {
        if near(at) {
            writeln!(text, "{sign}{line}").expect("text grows");
        } else if !gap {
            text.push_str("…\n");
        }
        gap = !near(at);
    }
    text
}
