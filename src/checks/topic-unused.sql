-- check: topic-unused
-- level: warning
-- needs: nothing
-- A storyline without an event tells nothing.
SELECT 'topic' AS "table", t.rowid AS "row", 'id' AS "column",
       'no event belongs to this topic; take it out, or add rows to event_topic.csv' AS message
FROM topic t
WHERE NOT EXISTS (SELECT 1 FROM event_topic x WHERE x.topic_id = t.id);
