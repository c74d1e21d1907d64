-- name: chain(event, depth, kind)
-- title: What followed from an event, rung by rung, and who says so
-- The ladder of causes, responses and retaliation as a tree, downwards from the event and from its parts. Each rung is
-- somebody's assertion and names them; contradictory ones stand side by side. What followed from an event is drawn once,
-- where it comes nearest to the top; elsewhere it is marked `(see above)` or `(see below)`.
-- param: event event - where the ladder begins
-- param: depth integer? - at most so many rungs down (default 6)
-- param: kind one-of(response_to|retaliation_for|caused_by|follow_up_to|fulfils|cancels|part_of)? - only links of this kind
-- id: event
-- if-room: as, date, id
-- under: date event, as asserted_by
-- example: chain aircraft-loss
-- example: chain yekaterinburg-raid --depth 1
WITH RECURSIVE
  asserted AS (
    SELECT from_id, kind, to_id, group_concat(voice, '; ') AS voices
    FROM (
      SELECT DISTINCT from_id, kind, to_id,
             coalesce(speaker || ', ' || source_id, 'curator') || CASE stance WHEN 'asserts' THEN '' ELSE ' (' || stance || ')' END AS voice
      FROM links
      WHERE kind IN ('response_to', 'retaliation_for', 'caused_by', 'follow_up_to', 'fulfils', 'cancels', 'part_of')
        AND (:kind IS NULL OR kind = :kind)
      ORDER BY from_id, kind, to_id, voice
    )
    GROUP BY from_id, kind, to_id
  ),
  -- All ties of two events are one rung; who asserts which is told where they differ.
  edge AS MATERIALIZED (
    SELECT from_id, to_id,
           group_concat(kind, ', ') AS kinds,
           CASE
             WHEN count(DISTINCT voices) = 1 THEN min(voices)
             ELSE group_concat(kind || ': ' || voices, '; ')
           END AS asserted_by
    FROM (SELECT * FROM asserted ORDER BY from_id, to_id, kind)
    GROUP BY from_id, to_id
  ),
  reached AS (
    SELECT :event AS id, 0 AS depth
    UNION
    SELECT k.from_id, r.depth + 1
    FROM reached r
    JOIN edge k ON k.to_id = r.id
    WHERE r.depth < min(coalesce(:depth, 6), (SELECT count(*) FROM edge)) -- no way down is longer, circles apart
  ),
  nearest AS MATERIALIZED (
    SELECT r.id, min(r.depth) AS depth, e.position
    FROM reached r
    JOIN events e ON e.id = r.id
    GROUP BY r.id
  ),
  -- The tree of the shortest ways, one row per depth: to list every way down would take years where all is tied to all.
  -- `place` sorts as the tree reads, and the place of a rung begins with that of the one above it.
  level AS (
    SELECT 0 AS depth, json_array(json_array(:event, '/' || :event || '/', '')) AS rungs
    UNION ALL
    SELECT l.depth + 1, (
        SELECT json_group_array(json_array(id, path, place))
        FROM (
          SELECT n.id, r.value ->> 1 || n.id || '/' AS path, min(r.value ->> 2 || ' / ' || n.position || ' ' || n.id) AS place
          FROM json_each(l.rungs) r
          JOIN edge k ON k.to_id = r.value ->> 0
          JOIN nearest n ON n.id = k.from_id AND n.depth = l.depth + 1
          GROUP BY n.id
        )
      )
    FROM level l
    WHERE l.depth < (SELECT max(depth) FROM nearest)
  ),
  home AS MATERIALIZED (
    SELECT n.id, n.depth, n.position, r.value ->> 1 AS path, r.value ->> 2 AS place
    FROM level l
    JOIN json_each(l.rungs) r
    JOIN nearest n ON n.id = r.value ->> 0
  ),
  -- What follows from each event stands under its home; an event that has its home elsewhere stands there alone.
  rung AS (
    SELECT id, place AS home, NULL AS kinds, NULL AS asserted_by, place, NULL AS above
    FROM home
    WHERE depth = 0
    UNION ALL
    SELECT h.id, h.place, k.kinds, k.asserted_by, a.place || ' / ' || h.position || ' ' || h.id, a.place
    FROM home a
    JOIN edge k ON k.to_id = a.id
    JOIN home h ON h.id = k.from_id
    WHERE a.depth < coalesce(:depth, 6)
      AND instr(a.path, '/' || h.id || '/') = 0
  ),
  kept AS MATERIALIZED (
    SELECT *, row_number() OVER (PARTITION BY above ORDER BY place DESC) = 1 AS is_last
    FROM rung
  ),
  drawn AS (
    SELECT id, home, kinds, asserted_by, place, '' AS twigs, '' AS below
    FROM kept
    WHERE above IS NULL
    UNION ALL
    SELECT k.id, k.home, k.kinds, k.asserted_by, k.place,
           d.below || CASE WHEN k.is_last THEN '└ ' ELSE '├ ' END,
           d.below || CASE WHEN k.is_last THEN '  ' ELSE '│ ' END
    FROM drawn d
    JOIN kept k ON k.above = d.place
  )
SELECT d.twigs || e.title
       || CASE WHEN d.place > d.home THEN ' (see above)' WHEN d.place < d.home THEN ' (see below)' ELSE '' END AS event,
       e.date,
       d.kinds AS "as",
       d.asserted_by,
       e.id
FROM drawn d
JOIN event e ON e.id = d.id
ORDER BY d.place;
