-- check: claim-value-kind
-- level: error
-- needs: nothing
-- An attribute takes one kind of value, or its claims cannot be compared.
WITH value_given AS (
  SELECT c.rowid AS "row", c.attribute_id,
         CASE
           WHEN c.low IS NOT NULL THEN 'number'
           WHEN c.date IS NOT NULL THEN 'date'
           WHEN c.place_id IS NOT NULL THEN 'place'
           WHEN c.actor_id IS NOT NULL THEN 'actor'
           WHEN c.code IS NOT NULL THEN 'code'
         END AS kind
  FROM claim c
  WHERE (c.low IS NOT NULL) + (c.date IS NOT NULL) + (c.place_id IS NOT NULL) + (c.actor_id IS NOT NULL) + (c.code IS NOT NULL) = 1
),
value_column (kind, name) AS (
  VALUES ('number', 'low'), ('date', 'date'), ('place', 'place_id'), ('actor', 'actor_id'), ('code', 'code')
)
SELECT 'claim' AS "table", g."row", k.name AS "column",
       'gives a ' || g.kind || ', but ''' || t.id || ''' takes a ' || t.value || coalesce(' in ' || t.unit, '') || coalesce(': ' || replace(t.codes, '|', ', '), '')
         || '; fill ' || coalesce(w.name, 'the column for it') AS message
FROM value_given g
JOIN attribute t ON t.id = g.attribute_id
JOIN value_column k ON k.kind = g.kind
LEFT JOIN value_column w ON w.kind = t.value
WHERE t.value <> g.kind;
