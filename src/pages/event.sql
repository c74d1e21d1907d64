-- section: Event
SELECT e.title, e.summary, e.type, e.status, e.tier, e.date, e.earliest, e.latest, e.precision, e.date_basis, e.announced, e.place, e.sources
FROM events e
WHERE e.id = :id;
-- section: Topics
SELECT t.id, t.label
FROM event_topic x
JOIN topic t ON t.id = x.topic_id
WHERE x.event_id = :id
ORDER BY t.id;
-- section: Each source's account
SELECT s.id AS source, coalesce(v.stance, n.tells) AS stance, v.passages,
       (SELECT group_concat(says, '; ')
        FROM (SELECT c.attribute || coalesce(' (' || c.subject || ')', '') || ': ' || c.told
                     || CASE c.extent WHEN 'part' THEN ' in part' ELSE '' END
                     || CASE WHEN c.speaker_id IS NULL THEN '' ELSE ' (' || c.speaker || ')' END AS says
              FROM claims c
              WHERE c.event_id = :id AND c.source_id = s.id
              ORDER BY c.attribute_id, c.subject_id, c.id)) AS says
FROM source s
LEFT JOIN coverage v ON v.source_id = s.id AND v.event_id = :id
LEFT JOIN silences n ON n.source_id = s.id AND n.event_id = :id
ORDER BY v.stance IS NULL, s.id;
-- section: Claims, by attribute
-- if-room: to_others, locator, id
-- under: to_others says, locator speaker, id attribute
SELECT c.attribute || coalesce(' (' || c.subject || ')', '') AS attribute,
       c.told || CASE c.extent WHEN 'part' THEN ' (in part)' ELSE '' END AS says,
       c.speaker || coalesce(' via ' || c.via, '') AS speaker, c.locator,
       (SELECT group_concat(n || ' ' || relation, ', ')
        FROM (SELECT d.relation, count(*) AS n
              FROM comparisons d
              WHERE c.id IN (d.a_id, d.b_id) AND d.relation IS NOT NULL
              GROUP BY d.relation
              ORDER BY d.relation)) AS to_others,
       c.id
FROM claims c
WHERE c.event_id = :id
ORDER BY c.attribute_id, c.subject_id, c.source_id, c.id;
-- section: Where they differ
-- if-room: relation, between, says+other_says
-- under: relation attribute, between attribute, says one, other_says other
SELECT d.attribute || coalesce(' (' || d.subject || ')', '') AS attribute, d.relation, d."between", d.a_speaker || ', ' || d.a_source_id AS one, d.a_told AS says,
       d.b_speaker || ', ' || d.b_source_id AS other, d.b_told AS other_says
FROM disagreements d
WHERE d.event_id = :id AND d.relation IN ('conflict', 'degree', 'denied')
ORDER BY d.attribute, d.relation, d.a_claim_id, d.b_claim_id;
-- section: Participants
SELECT t.role, a.name AS actor, t.stance, p.speaker, p.locator
FROM participant t
JOIN actor a ON a.id = t.actor_id
JOIN passages p ON p.id = t.passage_id
WHERE t.event_id = :id
ORDER BY t.role, a.id, p.position;
-- section: Its ties to others
-- if-room: stance, locator, id
-- under: stance it, locator asserted_by, id event
SELECT replace(k.kind, '_', ' ') AS it, k.to_event AS event, k.stance, coalesce(k.speaker, 'curator') AS asserted_by, k.locator, k.to_id AS id
FROM links k
LEFT JOIN passages p ON p.id = k.passage_id
WHERE k.from_id = :id
ORDER BY k.kind, k.to_id, p.position;
-- section: Ties of others to it
-- if-room: stance, locator, id
-- under: stance what, locator asserted_by, id event
SELECT k.from_event AS event, replace(k.kind, '_', ' ') || ' it' AS what, k.stance, coalesce(k.speaker, 'curator') AS asserted_by, k.locator, k.from_id AS id
FROM links k
LEFT JOIN passages p ON p.id = k.passage_id
WHERE k.to_id = :id
ORDER BY k.kind, k.from_id, p.position;
-- section: Quotes
-- if-room: form, locator, id
-- under: form relation, locator words, id words
SELECT r.relation, q.speaker, q.says AS words, q.form, q.locator, q.id
FROM quote_refs r
JOIN quotes q ON q.id = r.quote_id
WHERE r.event_id = :id
  AND q.form <> 'pull' -- which repeats another
ORDER BY q.position, q.id, r.relation;
-- section: Passages that report it
SELECT v.stance, p.voice, p.speaker, p.via, p.locator, p.id
FROM evidence v
JOIN passages p ON p.id = v.passage_id
WHERE v.event_id = :id
ORDER BY p.position, p.id;
-- section: Their words (sources)
SELECT passage_id FROM evidence WHERE event_id = :id
UNION
SELECT passage_id FROM claim WHERE event_id = :id
UNION
SELECT passage_id FROM participant WHERE event_id = :id
UNION
SELECT passage_id FROM event_link WHERE :id IN (from_id, to_id)
UNION
SELECT q.passage_id FROM quote_refs r JOIN quote q ON q.id = r.quote_id WHERE r.event_id = :id;
