-- check: instant-that-lasts
-- level: warning
-- needs: nothing
-- An act that is over in a day has no a/b.
SELECT 'event' AS "table", e.rowid AS "row", 'date' AS "column",
       '''' || e.date || ''' lasted from one day to another, but the type ''' || t.id || ''' is over in a day; one day of a span is [a..b]' AS message
FROM event e
JOIN event_type t ON t.id = e.type_id
WHERE t.instant = 'yes'
  AND e.lasted = 'yes';
