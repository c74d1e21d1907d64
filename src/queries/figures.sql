-- name: figures(measure, subject, item)
-- title: Trade, diaspora, shares: numbers that belong to no single event
-- Each number with its unit, the period it holds for, and who gives it where. Numbers are in base units; the words of the
-- text stand beside them.
-- param: measure measure? - only this measure
-- param: subject actor? - only of this actor, or with it as counterpart
-- param: item text? - only items that contain this word
-- id: figure
-- if-room: item, period, unit, value, locator, id
-- under: item measure, value as_written, unit as_written, period as_written, locator who
-- example: figures
-- example: figures --subject azerbaijan
SELECT f.measure,
       f.subject || coalesce(' / ' || f.counterpart, '') AS of_whom,
       f.item,
       f.as_written,
       f.says AS value,
       f.unit,
       f.period,
       f.speaker || ', ' || f.source_id AS who,
       f.locator,
       f.id
FROM figures f
WHERE (:measure IS NULL OR f.measure_id = :measure)
  AND (:subject IS NULL OR f.subject_id = :subject OR f.counterpart_id = :subject)
  AND (:item IS NULL OR instr(lower(f.item), lower(:item)) > 0)
ORDER BY f.measure, f.subject, coalesce(f.item, ''), coalesce(f.period_earliest, '0000'), f.id;
