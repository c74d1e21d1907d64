-- check: quote-differs-from-slice
-- level: error
-- needs: sources
-- A quote is verbatim: link mark-up removed, white space single, nothing else changed.
WITH RECURSIVE
differing AS MATERIALIZED (
  SELECT q.rowid AS "row", q.text, plain(slice(p.source_id, p.start, p.stop)) AS actual
  FROM quote q
  JOIN passage p ON p.id = q.passage_id
  WHERE q.text IS NOT NULL
    AND slice_sha256(p.source_id, p.start, p.stop) = p.sha256 -- else the passage is at fault
    AND plain(slice(p.source_id, p.start, p.stop)) <> q.text
),
common_start ("row", n) AS (
  SELECT "row", 0 FROM differing
  UNION ALL
  SELECT c."row", c.n + 1
  FROM common_start c
  JOIN differing d ON d."row" = c."row"
  WHERE c.n < min(length(d.text), length(d.actual))
    AND substr(d.text, c.n + 1, 1) = substr(d.actual, c.n + 1, 1)
)
SELECT 'quote' AS "table", d."row", 'text' AS "column",
       'differs from the document at character ' || (max(c.n) + 1) || ': '
         || CASE WHEN max(c.n) < length(d.text) THEN '''' || substr(d.text, max(c.n) + 1, 20) || '''' ELSE 'the end' END || ', where the document has '
         || CASE WHEN max(c.n) < length(d.actual) THEN '''' || substr(d.actual, max(c.n) + 1, 20) || '''' ELSE 'the end of the passage' END AS message
FROM differing d
JOIN common_start c ON c."row" = d."row"
GROUP BY d."row";
