-- section: Passage
SELECT p.locator, p.speaker, p.via, p.voice, g.part, s.title, s.author, s.publisher, s.file, p.source_id, p.id
FROM passages p
JOIN passage g ON g.id = p.id
JOIN source s ON s.id = p.source_id
WHERE p.id = :id;
-- section: Its words (sources)
SELECT id FROM passage WHERE id = :id;
-- section: Events it tells of
SELECT v.stance, e.date, e.title AS event, e.id
FROM evidence v
JOIN events e ON e.id = v.event_id
WHERE v.passage_id = :id
ORDER BY e.position, e.id;
-- section: What it says of them
-- if-room: subject, id
-- under: subject attribute, id event
SELECT c.event, c.attribute, c.subject, c.told AS says, c.id
FROM claims c
WHERE c.passage_id = :id
ORDER BY c.event, c.attribute, c.subject, c.id;
-- section: Quotes
SELECT q.form, q.text, q.gist, q.said, q.id
FROM quotes q
WHERE q.passage_id = :id
ORDER BY q.id;
-- section: Figures
SELECT f.measure, f.subject, f.counterpart, f.item, f.says, f.as_written, f.period, f.id
FROM figures f
WHERE f.passage_id = :id
ORDER BY f.measure, f.id;
-- section: Who takes part
SELECT t.stance, t.role, a.name AS actor, e.title AS event, a.id
FROM participant t
JOIN actor a ON a.id = t.actor_id
JOIN event e ON e.id = t.event_id
WHERE t.passage_id = :id
ORDER BY e.title, t.role, a.name, a.id;
-- section: What it ties together
SELECT k.from_event, k.kind, k.to_event, k.stance
FROM links k
WHERE k.passage_id = :id
ORDER BY k.from_event, k.kind, k.to_event;
-- section: Offices and names met here
SELECT a.name AS of_whom, f.role AS what, o.name AS body, a.id
FROM affiliation f
JOIN actor a ON a.id = f.actor_id
LEFT JOIN actor o ON o.id = f.org_id
WHERE f.passage_id = :id
UNION ALL
SELECT coalesce(a.name, l.name), n.name, NULL, coalesce(a.id, l.id)
FROM name n
LEFT JOIN actor a ON a.id = n.actor_id
LEFT JOIN place l ON l.id = n.place_id
WHERE n.passage_id = :id
ORDER BY 1, 2, 4;
