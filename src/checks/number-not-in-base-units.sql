-- check: number-not-in-base-units
-- level: error
-- needs: nothing
-- Numbers are stored in full: three million dollars are 3000000 USD, or sums and comparisons go wrong by a factor.
WITH
scale_word (word, pattern, factor) AS (
  VALUES ('thousand', '*[ 0-9]thousand[ s]*', 1000.0),
         ('million', '*[ 0-9]million[ s]*', 1000000.0),
         ('million', '*[0-9]m *', 1000000.0),
         ('million', '*[0-9]mln *', 1000000.0),
         ('billion', '*[ 0-9]billion[ s]*', 1000000000.0),
         ('billion', '*[0-9]bn *', 1000000000.0),
         ('trillion', '*[ 0-9]trillion[ s]*', 1000000000000.0)
),
number_given ("table", "row", as_written, low, high, unit) AS (
  SELECT 'claim', c.rowid, c.as_written, c.low, c.high, t.unit
  FROM claim c
  JOIN attribute t ON t.id = c.attribute_id
  WHERE c.low IS NOT NULL
    AND t.value = 'number'
  UNION ALL
  SELECT 'figure', f.rowid, f.as_written, f.low, f.high, m.unit
  FROM figure f
  JOIN measure m ON m.id = f.measure_id
),
scaled AS (
  -- the largest number that the row allows, against the smallest scale its text names; a fraction of a million may be small
  SELECT g."table", g."row", g.as_written, g.low, g.high, g.unit, w.word,
         min(CASE
           WHEN lower(g.as_written) GLOB '*0.[0-9]*' OR instr(lower(g.as_written), 'half') OR instr(lower(g.as_written), 'quarter')
             OR instr(lower(g.as_written), 'third') THEN w.factor / 100
           ELSE w.factor
         END) AS least
  FROM number_given g
  JOIN scale_word w ON ' ' || lower(g.as_written) || ' ' GLOB w.pattern
  WHERE g.unit NOT IN ('percent', 'ratio')
    AND instr(g.unit, w.word) = 0
    AND (w.pattern <> '*[0-9]m *' OR g.unit = 'USD') -- elsewhere m is a metre
  GROUP BY g."table", g."row"
)
SELECT "table", "row", 'low' AS "column",
       '''' || as_written || ''' is given as ' || format('%.15g', coalesce(high, low)) || ' ' || unit || '; write the ' || word || 's out' AS message
FROM scaled
WHERE coalesce(high, low) < least;
