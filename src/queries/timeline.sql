-- name: timeline(from_date, to_date, topic, actor, place, status, tier, min_sources, surely)
-- title: What happened, in order, and who reports it
-- An event known only to the month sorts at its first possible day, and one of which only the end is known at its last;
-- `date` shows what the sources support. Of one date the cause comes before its effect, and the whole before its parts. What
-- had been going on since nobody says when comes last. Where a period is asked for, `within` tells whether the event surely
-- lies in it or possibly (its dates only overlap it).
-- param: from_date date? - leave out what surely ended before this
-- param: to_date date? - leave out what surely began after this
-- param: topic topic? - only events of this storyline
-- param: actor actor? - only events this actor took part in, of a state also its bodies, forces and officials
-- param: place place? - only events at this place or within it, also where only one account puts them there
-- param: status one-of(happened|ongoing|alleged|planned|proposed|threatened|predicted|rumoured)? - only events of this status
-- param: tier one-of(core|background|analogue)? - only this part of the story
-- param: min_sources integer? - only events that at least so many sources report
-- param: surely flag? - only events that lie wholly in the period
-- id: event
-- if-room: reported_by, status, within, id
-- under: reported_by event, status date, within date, id event
-- example: timeline
-- example: timeline --from 2025-06 --to 2025-07-10
-- example: timeline --topic aircraft --min-sources 2
WITH
  dated AS (
    -- Prefixes compare as text: '2025-06' comes before each of its days, '2025-06~' after them.
    SELECT e.*,
           (:from_date IS NULL OR e.earliest >= :from_date)
             AND (:to_date IS NULL OR e.latest <= :to_date || '~') AS inside
    FROM events e
    WHERE (:from_date IS NULL OR coalesce(e.latest, '9999') >= :from_date)
      AND (:to_date IS NULL OR coalesce(e.earliest, '0000') <= :to_date || '~')
  ),
  here AS (
    SELECT :place AS id
    UNION
    SELECT place_id FROM place_within WHERE ancestor_id = :place
  )
SELECT e.date,
       e.title AS event,
       e.status,
       e.reported_by,
       CASE
         WHEN :from_date IS NULL AND :to_date IS NULL THEN NULL
         WHEN e.inside THEN 'surely'
         ELSE 'possibly'
       END AS within,
       e.id
FROM dated e
WHERE (:topic IS NULL OR EXISTS (SELECT 1 FROM event_topic t WHERE t.event_id = e.id AND t.topic_id = :topic))
  AND (:actor IS NULL OR EXISTS (SELECT 1 FROM participant t WHERE t.event_id = e.id AND t.actor_id IN (SELECT actor_id FROM sides WHERE side_id = :actor AND acts = 'yes')))
  AND (:place IS NULL
       OR e.place_id IN (SELECT id FROM here)
       OR EXISTS (SELECT 1 FROM claim c
                  WHERE c.event_id = e.id AND c.attribute_id = 'place' AND c.stance <> 'denies'
                    AND c.place_id IN (SELECT id FROM here)))
  AND (:status IS NULL OR e.status = :status)
  AND (:tier IS NULL OR e.tier = :tier)
  AND (:min_sources IS NULL OR e.sources >= :min_sources)
  AND (:surely IS NULL OR e.inside)
ORDER BY e.position, e.id;
