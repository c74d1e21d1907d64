-- name: dyad(one, other, by)
-- title: Cooperation and conflict between two actors over time
-- Events that happened or go on between the two: what one did with or to the other, what both were parties to, and visits;
-- where one of them only mediated, or was only spoken of, it is not between them. Counted by the period in which they surely
-- began and by quad class (verbal apart from material). With a state counts whoever bears its country. The row without a
-- period counts events whose beginning is not known so sharply. An actor and itself give nothing.
-- param: one actor - an actor
-- param: other actor - the other
-- param: by one-of(month|quarter|year)? - length of a period (default month)
-- bars: verbal_cooperation, material_cooperation, verbal_conflict, material_conflict
-- if-room: events, neither
-- example: dyad russia azerbaijan
-- example: dyad armenia azerbaijan --by year
WITH
  took_part AS (
    SELECT s.side_id, t.event_id, t.actor_id, t.role
    FROM sides s
    JOIN participant t ON t.actor_id = s.actor_id
    WHERE s.side_id IN (:one, :other)
  ),
  between_them AS (
    SELECT DISTINCT a.event_id
    FROM took_part a
    JOIN took_part b ON b.event_id = a.event_id AND b.side_id <> a.side_id AND b.actor_id <> a.actor_id
    WHERE a.role = 'initiator' AND b.role NOT IN ('mediator', 'subject')
       OR a.role = 'party' AND b.role = 'party'
       OR a.role = 'host' AND b.role IN ('party', 'subject')
  )
SELECT c.period,
       sum(c.verbal_cooperation) AS verbal_cooperation, sum(c.material_cooperation) AS material_cooperation,
       sum(c.verbal_conflict) AS verbal_conflict, sum(c.material_conflict) AS material_conflict,
       sum(c.neither) AS neither, count(*) AS events
FROM calendar c
JOIN between_them b ON b.event_id = c.event_id
WHERE c.unit = coalesce(:by, 'month')
GROUP BY c.period
ORDER BY c.period IS NULL, c.period;
