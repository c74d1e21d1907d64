-- name: dyad(one, other, by)
-- title: Cooperation and conflict between two actors over time
-- Events that happened or go on and in which both took part, counted by the period in which they surely began and by quad
-- class (verbal apart from material). With a state counts whoever bears its country. The row without a period counts events
-- whose beginning is not known so sharply.
-- param: one actor - an actor
-- param: other actor - the other
-- param: by one-of(month|quarter|year)? - length of a period (default month)
-- bars: verbal_cooperation, material_cooperation, verbal_conflict, material_conflict
-- if-room: events, neither
-- example: dyad russia azerbaijan
-- example: dyad armenia azerbaijan --by year
WITH side (n, id) AS (
  SELECT 1, a.id FROM actor a JOIN actor x ON x.id = :one AND (a.id = x.id OR x.kind = 'state' AND a.country = x.country)
  UNION
  SELECT 2, a.id FROM actor a JOIN actor x ON x.id = :other AND (a.id = x.id OR x.kind = 'state' AND a.country = x.country)
)
SELECT c.period,
       sum(c.verbal_cooperation) AS verbal_cooperation, sum(c.material_cooperation) AS material_cooperation,
       sum(c.verbal_conflict) AS verbal_conflict, sum(c.material_conflict) AS material_conflict,
       sum(c.neither) AS neither, count(*) AS events
FROM calendar c
WHERE c.unit = coalesce(:by, 'month')
  AND EXISTS (SELECT 1 FROM participant t JOIN side s ON s.id = t.actor_id AND s.n = 1 WHERE t.event_id = c.event_id)
  AND EXISTS (SELECT 1 FROM participant t JOIN side s ON s.id = t.actor_id AND s.n = 2 WHERE t.event_id = c.event_id)
GROUP BY c.period
ORDER BY c.period IS NULL, c.period;
