-- check: number-not-as-written
-- level: warning
-- needs: nothing
-- Where the text gives a single plain number, that number lies within the bounds. Read are texts that begin with it;
-- those with a second number, a vague word, a fraction or another unit than the row's are left to the curator.
WITH
number_word (word, value) AS (
  VALUES ('one', 1), ('two', 2), ('three', 3), ('four', 4), ('five', 5), ('six', 6), ('seven', 7), ('eight', 8), ('nine', 9), ('ten', 10),
         ('eleven', 11), ('twelve', 12), ('thirteen', 13), ('fourteen', 14), ('fifteen', 15), ('sixteen', 16), ('seventeen', 17),
         ('eighteen', 18), ('nineteen', 19), ('twenty', 20), ('thirty', 30), ('forty', 40), ('fifty', 50), ('sixty', 60), ('seventy', 70),
         ('eighty', 80), ('ninety', 90)
),
scale_word (word, factor) AS (
  VALUES ('dozen', 12), ('hundred', 100), ('thousand', 1000), ('million', 1000000), ('billion', 1000000000), ('trillion', 1000000000000)
),
other_unit (word) AS (
  -- a number in one of these was converted, or is a part of something
  VALUES ('mile'), ('hectare'), ('acre'), ('feet'), ('foot'), ('metre'), ('meter'), ('minute'), ('hour'), ('day'), ('week'), ('month'), ('year'),
         ('decade'), ('centur'), ('pound'), ('euro'), ('half'), ('third'), ('quarter'), ('fifth'), ('tenth'), ('times')
),
number_given ("table", "row", as_written, low, high, unit) AS (
  SELECT 'claim', c.rowid, c.as_written, c.low, c.high, t.unit
  FROM claim c
  JOIN attribute t ON t.id = c.attribute_id
  WHERE c.low IS NOT NULL
    AND c.stance <> 'denies'
    AND t.value = 'number'
  UNION ALL
  SELECT 'figure', f.rowid, f.as_written, f.low, f.high, m.unit
  FROM figure f
  JOIN measure m ON m.id = f.measure_id
  WHERE f.stance <> 'denies'
),
spaced_number AS (
  SELECT *, trim(lower(replace(replace(as_written, char(160), ' '), ', ', ' '))) || '   ' AS text
  FROM number_given
),
split AS MATERIALIZED (
  SELECT *, substr(text, 1, instr(text, ' ') - 1) AS first_word, ltrim(substr(text, instr(text, ' '))) || '   ' AS after,
         replace(rtrim(ltrim(substr(text, 1, instr(text, ' ') - 1), 'us$€£'), '%'), ',', '') AS digits
  FROM spaced_number
),
valued AS (
  SELECT *, substr(after, 1, instr(after, ' ') - 1) AS second_word,
         CASE
           WHEN digits GLOB '[0-9]*' AND digits NOT GLOB '*[^0-9.]*' AND digits NOT GLOB '*.*.*' THEN CAST(digits AS REAL)
           ELSE (SELECT w.value + 0.0 FROM number_word w WHERE w.word = first_word)
         END AS value
  FROM split
),
read AS (
  SELECT *, value * coalesce((SELECT factor FROM scale_word WHERE word = second_word), 1) AS n
  FROM valued v
  WHERE value IS NOT NULL
    AND after NOT GLOB '*[0-9]*'
    AND NOT EXISTS (SELECT 1 FROM number_word w WHERE instr(' ' || after, ' ' || w.word) > 0)
    AND NOT EXISTS (SELECT 1 FROM scale_word w WHERE instr(substr(after, instr(after, ' ')), ' ' || w.word) > 0)
    AND NOT EXISTS (SELECT 1 FROM other_unit o WHERE instr(' ' || text, ' ' || o.word) > 0 AND instr(coalesce(v.unit, ''), o.word) = 0)
    AND NOT EXISTS (
      SELECT 1
      FROM vague_word w
      WHERE instr(' ' || text, ' ' || CASE WHEN w.phrase GLOB '* [Nn]' THEN substr(w.phrase, 1, length(w.phrase) - 2) ELSE w.phrase END || ' ') > 0
    )
    AND NOT (unit = 'ratio' AND (instr(text, '%') > 0 OR instr(text, 'percent') > 0 OR instr(text, 'per cent') > 0))
)
SELECT "table", "row", 'low' AS "column",
       '''' || as_written || ''' is ' || format('%.15g', n) || ', not ' || format('%.15g', low)
         || CASE WHEN high IS NULL THEN ' or more' WHEN high <> low THEN '..' || format('%.15g', high) ELSE '' END AS message
FROM read
WHERE n < low
   OR n > high;
