-- name: sources()
-- title: The documents, what they are, and how much each contributes
-- One row a document with what its text says of author, publisher and date, and the number of passages cited, events
-- reported, claims and quotes taken from it.
-- id: source
-- if-room: published, title, author, publisher
-- under: author kind, title kind, published kind, publisher kind
-- example: sources
SELECT s.id,
       s.kind,
       s.title,
       s.author,
       s.publisher,
       s.published,
       s.chars,
       (SELECT count(*) FROM passage p WHERE p.source_id = s.id) AS passages,
       (SELECT count(*) FROM coverage c WHERE c.source_id = s.id) AS events,
       (SELECT count(*) FROM claims c WHERE c.source_id = s.id) AS claims,
       (SELECT count(*) FROM quotes q WHERE q.source_id = s.id) AS quotes
FROM source s
ORDER BY coalesce(s.published_earliest, '9999'), s.id;
