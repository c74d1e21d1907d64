-- check: claim-repeated
-- level: warning
-- needs: nothing
-- A speaker who says the same twice in one document makes one claim; the second passage is evidence. Numbers of a part
-- may be those of two parts.
WITH numbered AS (
  SELECT c.rowid AS "row", c.id, c.passage_id, p.source_id,
         first_value(c.id) OVER same_claim AS first_id,
         first_value(c.passage_id) OVER same_claim AS first_passage_id
  FROM claim c
  JOIN passage p ON p.id = c.passage_id
  WHERE c.extent = 'whole'
     OR c.low IS NULL
  WINDOW same_claim AS (
    PARTITION BY c.event_id, c.attribute_id, coalesce(c.subject_id, ''), p.source_id, coalesce(p.speaker_id, ''), coalesce(p.via_id, ''),
                 c.stance, c.extent, c.low, c.high, c.date, c.place_id, c.actor_id, c.code
    ORDER BY c.id
  )
)
SELECT 'claim' AS "table", "row", NULL AS "column",
       'repeats ''' || first_id || ''': the same event, attribute, subject, speaker and value, also in ' || source_id || ' (' || first_passage_id || ' and '
         || passage_id || '); keep one, and give the other passage as evidence' AS message
FROM numbered
WHERE id <> first_id;
