-- name: denials(by, topic)
-- title: What one asserts and another denies, with both speakers
-- Claims that somebody denies beside the claims they deny, and events that somebody denies beside who reports them, with the
-- first place where they deny it. A denial to which no document holds an assertion against it stands alone.
-- param: by actor? - only what this actor denies, of a state also its bodies, forces and officials
-- param: topic topic? - only events of this storyline
-- id: event
-- if-room: as_written, locator, id
-- under: as_written what, locator denied_by
-- example: denials
WITH denial AS (
  SELECT c.event_id, c.attribute || coalesce(' (' || c.subject || ')', '') || ': ' || c.value AS what,
         c.speaker_id, c.speaker || ', ' || c.source_id AS denied_by, c.as_written,
         c.locator,
         (SELECT group_concat(said, '; ')
          FROM (SELECT DISTINCT o.speaker || ', ' || o.source_id || CASE o.stance WHEN 'hedges' THEN ' (hedges)' ELSE '' END AS said
                FROM disagreements d
                JOIN claims o ON o.id = CASE d.a_claim_id WHEN c.id THEN d.b_claim_id ELSE d.a_claim_id END
                WHERE c.id IN (d.a_claim_id, d.b_claim_id) AND d.relation = 'denied'
                ORDER BY said)) AS asserted_by
  FROM claims c
  WHERE c.stance = 'denies'
  UNION ALL
  SELECT t.event_id, 'that it is so', t.speaker_id, t.speaker || ', ' || t.source_id, NULL, t.locator,
         (SELECT group_concat(who, '; ')
          FROM (SELECT o.who
                FROM tellers o
                WHERE o.event_id = t.event_id AND o.stance <> 'denies'
                ORDER BY o.who))
  FROM tellers t
  WHERE t.stance = 'denies'
)
SELECT e.title AS event, d.what, d.denied_by, d.as_written, d.asserted_by, d.locator, e.id
FROM denial d
JOIN event e ON e.id = d.event_id
WHERE (:by IS NULL OR d.speaker_id IN (SELECT actor_id FROM sides WHERE side_id = :by AND acts = 'yes'))
  AND (:topic IS NULL OR EXISTS (SELECT 1 FROM event_topic t WHERE t.event_id = e.id AND t.topic_id = :topic))
ORDER BY e.tier <> 'core', coalesce(e.earliest, e.latest, '9999'), e.id, d.what, d.denied_by, d.locator;
