-- section: Place
SELECT p.name, p.kind, p.country, p.subdivision, w.name AS within, p.latitude, p.longitude, p.radius_km, p.note
FROM place p
LEFT JOIN place w ON w.id = p.within_id
WHERE p.id = :id;
-- section: Written forms
SELECT n.name, n.kind, g.locator
FROM name n
LEFT JOIN passages g ON g.id = n.passage_id
WHERE n.place_id = :id
ORDER BY n.kind, n.name, g.position;
-- section: Events there
-- if-room: status, place, id
-- under: status date, place event, id event
SELECT e.date, e.title AS event, e.status, e.place, e.id
FROM events e
WHERE e.place_id = :id
   OR EXISTS (SELECT 1 FROM place_within x WHERE x.place_id = e.place_id AND x.ancestor_id = :id)
ORDER BY e.position, e.id;
-- section: Claimed as the place of
-- if-room: stance, locator, id
-- under: stance as_written, locator speaker, id event
SELECT c.event, c.stance, c.as_written, c.speaker, c.locator, c.id
FROM claims c
WHERE c.place_id = :id
ORDER BY c.event_id, c.id;
-- section: Words about it (sources)
SELECT passage_id FROM name WHERE place_id = :id
UNION
SELECT passage_id FROM claim WHERE place_id = :id;
