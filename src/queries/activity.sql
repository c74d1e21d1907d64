-- name: activity(by, topic, from_date, to_date)
-- title: How much cooperation and conflict, period by period
-- Events that happened or go on, counted by the period in which they surely began and by quad class (verbal apart from
-- material). The row without a period counts those whose beginning is not known so sharply.
-- param: by one-of(week|month|quarter|year)? - length of a period; a week is shown by its Monday (default month)
-- param: topic topic? - only events of this storyline
-- param: from_date date? - leave out what surely began before this
-- param: to_date date? - leave out what surely began after this
-- bars: verbal_cooperation, material_cooperation, verbal_conflict, material_conflict
-- if-room: events, neither
-- example: activity --from 2024-12
-- example: activity --by year --topic diaspora
SELECT c.period,
       sum(c.verbal_cooperation) AS verbal_cooperation, sum(c.material_cooperation) AS material_cooperation,
       sum(c.verbal_conflict) AS verbal_conflict, sum(c.material_conflict) AS material_conflict,
       sum(c.neither) AS neither, count(*) AS events
FROM calendar c
JOIN events e ON e.id = c.event_id
WHERE c.unit = coalesce(:by, 'month')
  AND (:topic IS NULL OR EXISTS (SELECT 1 FROM event_topic t WHERE t.event_id = e.id AND t.topic_id = :topic))
  -- A span began by the end of the day, month or year that `began` tells, anything else by its last possible day.
  AND (:from_date IS NULL
       OR coalesce(CASE e.lasted WHEN 'yes' THEN e.began || '~' END, e.latest, '9999') >= :from_date)
  AND (:to_date IS NULL OR coalesce(e.earliest, '0000') <= :to_date || '~')
GROUP BY c.period
ORDER BY c.period IS NULL, c.period;
