-- name: custody(by, from_date, to_date)
-- title: Who was held, by whom, and on which charge according to whom
-- Arrests, detentions and custody with those who were taken, who took them, and each charge with the source that gives it.
-- A charge is what somebody is accused of: everybody here is presumed innocent.
-- param: by actor? - only where this actor held them
-- param: from_date date? - leave out what surely ended before this
-- param: to_date date? - leave out what surely began after this
-- id: event
-- if-room: status, date, held_by, id
-- under: status event, date event, held_by held
-- example: custody
-- example: custody --from 2025-06
SELECT e.date,
       e.title AS event,
       e.status,
       (SELECT group_concat(name, ', ')
        FROM (SELECT DISTINCT a.name FROM participant t JOIN actor a ON a.id = t.actor_id
              WHERE t.event_id = e.id AND t.role IN ('target', 'victim', 'accused') AND a.kind IN ('person', 'community')
              ORDER BY a.name)) AS held,
       (SELECT group_concat(name, ', ')
        FROM (SELECT DISTINCT a.name FROM participant t JOIN actor a ON a.id = t.actor_id
              WHERE t.event_id = e.id AND t.role = 'initiator' ORDER BY a.name)) AS held_by,
       (SELECT group_concat(charge, '; ')
        FROM (SELECT says || ' (' || group_concat(who, '; ') || ')' AS charge
              FROM (SELECT DISTINCT c.says, c.speaker || ', ' || c.source_id AS who
                    FROM claims c WHERE c.event_id = e.id AND c.attribute_id = 'charge' ORDER BY c.says, who)
              GROUP BY says ORDER BY says)) AS charge,
       e.reported_by,
       e.id
FROM events e
WHERE e.type_id IN ('arrest', 'custody')
  AND (:by IS NULL OR EXISTS (SELECT 1 FROM participant t WHERE t.event_id = e.id AND t.role = 'initiator' AND t.actor_id = :by))
  AND (:from_date IS NULL OR coalesce(e.latest, '9999') >= :from_date)
  AND (:to_date IS NULL OR coalesce(e.earliest, '0000') <= :to_date || '~')
ORDER BY coalesce(e.earliest, e.latest, '9999'), coalesce(e.latest, '9999'), e.id;
