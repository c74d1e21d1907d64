-- check: protected-but-named
-- level: error
-- needs: nothing
-- A source whose anonymity is protected is known by the outlet's description and by no name.
SELECT 'name' AS "table", n.rowid AS "row", 'kind' AS "column",
       '''' || a.id || ''' is protected, so it has descriptions but no ' || n.kind || ' name' AS message
FROM name n
JOIN actor a ON a.id = n.actor_id
WHERE a.standing = 'protected'
  AND n.kind NOT IN ('house', 'description');
