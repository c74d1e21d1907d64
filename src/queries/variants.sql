-- name: variants(quote)
-- title: Renderings of one utterance across sources
-- A quote, its other renderings (a pull quote, a second translation) and the parts of the same interrupted utterance, side by
-- side with where they stand.
-- param: quote quote - any of the renderings
-- id: quote
-- if-room: form, translated, locator, id
-- under: form is, translated is, locator speaker
-- example: variants aliyev-not-resign
WITH original AS (
  SELECT coalesce(variant_of_id, id) AS id FROM quote WHERE id = :quote
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
JOIN original o
  ON o.id IN (q.id, q.variant_of_id, q.continues_id)
  OR q.id = (SELECT continues_id FROM quote WHERE id = o.id)
ORDER BY q.variant_of_id IS NOT NULL, q.locator, q.id;
