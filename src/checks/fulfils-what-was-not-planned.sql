-- check: fulfils-what-was-not-planned
-- level: error
-- needs: nothing
-- Only what has come about fulfils, and only what was voiced beforehand is fulfilled.
SELECT 'event_link' AS "table", k.rowid AS "row", 'from_id' AS "column",
       '''' || f.id || ''' is ' || f.status || ', so it fulfils nothing yet; only what has happened or goes on does' AS message
FROM event_link k
JOIN event f ON f.id = k.from_id
WHERE k.kind = 'fulfils'
  AND k.stance <> 'denies'
  AND f.status NOT IN ('happened', 'ongoing')
UNION ALL
SELECT 'event_link', k.rowid, 'to_id',
       '''' || t.id || ''' is ' || t.status || ', so nothing fulfils it; only what was planned, proposed, threatened, predicted or rumoured can be fulfilled'
FROM event_link k
JOIN event t ON t.id = k.to_id
WHERE k.kind = 'fulfils'
  AND k.stance <> 'denies'
  AND t.status NOT IN ('planned', 'proposed', 'threatened', 'predicted', 'rumoured');
