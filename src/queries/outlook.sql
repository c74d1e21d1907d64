-- name: outlook(by, status, as_of, topic)
-- title: What was planned, threatened, predicted or rumoured, and what came of it
-- Each thing that lay ahead when somebody spoke of it: when it was spoken of and by whom, for when it was said to be, and the
-- event that fulfilled or cancelled it where a source tells of one. An empty `outcome` says only that none of the
-- documents does.
-- param: by actor? - only what this actor spoke of or was to do
-- param: status one-of(planned|proposed|threatened|predicted|rumoured)? - only this modality
-- param: as_of date? - only what may have been spoken of by then and may still have lain ahead
-- param: topic topic? - only events of this storyline
-- id: event
-- if-room: status, date, locator, id
-- under: status announced, date event, locator said_by
-- example: outlook
-- example: outlook --status threatened
-- example: outlook --by aliyev-ilham
SELECT o.announced,
       o.status,
       o.event,
       o.date,
       o.said_by,
       CASE WHEN o.outcome IS NOT NULL THEN o.outcome || ': ' || o.outcome_event || ', ' || o.outcome_date END AS outcome,
       o.locator,
       o.event_id AS id
FROM (
  SELECT event_id, event, status, date, announced, outcome, outcome_event_id, outcome_event, outcome_date,
         group_concat(speaker || ', ' || source_id || CASE stance WHEN 'asserts' THEN '' ELSE ' (' || stance || ')' END, '; ') AS said_by,
         min(locator) AS locator
  FROM (
    SELECT event_id, event, status, date, announced, outcome, outcome_event_id, outcome_event, outcome_date,
           speaker, source_id, stance, min(locator) AS locator
    FROM outlook
    GROUP BY event_id, outcome, outcome_event_id, source_id, speaker, stance
    ORDER BY source_id, speaker, stance
  )
  GROUP BY event_id, outcome, outcome_event_id
) o
JOIN event e ON e.id = o.event_id
WHERE (:by IS NULL OR EXISTS (SELECT 1 FROM outlook b WHERE b.event_id = o.event_id AND b.speaker_id = :by)
       OR EXISTS (SELECT 1 FROM participant t WHERE t.event_id = o.event_id AND t.actor_id = :by AND t.role = 'initiator'))
  AND (:status IS NULL OR o.status = :status)
  AND (:as_of IS NULL
       OR coalesce(e.announced_earliest, '0000') <= :as_of || '~' AND coalesce(e.latest, '9999') >= :as_of)
  AND (:topic IS NULL OR EXISTS (SELECT 1 FROM event_topic t WHERE t.event_id = o.event_id AND t.topic_id = :topic))
ORDER BY coalesce(e.announced_latest, '9999'), coalesce(e.announced_earliest, '0000'), o.event_id, outcome;
