-- What the full-text index reads: words as written, and the same words folded, so that every spelling is found. The mark
-- between its parts is a word of the index, so that no phrase reaches over it.
INSERT INTO document (kind, id, title, body, fold)
SELECT kind, id, title, nullif(body, ''), fold_parts(concat_ws(' · ', title, nullif(body, '')))
FROM (
  SELECT 'actor' AS kind, a.id, a.name AS title,
         concat_ws(' · ', a.gloss,
           (SELECT group_concat(name, ' · ')
            FROM (SELECT DISTINCT n.name FROM name n WHERE n.actor_id = a.id AND n.kind <> 'house' ORDER BY n.name))
         ) AS body
  FROM actor a
  UNION ALL
  SELECT 'event', e.id, e.title,
         concat_ws(' · ', e.summary, p.name,
           (SELECT group_concat(name, ' · ')
            FROM (SELECT DISTINCT n.name FROM name n WHERE n.place_id = e.place_id AND n.kind <> 'house' ORDER BY n.name)),
           (SELECT group_concat(name, ' · ')
            FROM (SELECT DISTINCT n.name
                  FROM participant t
                  JOIN name n ON n.actor_id = t.actor_id AND n.kind <> 'metonym'
                  WHERE t.event_id = e.id
                  ORDER BY n.name)),
           (SELECT group_concat(as_written, ' · ')
            FROM (SELECT DISTINCT c.as_written FROM claim c WHERE c.event_id = e.id ORDER BY c.as_written))
         )
  FROM event e
  LEFT JOIN place p ON p.id = e.place_id
  UNION ALL
  SELECT 'place', p.id, p.name,
         concat_ws(' · ', p.note,
           (SELECT group_concat(name, ' · ')
            FROM (SELECT DISTINCT n.name FROM name n WHERE n.place_id = p.id AND n.kind <> 'house' ORDER BY n.name)))
  FROM place p
  UNION ALL
  SELECT 'quote', q.id, coalesce(q.text, q.gist),
         concat_ws(' · ', CASE WHEN q.text IS NOT NULL THEN q.gist END, a.name,
           (SELECT group_concat(name, ' · ')
            FROM (SELECT DISTINCT n.name
                  FROM name n
                  WHERE n.actor_id = a.id AND n.kind NOT IN ('house', 'metonym')
                  ORDER BY n.name))
         )
  FROM quote q
  JOIN passage g ON g.id = q.passage_id
  LEFT JOIN actor a ON a.id = g.speaker_id
)
WHERE id IS NOT NULL AND title IS NOT NULL
ORDER BY kind, id;
