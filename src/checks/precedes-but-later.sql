-- check: precedes-but-later
-- level: error
-- needs: nothing
-- What precedes something does not begin after its end.
SELECT 'event_link' AS "table", k.rowid AS "row", 'kind' AS "column",
       '''' || f.id || ''' began on ' || f.earliest || ' or later, but ''' || t.id || ''' was over by ' || t.latest
         || ', so it cannot precede it; turn the link round' AS message
FROM event_link k
JOIN event f ON f.id = k.from_id
JOIN event t ON t.id = k.to_id
WHERE k.kind = 'precedes'
  AND k.stance <> 'denies'
  AND f.earliest > t.latest;
