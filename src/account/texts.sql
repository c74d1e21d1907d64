-- The files, words, sentences and quotations of the documents, for the rules that look into them.
CREATE TEMP TABLE text_file (
  name TEXT -- a regular file of the folder of documents; hidden ones are passed over
);

CREATE TEMP TABLE text_word (
  source_id TEXT, line INTEGER, start INTEGER, stop INTEGER, word TEXT
);
CREATE INDEX temp.text_word_at ON text_word (source_id, start);

CREATE TEMP TABLE text_sentence (
  source_id TEXT, line INTEGER, start INTEGER, stop INTEGER
);
CREATE INDEX temp.text_sentence_at ON text_sentence (source_id, start);

CREATE TEMP TABLE text_quotation (
  source_id TEXT, line INTEGER, start INTEGER, stop INTEGER, words TEXT
);
CREATE INDEX temp.text_quotation_at ON text_quotation (source_id, start);
