-- check: name-not-in-slice
-- level: error
-- needs: sources
-- A name with a passage was met in it; capitals and punctuation aside, it stands there.
SELECT 'name' AS "table", n.rowid AS "row", 'passage_id' AS "column",
       '''' || n.name || ''' does not stand in ''' || p.id || ''': ''' || substr(plain(slice(p.source_id, p.start, p.stop)), 1, 60)
         || CASE WHEN p.stop - p.start > 60 THEN '…' ELSE '' END || '''' AS message
FROM name n
JOIN passage p ON p.id = n.passage_id
WHERE slice_sha256(p.source_id, p.start, p.stop) = p.sha256 -- else the passage is at fault
  AND instr(fold(plain(slice(p.source_id, p.start, p.stop))), fold(n.name)) = 0
  AND instr(plain(slice(p.source_id, p.start, p.stop)), n.name) = 0;
