-- What accounts for each word of the documents: a passage that says something, an omission with its reason, or nothing.
-- The rule words-not-covered and the shares both read it, so that they cannot differ.
CREATE TEMP TABLE text_account (
  source_id TEXT,
  line      INTEGER,
  start     INTEGER,
  stop      INTEGER,
  word      TEXT,
  sentence  INTEGER, -- where the sentence begins that the word stands in
  account   TEXT     -- covered; or the reason of an omission; or NULL, where no row accounts for it
);
CREATE INDEX temp.text_account_at ON text_account (source_id, start);

INSERT INTO text_account
SELECT w.source_id, w.line, w.start, w.stop, w.word,
       (SELECT max(s.start) FROM text_sentence s WHERE s.source_id = w.source_id AND s.start <= w.start),
       NULL
FROM text_word w
ORDER BY w.source_id, w.start;

UPDATE text_account AS w
SET account = o.reason
FROM omission o
WHERE o.source_id = w.source_id
  AND w.start >= o.start
  AND w.start < o.stop
  AND w.stop <= o.stop;

CREATE TEMP TABLE text_cited (
  passage_id TEXT,
  source_id  TEXT,
  start      INTEGER,
  stop       INTEGER,
  sentences  INTEGER -- how many sentences have words in it
);

-- A passage says something where evidence, a claim, quote, figure, link, participant or affiliation cites it; a name alone
-- does not. It may run over two sentences: who cites more does not say which of them he means. Words that are left out and
-- cited both are covered, but furniture that a passage runs across stays furniture.
INSERT INTO text_cited
WITH cited (passage_id) AS (
  SELECT passage_id FROM evidence
  UNION SELECT passage_id FROM claim
  UNION SELECT passage_id FROM quote
  UNION SELECT passage_id FROM figure
  UNION SELECT passage_id FROM event_link
  UNION SELECT passage_id FROM participant
  UNION SELECT passage_id FROM affiliation
)
SELECT p.id, p.source_id, p.start, p.stop, count(DISTINCT w.sentence)
FROM cited c
JOIN passage p ON p.id = c.passage_id
JOIN text_account w
  ON w.source_id = p.source_id
 AND w.start >= p.start
 AND w.start < p.stop
 AND w.stop <= p.stop
GROUP BY p.rowid;

UPDATE text_account
SET account = 'covered'
WHERE account IS NOT 'furniture'
  AND rowid IN (
    SELECT w.rowid
    FROM text_cited p
    CROSS JOIN text_account w -- a passage has few words, a document many
    WHERE p.sentences <= 2
      AND w.source_id = p.source_id
      AND w.start >= p.start
      AND w.start < p.stop
      AND w.stop <= p.stop
  );
