-- check: event-without-evidence
-- level: error
-- needs: nothing
-- Every event is reported by at least one passage; an event nobody reports is an invention.
SELECT 'event' AS "table", e.rowid AS "row", 'id' AS "column",
       'no passage reports this event; add a row to evidence.csv' AS message
FROM event e
WHERE NOT EXISTS (SELECT 1 FROM evidence v WHERE v.event_id = e.id);
