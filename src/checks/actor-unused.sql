-- check: actor-unused
-- level: warning
-- needs: nothing
-- An actor that does nothing, says nothing, is nothing's subject and was met nowhere is a leftover, or a row that names
-- it was forgotten.
SELECT 'actor' AS "table", a.rowid AS "row", 'id' AS "column",
       'no row names this actor; take it out, or add what it does' AS message
FROM actor a
WHERE NOT EXISTS (SELECT 1 FROM passage x WHERE x.speaker_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM passage x WHERE x.via_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM participant x WHERE x.actor_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM claim x WHERE x.subject_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM claim x WHERE x.actor_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM figure x WHERE x.subject_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM figure x WHERE x.counterpart_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM affiliation x WHERE x.actor_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM affiliation x WHERE x.org_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM quote_ref x WHERE x.actor_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM name x WHERE x.actor_id = a.id AND x.passage_id IS NOT NULL);
