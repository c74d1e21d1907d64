-- name: positions(actor, topic)
-- title: An actor's stand over time
-- What an actor said and claims, and what others claim of its position, motive, intent or accountability, with who does;
-- pull quotes, which repeat another, are left out. In order of time: `date` is that of the saying, not of the event spoken
-- of, and where no source tells it, that of the occasion, or a day before the document appeared.
-- param: actor actor - whose stand
-- param: topic topic? - only on events of this storyline; what is about no event counts by its occasion
-- if-room: as_what, locator, id
-- under: as_what date, locator who
-- example: positions aliyev-ilham
-- example: positions armenia --topic corridor
WITH
  saying AS MATERIALIZED (
    SELECT q.*,
           coalesce(q.said, o.date, q.dated) AS date,
           CASE WHEN q.said IS NULL AND o.id IS NOT NULL THEN o.earliest ELSE q.dated_earliest END AS earliest,
           CASE WHEN q.said IS NULL AND o.id IS NOT NULL THEN o.latest ELSE q.dated_latest END AS latest
    FROM quotes q
    LEFT JOIN event o
      ON o.id = (SELECT e.id FROM quote_ref r JOIN event e ON e.id = r.event_id -- its own, not that of the original
                 WHERE r.quote_id = q.id AND r.relation = 'said_at'
                 ORDER BY e.earliest DESC, e.latest, e.id LIMIT 1)
    WHERE q.form <> 'pull'
  ),
  -- What an author claims is as old as the document; of a reported claim the quote tells that its words stand in.
  claimed AS (
    SELECT c.*,
           CASE WHEN c.speaker_id IS NULL THEN s.published ELSE coalesce(q.date, '[..' || s.published_latest || ']') END AS said,
           CASE WHEN c.speaker_id IS NULL THEN s.published_earliest ELSE q.earliest END AS earliest,
           CASE WHEN c.speaker_id IS NULL THEN s.published_latest ELSE coalesce(q.latest, s.published_latest) END AS latest
    FROM claims c
    JOIN source s ON s.id = c.source_id
    LEFT JOIN saying q
      ON q.id = (SELECT n.id
                 FROM saying n
                 JOIN passage w ON w.id = n.passage_id
                 JOIN passage p ON p.id = c.passage_id
                 WHERE n.source_id = c.source_id AND n.speaker_id = c.speaker_id AND w.start < p.stop AND p.start < w.stop
                 ORDER BY w.start, n.id LIMIT 1)
    WHERE c.speaker_id = :actor
       OR (c.subject_id = :actor
           AND c.attribute_id IN ('position', 'motive', 'intent', 'demanded', 'acknowledgement', 'apology'))
  ),
  stand AS (
    SELECT q.date, q.earliest, q.latest, 'said' AS as_what, q.says AS stand, q.speaker, q.source_id, q.passage_id, q.locator, q.id
    FROM saying q
    WHERE q.speaker_id = :actor
      AND (:topic IS NULL
           OR EXISTS (SELECT 1 FROM quote_refs r JOIN event_topic t ON t.event_id = r.event_id
                      WHERE r.quote_id = q.id AND t.topic_id = :topic
                        AND (r.relation = 'about'
                             OR NOT EXISTS (SELECT 1 FROM quote_refs b
                                            WHERE b.quote_id = q.id AND b.relation = 'about' AND b.event_id IS NOT NULL))))
    UNION ALL
    SELECT c.said, c.earliest, c.latest, c.attribute,
           c.event || coalesce(' (' || c.subject || ')', '') || ': ' || c.told,
           c.speaker, c.source_id, c.passage_id, c.locator, c.id
    FROM claimed c
    WHERE :topic IS NULL OR EXISTS (SELECT 1 FROM event_topic t WHERE t.event_id = c.event_id AND t.topic_id = :topic)
  )
SELECT d.date,
       d.as_what,
       d.stand,
       d.speaker || ', ' || d.source_id AS who,
       d.locator,
       d.id
FROM stand d
JOIN passages p ON p.id = d.passage_id
ORDER BY coalesce(d.earliest, d.latest, '9999'), coalesce(d.latest, '9999'), p.position, d.as_what, d.id;
