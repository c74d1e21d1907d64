-- A canned query with the column `cite` behind its own: the locator of the first passage of each source that the row rests on.
-- {query} is the query, {table} and {key} are where passages stand for what its column `id` names.
SELECT q.*,
       (SELECT group_concat(locator, ', ')
        FROM (SELECT p.source_id || ':' || p.line || ':' || p.start || '-' || p.stop AS locator, min(p.start)
              FROM "{table}" c
              JOIN passage p ON p.id = c.passage_id
              WHERE c."{key}" = q.id
              GROUP BY p.source_id
              ORDER BY p.source_id)) AS cite
FROM (
{query}
) q;
