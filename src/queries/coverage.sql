-- name: coverage(topic)
-- title: Which source reports which event, and how
-- For each event the sources that report it with the number of passages, marked where some deny it or none asserts it;
-- the events that most sources report come first. Of the silent sources those are marked that were written before the event
-- began or was announced.
-- param: topic topic? - only events of this storyline
-- id: event
-- if-room: silent, date, id
-- under: date event, id event
-- example: coverage
SELECT e.sources,
       e.title AS event,
       e.date,
       (SELECT group_concat(tells, ', ')
        FROM (SELECT c.tells FROM coverage c WHERE c.event_id = e.id ORDER BY c.source_id)) AS reported_by,
       (SELECT group_concat(id, ', ')
        FROM (SELECT s.source_id || substr(s.tells, length('silent') + 1) AS id
              FROM silences s
              WHERE s.event_id = e.id
              ORDER BY s.source_id)) AS silent,
       e.id
FROM events e
WHERE :topic IS NULL OR EXISTS (SELECT 1 FROM event_topic t WHERE t.event_id = e.id AND t.topic_id = :topic)
ORDER BY e.sources DESC, e.position, e.id;
