-- check: initiator-is-target
-- level: error
-- needs: nothing
-- Nobody does a thing to himself: one of the two roles is another actor's, or `subject`.
SELECT 'participant' AS "table", min(t.rowid) AS "row", 'role' AS "column",
       '''' || t.actor_id || ''' is initiator (' || min(i.passage_id) || ') and target (' || min(t.passage_id) || ') of ''' || t.event_id
         || '''; one of them is another actor, or the role is subject' AS message
FROM participant t
JOIN participant i
  ON i.event_id = t.event_id
 AND i.actor_id = t.actor_id
 AND i.role = 'initiator'
WHERE t.role = 'target'
  AND t.stance <> 'denies'
  AND i.stance <> 'denies'
GROUP BY t.event_id, t.actor_id;
