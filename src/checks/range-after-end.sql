-- check: range-after-end
-- level: error
-- needs: sources
-- A range that ends after its document cites nothing.
WITH cited_range ("table", "row", source_id, start, stop, sha256) AS (
  SELECT 'passage', rowid, source_id, start, stop, sha256 FROM passage
  UNION ALL
  SELECT 'omission', rowid, source_id, start, stop, sha256 FROM omission
),
beyond AS MATERIALIZED (
  SELECT *, source_chars(source_id) AS chars, find_slice(source_id, sha256, stop - start) AS found
  FROM cited_range
  WHERE stop > source_chars(source_id)
)
SELECT "table", "row", 'stop' AS "column",
       stop || ' lies after the end of ''' || source_id || ''', which has ' || chars || ' code points'
         || coalesce('; the same slice stands at ' || found || '-' || (found + stop - start) || ': moved by ' || format('%+d', found - start) || '?', '')
         AS message
FROM beyond;
