-- check: quote-ref-of-variant
-- level: warning
-- needs: nothing
-- Whom an utterance addresses and what it is about is said once, at its first rendering, or it is counted twice.
SELECT 'quote_ref' AS "table", r.rowid AS "row", 'quote_id' AS "column",
       '''' || q.id || ''' is a variant of ''' || q.variant_of_id || '''; ' || CASE
         WHEN EXISTS (
           SELECT 1
           FROM quote_ref o
           WHERE o.quote_id = q.variant_of_id
             AND o.relation = r.relation
             AND o.actor_id IS r.actor_id
             AND o.event_id IS r.event_id
         ) THEN 'that one says it already'
         ELSE 'say it there'
       END AS message
FROM quote_ref r
JOIN quote q ON q.id = r.quote_id
JOIN quote o ON o.id = q.variant_of_id;
