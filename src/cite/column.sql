-- A canned query with the column `cite` behind its own: the locator of the first passage of each source that the row rests on;
-- a source is cited as a whole. {query} is the query, {kind} what its column `id` names.
SELECT q.*,
       CASE {kind} WHEN 'source' THEN q.id ELSE
       (SELECT group_concat(locator, ', ')
        FROM (SELECT p.locator, min(p.position)
              FROM cited c
              JOIN passages p ON p.id = c.passage_id
              WHERE c.kind = {kind} AND c.id = q.id
                AND c.rank = (SELECT min(r.rank) FROM cited r WHERE r.kind = {kind} AND r.id = q.id)
              GROUP BY p.source_id
              ORDER BY p.source_id)) END AS cite
FROM (
{query}
) q;
