-- name: dyad(one, other, by)
-- title: Cooperation and conflict between two actors over time
-- Events that happened or go on and in which both took part, counted by the period in which they surely began and by quad
-- class (verbal apart from material). With a state counts whoever bears its country. The row without a period counts events
-- whose beginning is not known so sharply.
-- param: one actor - an actor
-- param: other actor - the other
-- param: by one-of(month|quarter|year)? - length of a period (default month)
-- example: dyad russia azerbaijan
-- example: dyad armenia azerbaijan --by year
WITH side (n, id) AS (
  SELECT 1, a.id FROM actor a JOIN actor x ON x.id = :one AND (a.id = x.id OR x.kind = 'state' AND a.country = x.country)
  UNION
  SELECT 2, a.id FROM actor a JOIN actor x ON x.id = :other AND (a.id = x.id OR x.kind = 'state' AND a.country = x.country)
)
SELECT CASE :by
         WHEN 'year' THEN substr(e.began, 1, 4)
         WHEN 'quarter' THEN CASE WHEN length(e.began) >= 7 THEN substr(e.began, 1, 4) || '-Q' || ((substr(e.began, 6, 2) + 2) / 3) END
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
  AND EXISTS (SELECT 1 FROM participant t JOIN side s ON s.id = t.actor_id AND s.n = 1 WHERE t.event_id = e.id)
  AND EXISTS (SELECT 1 FROM participant t JOIN side s ON s.id = t.actor_id AND s.n = 2 WHERE t.event_id = e.id)
GROUP BY period
ORDER BY period IS NULL, period;
