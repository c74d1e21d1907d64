-- check: place-within-smaller
-- level: warning
-- needs: nothing
-- The place that holds another is the larger. A region may hold countries, a site may hold sites; seas and routes are
-- of any size.
WITH kind_size (kind, size) AS (
  VALUES ('country', 4), ('region', 4), ('city', 3), ('village', 2), ('site', 1)
)
SELECT 'place' AS "table", p.rowid AS "row", 'within_id' AS "column",
       'a ' || p.kind || ' within ''' || h.id || ''', a ' || h.kind || '; turn the two round?' AS message
FROM place p
JOIN place h ON h.id = p.within_id
JOIN kind_size a ON a.kind = p.kind
JOIN kind_size b ON b.kind = h.kind
WHERE a.size > b.size;
