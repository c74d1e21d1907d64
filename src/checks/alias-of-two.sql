-- check: alias-of-two
-- level: warning
-- needs: nothing
-- A written form leads to one actor and to one place at most; only metonyms and family names are shared, and forms of
-- listed look-alikes. Reported once for each further owner.
WITH owned_form AS (
  -- one row per written form and owner; alias_row is NULL where the form is only the house name
  SELECT fold, CASE WHEN actor_id IS NULL THEN 'place' ELSE 'actor' END AS what, coalesce(actor_id, place_id) AS owner_id,
         min(CASE WHEN kind <> 'house' THEN rowid END) AS alias_row
  FROM name
  WHERE kind NOT IN ('metonym', 'family')
    AND fold <> ''
    AND coalesce(actor_id, place_id) IS NOT NULL
  GROUP BY fold, what, owner_id
),
shared_form AS (
  SELECT a.alias_row, a.what, a.owner_id, min(b.owner_id) AS other_id
  FROM owned_form a
  JOIN owned_form b
    ON b.fold = a.fold
   AND b.what = a.what
   AND b.owner_id <> a.owner_id
  WHERE a.alias_row IS NOT NULL
    AND (b.owner_id < a.owner_id OR b.alias_row IS NULL)
    AND NOT EXISTS (
      SELECT 1
      FROM lookalike k
      WHERE k.first_id = min(a.owner_id, b.owner_id)
        AND k.second_id = max(a.owner_id, b.owner_id)
    )
  GROUP BY a.alias_row, a.what, a.owner_id
)
SELECT 'name' AS "table", s.alias_row AS "row", 'name' AS "column",
       '''' || n.name || ''' names two ' || s.what || 's: ''' || s.owner_id || ''' and ''' || s.other_id
         || '''; drop one, make it a metonym or a family name, or list the two as look-alikes' AS message
FROM shared_form s
JOIN name n ON n.rowid = s.alias_row;
