-- check: area-in-km
-- level: error
-- needs: nothing
-- An area is counted in km2, a length in km.
WITH number_given ("table", "row", as_written, about, unit) AS (
  SELECT 'claim', c.rowid, c.as_written, replace(t.id, '-', ' ') || ' ' || t.label, t.unit
  FROM claim c
  JOIN attribute t ON t.id = c.attribute_id
  WHERE c.low IS NOT NULL
    AND t.value = 'number'
  UNION ALL
  SELECT 'figure', f.rowid, f.as_written, replace(m.id, '-', ' ') || ' ' || m.label, m.unit
  FROM figure f
  JOIN measure m ON m.id = f.measure_id
)
SELECT "table", "row", 'low' AS "column",
       '''' || as_written || ''' is an area, but the unit is km; use a measure in km2' AS message
FROM number_given
WHERE unit = 'km'
  AND (lower(as_written) GLOB '*square*'
    OR lower(as_written) GLOB '*sq *'
    OR lower(as_written) GLOB '*sq. *'
    OR lower(as_written) GLOB '*km2*'
    OR lower(as_written) GLOB '*km²*'
    OR lower(as_written) GLOB '*hectare*'
    OR lower(as_written) GLOB '*acre*'
    OR instr(' ' || fold(about) || ' ', ' area ') > 0);
