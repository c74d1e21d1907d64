-- name: quotes(by, about, addressee, form, source, from_date, to_date, named_only)
-- title: Who said what, verbatim, and where it stands
-- Words as the source prints them, with the speaker's office in that source. Reported statements have no words of their
-- own; `--form indirect` shows them with their sense. Where no day is given, a quote was possibly said on any day until its
-- source appeared (`[..2025-07-31]`), and the author's own words on the day when it did. The order is that of the last
-- possible day.
-- param: by actor? - only what this actor said, of a state also its bodies, forces and officials
-- param: about actor? - only what is about this actor
-- param: addressee actor? - only what is addressed to this actor
-- param: form one-of(direct|fragment|scare|headline|pull|indirect)? - only quotes of this form
-- param: source source? - only quotes in this source
-- param: from_date date? - leave out what was surely said before this
-- param: to_date date? - leave out what was surely said after this
-- param: named_only flag? - only speakers that a source names
-- id: quote
-- if-room: locator, form, via, medium, id
-- under: form said, locator words
-- example: quotes
-- example: quotes --form indirect --limit 10
SELECT q.dated AS said,
       q.speaker || coalesce(', ' || q.role, '') AS speaker,
       coalesce(q.text, q.gist) AS words,
       q.form,
       q.medium,
       q.via,
       q.locator,
       q.id
FROM quotes q
LEFT JOIN actor a ON a.id = q.speaker_id
WHERE (:by IS NULL OR q.speaker_id IN (SELECT actor_id FROM sides WHERE side_id = :by AND acts = 'yes'))
  AND (:about IS NULL
       OR EXISTS (SELECT 1 FROM quote_refs r WHERE r.quote_id = q.id AND r.relation = 'about' AND r.actor_id = :about))
  AND (:addressee IS NULL
       OR EXISTS (SELECT 1 FROM quote_refs r
                  WHERE r.quote_id = q.id AND r.relation = 'addressed_to' AND r.actor_id = :addressee))
  AND (q.form = :form OR (:form IS NULL AND q.text IS NOT NULL))
  AND (:source IS NULL OR q.source_id = :source)
  AND (:from_date IS NULL OR coalesce(q.dated_latest, '9999') >= :from_date)
  AND (:to_date IS NULL OR coalesce(q.dated_earliest, '0000') <= :to_date || '~')
  AND (:named_only IS NULL OR a.named = 'yes')
ORDER BY coalesce(q.dated_latest, '9999'), coalesce(q.dated_earliest, '0000'), q.position, q.id;
