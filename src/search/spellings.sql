-- Every written form of every row that can be named on a command line: an actor or place by each of its names, an event
-- by its title, the rest by label or words, all by their id. `own` is 0 for what only stands for the row (an id, a metonym, a
-- description, a publisher, an ISO code, a text); `kind` is the actor's, and `family` tells its family name.
WITH
  written("table", id, name, form, own, kind, family) AS (
    SELECT 'actor', a.id, a.name, n.name, n.kind NOT IN ('metonym', 'description'), a.kind, n.kind = 'family'
    FROM name n
    JOIN actor a ON a.id = n.actor_id
    UNION ALL
    SELECT 'actor', id, name, country, 0, NULL, 0 FROM actor WHERE kind = 'state'
    UNION ALL
    SELECT 'place', p.id, p.name, n.name, n.kind NOT IN ('metonym', 'description'), NULL, 0
    FROM name n
    JOIN place p ON p.id = n.place_id
    UNION ALL
    SELECT 'place', id, name, country, 0, NULL, 0 FROM place WHERE kind = 'country'
    UNION ALL
    SELECT 'event', id, title, title, 1, NULL, 0 FROM event
    UNION ALL
    SELECT 'source', id, title, title, 1, NULL, 0 FROM source
    UNION ALL
    SELECT 'source', id, title, publisher, 0, NULL, 0 FROM source
    UNION ALL
    SELECT 'source', id, title, author, 0, NULL, 0 FROM source
    UNION ALL
    SELECT 'topic', id, label, label, 1, NULL, 0 FROM topic
    UNION ALL
    SELECT 'event_type', id, label, label, 1, NULL, 0 FROM event_type
    UNION ALL
    SELECT 'attribute', id, label, label, 1, NULL, 0 FROM attribute
    UNION ALL
    SELECT 'measure', id, label, label, 1, NULL, 0 FROM measure
    UNION ALL
    SELECT 'quote', id, substr(words, 1, 40) || CASE WHEN length(words) > 40 THEN '…' ELSE '' END, words, 0, NULL, 0
    FROM (SELECT id, coalesce(text, gist) AS words FROM quote)
    UNION ALL
    SELECT 'claim', id, as_written, NULL, 0, NULL, 0 FROM claim
    UNION ALL
    SELECT 'figure', id, as_written, NULL, 0, NULL, 0 FROM figure
  )
SELECT "table", id, coalesce(name, id) AS name, form, own, kind, family
FROM written
WHERE form IS NOT NULL
UNION
SELECT "table", id, coalesce(name, id), id, 0, kind, 0
FROM written
ORDER BY 1, 2, 4, 5, 7;
