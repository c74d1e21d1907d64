-- check: slice-changed
-- level: error
-- needs: sources
-- The hash of a range proves that its offsets point at the very characters the curator read.
WITH cited_range ("table", "row", source_id, start, stop, sha256) AS (
  SELECT 'passage', rowid, source_id, start, stop, sha256 FROM passage
  UNION ALL
  SELECT 'omission', rowid, source_id, start, stop, sha256 FROM omission
),
changed AS MATERIALIZED (
  SELECT *, slice_sha256(source_id, start, stop) AS actual, find_slice(source_id, sha256, stop - start) AS found
  FROM cited_range
  WHERE slice_sha256(source_id, start, stop) <> sha256
)
SELECT "table", "row", 'sha256' AS "column",
       'the text of ''' || source_id || ''' at ' || start || '-' || stop || ' has another hash: ' || actual
         || coalesce('; the slice meant stands at ' || found || '-' || (found + stop - start) || ': moved by ' || format('%+d', found - start) || '?',
                     '; no slice of this length has the hash given: locate the words again') AS message
FROM changed;
