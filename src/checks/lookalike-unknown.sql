-- check: lookalike-unknown
-- level: error
-- needs: nothing
-- Look-alikes are two actors or two places; no foreign key can say so.
WITH
known (id, what) AS (
  SELECT id, 'actor' FROM actor
  UNION ALL
  SELECT id, 'place' FROM place
),
end_given AS (
  SELECT rowid AS "row", 'first_id' AS "column", first_id AS id FROM lookalike
  UNION ALL
  SELECT rowid, 'second_id', second_id FROM lookalike
),
unknown AS MATERIALIZED (
  SELECT "row", "column", id
  FROM end_given
  WHERE id NOT IN (SELECT id FROM known)
),
near AS (
  -- one row per unknown id and known one a few letters from it, the nearest first
  SELECT u."row", u."column", k.id,
         row_number() OVER (PARTITION BY u."row", u."column" ORDER BY edit_distance(k.id, u.id), k.id) AS place
  FROM unknown u
  JOIN known k ON edit_distance(k.id, u.id) <= 3
)
SELECT 'lookalike' AS "table", u."row", u."column",
       'no actor or place ''' || u.id || '''' || coalesce('; near: ' || n.id, '') AS message
FROM unknown u
LEFT JOIN near n ON n."row" = u."row" AND n."column" = u."column" AND n.place = 1
UNION ALL
SELECT 'lookalike', k.rowid, 'second_id',
       '''' || k.first_id || ''' and ''' || k.second_id || ''' are an actor and a place; only two of one table can be mixed up'
FROM lookalike k
WHERE k.first_id IN (SELECT id FROM known)
  AND k.second_id IN (SELECT id FROM known)
  AND NOT EXISTS (
    SELECT 1
    FROM known a
    JOIN known b ON b.what = a.what
    WHERE a.id = k.first_id
      AND b.id = k.second_id
  );
