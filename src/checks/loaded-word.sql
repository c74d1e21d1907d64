-- check: loaded-word
-- level: error
-- needs: nothing
-- House text is neutral: a word that judges, presupposes or boasts belongs to whoever said it. What is verbatim
-- (quote.text, as_written) is free.
WITH house_text ("table", "row", "column", text) AS (
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
),
folded_text AS MATERIALIZED (
  SELECT "table", "row", "column", ' ' || fold(text) || ' ' AS words
  FROM house_text
  WHERE text IS NOT NULL
),
folded_word AS MATERIALIZED (
  SELECT word, why, ' ' || fold(word) || ' ' AS words
  FROM loaded_word
  WHERE fold(word) <> ''
)
SELECT t."table", t."row", t."column",
       '''' || w.word || ''' is loaded (' || w.why || '); it belongs in a quote or a claim with its speaker' AS message
FROM folded_text t
JOIN folded_word w ON instr(t.words, w.words) > 0;
