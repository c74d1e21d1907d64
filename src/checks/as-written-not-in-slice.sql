-- check: as-written-not-in-slice
-- level: error
-- needs: sources
-- The value as the text has it stands, letter for letter, in the passage cited for it.
WITH written ("table", "row", passage_id, as_written) AS (
  SELECT 'claim', rowid, passage_id, as_written FROM claim
  UNION ALL
  SELECT 'figure', rowid, passage_id, as_written FROM figure
)
SELECT w."table", w."row", 'as_written' AS "column",
       '''' || w.as_written || ''' does not stand in ''' || p.id || '''' || CASE
         WHEN instr(lower(plain(slice(p.source_id, p.start, p.stop))), lower(w.as_written)) > 0 THEN ' with these capitals'
         ELSE ''
       END || ': ''' || substr(plain(slice(p.source_id, p.start, p.stop)), 1, 60) || CASE WHEN p.stop - p.start > 60 THEN '…' ELSE '' END || '''' AS message
FROM written w
JOIN passage p ON p.id = w.passage_id
WHERE slice_sha256(p.source_id, p.start, p.stop) = p.sha256 -- else the passage is at fault
  AND instr(plain(slice(p.source_id, p.start, p.stop)), w.as_written) = 0;
