-- check: day-with-tilde
-- level: error
-- needs: nothing
-- `~` says "about" but widens no bounds: on a full date it looks like doubt and counts as that one day.
WITH date_given ("table", "row", "column", date) AS (
  SELECT 'source', rowid, 'published', published FROM source
  UNION ALL
  SELECT 'affiliation', rowid, 'valid', valid FROM affiliation
  UNION ALL
  SELECT 'event', rowid, 'date', date FROM event
  UNION ALL
  SELECT 'event', rowid, 'announced', announced FROM event
  UNION ALL
  SELECT 'claim', rowid, 'date', date FROM claim
  UNION ALL
  SELECT 'quote', rowid, 'said', said FROM quote
  UNION ALL
  SELECT 'figure', rowid, 'period', period FROM figure
),
approximate_end ("table", "row", "column", date, text) AS (
  -- the parts of an interval or a set, each on its own
  SELECT d."table", d."row", d."column", d.date, trim(part.value, '[]{} ')
  FROM date_given d,
       json_each('[' || replace(replace(replace(json_quote(d.date), ',', '","'), '/', '","'), '..', '","') || ']') part
  WHERE d.date GLOB '*[~%]*'
    AND json_valid('[' || replace(replace(replace(json_quote(d.date), ',', '","'), '/', '","'), '..', '","') || ']')
)
SELECT "table", "row", "column",
       '''' || text || ''': ~ on a full date does not widen it; write the days it may have been as [a..b]' AS message
FROM approximate_end
WHERE text GLOB '*[~%]*'
  AND replace(replace(replace(text, '~', ''), '%', ''), '?', '') GLOB '*[0-9X]-[0-9X][0-9X]-[0-9X][0-9X]';
