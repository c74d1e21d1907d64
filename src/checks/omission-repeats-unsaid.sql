-- check: omission-repeats-unsaid
-- level: warning
-- needs: nothing
-- That something is said already can be looked up only where the note tells the place.
SELECT 'omission' AS "table", rowid AS "row", 'note' AS "column",
       'left out as repeats, but of what?; give the passage that says it already, or where it stands' AS message
FROM omission
WHERE reason = 'repeats'
  AND note IS NULL;
