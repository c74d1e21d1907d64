//! How a table arranges its columns where there is not room for all, as the head of a query or a section declares it.

/// Columns by their names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    /// Those that a narrow table may leave out, the last first; `says+other_says` go together.
    pub if_room: Vec<String>,
    /// Those that then stand under another instead, each with that other.
    pub under: Vec<(String, String)>,
    /// Those of numbers that a table draws as bars too.
    pub bars: Vec<String>,
}

impl Layout {
    /// Takes a line of a head, without its dashes; gives whether it is one of the layout, or what is wrong with it.
    pub fn read(&mut self, line: &str) -> Result<bool, String> {
        if let Some(columns) = line.strip_prefix("if-room: ") {
            self.if_room = list(columns);
        } else if let Some(columns) = line.strip_prefix("bars: ") {
            self.bars = list(columns);
        } else if let Some(columns) = line.strip_prefix("under: ") {
            let pairs = list(columns);
            let pairs = pairs.iter().map(|pair| pair.split_once(' '));
            let pairs = pairs.map(|pair| pair.map(|(at, home)| (at.to_owned(), home.to_owned())));
            self.under = pairs
                .collect::<Option<_>>()
                .ok_or_else(|| format!("`{line}`: each is a column and the one above it"))?;
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    /// Every column that it names.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        let optional = self.if_room.iter().flat_map(|names| names.split('+'));
        let under = self.under.iter().flat_map(|(name, home)| [name.as_str(), home]);
        optional.chain(under).chain(self.bars.iter().map(String::as_str))
    }
}

fn list(columns: &str) -> Vec<String> {
    columns.split(", ").map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_line_is_taken_or_left() {
        let mut layout = Layout::default();
        assert_eq!(layout.read("if-room: says+other_says, id"), Ok(true));
        assert_eq!(layout.read("under: id event, date event"), Ok(true));
        assert_eq!(layout.read("title: What happened"), Ok(false));
        assert_eq!(layout.if_room, ["says+other_says", "id"]);
        assert_eq!(layout.under[1], ("date".into(), "event".into()));
        let columns: Vec<&str> = layout.columns().collect();
        assert_eq!(columns, ["says", "other_says", "id", "id", "event", "date", "event"]);
        assert!(layout.read("under: id").is_err());
    }
}
