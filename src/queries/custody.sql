-- name: custody(by, from_date, to_date)
-- title: Who was held, by whom, and on which charge according to whom
-- Arrests, detentions and custody with those who were taken, who took them, each charge with the source that gives it and
-- how it was read, and the months for which they are to be held. A charge is what somebody is accused of: everybody here
-- is presumed innocent.
-- param: by actor? - only where this actor held them, of a state also its bodies, forces and officials
-- param: from_date date? - leave out what surely ended before this
-- param: to_date date? - leave out what surely began after this
-- id: event
-- if-room: reported_by, months, status, date, held_by, id
-- under: reported_by event, months held, status event, date event, held_by held, id event
-- example: custody
-- example: custody --from 2025-06
-- example: custody --by russia
WITH
  -- Where nobody asserts it, the mildest stance stands behind the name: asserts sorts before denies, denies before hedges.
  role AS (
    SELECT t.event_id, t.role, a.kind,
           a.name || CASE min(t.stance) WHEN 'asserts' THEN '' ELSE ' (' || max(t.stance) || ')' END AS name
    FROM participant t
    JOIN actor a ON a.id = t.actor_id
    GROUP BY t.event_id, t.role, a.id
  ),
  charge AS (
    SELECT event_id, says || ' (' || group_concat(who, '; ') || ')' AS charge
    FROM (
      SELECT DISTINCT event_id, says, speaker || ', ' || source_id || coalesce(': ' || rtrim(note, '.'), '') AS who
      FROM claims
      WHERE attribute_id = 'charge'
      ORDER BY event_id, says, who
    )
    GROUP BY event_id, says
  )
SELECT e.date,
       e.title AS event,
       e.status,
       (SELECT group_concat(name, ', ')
        FROM (SELECT DISTINCT r.name FROM role r
              WHERE r.event_id = e.id AND r.role IN ('target', 'accused') AND r.kind IN ('person', 'community')
              ORDER BY r.name)) AS held,
       (SELECT group_concat(name, ', ')
        FROM (SELECT r.name FROM role r WHERE r.event_id = e.id AND r.role = 'initiator' ORDER BY r.name)) AS held_by,
       (SELECT group_concat(charge, '; ')
        FROM (SELECT c.charge FROM charge c WHERE c.event_id = e.id ORDER BY c.charge)) AS charge,
       (SELECT group_concat(term, '; ')
        FROM (SELECT c.says || ' (' || c.speaker || ', ' || c.source_id || ')' AS term
              FROM claims c WHERE c.event_id = e.id AND c.attribute_id = 'custody-term' ORDER BY term)) AS months,
       e.reported_by,
       e.id
FROM events e
WHERE e.type_id IN ('arrest', 'custody')
  AND (:by IS NULL
       OR EXISTS (SELECT 1 FROM participant t
                  WHERE t.event_id = e.id AND t.role = 'initiator' AND t.actor_id IN (SELECT actor_id FROM sides WHERE side_id = :by AND acts = 'yes')))
  AND (:from_date IS NULL OR coalesce(e.latest, '9999') >= :from_date)
  AND (:to_date IS NULL OR coalesce(e.earliest, '0000') <= :to_date || '~')
ORDER BY e.position, e.id;
