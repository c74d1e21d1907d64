-- check: part-before-whole
-- level: error
-- needs: nothing
-- A whole begins with its first part.
SELECT 'event_link' AS "table", k.rowid AS "row", 'to_id' AS "column",
       'the part ''' || f.id || ''' was over by ' || f.latest || ', but ''' || t.id || ''' began on ' || t.earliest
         || ' or later; date the whole to hold all its parts' AS message
FROM event_link k
JOIN event f ON f.id = k.from_id
JOIN event t ON t.id = k.to_id
WHERE k.kind = 'part_of'
  AND k.stance <> 'denies'
  AND f.latest < t.earliest;
