-- check: quote-with-outer-mark
-- level: error
-- needs: nothing
-- The marks around a quotation belong to the document, not to the words; marks inside it (a quotation in a quotation) stay.
WITH edged AS (
  SELECT rowid AS "row", substr(text, 1, 1) AS first, substr(text, -1, 1) AS last, substr(text, 2, length(text) - 2) AS middle, text
  FROM quote
  WHERE length(text) > 1
)
SELECT 'quote' AS "table", "row", 'text' AS "column",
       CASE
         WHEN first GLOB '["“”„«»''‘’]' AND last GLOB '["“”„«»''‘’]' THEN 'begins with ' || first || ' and ends with ' || last
         WHEN first GLOB '["“”„«»''‘]' THEN 'begins with ' || first
         ELSE 'ends with ' || last
       END || ', the mark around the quotation; end the range inside it' AS message
FROM edged
WHERE (
    -- double: a mark at an end that has no partner within
    (first GLOB '["“”„«»]' OR last GLOB '["“”„«»]')
    AND middle NOT GLOB '*["“”„«»]*'
  )
   OR (
    -- single, at both ends, and none within that could close or open
    first GLOB '[''‘]'
    AND last GLOB '[''’]'
    AND middle NOT GLOB '*[''’][^A-Za-z0-9]*'
  )
   OR (
    -- single, only at the start; an apostrophe may stand there for letters left out ('90s, 'twas)
    first GLOB '[''‘]'
    AND last NOT GLOB '[''’]'
    AND text NOT GLOB '?*[''’][^A-Za-z0-9]*'
    AND text NOT GLOB '?[0-9]*'
    AND lower(text) NOT GLOB '?t[iw]*'
  )
   OR (
    -- single, only at the end; an apostrophe may stand there for a possessive
    last GLOB '[''’]'
    AND first NOT GLOB '[''‘]'
    AND text NOT GLOB '*[szxSZX]?'
    AND text NOT GLOB '* [''‘]*'
  );
