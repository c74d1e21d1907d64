-- check: measure-unused
-- level: warning
-- needs: nothing
-- A quantity for which nobody gives a number measures nothing.
SELECT 'measure' AS "table", m.rowid AS "row", 'id' AS "column",
       'no figure gives a number for this measure; take it out, or add rows to figure.csv' AS message
FROM measure m
WHERE NOT EXISTS (SELECT 1 FROM figure x WHERE x.measure_id = m.id);
