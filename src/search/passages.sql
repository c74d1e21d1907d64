-- The passages with this id, or with this locator as tables print it.
SELECT id
FROM passages
WHERE :asked IN (id, locator)
ORDER BY id;
