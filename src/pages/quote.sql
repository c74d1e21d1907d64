-- section: Quote
SELECT q.text, q.gist, q.speaker, q.role, q.via, q.form, q.said, q.medium, q.translated, q.source_id, q.locator, q.passage_id
FROM quotes q
WHERE q.id = :id;
-- section: Said to, about, at
SELECT r.relation, coalesce(a.name, e.title) AS what, coalesce(r.actor_id, r.event_id) AS id
FROM quote_ref r
LEFT JOIN actor a ON a.id = r.actor_id
LEFT JOIN event e ON e.id = r.event_id
WHERE r.quote_id = :id
ORDER BY r.relation, id;
-- section: The same utterance elsewhere
SELECT CASE WHEN o.id = q.continues_id THEN 'earlier part'
            WHEN o.continues_id = q.id THEN 'later part'
            ELSE 'other rendering' END AS what,
       coalesce(o.text, o.gist) AS words, o.form, o.locator, o.id
FROM quote q
JOIN quotes o ON o.id IN (q.continues_id, q.variant_of_id) OR q.id IN (o.continues_id, o.variant_of_id)
JOIN passages p ON p.id = o.passage_id
WHERE q.id = :id
ORDER BY p.position, o.id;
-- section: Its place in the document (sources)
SELECT p.source_id || ':' || p.line || ':' || p.start || '-' || p.stop AS locator, words(p.source_id, p.start, p.stop, p.sha256) AS words
FROM passage p
WHERE p.id IN (
  SELECT passage_id FROM quote WHERE id = :id
)
GROUP BY p.source_id, p.line, p.start, p.stop, p.sha256
ORDER BY p.source_id, p.start, p.stop;
