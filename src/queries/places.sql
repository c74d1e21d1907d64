-- name: places(near, km)
-- title: Where: places with their names, radius and contested forms
-- Each place with what it lies in, its other written forms, the number of events that some source puts there or within it,
-- and the note on a contested name; `off_by` is how far from its point the place may lie. With `--near` the places whose
-- point lies within `--km` of that one (great circle; default 300), nearest first: none where the place has no point.
-- param: near place? - only places near this one
-- param: km real? - how near, in kilometres from 0; only with `--near`
-- id: place
-- if-room: off_by, kind, within, note, id
-- under: kind place, within place, note other_names, id place
-- example: places
-- example: places --near baku --km 500
WITH
  located AS (
    SELECT id AS event_id, place_id FROM event
    UNION
    SELECT event_id, place_id FROM claim WHERE attribute_id = 'place' AND stance <> 'denies'
  ),
  placed AS (
    SELECT p.*,
           CASE WHEN :near IS NOT NULL THEN
             2 * 6371 * asin(sqrt(
               power(sin(radians(p.latitude - n.latitude) / 2), 2)
               + cos(radians(n.latitude)) * cos(radians(p.latitude)) * power(sin(radians(p.longitude - n.longitude) / 2), 2)))
           END AS distance
    FROM place p
    LEFT JOIN place n ON n.id = :near
  )
SELECT p.name AS place,
       p.kind,
       w.name AS within,
       round(p.latitude, 2) AS latitude,
       round(p.longitude, 2) AS longitude,
       p.radius_km AS off_by,
       CAST(round(p.distance) AS INTEGER) AS km,
       (SELECT group_concat(name, '; ')
        FROM (SELECT DISTINCT n.name || CASE n.kind WHEN 'variant' THEN '' ELSE ' (' || n.kind || ')' END AS name
              FROM name n WHERE n.place_id = p.id AND n.kind <> 'house' ORDER BY 1)) AS other_names,
       (SELECT count(DISTINCT l.event_id)
        FROM located l
        WHERE l.place_id = p.id OR l.place_id IN (SELECT i.place_id FROM place_within i WHERE i.ancestor_id = p.id)) AS events,
       p.note,
       p.id
FROM placed p
LEFT JOIN place w ON w.id = p.within_id
WHERE :near IS NULL OR p.distance <= coalesce(:km, 300)
ORDER BY p.distance, p.name, p.id;
