-- All that is indexed, folded: its words are the known spellings.
SELECT fold FROM document;
