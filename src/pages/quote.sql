-- section: Quote
SELECT q.text, q.gist, q.speaker, q.role, q.via, q.form, q.said, q.medium, q.translated, q.source_id, q.locator, q.passage_id
FROM quotes q
WHERE q.id = :id;
-- section: Said to, about, at
SELECT r.relation, coalesce(a.name, e.title) AS what, coalesce(r.actor_id, r.event_id) AS id
FROM quote_refs r
LEFT JOIN actor a ON a.id = r.actor_id
LEFT JOIN event e ON e.id = r.event_id
WHERE r.quote_id = :id
ORDER BY r.relation, id;
-- section: The same utterance elsewhere
WITH RECURSIVE utterance (id) AS (
  SELECT :id
  UNION
  SELECT o.id
  FROM utterance u
  JOIN quote q ON q.id = u.id
  JOIN quote o ON o.id IN (q.variant_of_id, q.continues_id) OR q.id IN (o.variant_of_id, o.continues_id)
)
SELECT CASE WHEN q.variant_of_id IS NOT NULL THEN 'rendering' WHEN q.continues_id IS NOT NULL THEN 'goes on' ELSE 'original' END AS "is",
       q.says AS words, q.form, q.locator, q.id
FROM quotes q
WHERE q.id IN (SELECT id FROM utterance) AND q.id <> :id
ORDER BY q.position, q.id;
-- section: Its place in the document (sources)
SELECT passage_id FROM quote WHERE id = :id;
