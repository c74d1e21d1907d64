-- check: names-too-near
-- level: error
-- needs: nothing
-- Two long house names within two letters of each other are one thing entered twice, or two that will be mixed up:
-- merge them, or list them as look-alikes.
WITH
folded_name ("table", "row", id, name, folded) AS MATERIALIZED (
  SELECT 'actor', rowid, id, name, fold(name) FROM actor
  UNION ALL
  SELECT 'place', rowid, id, name, fold(name) FROM place
),
house_name AS MATERIALIZED (
  SELECT *, length(folded) AS size, length(folded) / 3 AS third
  FROM folded_name
  WHERE length(replace(folded, ' ', '')) > 5
),
size_difference (d) AS (
  -- names that differ more in length are further apart than two letters
  VALUES (0), (1), (2)
),
near_pair AS (
  SELECT a."table", a."row" AS a_row, a.id AS a_id, a.name AS a_name, b."row" AS b_row, b.id AS b_id, b.name AS b_name,
         edit_distance(a.folded, b.folded) AS distance
  FROM house_name a
  CROSS JOIN size_difference s -- CROSS: in this order, so that b is looked up by its size
  CROSS JOIN house_name b
    ON b."table" = a."table"
   AND b.size = a.size + s.d
  WHERE (s.d > 0 OR b.id > a.id)
    AND (
      -- two changes leave one third of a name untouched; to look for it is cheaper than to count the changes
      instr(b.folded, substr(a.folded, 1, a.third)) > 0
      OR instr(b.folded, substr(a.folded, a.third + 1, a.third)) > 0
      OR instr(b.folded, substr(a.folded, 2 * a.third + 1)) > 0
    )
    AND edit_distance(a.folded, b.folded) <= 2
)
SELECT n."table", CASE WHEN n.a_id < n.b_id THEN n.b_row ELSE n.a_row END AS "row", 'name' AS "column",
       '''' || CASE WHEN n.a_id < n.b_id THEN n.b_name ELSE n.a_name END || ''' is ' || CASE n.distance
         WHEN 0 THEN 'the same name as '
         WHEN 1 THEN 'one letter from '
         ELSE 'two letters from '
       END || '''' || CASE WHEN n.a_id < n.b_id THEN n.a_name ELSE n.b_name END || ''' (' || min(n.a_id, n.b_id)
         || '); merge them, or list ' || min(n.a_id, n.b_id) || ',' || max(n.a_id, n.b_id) || ' in lookalike.csv' AS message
FROM near_pair n
WHERE NOT EXISTS (
  SELECT 1
  FROM lookalike k
  WHERE k.first_id = min(n.a_id, n.b_id)
    AND k.second_id = max(n.a_id, n.b_id)
);
