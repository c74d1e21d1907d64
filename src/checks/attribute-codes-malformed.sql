-- check: attribute-codes-malformed
-- level: error
-- needs: nothing
-- Codes are told apart by | and graded by one dot; an empty or repeated one is a slip of the pen.
WITH listed AS (
  SELECT t.rowid AS "row", item.value AS code, count(*) AS times
  FROM attribute t, json_each('[' || replace(json_quote(t.codes), '|', '","') || ']') item
  WHERE t.codes IS NOT NULL
  GROUP BY t.rowid, item.value
)
SELECT 'attribute' AS "table", "row", 'codes' AS "column",
       CASE
         WHEN code = '' THEN 'an empty code: two | beside each other or at an end'
         WHEN times > 1 THEN '''' || code || ''' is listed ' || times || ' times'
         ELSE '''' || code || ''' is no code: a kind, or a kind, one dot and a degree'
       END AS message
FROM listed
WHERE code = ''
   OR times > 1
   OR code GLOB '*.*.*'
   OR code GLOB '.*'
   OR code GLOB '*.';
