-- name: actor(actor)
-- title: All about an actor: names, offices, events, words
-- What the sources tell of one actor, section by section: its written forms, its offices, the events it took part in by
-- role, what it said, and what was said about it or to it.
-- param: actor actor - the actor, by id or any spelling
-- example: actor aliyev-ilham
WITH line AS (
  SELECT 1 AS part, 'actor' AS section, a.kind AS what, a.name || coalesce(': ' || a.gloss, '') AS text,
         NULL AS date, '' AS sort, NULL AS locator
  FROM actor a
  WHERE a.id = :actor
  UNION ALL
  SELECT 2, 'name', n.kind, n.name, NULL, n.kind || n.name || coalesce(p.position, ''), p.locator
  FROM name n
  LEFT JOIN passages p ON p.id = n.passage_id
  WHERE n.actor_id = :actor
  UNION ALL
  SELECT 3, 'affiliation', f.held || ' ' || f.kind, f.role || coalesce(', ' || o.name, ''), f.valid,
         f.held || f.role || p.position, p.locator
  FROM affiliation f
  LEFT JOIN actor o ON o.id = f.org_id
  JOIN passages p ON p.id = f.passage_id
  WHERE f.actor_id = :actor
  UNION ALL
  SELECT 4, 'event', t.role || CASE t.stance WHEN 'asserts' THEN '' ELSE ' (' || t.stance || ')' END, e.title, e.date,
         coalesce(e.earliest, e.latest, '9999') || e.id || t.role || p.position, p.locator
  FROM participant t
  JOIN event e ON e.id = t.event_id
  JOIN passages p ON p.id = t.passage_id
  WHERE t.actor_id = :actor
  UNION ALL
  SELECT 5, 'said', q.form, coalesce(q.text, q.gist), q.said, coalesce(q.said_earliest, '9999') || p.position || q.id, q.locator
  FROM quotes q
  JOIN passages p ON p.id = q.passage_id
  WHERE q.speaker_id = :actor
  UNION ALL
  SELECT 6, 'said ' || CASE r.relation WHEN 'addressed_to' THEN 'to it' ELSE 'about it' END, q.speaker,
         coalesce(q.text, q.gist), q.said, coalesce(q.said_earliest, '9999') || p.position || q.id || r.relation, q.locator
  FROM quote_ref r
  JOIN quotes q ON q.id = r.quote_id
  JOIN passages p ON p.id = q.passage_id
  WHERE r.actor_id = :actor
)
SELECT section, what, text, date, locator
FROM line
ORDER BY part, sort, what, text;
