-- check: words-not-covered
-- level: error
-- needs: coverage
-- Every word of a document is either left out on purpose or stands in a passage that says something: one of at most two
-- sentences that evidence, a claim, quote, figure, link, participant or affiliation cites. A name alone does not say
-- anything.
WITH cited (passage_id) AS (
  SELECT passage_id FROM evidence
  UNION SELECT passage_id FROM claim
  UNION SELECT passage_id FROM quote
  UNION SELECT passage_id FROM figure
  UNION SELECT passage_id FROM event_link
  UNION SELECT passage_id FROM participant
  UNION SELECT passage_id FROM affiliation
),
short_passage ("row") AS (
  SELECT p.rowid
  FROM cited c
  JOIN passage p ON p.id = c.passage_id
  LEFT JOIN text_sentence s
    ON s.source_id = p.source_id
   AND s.start > p.start
   AND s.start < p.stop
  GROUP BY p.rowid
  HAVING count(s.start) <= 1 -- sentences that begin within: the one it begins in and at most one more
),
word AS MATERIALIZED (
  SELECT w.source_id, w.line, w.start, w.stop, w.word,
         row_number() OVER (PARTITION BY w.source_id ORDER BY w.start) AS n
  FROM text_word w
),
uncovered_word AS (
  SELECT w.*,
         w.n - row_number() OVER (PARTITION BY w.source_id, w.line ORDER BY w.start) AS run
  FROM word w
  WHERE NOT EXISTS (
      SELECT 1
      FROM passage p
      WHERE p.source_id = w.source_id
        AND p.start > w.start - 600
        AND p.start <= w.start
        AND p.stop >= w.stop
        AND p.rowid IN (SELECT "row" FROM short_passage)
    )
    AND coalesce((
      -- omissions do not overlap, so the last that begins before the word is the only one that can hold it
      SELECT o.stop
      FROM omission o
      WHERE o.source_id = w.source_id
        AND o.start <= w.start
      ORDER BY o.start DESC
      LIMIT 1
    ), 0) < w.stop
),
uncovered_run AS (
  SELECT source_id, line, min(start) AS start, max(stop) AS stop, count(*) AS words
  FROM uncovered_word
  GROUP BY source_id, line, run
  HAVING max(word GLOB '*[^0-9]*') = 1
)
SELECT 'source' AS "table", s.rowid AS "row", 'file' AS "column",
       'line ' || r.line || ': no row accounts for ' || r.start || '-' || r.stop || ' ''' || plain(slice(r.source_id, r.start, min(r.stop, r.start + 60)))
         || CASE WHEN r.stop > r.start + 60 THEN '…' ELSE '' END || '''; cite the sentence, or leave it out with a reason' AS message
FROM uncovered_run r
JOIN source s ON s.id = r.source_id;
