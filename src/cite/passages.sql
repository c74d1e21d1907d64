-- The passages that one row rests on, each with its document: a passage itself; of an event what reports it; of a quote, claim or figure its own; of an
-- actor or a place where it is named, or else, in the order of `rank`, where it takes part or speaks, or is told of. A source is
-- cited as a whole.
WITH
  cited AS (
    SELECT 1 AS rank, id AS passage_id FROM passage WHERE :kind = 'passage' AND id = :id
    UNION ALL
    SELECT 1, passage_id FROM evidence WHERE :kind = 'event' AND event_id = :id
    UNION ALL
    SELECT 1, passage_id FROM quote WHERE :kind = 'quote' AND id = :id
    UNION ALL
    SELECT 1, passage_id FROM claim WHERE :kind = 'claim' AND id = :id
    UNION ALL
    SELECT 1, passage_id FROM figure WHERE :kind = 'figure' AND id = :id
    UNION ALL
    SELECT 1, passage_id FROM name WHERE :kind = 'actor' AND actor_id = :id AND passage_id IS NOT NULL
    UNION ALL
    SELECT 1, passage_id FROM affiliation WHERE :kind = 'actor' AND actor_id = :id
    UNION ALL
    SELECT 2, passage_id FROM participant WHERE :kind = 'actor' AND actor_id = :id
    UNION ALL
    SELECT 2, id FROM passage WHERE :kind = 'actor' AND speaker_id = :id
    UNION ALL
    SELECT 3, passage_id FROM claim WHERE :kind = 'actor' AND :id IN (actor_id, subject_id)
    UNION ALL
    SELECT 3, passage_id FROM figure WHERE :kind = 'actor' AND :id IN (subject_id, counterpart_id)
    UNION ALL
    SELECT 3, q.passage_id FROM quote_ref r JOIN quote q ON q.id = r.quote_id WHERE :kind = 'actor' AND r.actor_id = :id
    UNION ALL
    SELECT 1, passage_id FROM name WHERE :kind = 'place' AND place_id = :id AND passage_id IS NOT NULL
    UNION ALL
    SELECT 1, passage_id FROM claim WHERE :kind = 'place' AND place_id = :id
    UNION ALL
    SELECT 2, v.passage_id FROM event e JOIN evidence v ON v.event_id = e.id WHERE :kind = 'place' AND e.place_id = :id
  ),
  passage_cited AS (
    SELECT * FROM passage
    WHERE id IN (SELECT passage_id FROM cited WHERE rank = (SELECT min(rank) FROM cited))
  )
SELECT s.id, s.kind, s.title, s.author, s.publisher, s.language, s.published, s.published_basis, s.file, s.sha256,
       p.line, p.start, p.stop,
       CASE WHEN :kind IN ('passage', 'quote', 'claim', 'figure') THEN a.name || coalesce(' via ' || v.name, '') || ', ' || p.voice END AS voice
FROM source s
LEFT JOIN passage_cited p ON p.source_id = s.id
LEFT JOIN actor a ON a.id = p.speaker_id
LEFT JOIN actor v ON v.id = p.via_id
WHERE p.id IS NOT NULL OR (:kind = 'source' AND s.id = :id)
ORDER BY s.id, p.start, p.stop, p.id;
