-- check: speaker-is-via
-- level: error
-- needs: nothing
-- Via is an outlet between the speaker and the source; what an outlet says itself has no via.
SELECT 'passage' AS "table", p.rowid AS "row", 'via_id' AS "column",
       '''' || p.via_id || ''' is the speaker already; leave via_id empty' AS message
FROM passage p
WHERE p.via_id = p.speaker_id;
