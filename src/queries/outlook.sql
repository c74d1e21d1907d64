-- name: outlook(by, status, as_of, topic)
-- title: What was planned, threatened, predicted or rumoured, and what came of it
-- Each thing that lay ahead when somebody spoke of it: when it was spoken of and by whom, for when it was said to be, and the
-- event that fulfilled or cancelled it where a source tells of one. An empty `outcome` says only that none of the
-- documents does. `said_by` lists all who speak of it, in the order of the documents; `locator` is where the first does.
-- param: by actor? - only what this actor, of a state also its bodies, forces and officials, spoke of, was to do or was to take part in
-- param: status one-of(planned|proposed|threatened|predicted|rumoured)? - only this modality
-- param: as_of date? - only what may have been spoken of by then and may still have lain ahead, no outcome having surely come before
-- param: topic topic? - only events of this storyline
-- id: event
-- if-room: outcome, status, date, locator, id
-- under: outcome said_by, status announced, date event, locator said_by
-- example: outlook
-- example: outlook --status threatened
-- example: outlook --by aliyev-ilham
SELECT o.announced,
       o.status,
       o.event,
       o.date,
       (SELECT group_concat(who, '; ')
        FROM (SELECT t.who FROM tellers t WHERE t.event_id = o.event_id ORDER BY t.position, t.who)) AS said_by,
       CASE WHEN o.outcome IS NOT NULL THEN o.outcome || ': ' || o.outcome_event || ', ' || o.outcome_date END AS outcome,
       (SELECT t.locator FROM tellers t WHERE t.event_id = o.event_id ORDER BY t.position, t.who LIMIT 1) AS locator,
       o.event_id AS id
FROM (
  SELECT DISTINCT event_id, event, status, date, announced, outcome, outcome_event_id, outcome_event, outcome_date
  FROM outlook
) o
JOIN event e ON e.id = o.event_id
WHERE (:by IS NULL
       OR EXISTS (SELECT 1 FROM tellers t WHERE t.event_id = o.event_id AND t.speaker_id IN (SELECT actor_id FROM sides WHERE side_id = :by AND acts = 'yes'))
       OR EXISTS (SELECT 1 FROM participant t
                  WHERE t.event_id = o.event_id AND t.actor_id IN (SELECT actor_id FROM sides WHERE side_id = :by AND acts = 'yes') AND t.stance <> 'denies'
                    AND t.role IN ('initiator', 'party', 'subject', 'host', 'mediator')))
  AND (:status IS NULL OR o.status = :status)
  AND (:as_of IS NULL
       OR coalesce(e.announced_earliest, '0000') <= :as_of || '~' AND coalesce(e.latest, '9999') >= :as_of
          AND NOT EXISTS (SELECT 1 FROM outlook b
                          JOIN event x ON x.id = b.outcome_event_id
                          WHERE b.event_id = o.event_id AND x.latest < :as_of))
  AND (:topic IS NULL OR EXISTS (SELECT 1 FROM event_topic t WHERE t.event_id = o.event_id AND t.topic_id = :topic))
ORDER BY coalesce(e.announced_latest, '9999'), coalesce(e.announced_earliest, '0000'), o.event_id, outcome, o.outcome_event_id;
