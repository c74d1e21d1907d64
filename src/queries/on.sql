-- name: on(date)
-- title: What happened, was said or was published on a day
-- Surely on that day (month, year): what falls within it, then spans that surely went on over it; what still goes on lasted
-- at least until the newest document on it. Possibly on it: the dates only overlap it; what may lie anywhere in more than a
-- year, or has no bound, is left out there. Then what was said and what was published on it, surely or possibly.
-- param: date date - a day, month or year
-- id: column kind
-- if-room: date, how, kind, id
-- under: date what, how on, kind on, id what
-- example: on 2025-06-30
-- example: on 2025-07
WITH
  -- A span surely lasted from the end of the day, month or year in which it began to the first day of that in which it ended.
  span AS (
    SELECT e.id, e.began,
           coalesce(
             date(substr(substr(e.date, instr(e.date, '/') + 1) || '-01-01', 1, 10)),
             CASE e.status WHEN 'ongoing' THEN
               (SELECT max(s.published_earliest)
                FROM coverage c
                JOIN source s ON s.id = c.source_id
                WHERE c.event_id = e.id AND c.stance <> 'denies')
             END) AS until
    FROM events e
    WHERE e.lasted = 'yes'
  ),
  dated AS (
    SELECT e.*,
           e.earliest >= :date AND e.latest <= :date || '~' AS falls_in,
           s.began || '~' <= :date || '~' AND s.until >= :date AS goes_on
    FROM events e
    LEFT JOIN span s ON s.id = e.id
  ),
  found AS (
    SELECT CASE WHEN falls_in THEN 1 WHEN goes_on THEN 2 ELSE 3 END AS part, date, title AS what, status AS how, reported_by AS who, 'event' AS kind, id, earliest AS sort
    FROM dated
    WHERE falls_in OR goes_on OR earliest <= :date || '~' AND latest >= :date AND precision <> 'era'
    UNION ALL
    SELECT CASE WHEN q.said_earliest >= :date AND q.said_latest <= :date || '~' THEN 4 ELSE 5 END,
           q.said, q.says, q.form, q.speaker || ', ' || q.source_id, 'quote', q.id, q.said_earliest
    FROM quotes q
    WHERE q.said_earliest <= :date || '~' AND q.said_latest >= :date AND q.form <> 'pull'
    UNION ALL
    SELECT CASE WHEN s.published_earliest >= :date AND s.published_latest <= :date || '~' THEN 6 ELSE 7 END,
           s.published, coalesce(s.title, s.file), s.kind, s.id, 'source', s.id, s.published_earliest
    FROM source s
    WHERE s.published_earliest <= :date || '~' AND s.published_latest >= :date
  )
SELECT CASE part
         WHEN 1 THEN 'surely'
         WHEN 2 THEN 'surely'
         WHEN 3 THEN 'possibly'
         WHEN 4 THEN 'said'
         WHEN 5 THEN 'possibly said'
         WHEN 6 THEN 'published'
         ELSE 'possibly published'
       END AS "on",
       date, what, how, who, kind, id
FROM found
ORDER BY part, sort, date, id;
