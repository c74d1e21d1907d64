-- check: source-file-missing
-- level: error
-- needs: sources
-- Without the document nothing that cites it can be traced to its characters.
SELECT 'source' AS "table", s.rowid AS "row", 'file' AS "column",
       'the folder of documents has no readable file ''' || s.file || '''; give its name as it stands there' AS message
FROM source s
WHERE source_sha256(s.id) IS NULL;
