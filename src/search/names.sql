-- The written forms of actors and places, folded.
SELECT fold FROM name;
