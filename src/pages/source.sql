-- section: Source
SELECT s.kind, s.title, s.author, s.publisher, s.language, s.published, s.published_earliest, s.published_latest, s.published_basis,
       s.file, s.chars, s.sha256, s.note
FROM source s
WHERE s.id = :id;
-- section: What it reports
-- if-room: stance, id
-- under: stance date, id event
SELECT e.date, e.title AS event, c.stance, c.passages, e.sources, e.id
FROM coverage c
JOIN events e ON e.id = c.event_id
WHERE c.source_id = :id
ORDER BY e.position, e.id;
-- section: Whose words it carries
SELECT q.speaker, count(*) AS quotes, count(q.text) AS verbatim
FROM quotes q
WHERE q.source_id = :id
GROUP BY q.speaker_id, q.speaker
ORDER BY quotes DESC, q.speaker;
-- section: The words cited from it (sources)
SELECT id FROM passage WHERE source_id = :id;
