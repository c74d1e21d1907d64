-- check: vague-number
-- level: error
-- needs: nothing
-- Vague words stand for the interval that the table vague_word gives them, so that two claims are compared by what they
-- say and not by who entered them. Read are a phrase alone (dozens; several hundred) and a phrase with one number (at
-- least two; over 1.2 million); ranges, fractions, negations and other units than the row's are left to the curator.
WITH
number_word (word, value) AS (
  VALUES ('one', 1), ('two', 2), ('three', 3), ('four', 4), ('five', 5), ('six', 6), ('seven', 7), ('eight', 8), ('nine', 9), ('ten', 10),
         ('eleven', 11), ('twelve', 12), ('thirteen', 13), ('fourteen', 14), ('fifteen', 15), ('sixteen', 16), ('seventeen', 17),
         ('eighteen', 18), ('nineteen', 19), ('twenty', 20), ('thirty', 30), ('forty', 40), ('fifty', 50), ('sixty', 60), ('seventy', 70),
         ('eighty', 80), ('ninety', 90)
),
scale_word (word, factor) AS (
  VALUES ('dozen', 12), ('dozens', 12), ('hundred', 100), ('hundreds', 100), ('thousand', 1000), ('thousands', 1000),
         ('million', 1000000), ('millions', 1000000), ('billion', 1000000000), ('billions', 1000000000), ('trillion', 1000000000000)
),
other_unit (word) AS (
  -- a number in one of these was converted, or is a part of something
  VALUES ('mile'), ('hectare'), ('acre'), ('feet'), ('foot'), ('metre'), ('meter'), ('minute'), ('hour'), ('day'), ('week'), ('month'), ('year'),
         ('decade'), ('centur'), ('pound'), ('euro'), ('half'), ('third'), ('quarter'), ('fifth'), ('tenth'), ('times')
),
phrase AS (
  SELECT phrase, low, high, rule, CASE WHEN phrase GLOB '* [Nn]' THEN substr(phrase, 1, length(phrase) - 2) ELSE phrase END AS lead
  FROM vague_word
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
  -- lower case, single words between spaces
  SELECT *, ' ' || trim(lower(replace(replace(replace(replace(as_written, char(160), ' '), ', ', ' '), '(', ' '), ')', ' '))) || ' ' AS text
  FROM number_given
),
met AS MATERIALIZED (
  -- one row per number and phrase in it, with the three words that follow
  SELECT n.*, v.phrase, v.lead, v.low AS phrase_low, v.high AS phrase_high, v.rule,
         substr(n.text, 1, instr(n.text, ' ' || v.lead || ' ')) AS before,
         ltrim(substr(n.text, instr(n.text, ' ' || v.lead || ' ') + length(v.lead) + 2)) || '   ' AS after
  FROM spaced_number n
  JOIN phrase v ON instr(n.text, ' ' || v.lead || ' ') > 0
),
met_1 AS MATERIALIZED (
  SELECT *, substr(after, 1, instr(after, ' ') - 1) AS first_word, ltrim(substr(after, instr(after, ' ') + 1)) || '   ' AS after_1
  FROM met
),
met_2 AS MATERIALIZED (
  SELECT *, substr(after_1, 1, instr(after_1, ' ') - 1) AS second_word, ltrim(substr(after_1, instr(after_1, ' ') + 1)) || '   ' AS after_2
  FROM met_1
),
met_3 AS MATERIALIZED (
  SELECT *, substr(after_2, 1, instr(after_2, ' ') - 1) AS third_word,
         replace(rtrim(ltrim(first_word, 'us$€£'), '%'), ',', '') AS digits
  FROM met_2
),
valued AS MATERIALIZED (
  SELECT *,
         CASE
           WHEN digits GLOB '[0-9]*' AND digits NOT GLOB '*[^0-9.]*' AND digits NOT GLOB '*.*.*' THEN CAST(digits AS REAL)
           WHEN first_word IN ('a', 'an') AND second_word IN (SELECT word FROM scale_word) THEN 1.0
           ELSE (SELECT w.value + 0.0 FROM number_word w WHERE w.word = first_word)
         END AS value,
         CASE
           WHEN rule IS NOT NULL THEN
             coalesce((SELECT factor FROM scale_word WHERE word = second_word), 1)
             * CASE
                 WHEN second_word IN (SELECT word FROM scale_word) THEN coalesce((SELECT factor FROM scale_word WHERE word = third_word), 1)
                 ELSE 1
               END
           WHEN first_word = 'of' THEN coalesce((SELECT factor FROM scale_word WHERE word = second_word), 1)
           ELSE coalesce((SELECT factor FROM scale_word WHERE word = first_word), 1)
         END AS factor
  FROM met_3
),
read AS (
  SELECT *,
         row_number() OVER (PARTITION BY "table", "row" ORDER BY length(lead) DESC, phrase) AS place,
         max(rule IS NOT NULL AND (
           value IS NULL
           OR second_word IN ('to', 'or', 'and', '-', '–')
           OR third_word IN ('to', 'or', 'and', '-', '–')
           OR second_word IN (SELECT word FROM number_word)
           OR third_word IN (SELECT word FROM number_word)
         )) OVER (PARTITION BY "table", "row") AS unreadable
  FROM valued
  WHERE NOT (before GLOB '* no ' OR before GLOB '* not ' OR before GLOB '* not even ' OR before GLOB '* never ')
    AND NOT (rule IS NULL AND value IS NOT NULL) -- "some 600,000" is no "some"
),
counted AS (
  -- counts step by one; of money, shares, lengths and times "over N" begins at N
  SELECT *, value * factor AS n,
         unit NOT IN ('USD', 'percent', 'ratio', 'km', 'km2')
           AND NOT EXISTS (SELECT 1 FROM other_unit o WHERE instr(unit, o.word) > 0)
           AND value * factor = CAST(value * factor AS INTEGER) AS is_count
  FROM read
  WHERE place = 1
    AND unreadable = 0
    AND NOT EXISTS (SELECT 1 FROM other_unit o WHERE instr(text, ' ' || o.word) > 0 AND instr(coalesce(unit, ''), o.word) = 0)
    AND NOT (unit = 'ratio' AND (instr(text, '%') > 0 OR instr(text, 'percent') > 0 OR instr(text, 'per cent') > 0))
),
expected AS (
  SELECT *,
         CASE rule
           WHEN 'above' THEN n + is_count
           WHEN 'at-least' THEN n
           WHEN 'up-to' THEN 0
           WHEN 'about' THEN 0.9 * n
           WHEN 'almost' THEN 0.95 * n
           ELSE phrase_low * factor
         END AS expected_low,
         CASE rule
           WHEN 'up-to' THEN n
           WHEN 'about' THEN 1.1 * n
           WHEN 'almost' THEN n
           WHEN 'above' THEN NULL
           WHEN 'at-least' THEN NULL
           ELSE phrase_high * factor
         END AS expected_high,
         -- bounds may be rounded to whole counts
         CASE
           WHEN rule IN ('about', 'almost') THEN max(CASE WHEN is_count THEN 0.999 ELSE 0 END, 0.005 * n)
           ELSE 0
         END AS slack
  FROM counted
),
compared AS (
  SELECT *,
         abs(low - expected_low) <= slack OR (rule IS 'above' AND NOT is_count AND low BETWEEN n AND n + 1) AS fits_low,
         CASE
           WHEN expected_high IS NULL THEN high IS NULL OR (unit = 'percent' AND high = 100)
           ELSE coalesce(abs(high - expected_high) <= slack, 0)
         END AS fits_high
  FROM expected
)
SELECT "table", "row",
       CASE WHEN fits_low THEN 'high' ELSE 'low' END AS "column",
       '''' || as_written || ''' means ' || format('%.15g', expected_low) || CASE WHEN expected_high IS NULL THEN ' or more' ELSE '..' || format('%.15g', expected_high) END
         || ' (' || phrase || ' in vague_word), not ' || format('%.15g', low) || CASE WHEN high IS NULL THEN ' or more' ELSE '..' || format('%.15g', high) END AS message
FROM compared
WHERE NOT (fits_low AND fits_high);
