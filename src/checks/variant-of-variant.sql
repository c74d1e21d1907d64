-- check: variant-of-variant
-- level: error
-- needs: nothing
-- All renderings of an utterance hang on one of them, so that they are found in one step.
SELECT 'quote' AS "table", q.rowid AS "row", 'variant_of_id' AS "column",
       '''' || o.id || ''' is a variant of ''' || o.variant_of_id || ''' itself' || CASE
         WHEN o.variant_of_id = q.id THEN '; one of the two is the first'
         ELSE '; write ''' || o.variant_of_id || ''''
       END AS message
FROM quote q
JOIN quote o ON o.id = q.variant_of_id
WHERE o.variant_of_id IS NOT NULL;
