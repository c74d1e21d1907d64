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
  -- Every way down; `place` sorts as the tree reads, and the place of a rung begins with that of the one above it.
  rung AS (
    SELECT :event AS id, 0 AS depth, NULL AS kinds, NULL AS asserted_by, '/' || :event || '/' AS path, '' AS place, NULL AS above
    UNION ALL
    SELECT k.from_id, r.depth + 1, k.kinds, k.asserted_by, r.path || k.from_id || '/',
           r.place || ' / ' || e.position || ' ' || k.from_id, r.place
    FROM rung r
    JOIN edge k ON k.to_id = r.id
    JOIN events e ON e.id = k.from_id
    WHERE r.depth < coalesce(:depth, 6)
      AND instr(r.path, '/' || k.from_id || '/') = 0
  ),
  met AS MATERIALIZED (
    SELECT *, first_value(place) OVER (PARTITION BY id ORDER BY depth, place) AS home
    FROM rung
  ),
  kept AS MATERIALIZED (
    SELECT m.*, row_number() OVER (PARTITION BY above ORDER BY place DESC) = 1 AS is_last
    FROM met m
    WHERE NOT EXISTS (
        SELECT 1 FROM met a WHERE a.place <> a.home AND substr(m.place, 1, length(a.place) + 3) = a.place || ' / '
      )
  ),
  drawn AS (
    SELECT id, home, kinds, asserted_by, place, '' AS twigs, '' AS below
    FROM kept
    WHERE depth = 0
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
