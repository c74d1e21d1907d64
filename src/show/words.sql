-- What a section `(sources)` of a page shows: the words of the passages whose ids it gives (in the braces), one row a place.
SELECT l.locator, words(p.source_id, p.start, p.stop, p.sha256) AS words
FROM passage p
JOIN passages l ON l.id = p.id
WHERE p.id IN (
{passages}
)
GROUP BY l.locator, p.source_id, p.start, p.stop, p.sha256
ORDER BY p.source_id, p.start, p.stop
