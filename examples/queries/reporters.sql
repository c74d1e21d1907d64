-- name: reporters(place, at_least)
-- title: Events at a place, by how many sources report them
-- An example of a query of one's own.
-- param: place place - where
-- param: at_least integer? - only events that at least so many sources report
-- example: reporters alvby
SELECT title, sources
FROM events
WHERE place_id = :place
  AND sources >= coalesce(:at_least, 1)
ORDER BY sources DESC, title;
