-- check: fragment-full-sentence
-- level: warning
-- needs: nothing
-- A fragment lives in another's sentence; what begins like a sentence and is as long as one, or ends like one, is direct.
WITH fragment AS (
  SELECT rowid AS "row", text, length(text) - length(replace(text, ' ', '')) + 1 AS words,
         substr(text, 1, instr(text || ' ', ' ') - 1) AS first_word
  FROM quote
  WHERE form = 'fragment'
)
SELECT 'quote' AS "table", "row", 'form' AS "column",
       'a fragment, but ''' || substr(text, 1, 40) || CASE WHEN length(text) > 40 THEN '…' ELSE '' END || ''' is a full sentence; direct?' AS message
FROM fragment
WHERE text GLOB '[A-Z]*'
  AND (
    (words >= 3 AND text GLOB '*[?!]')
    OR (words >= 4 AND text GLOB '*[a-z0-9].' AND text NOT GLOB '*[. ][A-Z].')
    OR (words >= 6 AND first_word IN ('I', 'We', 'You', 'He', 'She', 'It', 'They', 'This', 'These', 'That', 'Those', 'There', 'If', 'When', 'What', 'Why', 'How'))
  );
