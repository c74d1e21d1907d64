-- check: line-not-of-start
-- level: error
-- needs: sources
-- The line is what a reader looks up; it must be the physical line that holds the first character.
WITH cited_range ("table", "row", source_id, line, start) AS (
  SELECT 'passage', rowid, source_id, line, start FROM passage
  UNION ALL
  SELECT 'omission', rowid, source_id, line, start FROM omission
)
SELECT "table", "row", 'line' AS "column",
       'position ' || start || ' of ''' || source_id || ''' stands on line ' || line_at(source_id, start) || ', not ' || line AS message
FROM cited_range
WHERE line_at(source_id, start) <> line;
