-- An interval a/b lasted; a day, or one day within [a..b], did not; a bare month or year does not tell.
SELECT rowid,
       CASE
         WHEN instr(date, '/') > 0 THEN 'yes'
         WHEN substr(date, 1, 1) = '[' OR earliest = latest THEN 'no'
       END
FROM event
