-- name: positions(actor, topic)
-- title: An actor's stand over time
-- What an actor said and what others say of its stand, in order of time: its own quotes and claims, and claims on its
-- position, motive or intent by others, who are named.
-- param: actor actor - whose stand
-- param: topic topic? - only on events of this storyline
-- if-room: locator, id
-- under: locator who
-- example: positions aliyev-ilham
-- example: positions armenia --topic corridor
WITH stand AS (
  SELECT coalesce(q.said, 'until ' || s.published_latest) AS date, coalesce(q.said_latest, s.published_latest) AS sort,
         'said' AS as_what, coalesce(q.text, q.gist) AS stand, q.speaker || ', ' || q.source_id AS who, p.position, q.locator, q.id,
         NULL AS event_id
  FROM quotes q
  JOIN source s ON s.id = q.source_id
  JOIN passages p ON p.id = q.passage_id
  WHERE q.speaker_id = :actor
    AND (:topic IS NULL
         OR EXISTS (SELECT 1 FROM quote_ref r JOIN event_topic t ON t.event_id = r.event_id
                    WHERE r.quote_id = q.id AND t.topic_id = :topic))
  UNION ALL
  SELECT e.date, coalesce(e.latest, s.published_latest), c.attribute, c.event || ': ' || c.says || ' “' || c.as_written || '”',
         c.speaker || ', ' || c.source_id, p.position, c.locator, c.id, c.event_id
  FROM claims c
  JOIN event e ON e.id = c.event_id
  JOIN source s ON s.id = c.source_id
  JOIN passages p ON p.id = c.passage_id
  WHERE c.subject_id = :actor
    AND c.attribute_id IN ('position', 'motive', 'intent', 'demanded', 'acknowledgement', 'apology')
    AND (:topic IS NULL OR EXISTS (SELECT 1 FROM event_topic t WHERE t.event_id = c.event_id AND t.topic_id = :topic))
)
SELECT date, as_what, stand, who, locator, id
FROM stand
ORDER BY sort, date, position, as_what, id;
