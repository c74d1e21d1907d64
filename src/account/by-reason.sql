-- What is left out on purpose, and why: the characters that stand in words, and their share of those outside furniture.
-- Words that a row cites all the same are not counted here, nor is a document that cannot be read.
WITH left_out AS (
  SELECT reason, count(*) AS omissions
  FROM omission
  WHERE reason IS NOT NULL
    AND source_chars(source_id) IS NOT NULL
  GROUP BY reason
)
SELECT o.reason, o.omissions,
       coalesce(sum(w.stop - w.start), 0) AS chars,
       round(100.0 * sum(w.stop - w.start)
         / (SELECT sum(stop - start) FROM text_account WHERE account IS NOT 'furniture' AND o.reason <> 'furniture'), 1) AS "%"
FROM left_out o
LEFT JOIN text_account w ON w.account = o.reason
GROUP BY o.reason
ORDER BY o.reason;
