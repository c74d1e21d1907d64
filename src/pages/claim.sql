-- section: Claim
SELECT c.event, c.attribute, c.subject, c.stance, c.value, c.extent, c.as_written, c.speaker, c.via, c.source_id, c.locator, c.note, c.event_id, c.passage_id
FROM claims c
WHERE c.id = :id;
-- section: Against the others
SELECT d.relation, d."between",
       CASE :id WHEN d.a_claim_id THEN d.b_speaker || ', ' || d.b_source_id ELSE d.a_speaker || ', ' || d.a_source_id END AS other,
       CASE :id WHEN d.a_claim_id THEN d.b_says ELSE d.a_says END AS says,
       CASE :id WHEN d.a_claim_id THEN d.b_as_written ELSE d.a_as_written END AS as_written,
       CASE :id WHEN d.a_claim_id THEN d.b_locator ELSE d.a_locator END AS locator,
       CASE :id WHEN d.a_claim_id THEN d.b_claim_id ELSE d.a_claim_id END AS id
FROM disagreements d
WHERE :id IN (d.a_claim_id, d.b_claim_id)
ORDER BY d.relation, id;
-- section: Its words (sources)
SELECT passage_id FROM claim WHERE id = :id;
