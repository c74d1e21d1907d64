-- The look-up key of a written form.
SELECT rowid, fold(name) FROM name
