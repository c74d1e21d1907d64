-- name: compare(one, other, topic)
-- title: Two sources beside each other: what both report, what only one does, where they conflict
-- Every event that at least one of the two reports: in both or in one only, the number of passages in each and whether
-- they only hedge or deny, and the number of conflicts between their claims on it. Events of both with conflicts come
-- first. A source beside itself gives nothing; for that there is `disagreements`.
-- param: one source - a source
-- param: other source - another
-- param: topic topic? - only events of this storyline
-- id: event
-- if-room: date, degrees, id
-- under: date event
-- example: compare mee anl
-- example: compare apri jkl --topic aircraft
SELECT CASE WHEN a.event_id IS NULL THEN :other || ' only' WHEN b.event_id IS NULL THEN :one || ' only' ELSE 'both' END AS reported,
       e.date,
       e.title AS event,
       count(CASE d.relation WHEN 'conflict' THEN 1 WHEN 'denied' THEN 1 END) AS conflicts,
       count(CASE d.relation WHEN 'degree' THEN 1 END) AS degrees,
       a.tells AS in_one,
       b.tells AS in_other,
       e.id
FROM events e
LEFT JOIN coverage a ON a.event_id = e.id AND a.source_id = :one
LEFT JOIN coverage b ON b.event_id = e.id AND b.source_id = :other
LEFT JOIN disagreements d
  ON d.event_id = e.id
 AND (d.a_source_id = :one AND d.b_source_id = :other OR d.a_source_id = :other AND d.b_source_id = :one)
WHERE :one <> :other
  AND (a.event_id IS NOT NULL OR b.event_id IS NOT NULL)
  AND (:topic IS NULL OR EXISTS (SELECT 1 FROM event_topic t WHERE t.event_id = e.id AND t.topic_id = :topic))
GROUP BY e.id
ORDER BY a.event_id IS NULL OR b.event_id IS NULL, conflicts DESC, a.event_id IS NULL,
         e.position, e.id;
