-- check: quote-outside-marks
-- level: warning
-- needs: sources
-- Words that a document does not put in quotation marks are not verbatim speech. A quotation that is opened and never
-- closed counts by the mark beside it.
WITH marked_quote AS (
  SELECT q.rowid AS "row", q.form, p.id AS passage_id, p.source_id, p.start, p.stop
  FROM quote q
  JOIN passage p ON p.id = q.passage_id
  WHERE q.form IN ('direct', 'fragment', 'scare')
    AND slice_sha256(p.source_id, p.start, p.stop) = p.sha256 -- else the passage is at fault
)
SELECT 'quote' AS "table", m."row", 'form' AS "column",
       m.form || ', but ''' || m.passage_id || ''' stands in no quotation marks; indirect with a gist, or another range' AS message
FROM marked_quote m
WHERE NOT EXISTS (
    SELECT 1
    FROM text_quotation t
    WHERE t.source_id = m.source_id
      AND t.start <= m.start
      AND t.stop >= m.stop
  )
  AND coalesce(slice(m.source_id, max(m.start - 4, 0), m.start), '') NOT GLOB '*["“„«''‘]*'
  AND coalesce(slice(m.source_id, m.stop, min(m.stop + 6, source_chars(m.source_id))), '') NOT GLOB '*["”»''’]*';
