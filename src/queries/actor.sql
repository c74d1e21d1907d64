-- name: actor(actor)
-- title: All about an actor: names, offices, events, words
-- What the sources tell of one actor, section by section: its written forms, its offices, who belongs to it, the events it
-- took part in by role, what it said, and what was said about it or to it, verbatim in quotation marks or by its sense.
-- param: actor actor - the actor, by id or any spelling
-- if-room: what, date, locator
-- under: what section, date section, locator text
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
  SELECT 3, 'affiliation', f.held || ' ' || f.kind, f.office, f.valid, f.held || f.role || f.position, f.locator
  FROM affiliations f
  WHERE f.actor_id = :actor
  UNION ALL
  SELECT 4, 'belongs to it', f.held || ' ' || f.kind, f.actor || ', ' || f.role, f.valid, f.actor_id || f.held || f.role || f.position, f.locator
  FROM affiliations f
  WHERE f.org_id = :actor
  UNION ALL
  SELECT 5, 'event', t.role || CASE t.stance WHEN 'asserts' THEN '' ELSE ' (' || t.stance || ')' END, e.title, e.date,
         e.position || e.id || t.role || p.position, p.locator
  FROM participant t
  JOIN events e ON e.id = t.event_id
  JOIN passages p ON p.id = t.passage_id
  WHERE t.actor_id = :actor
  UNION ALL
  SELECT 6, 'said', q.form, q.says, q.dated, coalesce(q.dated_latest, '9999') || q.position || q.id, q.locator
  FROM quotes q
  WHERE q.speaker_id = :actor
    AND q.form <> 'pull' -- which repeats another
  UNION ALL
  SELECT 7, 'said ' || CASE r.relation WHEN 'addressed_to' THEN 'to it' ELSE 'about it' END, q.speaker || ', ' || q.form, q.says,
         q.dated, coalesce(q.dated_latest, '9999') || q.position || q.id || r.relation, q.locator
  FROM quote_refs r
  JOIN quotes q ON q.id = r.quote_id
  WHERE r.actor_id = :actor
    AND q.form <> 'pull'
)
SELECT section, what, text, date, locator
FROM line
ORDER BY part, sort, what, text;
