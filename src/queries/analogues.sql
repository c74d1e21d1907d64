-- name: analogues(event)
-- title: Parallels that are drawn, and who says that they hold
-- Each likeness or mirroring between two events as somebody's assertion, with the span of the numbers claimed of the case
-- it is likened to and of its parts.
-- param: event event? - only parallels to this event, to its parts, or to what it is part of
-- if-room: as, likened_date, numbers, locator
-- under: as event, likened_date likened_to, numbers likened_to, locator says
-- example: analogues
-- example: analogues --event georgians-died-2006
WITH number AS (
  SELECT event_id,
         attribute || ' '
         || CASE WHEN high IS NULL THEN 'at least ' || low WHEN high = low THEN low ELSE low || '–' || high END AS number
  FROM ranges
)
SELECT l.from_event AS event,
       l.kind AS "as",
       l.to_event AS likened_to,
       t.date AS likened_date,
       CASE l.stance WHEN 'asserts' THEN '' ELSE l.stance || ': ' END || l.speaker || ', ' || l.source_id AS says,
       (SELECT group_concat(number, '; ')
        FROM (SELECT n.number FROM number n
              WHERE n.event_id = l.to_id
                 OR n.event_id IN (SELECT w.event_id FROM event_within w WHERE w.whole_id = l.to_id)
              ORDER BY n.number)) AS numbers,
       l.locator
FROM links l
JOIN events t ON t.id = l.to_id
WHERE l.kind IN ('analogue_of', 'mirrors')
  AND (:event IS NULL
       OR :event IN (l.from_id, l.to_id)
       OR EXISTS (SELECT 1 FROM event_within w
                  WHERE w.event_id = :event AND w.whole_id IN (l.from_id, l.to_id)
                     OR w.whole_id = :event AND w.event_id IN (l.from_id, l.to_id)))
ORDER BY t.position, l.to_id, l.from_event, l.kind, l.locator;
