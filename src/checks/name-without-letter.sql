-- check: name-without-letter
-- level: error
-- needs: nothing
-- A name is looked up by its letters and digits; without any, nobody could ask for it.
WITH written ("table", "row", name) AS (
  SELECT 'actor', rowid, name FROM actor
  UNION ALL
  SELECT 'place', rowid, name FROM place
  UNION ALL
  SELECT 'name', rowid, name FROM name WHERE kind <> 'house'
)
SELECT "table", "row", 'name' AS "column",
       '''' || name || ''' has no letter or digit to look it up by; write it out' AS message
FROM written
WHERE fold(name) = '';
