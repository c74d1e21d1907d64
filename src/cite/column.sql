-- A canned query with the column `cite` behind its own: the locator of the first passage of each source that the row rests on.
-- {query} is the query, {table} and {key} are where passages stand for what its column `id` names.
SELECT q.*,
       (SELECT group_concat(locator, ', ')
        FROM (SELECT p.locator, min(p.position)
              FROM "{table}" c
              JOIN passages p ON p.id = c.passage_id
              WHERE c."{key}" = q.id
              GROUP BY p.source_id
              ORDER BY p.source_id)) AS cite
FROM (
{query}
) q;
