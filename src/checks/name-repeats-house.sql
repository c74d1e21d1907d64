-- check: name-repeats-house
-- level: warning
-- needs: nothing
-- The house name is written by the loader; the table holds the forms that differ from it.
SELECT 'name' AS "table", n.rowid AS "row", 'name' AS "column",
       '''' || n.name || ''' is the house name of ''' || coalesce(a.id, l.id) || ''', not a ' || n.kind || ' form; take the row out' AS message
FROM name n
LEFT JOIN actor a ON a.id = n.actor_id
LEFT JOIN place l ON l.id = n.place_id
WHERE n.kind IN ('variant', 'short', 'misspelling')
  AND n.name = coalesce(a.name, l.name);
