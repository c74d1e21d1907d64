-- name: disagreements(event, topic, attribute, measure, relation, source)
-- title: Who says what against whom, side by side
-- Two claims on one attribute of one event, or two figures on one measure: conflict where their values cannot both hold,
-- denied where one denies the other, degree where they differ in degree only. What is compatible (both may hold) or the
-- same is left out unless asked for with `--relation`. `between` tells whether the two stand in one voice, in one source
-- (two voices) or in two sources. Figures belong to no event: of them `--measure` asks, while `--event`, `--topic` and
-- `--attribute` leave them out. The crisis itself comes before its background.
-- param: event event? - only claims on this event
-- param: topic topic? - only claims on events of this storyline
-- param: attribute attribute? - only claims on this attribute
-- param: measure measure? - only figures on this measure
-- param: relation one-of(same|compatible|degree|conflict|denied)? - only this relation
-- param: source source? - only where this source is one of the two
-- if-room: relation, attribute, between, says+other_says, where+other_where
-- under: attribute event, relation event, between event, says one, where one, other_says other, other_where other
-- example: disagreements
-- example: disagreements --relation conflict
-- example: disagreements --relation same --attribute deaths
SELECT d.event || CASE WHEN d.event_id IS NOT NULL THEN coalesce(' (' || d.subject || ')', '') ELSE '' END AS event,
       d.attribute,
       d.relation,
       d."between",
       d.a_speaker || ', ' || d.a_source_id AS one,
       d.a_told AS says,
       d.a_locator AS "where",
       d.b_speaker || ', ' || d.b_source_id AS other,
       d.b_told AS other_says,
       d.b_locator AS other_where
FROM disagreements d
LEFT JOIN event e ON e.id = d.event_id
WHERE (:event IS NULL OR d.event_id = :event)
  AND (:topic IS NULL OR EXISTS (SELECT 1 FROM event_topic t WHERE t.event_id = d.event_id AND t.topic_id = :topic))
  AND (:attribute IS NULL OR d.event_id IS NOT NULL AND d.attribute_id = :attribute)
  AND (:measure IS NULL OR d.event_id IS NULL AND d.attribute_id = :measure)
  AND (d.relation = :relation OR (:relation IS NULL AND d.relation NOT IN ('compatible', 'same')))
  AND (:source IS NULL OR d.a_source_id = :source OR d.b_source_id = :source)
ORDER BY CASE d.relation WHEN 'conflict' THEN 1 WHEN 'denied' THEN 2 WHEN 'degree' THEN 3 WHEN 'compatible' THEN 4 ELSE 5 END,
         coalesce(e.tier, '') <> 'core', coalesce(e.earliest, '9999'), d.event, d.attribute, d.a_claim_id, d.b_claim_id;
