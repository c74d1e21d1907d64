-- check: omissions-overlap
-- level: error
-- needs: nothing
-- Each character of a document is left out once, for one reason.
WITH ordered AS (
  SELECT rowid AS "row", source_id, line, start, stop,
         max(stop) OVER (
           PARTITION BY source_id
           ORDER BY start
           ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
         ) AS stop_before
  FROM omission
)
SELECT 'omission' AS "table", "row", 'start' AS "column",
       'begins at ' || start || ' in ''' || source_id || ''', where an omission that begins before it lasts to ' || stop_before
         || '; join them, or cut one short' AS message
FROM ordered
WHERE start < stop_before;
