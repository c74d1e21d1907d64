-- name: variants(quote)
-- title: Renderings of one utterance across sources
-- A quote, its other renderings (a pull quote, a second translation) and the parts of the same interrupted utterance, side by
-- side with where they stand.
-- param: quote quote - any of the renderings
-- id: quote
-- if-room: form, translated, locator, id
-- under: form is, translated is, locator speaker
-- example: variants aliyev-not-resign
WITH RECURSIVE utterance (id) AS (
  SELECT :quote
  UNION
  SELECT o.id
  FROM utterance u
  JOIN quote q ON q.id = u.id
  JOIN quote o ON o.id IN (q.variant_of_id, q.continues_id) OR q.id IN (o.variant_of_id, o.continues_id)
)
SELECT CASE WHEN q.variant_of_id IS NOT NULL THEN 'rendering' WHEN q.continues_id IS NOT NULL THEN 'goes on' ELSE 'original' END AS "is",
       q.text AS words,
       q.gist,
       q.form,
       q.speaker || coalesce(', via ' || q.via, '') AS speaker,
       q.translated,
       q.locator,
       q.id
FROM quotes q
WHERE q.id IN (SELECT id FROM utterance)
ORDER BY q.variant_of_id IS NOT NULL, q.position, q.id;
