-- check: omission-cited
-- level: warning
-- needs: nothing
-- An omission is what no other row cites. Names do not count: a heading may be left out and yet be where a spelling was met.
SELECT 'omission' AS "table", o.rowid AS "row", 'start' AS "column",
       'the range ' || o.start || '-' || o.stop || ' of ''' || o.source_id || ''' is left out as ' || o.reason || ', but the passage '''
         || min(p.id) || ''' in it is cited; drop the omission or shorten it' AS message
FROM omission o
JOIN passage p
  ON p.source_id = o.source_id
 AND p.start > o.start - 600
 AND p.start < o.stop
 AND p.stop > o.start
WHERE o.reason <> 'furniture'
  AND (EXISTS (SELECT 1 FROM evidence x WHERE x.passage_id = p.id)
    OR EXISTS (SELECT 1 FROM claim x WHERE x.passage_id = p.id)
    OR EXISTS (SELECT 1 FROM quote x WHERE x.passage_id = p.id)
    OR EXISTS (SELECT 1 FROM figure x WHERE x.passage_id = p.id)
    OR EXISTS (SELECT 1 FROM participant x WHERE x.passage_id = p.id)
    OR EXISTS (SELECT 1 FROM event_link x WHERE x.passage_id = p.id)
    OR EXISTS (SELECT 1 FROM affiliation x WHERE x.passage_id = p.id))
GROUP BY o.rowid;
