-- check: claim-code-unknown
-- level: error
-- needs: nothing
-- A code is one of its attribute's list. A denial may name the kind alone: denying `a` denies every `a.b`.
WITH unknown AS (
  SELECT c.rowid AS "row", c.code, t.id AS attribute_id, t.codes
  FROM claim c
  JOIN attribute t ON t.id = c.attribute_id
  WHERE t.value = 'code'
    AND c.code IS NOT NULL
    AND instr('|' || t.codes || '|', '|' || c.code || '|') = 0
    AND NOT (c.stance = 'denies' AND instr('|' || t.codes, '|' || c.code || '.') > 0)
),
near AS (
  -- one row per unknown code and listed code, the nearest first: one that holds it, then one a few letters from it
  SELECT u."row", listed.value AS code,
         row_number() OVER (
           PARTITION BY u."row"
           ORDER BY instr(listed.value, u.code) = 0, edit_distance(listed.value, u.code), listed.value
         ) AS place
  FROM unknown u, json_each('[' || replace(json_quote(u.codes), '|', '","') || ']') listed
),
nearest AS (
  SELECT "row", group_concat(code, ', ') AS codes
  FROM (SELECT * FROM near WHERE place <= 3 ORDER BY "row", place)
  GROUP BY "row"
)
SELECT 'claim' AS "table", u."row", 'code' AS "column",
       '''' || u.code || ''' is no code of ''' || u.attribute_id || '''; near: ' || n.codes
         || '; all: samur sql "SELECT codes FROM attribute WHERE id = ''' || u.attribute_id || '''"' AS message
FROM unknown u
JOIN nearest n ON n."row" = u."row";
