-- check: reported-before-it-happened
-- level: error
-- needs: nothing
-- A source cannot assert what came about only after it was published; what it foretold is an event of its own, which
-- this one may fulfil.
SELECT 'evidence' AS "table", v.rowid AS "row", 'passage_id' AS "column",
       '''' || s.id || ''' was published by ' || s.published_latest || ', but ''' || e.id || ''' came about on ' || e.earliest
         || ' or later; give what was said as a planned or predicted event that this one fulfils' AS message
FROM evidence v
JOIN event e ON e.id = v.event_id
JOIN passage p ON p.id = v.passage_id
JOIN source s ON s.id = p.source_id
WHERE e.status IN ('happened', 'alleged')
  AND v.stance = 'asserts'
  AND s.published_latest < e.earliest
  AND EXISTS (
    -- where no source is late enough, the event's own date is at fault
    SELECT 1
    FROM evidence w
    JOIN passage g ON g.id = w.passage_id
    JOIN source d ON d.id = g.source_id
    WHERE w.event_id = e.id
      AND coalesce(d.published_latest, '9999-12-31') >= e.earliest
  );
