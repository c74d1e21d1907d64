-- check: source-unused
-- level: warning
-- needs: nothing
-- A document that no passage cites was not read.
SELECT 'source' AS "table", s.rowid AS "row", 'id' AS "column",
       'no passage cites this document; take it out, or read it' AS message
FROM source s
WHERE NOT EXISTS (SELECT 1 FROM passage x WHERE x.source_id = s.id);
