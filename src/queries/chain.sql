-- name: chain(event, depth, kind)
-- title: What followed from an event, rung by rung, and who says so
-- The ladder of causes, responses and retaliation as a tree, downwards from the event and from its parts. Each rung is
-- somebody's assertion and names them; contradictory ones stand side by side. A rung whose event stands further up is
-- not followed again.
-- param: event event - where the ladder begins
-- param: depth integer? - at most so many rungs down (default 6)
-- param: kind one-of(response_to|retaliation_for|caused_by|follow_up_to|fulfils|cancels|part_of)? - only links of this kind
-- if-room: id
-- example: chain aircraft-loss
-- example: chain yekaterinburg-raid --depth 1
WITH RECURSIVE
  edge AS MATERIALIZED (
    SELECT from_id, kind, to_id,
           group_concat(coalesce(speaker || ', ' || source_id, 'curator') || CASE stance WHEN 'asserts' THEN '' ELSE ' (' || stance || ')' END, '; ')
             AS asserted_by
    FROM (
      SELECT DISTINCT from_id, kind, to_id, stance, speaker, source_id
      FROM links
      WHERE kind IN ('response_to', 'retaliation_for', 'caused_by', 'follow_up_to', 'fulfils', 'cancels', 'part_of')
        AND (:kind IS NULL OR kind = :kind)
      ORDER BY from_id, kind, to_id, source_id, speaker, stance
    )
    GROUP BY from_id, kind, to_id
  ),
  rung AS (
    SELECT :event AS id, 0 AS depth, NULL AS kind, NULL AS asserted_by, '/' || :event || '/' AS path,
           '' AS place
    UNION ALL
    SELECT k.from_id, r.depth + 1, k.kind, k.asserted_by, r.path || k.from_id || '/',
           r.place || '/' || coalesce(e.earliest, '9999') || ' ' || k.from_id || ' ' || k.kind
    FROM rung r
    JOIN edge k ON k.to_id = r.id
    JOIN event e ON e.id = k.from_id
    WHERE r.depth < coalesce(:depth, 6)
      AND instr(r.path, '/' || k.from_id || '/') = 0
  )
SELECT CASE r.depth WHEN 0 THEN '' ELSE substr('· · · · · · · · · · · · ', 1, 2 * r.depth) END || e.title AS event,
       e.date,
       r.kind AS "as",
       r.asserted_by,
       e.id
FROM rung r
JOIN event e ON e.id = r.id
ORDER BY r.place;
