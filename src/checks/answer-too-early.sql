-- check: answer-too-early
-- level: error
-- needs: nothing
-- An answer, an effect, a fulfilment or a cancellation does not come before what it refers to; of what was only
-- planned, threatened or rumoured, that is the day on which it was voiced.
WITH tie AS (
  SELECT k.rowid AS "row", k.kind, f.id AS from_id, f.latest AS from_latest, t.id AS to_id,
         CASE WHEN t.status IN ('planned', 'proposed', 'threatened', 'predicted', 'rumoured') THEN t.announced_earliest ELSE t.earliest END AS to_earliest
  FROM event_link k
  JOIN event f ON f.id = k.from_id
  JOIN event t ON t.id = k.to_id
  WHERE k.kind IN ('response_to', 'retaliation_for', 'caused_by', 'follow_up_to', 'fulfils', 'cancels')
    AND k.stance <> 'denies'
)
SELECT 'event_link' AS "table", "row", 'kind' AS "column",
       '''' || from_id || ''' was over by ' || from_latest || ', but ''' || to_id || ''' came about on ' || to_earliest
         || ' or later, so ' || kind || ' cannot hold; mend a date or the link' AS message
FROM tie
WHERE from_latest < to_earliest;
