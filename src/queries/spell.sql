-- name: spell(form)
-- title: What a written form may mean, and who writes it how
-- Every actor and place that a form stands for, however it is spelled: with diacritics or none, a metonym, a family name, a
-- misspelling; the other forms of the same actor or place (`also`); then longer forms that hold it, and forms with a word
-- that begins alike. `met_at` is the first place in a document where it is written so; where there is none, no document
-- writes it so. In plain SQL `form` is the look-up key as in `name.fold`: lower case, no diacritics.
-- param: form spelling - the written form
-- id: column table
-- if-room: table, kind, id
-- under: kind form, table means, id means
-- example: spell Baku
-- example: spell ERDOĞAN
WITH
  meant AS (
    SELECT DISTINCT actor_id, place_id FROM name WHERE fold = :form
  ),
  matched AS (
    SELECT n.*,
           CASE
             WHEN n.fold = :form THEN 'this'
             WHEN EXISTS (SELECT 1 FROM meant m WHERE m.actor_id = n.actor_id OR m.place_id = n.place_id) THEN 'also'
             WHEN instr(' ' || n.fold || ' ', ' ' || :form || ' ') > 0 THEN 'within'
             -- all but the last letter
             WHEN length(:form) > 4 AND instr(' ' || n.fold, ' ' || substr(:form, 1, length(:form) - 1)) > 0 THEN 'alike'
           END AS match
    FROM name n
  )
SELECT n.match,
       n.name AS form,
       n.kind,
       coalesce(a.name, l.name) AS means,
       CASE WHEN n.actor_id IS NULL THEN 'place' ELSE 'actor' END AS "table",
       p.locator AS met_at,
       coalesce(n.actor_id, n.place_id) AS id
FROM matched n
LEFT JOIN actor a ON a.id = n.actor_id
LEFT JOIN place l ON l.id = n.place_id
LEFT JOIN passages p ON p.id = n.passage_id
WHERE n.match IS NOT NULL
ORDER BY CASE n.match WHEN 'this' THEN 1 WHEN 'also' THEN 2 WHEN 'within' THEN 3 ELSE 4 END,
         means, "table", n.name, n.kind, p.position, id;
