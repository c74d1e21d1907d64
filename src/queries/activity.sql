-- name: activity(by, topic, from_date, to_date)
-- title: How much cooperation and conflict, period by period
-- Events that happened or go on, counted by the period in which they surely began and by quad class (verbal apart from
-- material). The row without a period counts those whose beginning is not known so sharply.
-- param: by one-of(week|month|quarter|year)? - length of a period; a week is shown by its Monday (default month)
-- param: topic topic? - only events of this storyline
-- param: from_date date? - leave out what surely began before this
-- param: to_date date? - leave out what surely began after this
-- example: activity --from 2024-12
-- example: activity --by year --topic diaspora
SELECT CASE :by
         WHEN 'year' THEN substr(e.began, 1, 4)
         WHEN 'quarter' THEN CASE WHEN length(e.began) >= 7 THEN substr(e.began, 1, 4) || '-Q' || ((substr(e.began, 6, 2) + 2) / 3) END
         WHEN 'week' THEN CASE WHEN length(e.began) = 10 THEN date(e.began, 'weekday 0', '-6 days') END
         ELSE CASE WHEN length(e.began) >= 7 THEN substr(e.began, 1, 7) END
       END AS period,
       count(CASE e.quad WHEN 1 THEN 1 END) AS verbal_cooperation,
       count(CASE e.quad WHEN 2 THEN 1 END) AS material_cooperation,
       count(CASE e.quad WHEN 3 THEN 1 END) AS verbal_conflict,
       count(CASE e.quad WHEN 4 THEN 1 END) AS material_conflict,
       count(*) - count(e.quad) AS neither,
       count(*) AS events
FROM events e
WHERE e.status IN ('happened', 'ongoing')
  AND (:topic IS NULL OR EXISTS (SELECT 1 FROM event_topic t WHERE t.event_id = e.id AND t.topic_id = :topic))
  AND (:from_date IS NULL OR e.began >= substr(:from_date, 1, length(e.began)))
  AND (:to_date IS NULL OR e.began <= :to_date || '~')
GROUP BY period
ORDER BY period IS NULL, period;
