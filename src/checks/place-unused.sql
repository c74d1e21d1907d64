-- check: place-unused
-- level: warning
-- needs: nothing
-- A place where nothing happens and that holds no other is a leftover, or a row that names it was forgotten.
SELECT 'place' AS "table", l.rowid AS "row", 'id' AS "column",
       'no row names this place; take it out, or add what happened there' AS message
FROM place l
WHERE NOT EXISTS (SELECT 1 FROM event x WHERE x.place_id = l.id)
  AND NOT EXISTS (SELECT 1 FROM claim x WHERE x.place_id = l.id)
  AND NOT EXISTS (SELECT 1 FROM place x WHERE x.within_id = l.id)
  AND NOT EXISTS (SELECT 1 FROM name x WHERE x.place_id = l.id AND x.passage_id IS NOT NULL);
