-- name: single_source(topic)
-- title: What rests on one document, or on unnamed speakers only
-- Events that a single source reports, and events for which only unnamed or protected speakers vouch, never an author. What
-- one document alone tells may be true; nobody else here bears it out.
-- param: topic topic? - only events of this storyline
-- if-room: status, id
-- id: event
-- example: single-source --topic raid
SELECT e.date,
       e.title AS event,
       e.status,
       CASE WHEN e.sources = 1 THEN 'one document' ELSE 'unnamed speakers' END AS rests_on,
       (SELECT group_concat(said, '; ')
        FROM (SELECT DISTINCT p.speaker || ', ' || p.source_id AS said
              FROM evidence v JOIN passages p ON p.id = v.passage_id WHERE v.event_id = e.id ORDER BY said)) AS vouched_by,
       e.id
FROM events e
WHERE (e.sources = 1
       OR NOT EXISTS (SELECT 1 FROM evidence v JOIN passage p ON p.id = v.passage_id LEFT JOIN actor a ON a.id = p.speaker_id
                      WHERE v.event_id = e.id AND (p.speaker_id IS NULL OR a.named = 'yes')))
  AND (:topic IS NULL OR EXISTS (SELECT 1 FROM event_topic t WHERE t.event_id = e.id AND t.topic_id = :topic))
ORDER BY e.tier <> 'core', coalesce(e.earliest, e.latest, '9999'), coalesce(e.latest, '9999'), e.id;
