-- check: source-file-missing
-- level: error
-- needs: sources
-- Without the document nothing that cites it can be traced to its characters.
SELECT 'source' AS "table", s.rowid AS "row", 'file' AS "column", source_trouble(s.id) AS message
FROM source s
WHERE source_trouble(s.id) IS NOT NULL;
