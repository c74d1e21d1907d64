-- check: part-after-whole
-- level: warning
-- needs: nothing
-- A whole lasts until its last part has happened.
SELECT 'event_link' AS "table", k.rowid AS "row", 'to_id' AS "column",
       'the part ''' || f.id || ''' began on ' || f.earliest || ' or later, but ''' || t.id || ''' was over by ' || t.latest
         || '; date the whole to hold all its parts' AS message
FROM event_link k
JOIN event f ON f.id = k.from_id
JOIN event t ON t.id = k.to_id
WHERE k.kind = 'part_of'
  AND k.stance <> 'denies'
  AND f.status IN ('happened', 'ongoing', 'alleged')
  AND f.earliest > t.latest;
