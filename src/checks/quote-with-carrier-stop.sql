-- check: quote-with-carrier-stop
-- level: error
-- needs: nothing
-- A closing comma, or the full stop after a fragment, belongs to the sentence that carries the quotation, also where the
-- document prints it inside the marks. (A fragment that looks like a full sentence is told by fragment-full-sentence.)
SELECT 'quote' AS "table", q.rowid AS "row", 'text' AS "column",
       'ends with the comma of the carrying sentence; end the range before it' AS message
FROM quote q
WHERE q.text GLOB '*,'
UNION ALL
SELECT 'quote', q.rowid, 'text',
       'a ' || q.form || ' that ends with the full stop of the carrying sentence; end the range before it, or make it direct'
FROM quote q
WHERE q.form IN ('fragment', 'scare')
  AND q.text GLOB '*[^.].'
  AND q.text NOT GLOB '*[. ][A-Z].' -- an initial or an abbreviation: U.S.
  AND q.text NOT GLOB '[A-Z].'
  AND NOT (q.form = 'fragment' AND q.text GLOB '[A-Z]* * * *');
