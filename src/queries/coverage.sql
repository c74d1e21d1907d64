-- name: coverage(topic)
-- title: Which source reports which event, and how
-- For each event the sources that report it with the number of passages: plain where they assert it, marked where they
-- only hedge or deny; the events that most sources report come first.
-- param: topic topic? - only events of this storyline
-- id: event
-- if-room: silent, id
-- example: coverage
SELECT e.sources,
       e.title AS event,
       e.date,
       (SELECT group_concat(source_id || ' ' || passages || CASE stance WHEN 'asserts' THEN '' ELSE ' ' || stance END, ', ')
        FROM (SELECT source_id, passages, stance FROM coverage c WHERE c.event_id = e.id ORDER BY source_id)) AS reported_by,
       (SELECT group_concat(id, ', ')
        FROM (SELECT s.id FROM source s
              WHERE NOT EXISTS (SELECT 1 FROM coverage c WHERE c.event_id = e.id AND c.source_id = s.id)
              ORDER BY s.id)) AS silent,
       e.id
FROM events e
WHERE :topic IS NULL OR EXISTS (SELECT 1 FROM event_topic t WHERE t.event_id = e.id AND t.topic_id = :topic)
ORDER BY e.sources DESC, coalesce(e.earliest, e.latest, '9999'), coalesce(e.latest, '9999'), e.id;
