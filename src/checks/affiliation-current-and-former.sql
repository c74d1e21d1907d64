-- check: affiliation-current-and-former
-- level: warning
-- needs: nothing
-- On one source's date an office is held or was held, not both.
WITH held_both AS (
  SELECT f.actor_id, f.org_id, f.role, p.source_id, min(CASE f.held WHEN 'former' THEN f.rowid END) AS "row",
         min(CASE f.held WHEN 'current' THEN f.passage_id END) AS current_passage_id
  FROM affiliation f
  JOIN passage p ON p.id = f.passage_id
  GROUP BY f.actor_id, f.org_id, f.role, p.source_id
  HAVING min(f.held) = 'current'
     AND max(f.held) = 'former'
)
SELECT 'affiliation' AS "table", "row", 'held' AS "column",
       'former, but ''' || current_passage_id || ''' in the same source has ''' || actor_id || ''' as current ' || role AS message
FROM held_both;
