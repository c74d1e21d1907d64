SELECT 'plain' AS text, 1 AS number, NULL AS empty
UNION ALL SELECT 'a "quoted", comma', -2.5, 'x'
UNION ALL SELECT 'two' || char(10) || 'lines', 1e300, ''
UNION ALL SELECT 'tab' || char(9) || 'and | bar', 9007199254740993, x'00ff'
UNION ALL SELECT 'Şəki, Orenburg, 北京', 0.1, 'escape ' || char(27) || '[31m, override ' || char(0x202e);
