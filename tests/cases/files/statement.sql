-- Two statements and a comment.
SELECT count(*) AS sources FROM source;
SELECT id FROM source ORDER BY id; -- the end
