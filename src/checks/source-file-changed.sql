-- check: source-file-changed
-- level: error
-- needs: sources
-- All ranges count the characters of one version of a document; another version moves them.
SELECT 'source' AS "table", s.rowid AS "row", 'sha256' AS "column",
       'the file ''' || s.file || ''' has another hash than the row: ' || source_sha256(s.id) || ', not ' || s.sha256
         || '; cite this version anew, or bring the other one back' AS message
FROM source s
WHERE source_sha256(s.id) <> s.sha256
UNION ALL
SELECT 'source', s.rowid, 'chars',
       'the file ''' || s.file || ''' has ' || source_chars(s.id) || ' code points, not ' || s.chars
FROM source s
WHERE source_chars(s.id) <> s.chars;
