-- check: kin-not-person
-- level: warning
-- needs: nothing
-- Kin are people.
SELECT 'affiliation' AS "table", f.rowid AS "row", 'kind' AS "column",
       'kin, but ''' || CASE WHEN a.kind <> 'person' THEN a.id ELSE o.id END || ''' is a ' || CASE WHEN a.kind <> 'person' THEN a.kind ELSE o.kind END
         || '; another kind of tie?' AS message
FROM affiliation f
JOIN actor a ON a.id = f.actor_id
LEFT JOIN actor o ON o.id = f.org_id
WHERE f.kind = 'kin'
  AND (a.kind <> 'person' OR o.kind <> 'person');
