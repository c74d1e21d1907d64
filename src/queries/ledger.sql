-- name: ledger(event, attribute)
-- title: The record of accountability: who is responsible, who owned to it, apologised, paid
-- What is claimed of an event and of everything that is part of it, responds to it or follows from it on responsibility,
-- intent, acknowledgement, apology, compensation, punishment and what was demanded, in order of time: the day of the event
-- that the claim is about, then the document.
-- param: event event - the event to account for
-- param: attribute one-of(responsibility|intent|acknowledgement|apology|compensation|punishment|demanded)? - only this attribute
-- if-room: attribute, date, note, locator
-- under: attribute event, date event, note says, locator who
-- example: ledger aircraft-loss
-- example: ledger yekaterinburg-raid
WITH RECURSIVE
  account (id) AS (
    SELECT :event
    UNION
    SELECT k.from_id
    FROM account a
    JOIN event_link k ON k.to_id = a.id
    WHERE k.kind IN ('part_of', 'response_to', 'retaliation_for', 'caused_by', 'follow_up_to')
      AND k.stance <> 'denies'
  )
SELECT e.date,
       c.event || coalesce(' (' || c.subject || ')', '') AS event,
       c.attribute,
       c.told AS says,
       c.speaker || ', ' || c.source_id AS who,
       c.note,
       c.locator
FROM claims c
JOIN events e ON e.id = c.event_id
JOIN source s ON s.id = c.source_id
JOIN passages p ON p.id = c.passage_id
WHERE c.event_id IN (SELECT id FROM account)
  AND c.attribute_id IN ('responsibility', 'intent', 'acknowledgement', 'apology', 'compensation', 'punishment', 'demanded')
  AND (:attribute IS NULL OR c.attribute_id = :attribute)
ORDER BY e.position, e.id, c.attribute_id, coalesce(s.published_earliest, '9999'), p.position, c.id;
