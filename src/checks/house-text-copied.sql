-- check: house-text-copied
-- level: warning
-- needs: sources
-- House text is in our own words: nine words in a row that also stand in a document are copied from it.
WITH
house_text ("table", "row", "column", text) AS (
  SELECT 'event', rowid, 'title', title FROM event
  UNION ALL
  SELECT 'event', rowid, 'summary', summary FROM event
  UNION ALL
  SELECT 'actor', rowid, 'gloss', gloss FROM actor
  UNION ALL
  SELECT 'place', rowid, 'note', note FROM place
  UNION ALL
  SELECT 'quote', rowid, 'gist', gist FROM quote
  UNION ALL
  SELECT 'claim', rowid, 'note', note FROM claim
  UNION ALL
  SELECT 'omission', rowid, 'note', note FROM omission
  UNION ALL
  SELECT 'lookalike', rowid, 'why', why FROM lookalike
  UNION ALL
  SELECT 'source', rowid, 'note', note FROM source
),
house_run AS (
  -- one row per word of house text, with the eight that follow it
  SELECT t."table", t."row", t."column", word.key AS n,
         group_concat(word.value, ' ') OVER nine AS words,
         count(*) OVER nine AS size
  FROM house_text t, json_each('[' || replace(json_quote(fold(t.text)), ' ', '","') || ']') word
  WHERE t.text IS NOT NULL
  WINDOW nine AS (PARTITION BY t."table", t."row", t."column" ORDER BY word.key ROWS BETWEEN CURRENT ROW AND 8 FOLLOWING)
),
document_run AS (
  -- the same of every document
  SELECT s.id AS source_id, word.key AS n,
         group_concat(word.value, ' ') OVER nine AS words,
         count(*) OVER nine AS size
  FROM source s, json_each('[' || replace(json_quote(fold(plain(slice(s.id, 0, source_chars(s.id))))), ' ', '","') || ']') word
  WHERE source_chars(s.id) > 0
  WINDOW nine AS (PARTITION BY s.id ORDER BY word.key ROWS BETWEEN CURRENT ROW AND 8 FOLLOWING)
),
copied AS (
  SELECT h."table", h."row", h."column", d.source_id, h.words, h.n,
         row_number() OVER (PARTITION BY h."table", h."row", h."column" ORDER BY h.n, d.source_id) AS place
  FROM house_run h
  JOIN (SELECT DISTINCT source_id, words FROM document_run WHERE size = 9) d ON d.words = h.words
  WHERE h.size = 9
)
SELECT "table", "row", "column",
       'nine words in a row stand in ''' || source_id || ''' too: ''' || words || '''; say it in other words' AS message
FROM copied
WHERE place = 1;
