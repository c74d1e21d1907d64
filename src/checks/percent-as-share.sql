-- check: percent-as-share
-- level: error
-- needs: nothing
-- Percent are stored as percent: four fifths are 80, not 0.8.
WITH number_given ("table", "row", as_written, low, high, unit) AS (
  SELECT 'claim', c.rowid, c.as_written, c.low, c.high, t.unit
  FROM claim c
  JOIN attribute t ON t.id = c.attribute_id
  WHERE c.low IS NOT NULL
    AND t.value = 'number'
  UNION ALL
  SELECT 'figure', f.rowid, f.as_written, f.low, f.high, m.unit
  FROM figure f
  JOIN measure m ON m.id = f.measure_id
)
SELECT "table", "row", 'low' AS "column",
       '''' || as_written || ''' is given as ' || coalesce(high, low) || ' percent; did you mean ' || format('%.15g', 100 * coalesce(high, low)) || '?' AS message
FROM number_given
WHERE unit = 'percent'
  AND coalesce(high, low) > 0
  AND coalesce(high, low) < 1
  AND low >= 0
  AND as_written NOT GLOB '*0[.,][0-9]*'
  AND as_written NOT GLOB '.[0-9]*'
  AND as_written NOT GLOB '* .[0-9]*'
  AND lower(as_written) NOT GLOB '*half *per*'
  AND lower(as_written) NOT GLOB '*fraction*';
