-- Rows that hold all the words, best first (bm25; a hit in the title counts four times).
SELECT d.kind,
       d.id,
       coalesce(e.date, q.said) AS date,
       d.title
FROM search s
JOIN document d ON d."rowid" = s.rowid
LEFT JOIN event e ON d.kind = 'event' AND e.id = d.id
LEFT JOIN quote q ON d.kind = 'quote' AND q.id = d.id
WHERE search MATCH :words
ORDER BY bm25(search, 4.0, 1.0, 1.0), d.kind, d.id;
