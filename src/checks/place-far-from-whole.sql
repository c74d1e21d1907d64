-- check: place-far-from-whole
-- level: warning
-- needs: nothing
-- Coordinates far outside the place that holds the point are mostly latitude and longitude exchanged, or a sign lost.
-- Distances are rough (the cosine is a series), and half as much again is allowed.
WITH holder AS (
  SELECT p.rowid AS "row", p.latitude, p.longitude, h.id AS holder_id, h.radius_km + p.radius_km AS reach_km,
         111.2 * (p.latitude - h.latitude) AS north_km,
         min(abs(p.longitude - h.longitude), 360 - abs(p.longitude - h.longitude)) AS east_degrees,
         0.0174533 * (p.latitude + h.latitude) / 2 AS mean_latitude
  FROM place p
  JOIN place h ON h.id = p.within_id
  WHERE p.latitude IS NOT NULL
    AND h.latitude IS NOT NULL
),
measured AS (
  SELECT *, 111.2 * east_degrees * (1 - mean_latitude * mean_latitude / 2 + mean_latitude * mean_latitude * mean_latitude * mean_latitude / 24) AS east_km
  FROM holder
)
SELECT 'place' AS "table", "row", 'latitude' AS "column",
       latitude || ', ' || longitude || ' lies further from ''' || holder_id || ''' than that and its own radius_km reach (' || CAST(reach_km AS INTEGER)
         || ' km); latitude and longitude exchanged, or a radius too small?' AS message
FROM measured
WHERE north_km * north_km + east_km * east_km > (1.5 * reach_km + 50) * (1.5 * reach_km + 50);
