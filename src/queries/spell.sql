-- name: spell(form)
-- title: What a written form may mean, and where it was met
-- Every actor and place that a form stands for, however it is spelled: with diacritics or none, a metonym, a family name, a
-- misspelling; then longer forms that hold it, and forms with a word that begins alike. In plain SQL `form` is the look-up key as in
-- `name.fold`: lower case, no diacritics. `met_at` is a place where the form was met, not always the first; the house form of a
-- name is ours, and has none.
-- param: form spelling - the written form
-- id: column table
-- if-room: table, kind, id
-- under: kind form, table means, id means
-- example: spell Baku
-- example: spell ERDOĞAN
SELECT CASE
         WHEN n.fold = :form THEN 'this'
         WHEN instr(' ' || n.fold || ' ', ' ' || :form || ' ') > 0 THEN 'within'
         ELSE 'alike'
       END AS match,
       n.name AS form,
       n.kind,
       coalesce(a.name, l.name) AS means,
       CASE WHEN n.actor_id IS NULL THEN 'place' ELSE 'actor' END AS "table",
       p.locator AS met_at,
       coalesce(n.actor_id, n.place_id) AS id
FROM name n
LEFT JOIN actor a ON a.id = n.actor_id
LEFT JOIN place l ON l.id = n.place_id
LEFT JOIN passages p ON p.id = n.passage_id
WHERE instr(' ' || n.fold || ' ', ' ' || :form || ' ') > 0
   OR length(:form) > 4 AND instr(' ' || n.fold, ' ' || substr(:form, 1, length(:form) - 1)) > 0 -- all but the last letter
ORDER BY CASE match WHEN 'this' THEN 1 WHEN 'within' THEN 2 ELSE 3 END, n.name, n.kind, means, p.position, id;
