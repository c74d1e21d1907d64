-- check: passages-overlap
-- level: warning
-- needs: nothing
-- Words inside words are fine (a quotation in a report), but two speakers whose ranges overlap only partly share words
-- that one of them did not say.
SELECT 'passage' AS "table", b.rowid AS "row", 'start' AS "column",
       'the range ' || b.start || '-' || b.stop || ' (' || coalesce(b.speaker_id, 'author') || ') overlaps ''' || a.id || ''' at '
         || a.start || '-' || a.stop || ' (' || coalesce(a.speaker_id, 'author') || '); end one before the other, or put one inside the other' AS message
FROM passage a
JOIN passage b
  ON b.source_id = a.source_id
 AND b.start > a.start
 AND b.start < a.stop
 AND b.stop > a.stop
WHERE b.speaker_id IS NOT a.speaker_id;
