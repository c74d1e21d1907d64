-- check: predicted-for-the-past
-- level: error
-- needs: nothing
-- Nobody plans, proposes, threatens or predicts for a day already past. A rumour may be of something past.
SELECT 'event' AS "table", e.rowid AS "row", 'date' AS "column",
       e.status || ' for ' || e.latest || ' at the latest, but voiced on ' || e.announced_earliest
         || ' at the earliest; mend date or announced, or give another status' AS message
FROM event e
WHERE e.status IN ('planned', 'proposed', 'threatened', 'predicted')
  AND e.latest < e.announced_earliest;
