-- The house form of every actor and place is one of its written forms, unless an exported seed carries it already.
INSERT INTO name (name, actor_id, kind)
SELECT a.name, a.id, 'house'
FROM actor a
WHERE a.name IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM name n WHERE n.actor_id = a.id AND n.kind = 'house')
ORDER BY a.id;

INSERT INTO name (name, place_id, kind)
SELECT p.name, p.id, 'house'
FROM place p
WHERE p.name IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM name n WHERE n.place_id = p.id AND n.kind = 'house')
ORDER BY p.id;
