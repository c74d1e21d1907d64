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
SELECT f.held, f.role, o.name AS of, f.kind, f.valid, p.locator
FROM affiliation f
LEFT JOIN actor o ON o.id = f.org_id
JOIN passages p ON p.id = f.passage_id
WHERE f.actor_id = :id
ORDER BY f.held, f.role, p.position;
-- section: Who belongs to it
SELECT a.name AS actor, f.held, f.role, f.kind, p.locator, a.id
FROM affiliation f
JOIN actor a ON a.id = f.actor_id
JOIN passages p ON p.id = f.passage_id
WHERE f.org_id = :id
ORDER BY a.id, f.held, f.role, p.position;
-- section: Events
SELECT e.date, t.role, e.title AS event, t.stance, p.speaker, p.locator, e.id
FROM participant t
JOIN event e ON e.id = t.event_id
JOIN passages p ON p.id = t.passage_id
WHERE t.actor_id = :id
ORDER BY coalesce(e.earliest, e.latest, '9999'), e.id, t.role, p.position;
-- section: What it said
SELECT q.said, q.form, coalesce(q.text, q.gist) AS words, q.medium, q.via, q.locator, q.id
FROM quotes q
JOIN passages p ON p.id = q.passage_id
WHERE q.speaker_id = :id
ORDER BY coalesce(q.said_earliest, '9999'), p.position, q.id;
-- section: What it claims
SELECT c.event, c.attribute, c.stance, c.value, c.as_written, c.locator, c.id
FROM claims c
WHERE c.speaker_id = :id
ORDER BY c.event_id, c.attribute_id, c.id;
-- section: Said about it or to it
SELECT r.relation, q.speaker, coalesce(q.text, q.gist) AS words, q.locator, q.id
FROM quote_ref r
JOIN quotes q ON q.id = r.quote_id
JOIN passages p ON p.id = q.passage_id
WHERE r.actor_id = :id
ORDER BY p.position, q.id, r.relation;
-- section: Words about it and by it (sources)
SELECT p.source_id || ':' || p.line || ':' || p.start || '-' || p.stop AS locator, words(p.source_id, p.start, p.stop, p.sha256) AS words
FROM passage p
WHERE p.id IN (
  SELECT passage_id FROM name WHERE actor_id = :id
  UNION
  SELECT passage_id FROM affiliation WHERE :id IN (actor_id, org_id)
  UNION
  SELECT passage_id FROM participant WHERE actor_id = :id
  UNION
  SELECT id FROM passage WHERE speaker_id = :id
  UNION
  SELECT q.passage_id FROM quote_ref r JOIN quote q ON q.id = r.quote_id WHERE r.actor_id = :id
)
GROUP BY p.source_id, p.line, p.start, p.stop, p.sha256
ORDER BY p.source_id, p.start, p.stop;
