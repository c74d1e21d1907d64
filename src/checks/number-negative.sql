-- check: number-negative
-- level: error
-- needs: nothing
-- Persons, things, days and distances are counted from nought.
WITH number_given ("table", "row", low, unit) AS (
  SELECT 'claim', c.rowid, c.low, t.unit
  FROM claim c
  JOIN attribute t ON t.id = c.attribute_id
  UNION ALL
  SELECT 'figure', f.rowid, f.low, m.unit
  FROM figure f
  JOIN measure m ON m.id = f.measure_id
)
SELECT "table", "row", 'low' AS "column",
       low || ' ' || unit || ': there is no less than none' AS message
FROM number_given
WHERE low < 0
  AND unit IN ('persons', 'count', 'times', 'days', 'km', 'km2');
