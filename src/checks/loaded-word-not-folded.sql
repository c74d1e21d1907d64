-- check: loaded-word-not-folded
-- level: error
-- needs: nothing
-- House text is looked up by its folded words, so the list is kept in that form.
SELECT 'loaded_word' AS "table", w.rowid AS "row", 'word' AS "column",
       '''' || w.word || ''' is not in the form of the look-up key; write ''' || fold(w.word) || '''' AS message
FROM loaded_word w
WHERE w.word <> fold(w.word);
