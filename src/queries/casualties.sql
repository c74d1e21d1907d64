-- name: casualties(event, topic)
-- title: How many died, were hurt or held: lowest, highest, and what all allow
-- For each event with such numbers the smallest and the largest that is claimed, each with a source of it, marked where that
-- one only hedges, and between them what all claims allow; where they do not meet, `all_allow` is empty. A number is the
-- words' (`as_written`): at least two stays open above, and more than 100 is at least 101.
-- param: event event? - only this event and its parts
-- param: topic topic? - only events of this storyline
-- id: event
-- if-room: locator, as_written, date, attribute, sources, claims, id
-- under: attribute event, date event, id event, as_written event, locator event
-- example: casualties
-- example: casualties --topic raid
SELECT e.date,
       r.event,
       r.attribute,
       r.low || ', ' || r.low_source AS low,
       CASE
         WHEN r.meet = 'no' THEN NULL
         WHEN r.best_high IS NULL THEN 'at least ' || r.best_low
         WHEN r.best_low = r.best_high THEN '' || r.best_low
         ELSE r.best_low || '–' || r.best_high
       END AS all_allow,
       coalesce(r.high, 'open') || ', ' || r.high_source AS high,
       (SELECT group_concat(words, '; ')
        FROM (SELECT DISTINCT '“' || c.as_written || '” ' || c.source_id || CASE c.stance WHEN 'hedges' THEN ' (hedges)' ELSE '' END AS words
              FROM claims c
              WHERE c.event_id = r.event_id AND c.attribute_id = r.attribute_id AND c.subject_id IS r.subject_id
                AND c.low IS NOT NULL AND c.stance <> 'denies' AND c.extent = 'whole'
              ORDER BY c.low, c.high, words)) AS as_written,
       (SELECT group_concat(locator, ', ')
        FROM (SELECT DISTINCT c.locator
              FROM claims c
              WHERE c.event_id = r.event_id AND c.attribute_id = r.attribute_id AND c.subject_id IS r.subject_id
                AND c.low IS NOT NULL AND c.stance <> 'denies' AND c.extent = 'whole'
              ORDER BY c.source_id, c.locator)) AS locator,
       r.sources,
       r.claims,
       r.event_id AS id
FROM ranges r
JOIN events e ON e.id = r.event_id
WHERE r.attribute_id IN ('deaths', 'injured', 'detained', 'displaced', 'deported')
  AND (:event IS NULL OR r.event_id = :event
       OR EXISTS (SELECT 1 FROM event_within w WHERE w.event_id = r.event_id AND w.whole_id = :event))
  AND (:topic IS NULL OR EXISTS (SELECT 1 FROM event_topic t WHERE t.event_id = r.event_id AND t.topic_id = :topic))
ORDER BY e.position, r.event_id, r.attribute_id, r.subject_id;
