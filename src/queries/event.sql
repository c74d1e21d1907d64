-- name: event(event)
-- title: All about an event: claims side by side, participants, links, quotes, passages
-- What each source says of one event, section by section: claims by attribute, so that what differs stands together;
-- who took part; what it is tied to, in and out; what was said at it or about it, verbatim in quotation marks or by its
-- sense; and every passage that reports it, with its voice.
-- param: event event - the event, by id or title
-- if-room: what, who, locator
-- under: what section, who text, locator text
-- example: event yekaterinburg-raid
WITH line AS (
  SELECT 1 AS part, 'event' AS section, e.status AS what, e.date || ': ' || e.title || coalesce('. ' || e.summary, '') AS text, NULL AS who,
         '' AS sort, NULL AS locator
  FROM events e
  WHERE e.id = :event
  UNION ALL
  SELECT 2, 'claim', c.attribute || coalesce(' (' || c.subject || ')', ''),
         c.told || CASE c.extent WHEN 'part' THEN ' (in part)' ELSE '' END,
         c.speaker || ', ' || c.source_id, c.attribute_id || coalesce(c.subject_id, '') || c.source_id || c.id, c.locator
  FROM claims c
  WHERE c.event_id = :event
  UNION ALL
  SELECT 3, 'participant', t.role || CASE t.stance WHEN 'asserts' THEN '' ELSE ' (' || t.stance || ')' END, a.name,
         p.speaker || ', ' || p.source_id, t.role || t.actor_id || p.position, p.locator
  FROM participant t
  JOIN actor a ON a.id = t.actor_id
  JOIN passages p ON p.id = t.passage_id
  WHERE t.event_id = :event
  UNION ALL
  SELECT 4, 'link', replace(k.kind, '_', ' ') || CASE k.stance WHEN 'asserts' THEN '' ELSE ' (' || k.stance || ')' END, k.to_event,
         coalesce(k.speaker || ', ' || k.source_id, 'curator'), k.kind || k.to_id || coalesce(p.position, ''), k.locator
  FROM links k
  LEFT JOIN passages p ON p.id = k.passage_id
  WHERE k.from_id = :event
  UNION ALL
  SELECT 5, 'link to it', replace(k.kind, '_', ' ') || ' this' || CASE k.stance WHEN 'asserts' THEN '' ELSE ' (' || k.stance || ')' END,
         k.from_event,
         coalesce(k.speaker || ', ' || k.source_id, 'curator'), k.kind || k.from_id || coalesce(p.position, ''), k.locator
  FROM links k
  LEFT JOIN passages p ON p.id = k.passage_id
  WHERE k.to_id = :event
  UNION ALL
  SELECT 6, 'quote', replace(r.relation, '_', ' ') || ', ' || q.form, q.says, q.speaker || ', ' || q.source_id,
         q.position || q.id || r.relation, q.locator
  FROM quote_refs r
  JOIN quotes q ON q.id = r.quote_id
  WHERE r.event_id = :event
    AND q.form <> 'pull' -- which repeats another
  UNION ALL
  SELECT 7, 'passage', v.stance || ', ' || p.voice, NULL, p.speaker || ', ' || p.source_id, p.position || p.id, p.locator
  FROM evidence v
  JOIN passages p ON p.id = v.passage_id
  WHERE v.event_id = :event
)
SELECT section, what, text, who, locator
FROM line
ORDER BY part, sort, what, text;
