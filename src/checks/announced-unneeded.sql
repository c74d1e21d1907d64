-- check: announced-unneeded
-- level: warning
-- needs: nothing
-- `announced` is the day on which something was planned, proposed, threatened, predicted or rumoured; what came about
-- has its date.
SELECT 'event' AS "table", e.rowid AS "row", 'announced' AS "column",
       '''' || e.announced || ''' is given, but the event is ' || e.status || '; leave it empty, or make the announcement an event that this one fulfils' AS message
FROM event e
WHERE e.status IN ('happened', 'ongoing', 'alleged')
  AND e.announced IS NOT NULL;
