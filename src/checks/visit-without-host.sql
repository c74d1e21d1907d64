-- check: visit-without-host
-- level: warning
-- needs: nothing
-- A visit goes to somebody or somewhere.
SELECT 'event' AS "table", e.rowid AS "row", 'place_id' AS "column",
       'a visit with neither a host nor a place; add a participant with the role host, or the place' AS message
FROM event e
WHERE (e.type_id = 'visit' OR e.type_id GLOB '*-visit')
  AND e.place_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM participant t WHERE t.event_id = e.id AND t.role = 'host' AND t.stance <> 'denies');
