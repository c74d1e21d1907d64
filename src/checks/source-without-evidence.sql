-- check: source-without-evidence
-- level: error
-- needs: nothing
-- Who says something of an event reports it: a claim, a participant and both ends of a link need evidence of the event
-- from the same source.
WITH said_of_event ("table", "row", event_id, passage_id) AS (
  SELECT 'claim', rowid, event_id, passage_id FROM claim
  UNION ALL
  SELECT 'participant', rowid, event_id, passage_id FROM participant
  UNION ALL
  SELECT 'event_link', rowid, from_id, passage_id FROM event_link WHERE passage_id IS NOT NULL
  UNION ALL
  SELECT 'event_link', rowid, to_id, passage_id FROM event_link WHERE passage_id IS NOT NULL
)
SELECT x."table", x."row", 'passage_id' AS "column",
       'the source ''' || p.source_id || ''' gives no evidence of ''' || e.id || '''; add a row to evidence.csv for a passage of it, or cite another source' AS message
FROM said_of_event x
JOIN event e ON e.id = x.event_id
JOIN passage p ON p.id = x.passage_id
WHERE EXISTS (SELECT 1 FROM evidence v WHERE v.event_id = x.event_id) -- an event that nobody reports has a check of its own
  AND NOT EXISTS (
    SELECT 1
    FROM evidence v
    JOIN passage g ON g.id = v.passage_id
    WHERE v.event_id = x.event_id
      AND g.source_id = p.source_id
  );
