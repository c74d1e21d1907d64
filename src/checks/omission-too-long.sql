-- check: omission-too-long
-- level: warning
-- needs: nothing
-- One reason for a whole page is none: a stretch is left out that could be cited as one passage.
SELECT 'omission' AS "table", rowid AS "row", 'stop' AS "column",
       'leaves out ' || (stop - start) || ' characters at once as ' || reason || '; at most 600, so that each stretch has its own reason' AS message
FROM omission
WHERE stop - start > 600;
