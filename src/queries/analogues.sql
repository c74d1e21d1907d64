-- name: analogues(event)
-- title: Parallels that are drawn, and who says that they hold
-- Each likeness or mirroring between two events as somebody's assertion, with the span of
-- the numbers claimed of the case it is likened to.
-- param: event event? - only parallels to this event
-- if-room: numbers, locator
-- under: numbers likened_to, locator says
-- example: analogues
SELECT l.from_event AS event,
       l.kind AS "as",
       l.to_event AS likened_to,
       t.date,
       CASE l.stance WHEN 'asserts' THEN '' ELSE l.stance || ': ' END || l.speaker || ', ' || l.source_id AS says,
       (SELECT group_concat(number, '; ')
        FROM (SELECT attribute || ' '
                     || CASE WHEN high IS NULL THEN 'at least ' || low WHEN high = low THEN low ELSE low || '–' || high END AS number
              FROM ranges r WHERE r.event_id = l.to_id ORDER BY number)) AS numbers,
       l.locator
FROM links l
JOIN event t ON t.id = l.to_id
WHERE l.kind IN ('analogue_of', 'mirrors')
  AND (:event IS NULL OR :event IN (l.from_id, l.to_id))
ORDER BY coalesce(t.earliest, t.latest, '9999'), l.to_id, l.from_event, l.kind, l.locator;
