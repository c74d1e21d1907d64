-- name: compare(one, other, topic)
-- title: Two sources beside each other: what both report, what only one does, where they conflict
-- Every event that at least one of the two reports: in both or in one only, how each reports it, and the number of conflicts
-- between their claims on it. Events of both with conflicts come first.
-- param: one source - a source
-- param: other source - another
-- param: topic topic? - only events of this storyline
-- if-room: degrees, id
-- id: event
-- example: compare mee anl
-- example: compare apri jkl --topic aircraft
SELECT CASE WHEN a.event_id IS NULL THEN :other || ' only' WHEN b.event_id IS NULL THEN :one || ' only' ELSE 'both' END AS reported,
       e.date,
       e.title AS event,
       count(CASE d.relation WHEN 'conflict' THEN 1 WHEN 'denied' THEN 1 END) AS conflicts,
       count(CASE d.relation WHEN 'degree' THEN 1 END) AS degrees,
       a.passages || CASE a.stance WHEN 'asserts' THEN '' ELSE ' ' || a.stance END AS in_one,
       b.passages || CASE b.stance WHEN 'asserts' THEN '' ELSE ' ' || b.stance END AS in_other,
       e.id
FROM event e
LEFT JOIN coverage a ON a.event_id = e.id AND a.source_id = :one
LEFT JOIN coverage b ON b.event_id = e.id AND b.source_id = :other
LEFT JOIN disagreements d
  ON d.event_id = e.id
 AND (d.a_source_id = :one AND d.b_source_id = :other OR d.a_source_id = :other AND d.b_source_id = :one)
WHERE (a.event_id IS NOT NULL OR b.event_id IS NOT NULL)
  AND (:topic IS NULL OR EXISTS (SELECT 1 FROM event_topic t WHERE t.event_id = e.id AND t.topic_id = :topic))
GROUP BY e.id
ORDER BY a.event_id IS NULL OR b.event_id IS NULL, conflicts DESC, a.event_id IS NULL,
         coalesce(e.earliest, e.latest, '9999'), e.id;
