-- How much of each document is accounted for, in the order of their ids, and of all together.
-- Counted are the characters that stand in words: white space, punctuation and mark-up say nothing by themselves. Furniture
-- is no content, so each share is one of the characters outside it; the three shares make 100 %.
WITH document AS (
  SELECT DISTINCT id, source_chars(id) IS NOT NULL AS is_read
  FROM source
  WHERE id IS NOT NULL
),
counted AS (
  -- a document without words counts nothing; one that could not be read is not counted
  SELECT d.id AS source, 0 AS is_total,
         iif(is_read, coalesce(sum(stop - start), 0), NULL) AS chars,
         iif(is_read, coalesce(sum((stop - start) * (account IS 'furniture')), 0), NULL) AS furniture,
         iif(is_read, coalesce(sum((stop - start) * (account IS 'covered')), 0), NULL) AS covered,
         iif(is_read, coalesce(sum((stop - start) * (account IS NULL)), 0), NULL) AS unaccounted
  FROM document d
  LEFT JOIN text_account w ON w.source_id = d.id
  GROUP BY d.id
),
shown AS (
  SELECT * FROM counted
  UNION ALL
  SELECT 'all', 1, sum(chars), sum(furniture), sum(covered), sum(unaccounted) FROM counted
),
shared AS (
  SELECT *, chars - furniture AS content, chars - furniture - covered - unaccounted AS left_out
  FROM shown
)
SELECT source, chars, furniture,
       covered, round(100.0 * covered / content, 1) AS "%",
       left_out, round(100.0 * left_out / content, 1) AS "%",
       unaccounted, round(100.0 * unaccounted / content, 1) AS "%"
FROM shared
ORDER BY is_total, source;
