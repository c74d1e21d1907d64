-- How sharp a date is, by the number of days between its bounds, both counted in.
SELECT rowid,
       CASE
         WHEN earliest IS NULL OR latest IS NULL THEN 'open'
         WHEN days = 1 THEN 'day'
         WHEN days <= 14 THEN 'days'
         WHEN days <= 31 THEN 'month'
         WHEN days <= 92 THEN 'months'
         WHEN days <= 366 THEN 'year'
         ELSE 'era'
       END
FROM (SELECT rowid, earliest, latest, julianday(latest) - julianday(earliest) + 1 AS days FROM event)
