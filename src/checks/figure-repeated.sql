-- check: figure-repeated
-- level: warning
-- needs: nothing
-- A speaker who gives the same figure twice in one document gives one figure.
WITH numbered AS (
  SELECT f.rowid AS "row", f.id, f.passage_id, p.source_id,
         first_value(f.id) OVER same_figure AS first_id,
         first_value(f.passage_id) OVER same_figure AS first_passage_id
  FROM figure f
  JOIN passage p ON p.id = f.passage_id
  WINDOW same_figure AS (
    PARTITION BY f.measure_id, f.subject_id, coalesce(f.counterpart_id, ''), coalesce(f.item, ''), p.source_id, coalesce(p.speaker_id, ''),
                 coalesce(p.via_id, ''), f.stance, f.low, f.high, f.period
    ORDER BY f.id
  )
)
SELECT 'figure' AS "table", "row", NULL AS "column",
       'repeats ''' || first_id || ''': the same measure, parties, period, speaker and value, also in ' || source_id || ' (' || first_passage_id || ' and '
         || passage_id || '); keep one' AS message
FROM numbered
WHERE id <> first_id;
