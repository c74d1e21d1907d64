-- check: person-not-in-text
-- level: warning
-- needs: sources
-- The house name of a person who is named stands in a document; where it is put together from parts, the rows of
-- name.csv say how the text writes it. While a document cannot be read, it may be that one.
WITH folded_text AS MATERIALIZED (
  SELECT ' ' || fold(slice(id, 0, source_chars(id))) || ' ' AS words
  FROM source
)
SELECT 'actor' AS "table", a.rowid AS "row", 'name' AS "column",
       '''' || a.name || ''' stands in no document; mend it, or add the form that was met to name.csv' AS message
FROM actor a
WHERE a.kind = 'person'
  AND a.named = 'yes'
  AND a.name IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM source s WHERE source_trouble(s.id) IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM folded_text t WHERE instr(t.words, ' ' || fold(a.name) || ' ') > 0)
  AND NOT EXISTS (
    SELECT 1
    FROM name n
    WHERE n.actor_id = a.id
      AND n.passage_id IS NOT NULL
  );
