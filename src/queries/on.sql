-- name: on(date)
-- title: What happened, was said or was published on a day
-- Surely on that day (month, year), possibly on it (the dates only overlap it), said on it, published on it. A span that is
-- longer than a year on either side of the day is left out of what is possible.
-- param: date date - a day, month or year
-- if-room: how, id
-- under: how on
-- example: on 2025-06-30
-- example: on 2025-07
WITH found AS (
  SELECT CASE WHEN e.earliest >= :date AND e.latest <= :date || '~' THEN 1 ELSE 2 END AS part, e.date, e.title AS what,
         e.status AS how, e.reported_by AS who, e.id,
         e.earliest AS sort
  FROM events e
  WHERE e.earliest <= :date || '~' AND e.latest >= :date
  UNION ALL
  SELECT 3, q.said, coalesce(q.text, q.gist), q.form, q.speaker || ', ' || q.source_id, q.id, q.said_earliest
  FROM quotes q
  WHERE q.said_earliest <= :date || '~' AND q.said_latest >= :date
  UNION ALL
  SELECT 4, s.published, coalesce(s.title, s.file), s.kind, s.id, s.id, s.published_earliest
  FROM source s
  WHERE s.published_earliest <= :date || '~' AND s.published_latest >= :date
)
SELECT CASE part WHEN 1 THEN 'surely' WHEN 2 THEN 'possibly' WHEN 3 THEN 'said' ELSE 'published' END AS "on",
       date, what, how, who, id
FROM found
ORDER BY part, sort, date, id;
