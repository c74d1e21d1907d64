-- check: words-not-covered
-- level: error
-- needs: coverage
-- Every word of a document is either left out on purpose or stands in a passage that says something (account/words.sql). Told
-- are whole sentences, or the part of one that lacks a row. Where a passage cites them all the same, it cites
-- too many sentences.
WITH word AS (
  SELECT *, row_number() OVER (PARTITION BY source_id ORDER BY start) AS n
  FROM text_account
),
lacking_word AS (
  SELECT source_id, line, start, stop, sentence,
         n - row_number() OVER (PARTITION BY source_id, sentence ORDER BY start) AS run
  FROM word
  WHERE account IS NULL
),
lacking AS (
  SELECT source_id, line, min(start) AS start, max(stop) AS stop
  FROM lacking_word
  GROUP BY source_id, sentence, run
),
too_long AS MATERIALIZED (
  SELECT *
  FROM text_cited
  WHERE sentences > 2
)
SELECT 'source' AS "table", s.rowid AS "row", 'file' AS "column",
       'line ' || l.line || ': no row accounts for ' || l.start || '-' || l.stop || ' ''' || plain(slice(l.source_id, l.start, min(l.stop, l.start + 60)))
         || CASE WHEN l.stop > l.start + 60 THEN '…' ELSE '' END || '''; '
         || coalesce(
           'passage ''' || (
             SELECT min(p.passage_id)
             FROM too_long p
             WHERE p.source_id = l.source_id
               AND p.start <= l.start
               AND p.stop >= l.stop
           ) || ''' cites more than two sentences; cite at most two at once',
           'cite the sentence, or leave it out with a reason'
         ) AS message
FROM lacking l
JOIN source s ON s.id = l.source_id;
