-- check: direct-too-short
-- level: warning
-- needs: nothing
-- Direct is a whole sentence; one or two words are a fragment.
SELECT 'quote' AS "table", q.rowid AS "row", 'form' AS "column",
       'direct, but only ''' || q.text || '''; a fragment?' AS message
FROM quote q
WHERE q.form = 'direct'
  AND length(q.text) - length(replace(q.text, ' ', '')) < 2
  AND q.text NOT GLOB '*[?!]';
