-- check: passage-unused
-- level: error
-- needs: nothing
-- A passage holds no prose of its own: one that no row cites says nothing.
SELECT 'passage' AS "table", p.rowid AS "row", 'id' AS "column",
       'no row cites this passage; cite it, or take it out' AS message
FROM passage p
WHERE NOT EXISTS (SELECT 1 FROM evidence x WHERE x.passage_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM claim x WHERE x.passage_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM quote x WHERE x.passage_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM figure x WHERE x.passage_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM participant x WHERE x.passage_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM event_link x WHERE x.passage_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM affiliation x WHERE x.passage_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM name x WHERE x.passage_id = p.id);
