-- check: source-file-unnamed
-- level: warning
-- needs: sources
-- Who puts a document into the folder and forgets its row believes that it is accounted for.
SELECT 'source' AS "table", 0 AS "row", NULL AS "column",
       'the folder of documents holds ''' || f.name || ''', but no row names it; add its row, or take the file out' AS message
FROM text_file f
WHERE NOT EXISTS (SELECT 1 FROM source s WHERE s.file = f.name);
