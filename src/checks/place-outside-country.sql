-- check: place-outside-country
-- level: error
-- needs: nothing
-- A place lies in the country of the place that holds it: of the nearest one that has a country.
SELECT 'place' AS "table", p.rowid AS "row", 'country' AS "column",
       p.country || ', but it lies within ''' || h.id || ''', which is in ' || h.country || '; mend country or within_id' AS message
FROM place p
JOIN place h ON h.id = (
  SELECT n.id
  FROM place_within w
  JOIN place n ON n.id = w.ancestor_id
  WHERE w.place_id = p.id
    AND n.country IS NOT NULL
    AND n.id <> p.id
  ORDER BY (SELECT count(*) FROM place_within u WHERE u.place_id = n.id) DESC, n.id
  LIMIT 1
)
WHERE p.country <> h.country;
