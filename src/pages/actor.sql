-- section: Actor
SELECT a.name, a.gloss, a.kind, a.named, a.sector, a.country, a.standing, a.events, a.quotes, a.sources
FROM actors a
WHERE a.id = :id;
-- section: Written forms
SELECT n.name, n.kind, p.locator
FROM name n
LEFT JOIN passages p ON p.id = n.passage_id
WHERE n.actor_id = :id
ORDER BY n.kind, n.name, p.position;
-- section: Not to be confused with
SELECT coalesce(a.name, '') AS actor, l.why, a.id
FROM lookalike l
JOIN actor a ON a.id = CASE :id WHEN l.first_id THEN l.second_id ELSE l.first_id END
WHERE :id IN (l.first_id, l.second_id)
ORDER BY a.id;
-- section: Offices and ties
SELECT f.held, f.role, f.org AS of, f.kind, f.valid, f.locator
FROM affiliations f
WHERE f.actor_id = :id
ORDER BY f.held, f.role, f.position, f.org_id;
-- section: Who belongs to it
SELECT f.actor, f.held, f.role, f.kind, f.locator, f.actor_id AS id
FROM affiliations f
WHERE f.org_id = :id
ORDER BY f.actor_id, f.held, f.role, f.position;
-- section: Events
-- if-room: stance, speaker, locator, id
-- under: stance role, speaker date, locator date, id event
SELECT e.date, t.role, e.title AS event, t.stance, p.speaker, p.locator, e.id
FROM participant t
JOIN events e ON e.id = t.event_id
JOIN passages p ON p.id = t.passage_id
WHERE t.actor_id = :id
ORDER BY e.position, e.id, t.role, p.position;
-- section: What it said
-- if-room: via, form, medium, locator, id
-- under: via said, form said, medium said, locator words, id words
SELECT q.dated AS said, q.form, q.says AS words, q.medium, q.via, q.locator, q.id
FROM quotes q
WHERE q.speaker_id = :id
  AND q.form <> 'pull' -- which repeats another
ORDER BY coalesce(q.dated_latest, '9999'), q.position, q.id;
-- section: What it claims
-- if-room: stance, as_written, locator, id
-- under: stance value, as_written value, locator attribute, id event
SELECT c.event, c.attribute, c.stance, c.value, c.as_written, c.locator, c.id
FROM claims c
WHERE c.speaker_id = :id
ORDER BY c.event_id, c.attribute_id, c.id;
-- section: Claimed of it
-- if-room: locator, id
-- under: locator who, id event
SELECT c.event, c.attribute, c.told AS says, c.speaker || ', ' || c.source_id AS who, c.locator, c.id
FROM claims c
WHERE c.subject_id = :id AND c.speaker_id IS NOT :id
ORDER BY c.event_id, c.attribute_id, c.source_id, c.id;
-- section: Said about it or to it
-- if-room: form, locator, id
-- under: form relation, locator words, id words
SELECT r.relation, q.speaker, q.form, q.says AS words, q.locator, q.id
FROM quote_refs r
JOIN quotes q ON q.id = r.quote_id
WHERE r.actor_id = :id
  AND q.form <> 'pull'
ORDER BY q.position, q.id, r.relation;
-- section: Words about it and by it (sources)
SELECT passage_id FROM name WHERE actor_id = :id
UNION
SELECT passage_id FROM affiliation WHERE :id IN (actor_id, org_id)
UNION
SELECT passage_id FROM participant WHERE actor_id = :id
UNION
SELECT id FROM passage WHERE speaker_id = :id
UNION
SELECT q.passage_id FROM quote_refs r JOIN quote q ON q.id = r.quote_id WHERE r.actor_id = :id;
