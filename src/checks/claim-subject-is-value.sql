-- check: claim-subject-is-value
-- level: warning
-- needs: nothing
-- The subject says of whom a claim is, the value what is claimed; the same actor as both says nothing, and hides the
-- claim from those without a subject.
SELECT 'claim' AS "table", c.rowid AS "row", 'subject_id' AS "column",
       '''' || c.subject_id || ''' is the value too; leave subject_id empty where the claim is about the event as a whole' AS message
FROM claim c
WHERE c.subject_id = c.actor_id;
