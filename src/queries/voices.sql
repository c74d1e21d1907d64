-- name: voices(source)
-- title: Whose speech each source carries
-- For each source and speaker the number of quotes, verbatim and reported, with the speaker's country, kind and standing,
-- and whether a source names it; the author's own marks and pull quotes, which repeat another, are left out; `locator` is the first of
-- them.
-- param: source source? - only this source
-- if-room: kind, country, named, standing, locator, id
-- under: kind speaker, country speaker, locator speaker
-- example: voices
-- example: voices --source kontur
SELECT q.source_id AS source,
       a.name AS speaker,
       a.kind,
       a.country,
       a.named,
       a.standing,
       count(q.text) AS verbatim,
       count(*) - count(q.text) AS reported,
       substr(min(q.position || ' ' || q.locator), length(min(q.position)) + 2) AS locator,
       a.id
FROM quotes q
JOIN actor a ON a.id = q.speaker_id
WHERE q.form <> 'pull'
  AND (:source IS NULL OR q.source_id = :source)
GROUP BY q.source_id, a.id
ORDER BY q.source_id, count(*) DESC, a.name, a.id;
