-- check: passage-in-furniture
-- level: error
-- needs: nothing
-- Newsletter boxes, links and image mark-up say nothing about the story. A passage may run across a piece of furniture, but
-- not stand in it or end in it.
SELECT 'passage' AS "table", p.rowid AS "row", 'start' AS "column",
       'the range ' || p.start || '-' || p.stop || ' stands in furniture: the omission ' || o.source_id || ':' || o.line || ':'
         || o.start || '-' || o.stop || '; cite the text beside it, or mend the omission' AS message
FROM omission o
JOIN passage p
  ON p.source_id = o.source_id
 AND p.start > o.start - 600
 AND p.start < o.stop
 AND p.stop > o.start
WHERE o.reason = 'furniture'
  AND NOT (p.start < o.start AND p.stop > o.stop);
