-- Rows that hold the words, best first (what is called just that, then bm25; a hit in the title counts four times), with
-- the words marked.
-- A quote whose day nobody gives was possibly said on any day until its source appeared.
WITH
  -- Where a source tells of a row: it reports the event, prints the quote, writes the name, or tells of an event in
  -- which the actor takes part or that is at the place.
  reported AS (
    SELECT DISTINCT v.event_id AS id
    FROM evidence v
    JOIN passage g ON g.id = v.passage_id
    WHERE g.source_id = :source
  ),
  told(kind, id) AS (
    SELECT 'event', id FROM reported
    UNION
    SELECT 'quote', q.id FROM quote q JOIN passage g ON g.id = q.passage_id WHERE g.source_id = :source
    UNION
    SELECT 'actor', n.actor_id FROM name n JOIN passage g ON g.id = n.passage_id WHERE g.source_id = :source
    UNION
    SELECT 'actor', g.speaker_id FROM passage g WHERE g.source_id = :source
    UNION
    SELECT 'actor', t.actor_id FROM participant t WHERE t.event_id IN (SELECT id FROM reported)
    UNION
    SELECT 'place', n.place_id FROM name n JOIN passage g ON g.id = n.passage_id WHERE g.source_id = :source
    UNION
    SELECT 'place', e.place_id FROM event e WHERE e.id IN (SELECT id FROM reported)
  ),
  titled AS (
    -- Rows whose title holds all that is asked for: no more of their text needs to be shown.
    SELECT rowid FROM search WHERE search MATCH '{title} : (' || :words || ')'
  )
SELECT d.kind,
       d.id,
       coalesce(e.date, q.dated) AS date,
       -- The mark between parts is a word of the index; at the end of a snippet it says nothing.
       replace(replace(highlight(search, 0, '«', '»')
         || CASE
              WHEN search.rowid IN (SELECT rowid FROM titled) THEN ''
              WHEN instr(snippet(search, 1, '«', '»', '…', 11), '«') > 0
                THEN ' · ' || snippet(search, 1, '«', '»', '…', 11)
              -- Only folded does a letter such as ə meet what was typed.
              WHEN instr(highlight(search, 0, '«', '»'), '«') = 0
                THEN ' · ' || snippet(search, 2, '«', '»', '…', 11)
              ELSE ''
            END, '…· ', '…'), ' ·…', '…') AS match
FROM search
JOIN document d ON d."rowid" = search.rowid
LEFT JOIN event e ON d.kind = 'event' AND e.id = d.id
LEFT JOIN quotes q ON d.kind = 'quote' AND q.id = d.id
WHERE search MATCH :words
  AND (:kind IS NULL OR d.kind = :kind)
  AND (:source IS NULL OR (d.kind, d.id) IN (SELECT kind, id FROM told))
  -- Prefixes compare as text: '2025-06' comes before each of its days, '2025-06~' after them.
  AND (:from_date IS NULL
       OR (d.kind IN ('event', 'quote') AND coalesce(e.latest, q.dated_latest, '9999') >= :from_date))
  AND (:to_date IS NULL
       OR (d.kind IN ('event', 'quote') AND coalesce(e.earliest, q.dated_earliest, '0000') <= :to_date || '~'))
ORDER BY substr(d.fold, 1, instr(d.fold || ' ·', ' ·') - 1) <> trim(:words, '"'), bm25(search, 4.0, 1.0, 1.0), d.kind, d.id;
