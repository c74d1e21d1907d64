-- check: quotation-without-quote
-- level: error
-- needs: sources
-- Words in quotation marks are somebody's: they are a quote, a name that is written so, or left out on purpose.
WITH unquoted AS MATERIALIZED (
  SELECT t.source_id, t.line, t.start, t.stop, t.words, fold(t.words) AS folded,
         fold(slice(t.source_id, max(t.start - 80, 0), min(t.stop + 80, source_chars(t.source_id)))) AS surroundings
  FROM text_quotation t
  WHERE NOT EXISTS (
      SELECT 1
      FROM passage p
      JOIN quote q ON q.passage_id = p.id
      WHERE p.source_id = t.source_id
        AND p.start > t.start - 600
        AND p.start < t.stop
        AND p.stop > t.start
        AND q.text IS NOT NULL
    )
    AND coalesce((
      -- omissions do not overlap, so the last that begins before the words is the only one that can hold them
      SELECT o.stop
      FROM omission o
      WHERE o.source_id = t.source_id
        AND o.start <= t.start
      ORDER BY o.start DESC
      LIMIT 1
    ), 0) < t.stop
)
SELECT 'source' AS "table", s.rowid AS "row", 'file' AS "column",
       'line ' || u.line || ': ''' || substr(plain(u.words), 1, 60) || CASE WHEN length(plain(u.words)) > 60 THEN '…' ELSE '' END
         || ''' at ' || u.start || '-' || u.stop || ' stands in quotation marks; add a quote, a name or an omission' AS message
FROM unquoted u
JOIN source s ON s.id = u.source_id
WHERE u.folded <> ''
  AND NOT EXISTS (SELECT 1 FROM name n WHERE n.fold = u.folded)
  AND NOT EXISTS (SELECT 1 FROM name n WHERE instr(n.fold, u.folded) > 0 AND instr(u.surroundings, n.fold) > 0);
