-- check: trade-without-period
-- level: error
-- needs: nothing
-- What one state sells another means nothing without the other state and the time it holds for. A measure of trade is
-- known by its id or label.
WITH trade_figure AS (
  SELECT f.rowid AS "row", m.id AS measure_id, f.counterpart_id, f.period
  FROM figure f
  JOIN measure m ON m.id = f.measure_id
  WHERE EXISTS (
    SELECT 1
    FROM (SELECT 'export' AS word UNION ALL SELECT 'exports' UNION ALL SELECT 'import' UNION ALL SELECT 'imports' UNION ALL SELECT 'trade') w
    WHERE instr(' ' || fold(replace(m.id, '-', ' ') || ' ' || m.label) || ' ', ' ' || w.word || ' ') > 0
  )
)
SELECT 'figure' AS "table", "row", 'counterpart_id' AS "column",
       'a figure of ''' || measure_id || ''' without the other side; give the actor it is traded with' AS message
FROM trade_figure
WHERE counterpart_id IS NULL
UNION ALL
SELECT 'figure', "row", 'period',
       'a figure of ''' || measure_id || ''' without the time it holds for; give the period, in bounds where the text is vague'
FROM trade_figure
WHERE period IS NULL;
