-- check: omission-furniture-quoted
-- level: warning
-- needs: sources
-- Furniture counts as no content at all, so what somebody says must not hide in it. A mark that is not closed opens no pair.
WITH quoted AS (
  SELECT o.rowid AS "row", t.source_id, min(t.start) AS start, t.stop, t.words
  FROM omission o
  JOIN text_quotation t
    ON t.source_id = o.source_id
   AND t.start > o.start
   AND t.start < o.stop
   AND t.stop < o.stop
  WHERE o.reason = 'furniture'
    AND slice(t.source_id, t.stop, t.stop + 1) IN ('”', '"', '’', '''')
    AND fold(t.words) <> ''
  GROUP BY o.rowid
)
SELECT 'omission' AS "table", "row", 'reason' AS "column",
       'left out as furniture, but ''' || substr(plain(words), 1, 60) || CASE WHEN length(plain(words)) > 60 THEN '…' ELSE '' END
         || ''' at ' || start || '-' || stop || ' in it stands in quotation marks; cite what somebody says, or give another reason' AS message
FROM quoted;
