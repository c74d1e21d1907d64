-- check: range-cuts-text
-- level: error
-- needs: sources
-- A range that begins or ends inside a word or a grapheme is off by a few characters.
WITH edge ("table", "row", "column", source_id, position) AS (
  SELECT 'passage', rowid, 'start', source_id, start FROM passage
  UNION ALL
  SELECT 'passage', rowid, 'stop', source_id, stop FROM passage
  UNION ALL
  SELECT 'omission', rowid, 'start', source_id, start FROM omission
  UNION ALL
  SELECT 'omission', rowid, 'stop', source_id, stop FROM omission
)
SELECT "table", "row", "column",
       'position ' || position || ' of ''' || source_id || ''' lies inside a ' || cuts(source_id, position) || ': …'
         || coalesce(replace(slice(source_id, max(position - 12, 0), position), char(10), ' '), '') || '|'
         || coalesce(replace(slice(source_id, position, min(position + 12, source_chars(source_id))), char(10), ' '), '') || '…' AS message
FROM edge
WHERE cuts(source_id, position) IS NOT NULL;
