-- check: quotation-partly-quoted
-- level: warning
-- needs: sources
-- A quotation of which only a part is kept has lost words, and the rest may change the sense.
WITH quoted_passage AS MATERIALIZED (
  SELECT DISTINCT t.source_id, t.start AS quotation_start, t.stop AS quotation_stop, p.start, p.stop
  FROM text_quotation t
  JOIN passage p
    ON p.source_id = t.source_id
   AND p.start > t.start - 600
   AND p.start < t.stop
   AND p.stop > t.start
  JOIN quote q ON q.passage_id = p.id
  WHERE q.text IS NOT NULL
),
word_in_quotation AS (
  SELECT w.source_id, k.quotation_start, w.line, w.start, w.stop,
         max(k.start <= w.start AND k.stop >= w.stop) AS kept
  FROM quoted_passage k
  JOIN text_word w
    ON w.source_id = k.source_id
   AND w.start >= k.quotation_start
   AND w.stop <= k.quotation_stop
  GROUP BY w.source_id, k.quotation_start, w.start
),
lost AS (
  SELECT source_id, quotation_start, min(line) AS line, min(start) AS start, max(stop) AS stop
  FROM word_in_quotation
  WHERE kept = 0
  GROUP BY source_id, quotation_start
)
SELECT 'source' AS "table", s.rowid AS "row", 'file' AS "column",
       'line ' || l.line || ': of the quotation that begins at ' || l.quotation_start || ' no quote keeps the words from ' || l.start || ' to ' || l.stop
         || ' ''' || plain(slice(l.source_id, l.start, min(l.stop, l.start + 60))) || CASE WHEN l.stop > l.start + 60 THEN '…' ELSE '' END || '''' AS message
FROM lost l
JOIN source s ON s.id = l.source_id;
