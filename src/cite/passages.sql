-- The passages that one row rests on, each with its document; of an actor or a place those of the first rank there are. A source
-- is cited as a whole.
WITH
  passage_cited AS (
    SELECT * FROM passage
    WHERE id IN (
      SELECT passage_id FROM cited
      WHERE kind = :kind AND id = :id
        AND rank = (SELECT min(rank) FROM cited WHERE kind = :kind AND id = :id)
    )
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
