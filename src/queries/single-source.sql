-- name: single_source(topic)
-- title: What rests on one document, or on unnamed speakers only
-- Events for which a single source vouches, and events for which only unnamed or protected speakers do, never an author.
-- What one document alone tells may be true; nobody else here bears it out. Who denies the event does not vouch for it.
-- param: topic topic? - only events of this storyline
-- id: event
-- if-room: status, date, id
-- under: status event, date event, id event
-- example: single-source --topic raid
WITH vouched AS (
  SELECT t.event_id, count(DISTINCT t.source_id) = 1 AS by_one, min(a.named IS 'no') AS by_unnamed
  FROM tellers t
  LEFT JOIN actor a ON a.id = t.speaker_id
  WHERE t.stance <> 'denies'
  GROUP BY t.event_id
)
SELECT e.date,
       e.title AS event,
       e.status,
       CASE
         WHEN v.by_one AND v.by_unnamed THEN 'one document, unnamed speakers'
         WHEN v.by_one THEN 'one document'
         ELSE 'unnamed speakers'
       END AS rests_on,
       (SELECT group_concat(who, '; ')
        FROM (SELECT t.who FROM tellers t WHERE t.event_id = e.id AND t.stance <> 'denies' ORDER BY t.who)) AS vouched_by,
       e.id
FROM events e
JOIN vouched v ON v.event_id = e.id
WHERE (v.by_one OR v.by_unnamed)
  AND (:topic IS NULL OR EXISTS (SELECT 1 FROM event_topic t WHERE t.event_id = e.id AND t.topic_id = :topic))
ORDER BY e.tier <> 'core', e.position, e.id;
