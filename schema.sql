-- The schema of a samur database: every table, column, vocabulary and view, and nowhere else.
--
-- It is written to be read, by people and by the program. Inside each CREATE statement the first comment says what one row is; the comment
-- behind a column says what it holds. The tables `dictionary` and `query`, the loader, the export and `samur schema` are all made from this text:
--   †       the column (or table) is filled by the loader, not by the curator
--   EDTF    the column holds an EDTF date (levels 0-2); columns X_earliest and X_latest beside X hold its first and last possible day
--   [unit]  the unit of the value
-- A CHECK is named by the sentence that a curator reads who breaks it, and the sentence begins with the column at fault.
-- `column IN (...)` in a CHECK is the vocabulary of that column. `x > '' AND x < x''` holds for text that is not empty: SQLite sorts all text
-- from '' onwards and before any blob, and a NULL passes every CHECK. A column with a vocabulary or a foreign key needs no such rule.
--
-- Portable profile: only what any SQLite reader of the last ten years understands. Ordinary rowid tables, no STRICT, no generated columns,
-- no triggers; views without window functions, CTEs or functions of the program's own. Exceptions: FTS5 (one table, `search`) and expression indexes.

PRAGMA application_id = 1396788562; -- 'SAMR'
PRAGMA user_version = 1;            -- version of this schema

---------------------------------------------------------------------------------------------------------------------------------
-- Evidence: where anything stands
---------------------------------------------------------------------------------------------------------------------------------

CREATE TABLE source (
  -- One row per document that the chronicle is made from.
  id                 TEXT PRIMARY KEY NOT NULL, -- short slug: mee
  kind               TEXT NOT NULL,             -- what sort of document it is
  title              TEXT,                      -- verbatim; NULL where the text bears none
  author             TEXT,                      -- as the text gives it; NULL where it gives none
  publisher          TEXT,                      -- as the text gives it; NULL where it gives none
  language           TEXT NOT NULL,             -- BCP 47 tag of the text: en
  published          TEXT,                      -- EDTF; when it appeared
  published_earliest TEXT,                      -- † first possible day of published
  published_latest   TEXT,                      -- † last possible day of published
  published_basis    TEXT NOT NULL,             -- stated in the text; inferred from the latest date in it; or open
  file               TEXT NOT NULL,             -- file name in the folder of documents
  chars              INTEGER NOT NULL,          -- [code points] length of the file
  sha256             TEXT NOT NULL,             -- SHA-256 of the file's bytes, hexadecimal
  note               TEXT,                      -- the basis of author, publisher and date, in our words
  CONSTRAINT "id is made of lower-case letters, digits and hyphens" CHECK (id NOT GLOB '*[^a-z0-9-]*' AND id GLOB '[a-z0-9]*'),
  CONSTRAINT "kind is one of the list" CHECK (kind IN ('news', 'brief', 'transcript', 'analysis')),
  CONSTRAINT "published_basis is one of the list" CHECK (published_basis IN ('stated', 'inferred', 'open')),
  CONSTRAINT "published is given unless its basis is open" CHECK ((published IS NULL) = (published_basis = 'open')),
  CONSTRAINT "published_earliest must not be after published_latest" CHECK (published_earliest <= published_latest),
  CONSTRAINT "chars is a positive number of code points" CHECK (typeof(chars) = 'integer' AND chars > 0),
  CONSTRAINT "sha256 is 64 lower-case hexadecimal digits" CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT "language is a BCP 47 tag such as en or az-Latn" CHECK (language GLOB '[a-z][a-z]*' AND language NOT GLOB '*[^a-zA-Z0-9-]*'),
  CONSTRAINT "file is a bare file name" CHECK (length(file) > 0 AND instr(file, '/') = 0 AND instr(file, '\') = 0),
  CONSTRAINT "text columns hold text that is not empty" CHECK (
    id > '' AND id < x'' AND title > '' AND title < x'' AND author > '' AND author < x'' AND publisher > '' AND publisher < x''
    AND language > '' AND language < x'' AND published > '' AND published < x''
    AND published_earliest > '' AND published_earliest < x'' AND published_latest > '' AND published_latest < x''
    AND file > '' AND file < x'' AND sha256 > '' AND sha256 < x'' AND note > '' AND note < x'')
);

CREATE TABLE passage (
  -- One row per exact place in a source, spoken by one voice; holds no prose.
  id         TEXT PRIMARY KEY NOT NULL,                   -- slug of source, line and a running number: mee-18-1
  source_id  TEXT NOT NULL REFERENCES source (id),        -- the document
  line       INTEGER NOT NULL,                            -- [line, from 1] physical line that holds the first character
  start      INTEGER NOT NULL,                            -- [code points, from 0] first character, counted over the raw UTF-8 file
  stop       INTEGER NOT NULL,                            -- [code points, from 0] the character after the last
  sha256     TEXT NOT NULL,                               -- SHA-256 of the UTF-8 bytes of the slice, hexadecimal
  part       TEXT NOT NULL,                               -- where on the page it stands
  voice      TEXT NOT NULL,                               -- the document itself, reported speech, or words in quotation marks
  speaker_id TEXT REFERENCES actor (id),                  -- who vouches; NULL exactly where the author does
  via_id     TEXT REFERENCES actor (id),                  -- outlet or report between speaker and source, where both are named
  CONSTRAINT "id is made of lower-case letters, digits and hyphens" CHECK (id NOT GLOB '*[^a-z0-9-]*' AND id GLOB '[a-z0-9]*'),
  CONSTRAINT "line counts from 1" CHECK (typeof(line) = 'integer' AND line >= 1),
  CONSTRAINT "start counts from 0" CHECK (typeof(start) = 'integer' AND start >= 0),
  CONSTRAINT "stop is after start" CHECK (typeof(stop) = 'integer' AND stop > start),
  CONSTRAINT "stop is at most 600 characters after start: cite the sentence" CHECK (stop - start <= 600),
  CONSTRAINT "sha256 is 64 lower-case hexadecimal digits" CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT "part is one of the list" CHECK (part IN ('body', 'heading', 'caption')),
  CONSTRAINT "voice is one of the list" CHECK (voice IN ('author', 'reported', 'quoted')),
  CONSTRAINT "speaker_id is empty exactly where the voice is the author's" CHECK ((speaker_id IS NULL) = (voice = 'author')),
  CONSTRAINT "via_id needs a speaker_id" CHECK (via_id IS NULL OR speaker_id IS NOT NULL),
  CONSTRAINT "text columns hold text that is not empty" CHECK (id > '' AND id < x'' AND sha256 > '' AND sha256 < x'')
);
CREATE INDEX passage_source ON passage (source_id, start);
CREATE INDEX passage_speaker ON passage (speaker_id);
CREATE INDEX passage_via ON passage (via_id);

CREATE TABLE evidence (
  -- One row per event and passage that reports it; every event has at least one.
  event_id   TEXT NOT NULL REFERENCES event (id),   -- what is reported
  passage_id TEXT NOT NULL REFERENCES passage (id), -- where, by whom
  stance     TEXT NOT NULL,                         -- the stance of the passage's speaker
  CONSTRAINT "stance is one of the list" CHECK (stance IN ('asserts', 'hedges', 'denies'))
);
CREATE UNIQUE INDEX evidence_row ON evidence (event_id, passage_id);
CREATE INDEX evidence_passage ON evidence (passage_id);

CREATE TABLE omission (
  -- One row per stretch of a source that no other row cites, on purpose.
  source_id TEXT NOT NULL REFERENCES source (id), -- the document
  line      INTEGER NOT NULL,                     -- [line, from 1] physical line that holds the first character
  start     INTEGER NOT NULL,                     -- [code points, from 0] first character
  stop      INTEGER NOT NULL,                     -- [code points, from 0] the character after the last
  sha256    TEXT NOT NULL,                        -- SHA-256 of the UTF-8 bytes of the slice, hexadecimal
  reason    TEXT NOT NULL,                        -- why it is left out
  note      TEXT,                                 -- own words
  CONSTRAINT "line counts from 1" CHECK (typeof(line) = 'integer' AND line >= 1),
  CONSTRAINT "start counts from 0" CHECK (typeof(start) = 'integer' AND start >= 0),
  CONSTRAINT "stop is after start" CHECK (typeof(stop) = 'integer' AND stop > start),
  CONSTRAINT "sha256 is 64 lower-case hexadecimal digits" CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT "reason is one of the list" CHECK (reason IN ('furniture', 'heading', 'repeats', 'transition', 'attribution')),
  CONSTRAINT "text columns hold text that is not empty" CHECK (sha256 > '' AND sha256 < x'' AND note > '' AND note < x'')
);
CREATE UNIQUE INDEX omission_row ON omission (source_id, start);

---------------------------------------------------------------------------------------------------------------------------------
-- Who and where
---------------------------------------------------------------------------------------------------------------------------------

CREATE TABLE actor (
  -- One row per person, body or thing that acts or speaks, named or only described.
  id       TEXT PRIMARY KEY NOT NULL, -- slug: aliyev-ilham
  name     TEXT NOT NULL,             -- house form of the name, or the description where there is no name
  kind     TEXT NOT NULL,             -- what it is
  named    TEXT NOT NULL,             -- whether a source names it
  sector   TEXT,                      -- field of activity, one or two words: government, media
  country  TEXT,                      -- ISO 3166-1 alpha-2 code of the state it belongs to
  standing TEXT NOT NULL,             -- public figure or body, private person, or a source whose anonymity is protected
  gloss    TEXT,                      -- who it is, in our words, at most 160 characters
  CONSTRAINT "id is made of lower-case letters, digits and hyphens" CHECK (id NOT GLOB '*[^a-z0-9-]*' AND id GLOB '[a-z0-9]*'),
  CONSTRAINT "kind is one of the list" CHECK (kind IN ('person', 'state', 'body', 'forces', 'igo', 'party', 'company', 'media',
    'think-tank', 'community', 'network', 'vessel', 'document')),
  CONSTRAINT "named is one of the list" CHECK (named IN ('yes', 'no')),
  CONSTRAINT "country is an ISO 3166-1 alpha-2 code" CHECK (country GLOB '[A-Z][A-Z]'),
  CONSTRAINT "standing is one of the list" CHECK (standing IN ('public', 'private', 'protected')),
  CONSTRAINT "named is no where the standing is protected" CHECK (standing <> 'protected' OR named = 'no'),
  CONSTRAINT "gloss is at most 160 characters" CHECK (length(gloss) <= 160),
  CONSTRAINT "text columns hold text that is not empty" CHECK (
    id > '' AND id < x'' AND name > '' AND name < x'' AND sector > '' AND sector < x'' AND country > '' AND country < x''
    AND gloss > '' AND gloss < x'')
);

CREATE TABLE place (
  -- One row per country, town, site, sea or route.
  id          TEXT PRIMARY KEY NOT NULL,   -- slug: yekaterinburg
  name        TEXT NOT NULL,               -- house form: the one most sources use
  kind        TEXT NOT NULL,               -- what it is
  country     TEXT,                        -- ISO 3166-1 alpha-2 code
  subdivision TEXT,                        -- ISO 3166-2 code: RU-SVE
  within_id   TEXT REFERENCES place (id),  -- the next larger place that holds it
  latitude    REAL,                        -- [degrees, WGS 84] north is positive
  longitude   REAL,                        -- [degrees, WGS 84] east is positive
  radius_km   REAL,                        -- [km] how far from the point it may be
  note        TEXT,                        -- contested name or status: one neutral sentence with both views
  CONSTRAINT "id is made of lower-case letters, digits and hyphens" CHECK (id NOT GLOB '*[^a-z0-9-]*' AND id GLOB '[a-z0-9]*'),
  CONSTRAINT "kind is one of the list" CHECK (kind IN ('country', 'region', 'city', 'village', 'site', 'sea', 'route')),
  CONSTRAINT "country is an ISO 3166-1 alpha-2 code" CHECK (country GLOB '[A-Z][A-Z]'),
  CONSTRAINT "subdivision is an ISO 3166-2 code of the same country" CHECK (subdivision IS NULL OR (country IS NOT NULL
    AND substr(subdivision, 1, 3) = country || '-' AND length(subdivision) BETWEEN 4 AND 6)),
  CONSTRAINT "latitude lies between -90 and 90" CHECK (typeof(latitude) IN ('real', 'null') AND (latitude IS NULL OR latitude BETWEEN -90 AND 90)),
  CONSTRAINT "longitude lies between -180 and 180" CHECK (typeof(longitude) IN ('real', 'null') AND (longitude IS NULL OR longitude BETWEEN -180 AND 180)),
  CONSTRAINT "radius_km is positive" CHECK (typeof(radius_km) IN ('real', 'null') AND (radius_km IS NULL OR radius_km > 0)),
  CONSTRAINT "latitude, longitude and radius_km are given together" CHECK (
    (latitude IS NULL) = (longitude IS NULL) AND (latitude IS NULL) = (radius_km IS NULL)),
  CONSTRAINT "within_id is another place" CHECK (within_id <> id),
  CONSTRAINT "text columns hold text that is not empty" CHECK (
    id > '' AND id < x'' AND name > '' AND name < x'' AND country > '' AND country < x'' AND subdivision > '' AND subdivision < x''
    AND note > '' AND note < x'')
);
CREATE INDEX place_within_id ON place (within_id);

CREATE TABLE place_within (
  -- † One row per place and each larger place that holds it: the closure of place.within_id.
  place_id    TEXT NOT NULL REFERENCES place (id), -- the smaller place
  ancestor_id TEXT NOT NULL REFERENCES place (id)  -- a larger place that holds it, however many steps up
);
CREATE UNIQUE INDEX place_within_row ON place_within (place_id, ancestor_id);
CREATE INDEX place_within_ancestor ON place_within (ancestor_id);

CREATE TABLE name (
  -- One row per written form of an actor or a place, and where it was met.
  name       TEXT NOT NULL,                -- verbatim
  fold       TEXT,                         -- † look-up key: lower case, no diacritics or punctuation; ə/e, ı/i, ё/е joined
  actor_id   TEXT REFERENCES actor (id),   -- whom it names, or
  place_id   TEXT REFERENCES place (id),   -- which place it names
  kind       TEXT NOT NULL,                -- what sort of form; house is written by the loader
  passage_id TEXT REFERENCES passage (id), -- where it was met; NULL where the curator supplies it
  CONSTRAINT "actor_id or place_id, exactly one of them, is given" CHECK ((actor_id IS NULL) <> (place_id IS NULL)),
  CONSTRAINT "kind is one of the list" CHECK (kind IN ('house', 'variant', 'short', 'family', 'metonym', 'former', 'contested',
    'misspelling', 'description')),
  CONSTRAINT "text columns hold text that is not empty" CHECK (name > '' AND name < x'' AND fold > '' AND fold < x'')
);
CREATE UNIQUE INDEX name_row ON name (name, coalesce(actor_id, ''), coalesce(place_id, ''), kind, coalesce(passage_id, ''));
CREATE INDEX name_fold ON name (fold);
CREATE INDEX name_actor ON name (actor_id);
CREATE INDEX name_place ON name (place_id);
CREATE INDEX name_passage ON name (passage_id);

CREATE TABLE lookalike (
  -- One row per two actors or two places that must not be merged.
  first_id  TEXT NOT NULL, -- an actor or a place; the smaller id in byte order
  second_id TEXT NOT NULL, -- another of the same table
  why       TEXT NOT NULL, -- what tells them apart, in our words
  CONSTRAINT "first_id comes before second_id in byte order" CHECK (first_id < second_id),
  CONSTRAINT "text columns hold text that is not empty" CHECK (
    first_id > '' AND first_id < x'' AND second_id > '' AND second_id < x'' AND why > '' AND why < x'')
);
CREATE UNIQUE INDEX lookalike_row ON lookalike (first_id, second_id);

CREATE TABLE affiliation (
  -- One row per tie of an actor to an organisation, as a source states it.
  actor_id       TEXT NOT NULL REFERENCES actor (id),   -- who
  org_id         TEXT REFERENCES actor (id),            -- of what; NULL where the source names no body
  role           TEXT NOT NULL,                         -- the office or tie, in plain words: president
  kind           TEXT NOT NULL,                         -- what sort of tie
  held           TEXT NOT NULL,                         -- current or former on the source's date
  valid          TEXT,                                  -- EDTF; only where the source states it
  valid_earliest TEXT,                                  -- † first possible day of valid
  valid_latest   TEXT,                                  -- † last possible day of valid
  passage_id     TEXT NOT NULL REFERENCES passage (id), -- where it is stated
  CONSTRAINT "kind is one of the list" CHECK (kind IN ('office', 'post', 'member', 'owner', 'part_of', 'kin')),
  CONSTRAINT "held is one of the list" CHECK (held IN ('current', 'former')),
  CONSTRAINT "org_id is another actor" CHECK (org_id <> actor_id),
  CONSTRAINT "valid_earliest must not be after valid_latest" CHECK (valid_earliest <= valid_latest),
  CONSTRAINT "text columns hold text that is not empty" CHECK (
    role > '' AND role < x'' AND valid > '' AND valid < x'' AND valid_earliest > '' AND valid_earliest < x''
    AND valid_latest > '' AND valid_latest < x'')
);
CREATE UNIQUE INDEX affiliation_row ON affiliation (actor_id, coalesce(org_id, ''), role, passage_id);
CREATE INDEX affiliation_org ON affiliation (org_id);
CREATE INDEX affiliation_passage ON affiliation (passage_id);

---------------------------------------------------------------------------------------------------------------------------------
-- Events
---------------------------------------------------------------------------------------------------------------------------------

CREATE TABLE event_type (
  -- One row per type of event; the codebook's own list, with a cross-walk to PLOVER and CAMEO.
  id      TEXT PRIMARY KEY NOT NULL, -- slug: arrest
  label   TEXT NOT NULL,             -- as shown: arrest or detention
  meaning TEXT NOT NULL,             -- definition with borderline cases
  quad    INTEGER,                   -- quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; NULL for neither
  instant TEXT NOT NULL,             -- whether it is over in a day
  plover  TEXT,                      -- PLOVER event type
  cameo   TEXT,                      -- CAMEO root code, two digits
  CONSTRAINT "id is made of lower-case letters, digits and hyphens" CHECK (id NOT GLOB '*[^a-z0-9-]*' AND id GLOB '[a-z0-9]*'),
  CONSTRAINT "quad is 1, 2, 3 or 4" CHECK (typeof(quad) IN ('integer', 'null') AND (quad IS NULL OR quad BETWEEN 1 AND 4)),
  CONSTRAINT "instant is one of the list" CHECK (instant IN ('yes', 'no')),
  CONSTRAINT "plover is one of the list" CHECK (plover IN ('AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'YIELD', 'REQUEST', 'ACCUSE',
    'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'RETREAT')),
  CONSTRAINT "cameo is a root code from 01 to 20" CHECK (cameo GLOB '[0-9][0-9]' AND cameo BETWEEN '01' AND '20'),
  CONSTRAINT "text columns hold text that is not empty" CHECK (
    id > '' AND id < x'' AND label > '' AND label < x'' AND meaning > '' AND meaning < x'' AND plover > '' AND plover < x''
    AND cameo > '' AND cameo < x'')
);

CREATE TABLE event (
  -- One row per thing that happened, goes on, or is spoken of as planned, threatened, predicted or rumoured.
  id                 TEXT PRIMARY KEY NOT NULL,                -- slug: yekaterinburg-raid
  title              TEXT NOT NULL,                            -- 8 to 100 characters, neutral, in our words
  summary            TEXT,                                     -- at most 400 characters: what all sources allow, in our words
  type_id            TEXT NOT NULL REFERENCES event_type (id), -- what kind of act
  status             TEXT NOT NULL,                            -- the modality in which the sources speak of it
  tier               TEXT NOT NULL,                            -- part of the story, its background, or a parallel drawn
  date               TEXT NOT NULL,                            -- EDTF; no sharper than all claimants allow
  earliest           TEXT,                                     -- † first possible day; a curator may give a tighter one
  latest             TEXT,                                     -- † last possible day; a curator may give a tighter one
  lasted             TEXT,                                     -- † yes for a/b, no for a day or one day within a span, NULL where the date does not tell
  precision          TEXT,                                     -- † how sharp the date is: day; days up to 14; month 31; months 92; year 366 days; era; open
  date_basis         TEXT NOT NULL,                            -- what the date rests on
  announced          TEXT,                                     -- EDTF; when it was planned, threatened, predicted or rumoured; only for those
  announced_earliest TEXT,                                     -- † first possible day of announced
  announced_latest   TEXT,                                     -- † last possible day of announced
  place_id           TEXT REFERENCES place (id),               -- where, no sharper than all claimants allow
  CONSTRAINT "id is made of lower-case letters, digits and hyphens" CHECK (id NOT GLOB '*[^a-z0-9-]*' AND id GLOB '[a-z0-9]*'),
  CONSTRAINT "title begins with a capital letter or a digit" CHECK (title NOT GLOB '[a-z]*'),
  CONSTRAINT "title has 8 to 100 characters" CHECK (length(title) BETWEEN 8 AND 100),
  CONSTRAINT "summary has at most 400 characters" CHECK (length(summary) <= 400),
  CONSTRAINT "status is one of the list" CHECK (status IN ('happened', 'ongoing', 'alleged', 'planned', 'proposed', 'threatened',
    'predicted', 'rumoured')),
  CONSTRAINT "tier is one of the list" CHECK (tier IN ('core', 'background', 'analogue')),
  CONSTRAINT "earliest must not be after latest" CHECK (earliest <= latest),
  CONSTRAINT "lasted is one of the list" CHECK (lasted IN ('yes', 'no')),
  CONSTRAINT "precision is one of the list" CHECK (precision IN ('day', 'days', 'month', 'months', 'year', 'era', 'open')),
  CONSTRAINT "date_basis is one of the list" CHECK (date_basis IN ('occurred', 'announced', 'reported', 'inferred')),
  CONSTRAINT "announced_earliest must not be after announced_latest" CHECK (announced_earliest <= announced_latest),
  CONSTRAINT "text columns hold text that is not empty" CHECK (
    id > '' AND id < x'' AND title > '' AND title < x'' AND summary > '' AND summary < x'' AND date > '' AND date < x''
    AND earliest > '' AND earliest < x'' AND latest > '' AND latest < x'' AND announced > '' AND announced < x''
    AND announced_earliest > '' AND announced_earliest < x'' AND announced_latest > '' AND announced_latest < x'')
);
CREATE INDEX event_type_id ON event (type_id);
CREATE INDEX event_place ON event (place_id);
CREATE INDEX event_earliest ON event (earliest, latest);
CREATE INDEX event_status ON event (status);

CREATE TABLE topic (
  -- One row per storyline.
  id    TEXT PRIMARY KEY NOT NULL, -- slug: aircraft
  label TEXT NOT NULL,             -- as shown
  CONSTRAINT "id is made of lower-case letters, digits and hyphens" CHECK (id NOT GLOB '*[^a-z0-9-]*' AND id GLOB '[a-z0-9]*'),
  CONSTRAINT "text columns hold text that is not empty" CHECK (id > '' AND id < x'' AND label > '' AND label < x'')
);

CREATE TABLE event_topic (
  -- One row per event and storyline that it belongs to.
  event_id TEXT NOT NULL REFERENCES event (id), -- the event
  topic_id TEXT NOT NULL REFERENCES topic (id)  -- the storyline
);
CREATE UNIQUE INDEX event_topic_row ON event_topic (event_id, topic_id);
CREATE INDEX event_topic_topic ON event_topic (topic_id);

CREATE TABLE participant (
  -- One row per actor that took part in an event, its role, and who says so.
  event_id   TEXT NOT NULL REFERENCES event (id),   -- the event
  actor_id   TEXT NOT NULL REFERENCES actor (id),   -- who
  role       TEXT NOT NULL,                         -- as what
  stance     TEXT NOT NULL,                         -- the stance of the passage's speaker
  passage_id TEXT NOT NULL REFERENCES passage (id), -- where it is said
  CONSTRAINT "role is one of the list" CHECK (role IN ('initiator', 'target', 'party', 'mediator', 'host', 'victim', 'accused', 'subject',
    'beneficiary')),
  CONSTRAINT "stance is one of the list" CHECK (stance IN ('asserts', 'hedges', 'denies'))
);
CREATE UNIQUE INDEX participant_row ON participant (event_id, actor_id, role, passage_id);
CREATE INDEX participant_actor ON participant (actor_id);
CREATE INDEX participant_passage ON participant (passage_id);

CREATE TABLE event_link (
  -- One row per tie between two events that somebody asserts; it reads: from, kind, to.
  from_id    TEXT NOT NULL REFERENCES event (id), -- the later, the part, the answer, the effect
  kind       TEXT NOT NULL,                       -- what the first is to the second
  to_id      TEXT NOT NULL REFERENCES event (id), -- the earlier, the whole, what is answered, the cause
  stance     TEXT NOT NULL,                       -- the stance of the passage's speaker
  passage_id TEXT REFERENCES passage (id),        -- who asserts it; NULL only for part_of and precedes
  CONSTRAINT "kind is one of the list" CHECK (kind IN ('part_of', 'precedes', 'response_to', 'retaliation_for', 'caused_by',
    'follow_up_to', 'mirrors', 'analogue_of', 'conditional_on', 'fulfils', 'cancels')),
  CONSTRAINT "stance is one of the list" CHECK (stance IN ('asserts', 'hedges', 'denies')),
  CONSTRAINT "to_id is another event than from_id" CHECK (to_id <> from_id),
  CONSTRAINT "passage_id may be empty only for part_of and precedes" CHECK (passage_id IS NOT NULL OR kind IN ('part_of', 'precedes'))
);
CREATE UNIQUE INDEX event_link_row ON event_link (from_id, kind, to_id, coalesce(passage_id, ''));
CREATE INDEX event_link_to ON event_link (to_id, kind);
CREATE INDEX event_link_passage ON event_link (passage_id);

CREATE TABLE event_within (
  -- † One row per event and each larger event that it is part of: the closure of the links part_of.
  event_id TEXT NOT NULL REFERENCES event (id), -- the part
  whole_id TEXT NOT NULL REFERENCES event (id)  -- a larger event that holds it, however many steps up
);
CREATE UNIQUE INDEX event_within_row ON event_within (event_id, whole_id);
CREATE INDEX event_within_whole ON event_within (whole_id);

---------------------------------------------------------------------------------------------------------------------------------
-- What is said
---------------------------------------------------------------------------------------------------------------------------------

CREATE TABLE attribute (
  -- One row per thing that can be claimed of an event.
  id      TEXT PRIMARY KEY NOT NULL, -- slug: deaths
  label   TEXT NOT NULL,             -- as shown: people killed
  value   TEXT NOT NULL,             -- what kind of value a claim on it gives
  unit    TEXT,                      -- of a number: persons
  codes   TEXT,                      -- of a code: the values allowed, a.b|a.c|d; the part before the dot is the kind, after it the degree
  meaning TEXT NOT NULL,             -- what it covers, and where its border runs, in our words
  CONSTRAINT "id is made of lower-case letters, digits and hyphens" CHECK (id NOT GLOB '*[^a-z0-9-]*' AND id GLOB '[a-z0-9]*'),
  CONSTRAINT "value is one of the list" CHECK (value IN ('number', 'date', 'place', 'actor', 'code')),
  CONSTRAINT "unit is given exactly for numbers" CHECK ((unit IS NULL) = (value <> 'number')),
  CONSTRAINT "codes are given exactly for codes" CHECK ((codes IS NULL) = (value <> 'code')
    AND (codes IS NULL OR (codes NOT GLOB '*[^a-z0-9.|-]*' AND codes GLOB '[a-z0-9]*'))),
  CONSTRAINT "text columns hold text that is not empty" CHECK (
    id > '' AND id < x'' AND label > '' AND label < x'' AND unit > '' AND unit < x'' AND codes > '' AND codes < x''
    AND meaning > '' AND meaning < x'')
);

CREATE TABLE claim (
  -- One row per value that somebody gives, or denies, for one attribute of an event.
  id            TEXT PRIMARY KEY NOT NULL,                -- slug: crash-place-kontur
  event_id      TEXT NOT NULL REFERENCES event (id),      -- of what
  attribute_id  TEXT NOT NULL REFERENCES attribute (id),  -- what about it
  subject_id    TEXT REFERENCES actor (id),               -- of whom, where not of the event as a whole
  passage_id    TEXT NOT NULL REFERENCES passage (id),    -- where it is said, by whom
  stance        TEXT NOT NULL,                            -- the stance of the passage's speaker
  extent        TEXT NOT NULL,                            -- of the whole, or of one of several victims, charges, doers
  low           NUMERIC,                                  -- number: lower bound, in the attribute's unit
  high          NUMERIC,                                  -- number: upper bound; NULL = open
  date          TEXT,                                     -- EDTF; the date given
  date_earliest TEXT,                                     -- † first possible day of date
  date_latest   TEXT,                                     -- † last possible day of date
  place_id      TEXT REFERENCES place (id),               -- the place given
  actor_id      TEXT REFERENCES actor (id),               -- the actor given
  code          TEXT,                                     -- the code given, from attribute.codes
  as_written    TEXT NOT NULL,                            -- the number or phrase as the text has it, at most 40 characters
  note          TEXT,                                     -- how it was read, in our words
  CONSTRAINT "id is made of lower-case letters, digits and hyphens" CHECK (id NOT GLOB '*[^a-z0-9-]*' AND id GLOB '[a-z0-9]*'),
  CONSTRAINT "stance is one of the list" CHECK (stance IN ('asserts', 'hedges', 'denies')),
  CONSTRAINT "extent is one of the list" CHECK (extent IN ('whole', 'part')),
  CONSTRAINT "low is a number" CHECK (typeof(low) IN ('integer', 'real', 'null')),
  CONSTRAINT "high is a number" CHECK (typeof(high) IN ('integer', 'real', 'null')),
  CONSTRAINT "high must not be below low" CHECK (high >= low),
  CONSTRAINT "high needs a low" CHECK (high IS NULL OR low IS NOT NULL),
  CONSTRAINT "one value is given: low, date, place_id, actor_id or code" CHECK (
    (low IS NOT NULL) + (date IS NOT NULL) + (place_id IS NOT NULL) + (actor_id IS NOT NULL) + (code IS NOT NULL) = 1),
  CONSTRAINT "date_earliest must not be after date_latest" CHECK (date_earliest <= date_latest),
  CONSTRAINT "as_written has 1 to 40 characters" CHECK (length(as_written) BETWEEN 1 AND 40),
  CONSTRAINT "text columns hold text that is not empty" CHECK (
    id > '' AND id < x'' AND date > '' AND date < x'' AND date_earliest > '' AND date_earliest < x''
    AND date_latest > '' AND date_latest < x'' AND code > '' AND code < x'' AND as_written > '' AND as_written < x''
    AND note > '' AND note < x'')
);
CREATE INDEX claim_event ON claim (event_id, attribute_id, subject_id); -- the subject too: for the view comparisons, which else takes the index of subjects, mostly NULL
CREATE INDEX claim_attribute ON claim (attribute_id);
CREATE INDEX claim_subject ON claim (subject_id);
CREATE INDEX claim_passage ON claim (passage_id);
CREATE INDEX claim_place ON claim (place_id);
CREATE INDEX claim_actor ON claim (actor_id);

CREATE TABLE quote (
  -- One row per thing that somebody said; the passage says who, through whom and where.
  id            TEXT PRIMARY KEY NOT NULL,             -- slug: ganjali-silence
  passage_id    TEXT NOT NULL REFERENCES passage (id), -- exactly the words, without the outer quotation marks
  form          TEXT NOT NULL,                         -- whole sentence, fragment, the author's scare quotes, a headline, set out by the source, or reported without marks
  text          TEXT,                                  -- verbatim; NULL only for indirect
  gist          TEXT,                                  -- the sense in our words; required for indirect
  said          TEXT,                                  -- EDTF; when it was said, where the source tells
  said_earliest TEXT,                                  -- † first possible day of said
  said_latest   TEXT,                                  -- † last possible day of said
  medium        TEXT NOT NULL,                         -- in what it was said
  translated    TEXT NOT NULL,                         -- whether the words are a translation
  continues_id  TEXT REFERENCES quote (id),            -- the earlier part of the same interrupted utterance
  variant_of_id TEXT REFERENCES quote (id),            -- another rendering of the same utterance
  CONSTRAINT "id is made of lower-case letters, digits and hyphens" CHECK (id NOT GLOB '*[^a-z0-9-]*' AND id GLOB '[a-z0-9]*'),
  CONSTRAINT "form is one of the list" CHECK (form IN ('direct', 'fragment', 'scare', 'headline', 'pull', 'indirect')),
  CONSTRAINT "text is empty exactly where the form is indirect" CHECK ((text IS NULL) = (form = 'indirect')),
  CONSTRAINT "gist is required where the form is indirect" CHECK (form <> 'indirect' OR gist IS NOT NULL),
  CONSTRAINT "said_earliest must not be after said_latest" CHECK (said_earliest <= said_latest),
  CONSTRAINT "medium is one of the list" CHECK (medium IN ('speech', 'interview', 'told-source', 'broadcast', 'press', 'phone', 'document',
    'social', 'unknown')),
  CONSTRAINT "translated is one of the list" CHECK (translated IN ('yes', 'no', 'likely', 'unknown')),
  CONSTRAINT "continues_id is another quote" CHECK (continues_id <> id),
  CONSTRAINT "variant_of_id is another quote" CHECK (variant_of_id <> id),
  CONSTRAINT "variant_of_id is required where the form is pull" CHECK (form <> 'pull' OR variant_of_id IS NOT NULL),
  CONSTRAINT "text columns hold text that is not empty" CHECK (
    id > '' AND id < x'' AND text > '' AND text < x'' AND gist > '' AND gist < x'' AND said > '' AND said < x''
    AND said_earliest > '' AND said_earliest < x'' AND said_latest > '' AND said_latest < x'')
);
CREATE INDEX quote_passage ON quote (passage_id);
CREATE INDEX quote_continues ON quote (continues_id);
CREATE INDEX quote_variant ON quote (variant_of_id);

CREATE TABLE quote_ref (
  -- One row per actor or event that a quote is addressed to, is about, or was said at.
  quote_id TEXT NOT NULL REFERENCES quote (id), -- the quote
  relation TEXT NOT NULL,                       -- what it is to the quote
  actor_id TEXT REFERENCES actor (id),          -- an actor, or
  event_id TEXT REFERENCES event (id),          -- an event
  CONSTRAINT "relation is one of the list" CHECK (relation IN ('addressed_to', 'about', 'said_at')),
  CONSTRAINT "actor_id or event_id, exactly one of them, is given" CHECK ((actor_id IS NULL) <> (event_id IS NULL)),
  CONSTRAINT "event_id is given where the relation is said_at, actor_id where it is addressed_to" CHECK (
    (relation <> 'said_at' OR event_id IS NOT NULL) AND (relation <> 'addressed_to' OR actor_id IS NOT NULL))
);
CREATE UNIQUE INDEX quote_ref_row ON quote_ref (quote_id, relation, coalesce(actor_id, ''), coalesce(event_id, ''));
CREATE INDEX quote_ref_actor ON quote_ref (actor_id);
CREATE INDEX quote_ref_event ON quote_ref (event_id);

CREATE TABLE measure (
  -- One row per quantity that belongs to no single event.
  id      TEXT PRIMARY KEY NOT NULL, -- slug: diaspora-size
  label   TEXT NOT NULL,             -- as shown
  unit    TEXT NOT NULL,             -- base unit of its figures
  meaning TEXT NOT NULL,             -- what is counted, and what subject, counterpart and item stand for
  CONSTRAINT "id is made of lower-case letters, digits and hyphens" CHECK (id NOT GLOB '*[^a-z0-9-]*' AND id GLOB '[a-z0-9]*'),
  CONSTRAINT "unit is one of the list" CHECK (unit IN ('USD', 'persons', 'percent', 'ratio', 'km', 'km2', 'days', 'count')),
  CONSTRAINT "text columns hold text that is not empty" CHECK (
    id > '' AND id < x'' AND label > '' AND label < x'' AND meaning > '' AND meaning < x'')
);

CREATE TABLE figure (
  -- One row per number that somebody gives for a measure.
  id              TEXT PRIMARY KEY NOT NULL,              -- slug: diaspora-census-2010
  measure_id      TEXT NOT NULL REFERENCES measure (id),  -- of what
  subject_id      TEXT NOT NULL REFERENCES actor (id),    -- of whom: the exporter, the community, the state
  counterpart_id  TEXT REFERENCES actor (id),             -- towards whom or where: the importer, the host
  item            TEXT,                                   -- what part of it: tomatoes
  low             NUMERIC NOT NULL,                       -- lower bound in the measure's unit
  high            NUMERIC,                                -- upper bound; NULL = open
  period          TEXT,                                   -- EDTF; the time it holds for
  period_earliest TEXT,                                   -- † first possible day of period
  period_latest   TEXT,                                   -- † last possible day of period
  passage_id      TEXT NOT NULL REFERENCES passage (id),  -- where it is said, by whom
  stance          TEXT NOT NULL,                          -- the stance of the passage's speaker
  as_written      TEXT NOT NULL,                          -- as the text has it, unit included, at most 40 characters
  CONSTRAINT "id is made of lower-case letters, digits and hyphens" CHECK (id NOT GLOB '*[^a-z0-9-]*' AND id GLOB '[a-z0-9]*'),
  CONSTRAINT "counterpart_id is another actor" CHECK (counterpart_id <> subject_id),
  CONSTRAINT "low is a number" CHECK (typeof(low) IN ('integer', 'real')),
  CONSTRAINT "high is a number" CHECK (typeof(high) IN ('integer', 'real', 'null')),
  CONSTRAINT "high must not be below low" CHECK (high >= low),
  CONSTRAINT "period_earliest must not be after period_latest" CHECK (period_earliest <= period_latest),
  CONSTRAINT "stance is one of the list" CHECK (stance IN ('asserts', 'hedges', 'denies')),
  CONSTRAINT "as_written has 1 to 40 characters" CHECK (length(as_written) BETWEEN 1 AND 40),
  CONSTRAINT "text columns hold text that is not empty" CHECK (
    id > '' AND id < x'' AND item > '' AND item < x'' AND period > '' AND period < x''
    AND period_earliest > '' AND period_earliest < x'' AND period_latest > '' AND period_latest < x''
    AND as_written > '' AND as_written < x'')
);
CREATE INDEX figure_measure ON figure (measure_id, subject_id);
CREATE INDEX figure_subject ON figure (subject_id);
CREATE INDEX figure_counterpart ON figure (counterpart_id);
CREATE INDEX figure_passage ON figure (passage_id);

---------------------------------------------------------------------------------------------------------------------------------
-- The codebook's lists that the checks read
---------------------------------------------------------------------------------------------------------------------------------

CREATE TABLE vague_word (
  -- One row per vague number word and the interval it stands for.
  phrase TEXT PRIMARY KEY NOT NULL, -- as met in as_written, lower case: dozens; N stands for the number that follows
  low    NUMERIC,                   -- lower bound, where the phrase alone gives it
  high   NUMERIC,                   -- upper bound, where the phrase alone gives it; NULL = open
  rule   TEXT,                      -- where a number N follows: which bounds N gives
  CONSTRAINT "phrase is lower-case text" CHECK (replace(phrase, 'N', '') = lower(replace(phrase, 'N', ''))),
  CONSTRAINT "low is a number" CHECK (typeof(low) IN ('integer', 'real', 'null')),
  CONSTRAINT "high is a number" CHECK (typeof(high) IN ('integer', 'real', 'null')),
  CONSTRAINT "rule is one of the list" CHECK (rule IN ('above', 'at-least', 'up-to', 'about', 'almost')),
  CONSTRAINT "low or rule, exactly one of them, is given" CHECK ((low IS NULL) <> (rule IS NULL)),
  CONSTRAINT "text columns hold text that is not empty" CHECK (phrase > '' AND phrase < x'')
);

CREATE TABLE loaded_word (
  -- One row per word that house text must not use; it belongs in a quote or a claim with its speaker.
  word TEXT PRIMARY KEY NOT NULL, -- as the look-up key folds it
  why  TEXT NOT NULL,             -- what it presupposes, or what to write instead
  CONSTRAINT "text columns hold text that is not empty" CHECK (word > '' AND word < x'' AND why > '' AND why < x'')
);

---------------------------------------------------------------------------------------------------------------------------------
-- About itself
---------------------------------------------------------------------------------------------------------------------------------

CREATE TABLE meta (
  -- One row per fact about the chronicle; schema_version, seed_sha256 and content_sha256 are written by the loader.
  key   TEXT PRIMARY KEY NOT NULL, -- title, version, licence, citation, …
  value TEXT NOT NULL,             -- its value
  CONSTRAINT "key is made of lower-case letters, digits and underscores" CHECK (key NOT GLOB '*[^a-z0-9_]*' AND key GLOB '[a-z]*'),
  CONSTRAINT "text columns hold text that is not empty" CHECK (key > '' AND key < x'' AND value > '' AND value < x'')
);

CREATE TABLE dictionary (
  -- † One row per table, view and column of this database, from the comments of its schema.
  table_name  TEXT NOT NULL, -- table or view
  column_name TEXT,          -- column; NULL in the row that describes the table itself
  type        TEXT NOT NULL, -- table, view, or the declared type of the column
  unit        TEXT,          -- unit of the value, where it has one
  description TEXT NOT NULL, -- what it holds, and its vocabulary
  CONSTRAINT "text columns hold text that is not empty" CHECK (
    table_name > '' AND table_name < x'' AND column_name > '' AND column_name < x'' AND type > '' AND type < x''
    AND unit > '' AND unit < x'' AND description > '' AND description < x'')
);
CREATE UNIQUE INDEX dictionary_row ON dictionary (table_name, coalesce(column_name, ''));

CREATE TABLE query (
  -- † One row per canned query; any SQLite shell runs it once its parameters are bound.
  name       TEXT PRIMARY KEY NOT NULL, -- as typed: timeline
  title      TEXT NOT NULL,             -- what it answers
  sql        TEXT NOT NULL,             -- one SELECT with named parameters; an unbound parameter is NULL and means no limit
  parameters TEXT,                      -- one line each: name, type, what it does
  CONSTRAINT "text columns hold text that is not empty" CHECK (
    name > '' AND name < x'' AND title > '' AND title < x'' AND sql > '' AND sql < x'' AND parameters > '' AND parameters < x'')
);

CREATE TABLE document (
  -- † One row per event, quote, actor and place, as the full-text index reads it.
  "rowid" INTEGER PRIMARY KEY, -- row of the index
  kind    TEXT NOT NULL,       -- event, quote, actor or place
  id      TEXT NOT NULL,       -- its id in that table
  title   TEXT NOT NULL,       -- its title, name or words
  body    TEXT,                -- the rest of its text, and its other written forms
  fold    TEXT NOT NULL,       -- title and body, folded as name.fold is, ' · ' between their parts
  CONSTRAINT "text columns hold text that is not empty" CHECK (
    kind > '' AND kind < x'' AND id > '' AND id < x'' AND title > '' AND title < x'' AND body > '' AND body < x''
    AND fold > '' AND fold < x'')
);
CREATE UNIQUE INDEX document_row ON document (kind, id);

CREATE VIRTUAL TABLE search USING fts5 (title, body, fold, content="document", content_rowid="rowid", tokenize="unicode61 remove_diacritics 2 tokenchars '·'");

---------------------------------------------------------------------------------------------------------------------------------
-- Views: what a person opens first
---------------------------------------------------------------------------------------------------------------------------------

CREATE VIEW passages (
  -- One row per passage with its speaker and its locator.
  id,         -- passage
  source_id,  -- document
  speaker_id, -- who vouches; NULL where the author does
  speaker,    -- name of the speaker; author where the document speaks itself
  via_id,     -- outlet in between
  via,        -- its name
  voice,      -- author, reported or quoted
  position,   -- sorts as the documents read: source, then start with leading zeros
  locator     -- source:line:start-stop; line from 1, code points from 0, half-open
) AS
SELECT p.id, p.source_id, p.speaker_id, coalesce(s.name, 'author'), p.via_id, v.name, p.voice,
       p.source_id || ':' || substr('000000000' || p.start, -9),
       p.source_id || ':' || p.line || ':' || p.start || '-' || p.stop
FROM passage p
LEFT JOIN actor s ON s.id = p.speaker_id
LEFT JOIN actor v ON v.id = p.via_id;

CREATE VIEW events (
  -- One row per event with its type, its place and the number of sources that report it.
  id,                 -- event
  title,              -- what it is, in neutral words
  summary,            -- what all sources allow
  type_id,            -- type
  status,             -- the modality in which the sources speak of it
  tier,               -- core, background or analogue
  date,               -- EDTF
  earliest,           -- first possible day
  latest,             -- last possible day
  lasted,             -- yes for a span, no for one day
  precision,          -- how sharp the date is
  date_basis,         -- what the date rests on
  announced,          -- EDTF; when it was planned, threatened, predicted or rumoured
  announced_earliest, -- first possible day of announced
  announced_latest,   -- last possible day of announced
  place_id,           -- place
  type,               -- label of the type
  quad,               -- quad class of the type
  place,              -- name of the place
  sources,            -- number of sources that report it, denials included
  began,              -- the day, month or year in which it surely began, as sharp as the date tells; NULL where not even the year is known
  reported_by,        -- these sources, those that only hedge or deny marked: anl, mee (hedges)
  position            -- sorts as time goes, by the first possible day, else the last; what lasts since an unknown day at the end; of one date the cause first
) AS
SELECT e.id, e.title, e.summary, e.type_id, e.status, e.tier, e.date, e.earliest, e.latest, e.lasted, e.precision, e.date_basis,
       e.announced, e.announced_earliest, e.announced_latest, e.place_id, t.label, t.quad, p.name, coalesce(n.sources, 0),
       CASE
         -- of a span the words before the stroke tell; 2025-21 is a season
         WHEN instr(e.date, '/') IN (5, 11) OR instr(e.date, '/') = 8 AND substr(e.date, 6, 2) <= '12' THEN substr(e.date, 1, instr(e.date, '/') - 1)
         WHEN instr(e.date, '/') = 8 THEN substr(e.date, 1, 4)
         WHEN e.earliest = e.latest THEN e.earliest
         WHEN substr(e.earliest, 1, 7) = substr(e.latest, 1, 7) THEN substr(e.earliest, 1, 7)
         WHEN substr(e.earliest, 1, 4) = substr(e.latest, 1, 4) THEN substr(e.earliest, 1, 4)
       END,
       (SELECT group_concat(source_id || CASE stance WHEN 'asserts' THEN '' ELSE ' (' || stance || ')' END, ', ')
        FROM (SELECT c.source_id, c.stance FROM coverage c WHERE c.event_id = e.id ORDER BY c.source_id)),
       (e.earliest IS NULL AND e.lasted IS 'yes') || ' ' || coalesce(e.earliest, e.latest, '9999') || ' ' || coalesce(e.latest, '9999') || ' ' ||
       -- how many events of the same date it follows, answers or is part of
       (SELECT count(DISTINCT o.id)
        FROM event_link k
        JOIN event o ON o.id = CASE k.kind WHEN 'precedes' THEN k.from_id ELSE k.to_id END
         AND coalesce(o.earliest, o.latest) IS coalesce(e.earliest, e.latest) AND o.latest IS e.latest
        WHERE (k.from_id = e.id AND k.kind NOT IN ('precedes', 'mirrors', 'analogue_of') OR k.to_id = e.id AND k.kind = 'precedes')
          AND k.stance <> 'denies')
FROM event e
JOIN event_type t ON t.id = e.type_id
LEFT JOIN place p ON p.id = e.place_id
LEFT JOIN (
  SELECT v.event_id, count(DISTINCT g.source_id) AS sources
  FROM evidence v JOIN passage g ON g.id = v.passage_id
  GROUP BY v.event_id
) n ON n.event_id = e.id;

CREATE VIEW calendar (
  -- One row per event that happened or goes on and unit of time: the period in which it surely began, and its quad class to count.
  event_id,             -- event
  unit,                 -- week, month, quarter or year
  period,               -- Monday of the week, 2025-06, 2025-Q2 or 2025; NULL where the date is not so sharp
  verbal_cooperation,   -- 1 or 0
  material_cooperation, -- 1 or 0
  verbal_conflict,      -- 1 or 0
  material_conflict,    -- 1 or 0
  neither               -- 1 or 0: the type has no quad class
) AS
SELECT e.id, u.unit,
       CASE u.unit
         WHEN 'year' THEN substr(e.began, 1, 4)
         WHEN 'quarter' THEN CASE WHEN length(e.began) >= 7 THEN substr(e.began, 1, 4) || '-Q' || ((substr(e.began, 6, 2) + 2) / 3) END
         WHEN 'month' THEN CASE WHEN length(e.began) >= 7 THEN substr(e.began, 1, 7) END
         ELSE CASE WHEN length(e.began) = 10 THEN date(e.began, 'weekday 0', '-6 days') END
       END,
       e.quad IS 1, e.quad IS 2, e.quad IS 3, e.quad IS 4, e.quad IS NULL
FROM events e
JOIN (SELECT 'week' AS unit UNION ALL SELECT 'month' UNION ALL SELECT 'quarter' UNION ALL SELECT 'year') u
WHERE e.status IN ('happened', 'ongoing');

CREATE VIEW actors (
  -- One row per actor with counts of what is known of it.
  id,       -- actor
  name,     -- house form
  kind,     -- what it is
  named,    -- whether a source names it
  sector,   -- field of activity
  country,  -- ISO 3166-1 alpha-2 code
  standing, -- public, private or protected
  gloss,    -- who it is
  events,   -- number of events it took part in
  quotes,   -- number of quotes it said
  sources   -- number of sources that name it or tell of it
) AS
SELECT a.id, a.name, a.kind, a.named, a.sector, a.country, a.standing, a.gloss,
       coalesce(e.n, 0), coalesce(q.n, 0), coalesce(s.n, 0)
FROM actor a
LEFT JOIN (SELECT actor_id, count(DISTINCT event_id) AS n FROM participant GROUP BY actor_id) e ON e.actor_id = a.id
LEFT JOIN (
  SELECT p.speaker_id, count(*) AS n FROM quote q JOIN passage p ON p.id = q.passage_id GROUP BY p.speaker_id
) q ON q.speaker_id = a.id
LEFT JOIN (
  SELECT c.id, count(DISTINCT p.source_id) AS n
  FROM cited c
  JOIN passage p ON p.id = c.passage_id
  WHERE c.kind = 'actor'
  GROUP BY c.id
) s ON s.id = a.id;

CREATE VIEW affiliations (
  -- One row per tie of an actor to an organisation with its words and its locator.
  actor_id,   -- who
  actor,      -- name of the actor
  actor_kind, -- what the actor is
  org_id,     -- of what; NULL where the source names no body
  org,        -- name of the organisation
  org_kind,   -- what the organisation is
  role,       -- the office or tie, in plain words
  kind,       -- what sort of tie
  held,       -- current or former on the source's date
  valid,      -- EDTF; only where the source states it
  office,     -- role and organisation: president, Azerbaijan
  source_id,  -- document
  passage_id, -- passage
  position,   -- sorts as the documents read
  locator     -- source:line:start-stop
) AS
SELECT f.actor_id, a.name, a.kind, f.org_id, o.name, o.kind, f.role, f.kind, f.held, f.valid,
       f.role || CASE WHEN instr(f.role, o.name) = 0 THEN ', ' || o.name ELSE '' END,
       p.source_id, p.id, p.position, p.locator
FROM affiliation f
JOIN actor a ON a.id = f.actor_id
LEFT JOIN actor o ON o.id = f.org_id
JOIN passages p ON p.id = f.passage_id;

CREATE VIEW sides (
  -- One row per actor and each actor that stands on its side: itself, and for a state whoever bears its country.
  side_id,  -- actor
  actor_id, -- who stands on its side
  acts      -- yes where what this one does and says is the other's own: itself, and the bodies, forces and officials of a state; else no
) AS
SELECT id, id, 'yes' FROM actor
UNION ALL
SELECT s.id, a.id,
       CASE WHEN a.kind IN ('body', 'forces') OR a.sector IN ('government', 'parliament', 'justice', 'security', 'military') THEN 'yes' ELSE 'no' END
FROM actor s
JOIN actor a ON a.country = s.country AND a.id <> s.id
WHERE s.kind = 'state';

CREATE VIEW quotes (
  -- One row per quote with its speaker, the speaker's role in that source, and its locator.
  id,             -- quote
  form,           -- direct, fragment, scare, headline, pull or indirect
  text,           -- verbatim; NULL for indirect
  gist,           -- the sense in our words
  said,           -- EDTF
  said_earliest,  -- first possible day of said
  said_latest,    -- last possible day of said
  medium,         -- in what it was said
  translated,     -- whether the words are a translation
  continues_id,   -- the earlier part of the same utterance
  variant_of_id,  -- another rendering of the same utterance
  speaker_id,     -- who said it; NULL where the author did
  speaker,        -- name of the speaker
  role,           -- the speaker's office or tie in that source: a current one before a former, an office before another; NULL for states
  via_id,         -- outlet in between
  via,            -- its name
  source_id,      -- document
  passage_id,     -- passage
  locator,        -- source:line:start-stop
  says,           -- the words in quotation marks; of indirect the gist, without
  dated,          -- EDTF; said; where that is not known, of the author publication, of others any day until then: [..2025-07-31]
  dated_earliest, -- first possible day of dated
  dated_latest,   -- last possible day of dated
  position        -- sorts as the documents read
) AS
SELECT q.id, q.form, q.text, q.gist, q.said, q.said_earliest, q.said_latest, q.medium, q.translated, q.continues_id, q.variant_of_id,
       p.speaker_id, p.speaker,
       (SELECT CASE f.held WHEN 'former' THEN 'former ' ELSE '' END || f.office
        FROM affiliations f
        WHERE f.actor_id = p.speaker_id AND f.source_id = p.source_id AND f.actor_kind <> 'state'
        ORDER BY f.held,
                 CASE WHEN f.kind IN ('office', 'post') THEN 1 ELSE 2 END,
                 CASE WHEN f.org_kind = 'state' THEN 1 WHEN f.org_id IS NOT NULL THEN 2 ELSE 3 END,
                 f.position, f.office
        LIMIT 1),
       p.via_id, p.via, p.source_id, p.id, p.locator,
       coalesce('“' || q.text || '”', q.gist),
       CASE
         WHEN q.said IS NOT NULL THEN q.said
         WHEN p.voice = 'author' THEN s.published
         ELSE '[..' || s.published_latest || ']'
       END,
       CASE
         WHEN q.said IS NOT NULL THEN q.said_earliest
         WHEN p.voice = 'author' THEN s.published_earliest
       END,
       CASE WHEN q.said IS NOT NULL THEN q.said_latest ELSE s.published_latest END,
       p.position
FROM quote q
JOIN passages p ON p.id = q.passage_id
JOIN source s ON s.id = p.source_id;

CREATE VIEW quote_refs (
  -- One row per quote and actor or event that it is addressed to, is about, or was said at; a rendering has those of its original.
  quote_id, -- the quote
  relation, -- what the actor or event is to it
  actor_id, -- an actor, or
  event_id  -- an event
) AS
SELECT q.id, r.relation, r.actor_id, r.event_id
FROM quote q
JOIN quote_ref r ON r.quote_id IN (q.id, q.variant_of_id);

CREATE VIEW claims (
  -- One row per claim with its value in words, who gives it, and its locator.
  id,           -- claim
  event_id,     -- of what
  event,        -- its title
  attribute_id, -- what about it
  attribute,    -- its label
  subject_id,   -- of whom, where not of the event as a whole
  subject,      -- name of the subject
  stance,       -- asserts, hedges or denies
  extent,       -- whole or part
  value,        -- number, date, place, actor or code, in words
  as_written,   -- as the text has it
  low,          -- number: lower bound
  high,         -- number: upper bound; NULL = open
  date,         -- EDTF
  place_id,     -- place
  actor_id,     -- actor
  code,         -- code
  speaker_id,   -- who gives it; NULL where the author does
  speaker,      -- name of the speaker
  via,          -- outlet in between
  source_id,    -- document
  passage_id,   -- passage
  locator,      -- source:line:start-stop
  note,         -- how it was read
  unit,         -- of low and high
  says,         -- the value with its stance: denies formal, perhaps Aktau
  told          -- as the text has it, and what that says: “near Aktau” (perhaps Aktau), “dozens” (at least 24 persons)
) AS
SELECT w.*, '“' || w.as_written || '” (' || w.says || coalesce(' ' || w.unit, '') || ')'
FROM (
  SELECT v.*, CASE v.stance WHEN 'denies' THEN 'denies ' WHEN 'hedges' THEN 'perhaps ' ELSE '' END || v.value AS says
  FROM (
    SELECT c.id, c.event_id, e.title AS event, c.attribute_id, t.label AS attribute, c.subject_id, s.name AS subject, c.stance, c.extent,
           CASE
             WHEN c.low IS NOT NULL AND c.high IS NULL THEN 'at least ' || c.low
             WHEN c.low = c.high THEN '' || c.low
             WHEN c.low IS NOT NULL THEN c.low || '–' || c.high
             ELSE coalesce(c.date, l.name, a.name, c.code)
           END AS value,
           c.as_written, c.low, c.high, c.date, c.place_id, c.actor_id, c.code,
           p.speaker_id, p.speaker, p.via, p.source_id, p.id AS passage_id, p.locator, c.note, t.unit
    FROM claim c
    JOIN event e ON e.id = c.event_id
    JOIN attribute t ON t.id = c.attribute_id
    JOIN passages p ON p.id = c.passage_id
    LEFT JOIN actor s ON s.id = c.subject_id
    LEFT JOIN place l ON l.id = c.place_id
    LEFT JOIN actor a ON a.id = c.actor_id
  ) v
) w;

CREATE VIEW figures (
  -- One row per figure with its measure, parties and locator.
  id,              -- figure
  measure_id,      -- measure
  measure,         -- its label
  subject_id,      -- of whom
  subject,         -- name of the subject
  counterpart_id,  -- towards whom or where
  counterpart,     -- name of the counterpart
  item,            -- what part of it
  value,           -- the number in words
  unit,            -- base unit
  low,             -- lower bound
  high,            -- upper bound; NULL = open
  period,          -- EDTF; the time it holds for
  period_earliest, -- first possible day of period
  period_latest,   -- last possible day of period
  stance,          -- asserts, hedges or denies
  as_written,      -- as the text has it
  speaker_id,      -- who gives it; NULL where the author does
  speaker,         -- name of the speaker
  via,             -- outlet in between
  source_id,       -- document
  passage_id,      -- passage
  locator,         -- source:line:start-stop
  says,            -- the value with its stance: perhaps 600000
  told             -- as the text has it, and what that says: “about 600,000” (perhaps 600000)
) AS
SELECT w.*, '“' || w.as_written || '” (' || w.says || ')'
FROM (
  SELECT v.*, CASE v.stance WHEN 'denies' THEN 'denies ' WHEN 'hedges' THEN 'perhaps ' ELSE '' END || v.value AS says
  FROM (
    SELECT f.id, f.measure_id, m.label AS measure, f.subject_id, s.name AS subject, f.counterpart_id, c.name AS counterpart, f.item,
           CASE
             WHEN f.high IS NULL THEN 'at least ' || f.low
             WHEN f.low = f.high THEN '' || f.low
             ELSE f.low || '–' || f.high
           END AS value,
           m.unit, f.low, f.high, f.period, f.period_earliest, f.period_latest, f.stance, f.as_written,
           p.speaker_id, p.speaker, p.via, p.source_id, p.id AS passage_id, p.locator
    FROM figure f
    JOIN measure m ON m.id = f.measure_id
    JOIN actor s ON s.id = f.subject_id
    LEFT JOIN actor c ON c.id = f.counterpart_id
    JOIN passages p ON p.id = f.passage_id
  ) v
) w;

CREATE VIEW links (
  -- One row per tie between two events, with who asserts it.
  from_id,    -- the later, the part, the answer, the effect
  from_event, -- its title
  kind,       -- what the first is to the second
  to_id,      -- the earlier, the whole, what is answered, the cause
  to_event,   -- its title
  stance,     -- asserts, hedges or denies
  speaker_id, -- who asserts it; NULL where the author, or the curator for part_of and precedes, does
  speaker,    -- name of the speaker
  source_id,  -- document
  passage_id, -- passage
  locator     -- source:line:start-stop
) AS
SELECT k.from_id, f.title, k.kind, k.to_id, t.title, k.stance, p.speaker_id, p.speaker, p.source_id, p.id, p.locator
FROM event_link k
JOIN event f ON f.id = k.from_id
JOIN event t ON t.id = k.to_id
LEFT JOIN passages p ON p.id = k.passage_id;

CREATE VIEW comparisons (
  -- One row per two claims on the same event, attribute and subject, and how they compare; see disagreements for the words.
  a_id,       -- the claim first in byte order of ids
  b_id,       -- the other
  relation,   -- same, compatible, degree, conflict or denied; NULL where a denial says nothing about the other, where one voice lists
              -- parts, and where two speak in the same words of one sentence
  "between"   -- one voice, one source (two voices in it), or two sources
) AS
SELECT a.id, b.id,
       CASE
         WHEN a.stance = 'denies' AND b.stance = 'denies' THEN NULL
         WHEN pa.source_id = pb.source_id AND pa.start = pb.start AND pa.stop = pb.stop AND pa.speaker_id IS NOT pb.speaker_id
          AND a.stance = b.stance AND a.as_written = b.as_written THEN NULL
         WHEN a.stance = 'denies' THEN
           CASE
             WHEN b.low >= a.low AND coalesce(b.high, 9e999) <= coalesce(a.high, 9e999) THEN 'denied'
             WHEN coalesce(b.date_earliest, '0000') >= coalesce(a.date_earliest, '0000')
              AND coalesce(b.date_latest, '9999-99') <= coalesce(a.date_latest, '9999-99')
              AND a.date IS NOT NULL AND b.date IS NOT NULL THEN 'denied'
             WHEN b.place_id = a.place_id OR bw.place_id IS NOT NULL THEN 'denied'
             WHEN b.actor_id = a.actor_id THEN 'denied'
             WHEN b.code = a.code OR substr(b.code, 1, length(a.code) + 1) = a.code || '.' THEN 'denied'
           END
         WHEN b.stance = 'denies' THEN
           CASE
             WHEN a.low >= b.low AND coalesce(a.high, 9e999) <= coalesce(b.high, 9e999) THEN 'denied'
             WHEN coalesce(a.date_earliest, '0000') >= coalesce(b.date_earliest, '0000')
              AND coalesce(a.date_latest, '9999-99') <= coalesce(b.date_latest, '9999-99')
              AND a.date IS NOT NULL AND b.date IS NOT NULL THEN 'denied'
             WHEN a.place_id = b.place_id OR aw.place_id IS NOT NULL THEN 'denied'
             WHEN a.actor_id = b.actor_id THEN 'denied'
             WHEN a.code = b.code OR substr(a.code, 1, length(b.code) + 1) = b.code || '.' THEN 'denied'
           END
         WHEN a.low = b.low AND a.high IS b.high THEN 'same'
         WHEN a.date IS NOT NULL AND b.date IS NOT NULL AND a.date_earliest IS b.date_earliest AND a.date_latest IS b.date_latest THEN 'same'
         WHEN a.place_id = b.place_id OR a.actor_id = b.actor_id OR a.code = b.code THEN 'same'
         WHEN a.extent = 'part' AND b.extent = 'part' THEN
           CASE WHEN pa.source_id <> pb.source_id OR pa.speaker_id IS NOT pb.speaker_id THEN 'compatible' END
         WHEN substr(a.code, 1, instr(a.code || '.', '.') - 1) = substr(b.code, 1, instr(b.code || '.', '.') - 1) THEN 'degree'
         WHEN a.low <= coalesce(b.high, 9e999) AND b.low <= coalesce(a.high, 9e999) THEN 'compatible'
         WHEN a.date IS NOT NULL AND b.date IS NOT NULL
          AND coalesce(a.date_earliest, '0000') <= coalesce(b.date_latest, '9999-99')
          AND coalesce(b.date_earliest, '0000') <= coalesce(a.date_latest, '9999-99') THEN 'compatible'
         WHEN aw.place_id IS NOT NULL OR bw.place_id IS NOT NULL THEN 'compatible'
         ELSE 'conflict'
       END,
       CASE
         WHEN pa.source_id <> pb.source_id THEN 'sources'
         WHEN pa.speaker_id IS pb.speaker_id THEN 'voice'
         ELSE 'source'
       END
FROM claim a
JOIN claim b ON b.event_id = a.event_id AND b.attribute_id = a.attribute_id AND b.subject_id IS a.subject_id AND b.id > a.id
JOIN passage pa ON pa.id = a.passage_id
JOIN passage pb ON pb.id = b.passage_id
LEFT JOIN place_within aw ON aw.place_id = a.place_id AND aw.ancestor_id = b.place_id
LEFT JOIN place_within bw ON bw.place_id = b.place_id AND bw.ancestor_id = a.place_id;

CREATE VIEW disagreements (
  -- One row per two claims on one attribute of one event, or two figures on one measure, side by side; pairs that agree are kept as same.
  event_id,     -- event; NULL for figures
  event,        -- its title; of figures the subject
  attribute_id, -- attribute; of figures the measure
  attribute,    -- its label
  relation,     -- same, compatible, degree, conflict or denied
  "between",    -- voice (one speaker), source (two voices in one document) or sources
  a_claim_id,   -- claim or figure
  a_source_id,  -- document
  a_speaker,    -- who gives it
  a_stance,     -- asserts, hedges or denies
  a_value,      -- in words
  a_as_written, -- as the text has it
  a_locator,    -- source:line:start-stop
  b_claim_id,   -- claim or figure
  b_source_id,  -- document
  b_speaker,    -- who gives it
  b_stance,     -- asserts, hedges or denies
  b_value,      -- in words
  b_as_written, -- as the text has it
  b_locator,    -- source:line:start-stop
  subject_id,   -- of whom, where not of the event as a whole
  subject,      -- name of the subject
  a_says,       -- the value with its stance: denies formal
  b_says,       -- the value with its stance
  a_told,       -- as the text has it, and what that says
  b_told        -- as the text has it, and what that says
) AS
SELECT a.event_id, a.event, a.attribute_id, a.attribute, c.relation, c."between",
       a.id, a.source_id, a.speaker, a.stance, a.value, a.as_written, a.locator,
       b.id, b.source_id, b.speaker, b.stance, b.value, b.as_written, b.locator,
       a.subject_id, a.subject, a.says, b.says, a.told, b.told
FROM comparisons c
JOIN claims a ON a.id = c.a_id
JOIN claims b ON b.id = c.b_id
WHERE c.relation IS NOT NULL
UNION ALL
SELECT NULL, f.subject || coalesce(' / ' || f.counterpart, '') || coalesce(', ' || f.item, ''), f.measure_id, f.measure, f.relation,
       CASE
         WHEN f.source_id <> g.source_id THEN 'sources'
         WHEN f.speaker_id IS g.speaker_id THEN 'voice'
         ELSE 'source'
       END,
       f.id, f.source_id, f.speaker, f.stance, f.value, f.as_written, f.locator,
       g.id, g.source_id, g.speaker, g.stance, g.value, g.as_written, g.locator,
       f.subject_id, f.subject, f.says, g.says, f.told, g.told
FROM (
  SELECT a.*, b.id AS other_id,
         CASE
           WHEN a.stance = 'denies' AND b.stance = 'denies' THEN NULL
           WHEN a.stance = 'denies' THEN
             CASE WHEN b.low >= a.low AND coalesce(b.high, 9e999) <= coalesce(a.high, 9e999) THEN 'denied' END
           WHEN b.stance = 'denies' THEN
             CASE WHEN a.low >= b.low AND coalesce(a.high, 9e999) <= coalesce(b.high, 9e999) THEN 'denied' END
           WHEN a.low = b.low AND a.high IS b.high THEN 'same'
           WHEN a.low <= coalesce(b.high, 9e999) AND b.low <= coalesce(a.high, 9e999) THEN 'compatible'
           ELSE 'conflict'
         END AS relation
  FROM figures a
  JOIN figure b ON b.measure_id = a.measure_id AND b.subject_id = a.subject_id AND b.counterpart_id IS a.counterpart_id
   AND b.item IS a.item AND b.id > a.id
   AND coalesce(a.period_earliest, '0000') <= coalesce(b.period_latest, '9999-99')
   AND coalesce(b.period_earliest, '0000') <= coalesce(a.period_latest, '9999-99')
) f
JOIN figures g ON g.id = f.other_id
WHERE f.relation IS NOT NULL;

CREATE VIEW cited (
  -- One row per row that has a page and passage it rests on; a source is cited as a whole.
  kind,      -- event, actor, quote, claim, figure, passage or place
  id,        -- its id
  rank,      -- of an actor or a place 1 where it is named, 2 where it takes part or speaks, 3 where it is told of; of the rest 1
  passage_id -- the passage
) AS
SELECT 'passage', id, 1, id FROM passage
UNION ALL
SELECT 'event', event_id, 1, passage_id FROM evidence
UNION ALL
SELECT 'quote', id, 1, passage_id FROM quote
UNION ALL
SELECT 'claim', id, 1, passage_id FROM claim
UNION ALL
SELECT 'figure', id, 1, passage_id FROM figure
UNION ALL
SELECT 'actor', actor_id, 1, passage_id FROM name WHERE actor_id IS NOT NULL AND passage_id IS NOT NULL
UNION ALL
SELECT 'actor', actor_id, 1, passage_id FROM affiliation
UNION ALL
SELECT 'actor', actor_id, 2, passage_id FROM participant
UNION ALL
SELECT 'actor', speaker_id, 2, id FROM passage WHERE speaker_id IS NOT NULL
UNION ALL
SELECT 'actor', subject_id, 3, passage_id FROM claim WHERE subject_id IS NOT NULL
UNION ALL
SELECT 'actor', actor_id, 3, passage_id FROM claim WHERE actor_id IS NOT NULL
UNION ALL
SELECT 'actor', subject_id, 3, passage_id FROM figure
UNION ALL
SELECT 'actor', counterpart_id, 3, passage_id FROM figure WHERE counterpart_id IS NOT NULL
UNION ALL
SELECT 'actor', r.actor_id, 3, q.passage_id FROM quote_ref r JOIN quote q ON q.id = r.quote_id WHERE r.actor_id IS NOT NULL
UNION ALL
SELECT 'place', place_id, 1, passage_id FROM name WHERE place_id IS NOT NULL AND passage_id IS NOT NULL
UNION ALL
SELECT 'place', place_id, 1, passage_id FROM claim WHERE place_id IS NOT NULL
UNION ALL
SELECT 'place', e.place_id, 2, v.passage_id FROM event e JOIN evidence v ON v.event_id = e.id WHERE e.place_id IS NOT NULL;

CREATE VIEW coverage (
  -- One row per event and source that reports it: how it reports.
  event_id,   -- event
  event,      -- its title
  source_id,  -- document
  stance,     -- asserts where any passage does, else hedges, else denies
  passages,   -- number of passages
  own_voice,  -- number of passages in the author's own voice
  denials,    -- number of passages that deny it
  first_line, -- [line, from 1] first passage
  tells       -- source, number of passages, and what is not asserted: mee 3 (2 deny), anl 1 (hedges)
) AS
SELECT r.*,
       r.source_id || ' ' || r.passages
       || CASE
            WHEN r.stance = 'denies' THEN ' (denies)'
            WHEN r.stance = 'hedges' AND r.denials > 0 THEN ' (hedges, ' || r.denials || ' deny)'
            WHEN r.stance = 'hedges' THEN ' (hedges)'
            WHEN r.denials > 0 THEN ' (' || r.denials || ' deny)'
            ELSE ''
          END
FROM (
  SELECT v.event_id, e.title, p.source_id,
         CASE
           WHEN count(CASE v.stance WHEN 'asserts' THEN 1 END) > 0 THEN 'asserts'
           WHEN count(CASE v.stance WHEN 'hedges' THEN 1 END) > 0 THEN 'hedges'
           ELSE 'denies'
         END AS stance,
         count(*) AS passages, count(CASE p.voice WHEN 'author' THEN 1 END), count(CASE v.stance WHEN 'denies' THEN 1 END) AS denials,
         min(p.line)
  FROM evidence v
  JOIN event e ON e.id = v.event_id
  JOIN passage p ON p.id = v.passage_id
  GROUP BY v.event_id, e.title, p.source_id
) r;

CREATE VIEW tellers (
  -- One row per event, source and speaker who tells of it there; another where the same speaker denies it.
  event_id,   -- event
  source_id,  -- document
  speaker_id, -- who; NULL for the author
  speaker,    -- name of the speaker
  stance,     -- asserts where any of these passages does, else hedges; or denies
  who,        -- speaker and source, with a stance that is not to assert: author, anl (hedges)
  position,   -- of the first of these passages
  locator     -- of the same
) AS
SELECT v.event_id, v.source_id, v.speaker_id, v.speaker, v.stance,
       v.speaker || ', ' || v.source_id || CASE v.stance WHEN 'asserts' THEN '' ELSE ' (' || v.stance || ')' END,
       v.position,
       (SELECT min(p.locator)
        FROM evidence w
        JOIN passages p ON p.id = w.passage_id
        WHERE w.event_id = v.event_id AND p.position = v.position AND p.speaker_id IS v.speaker_id
          AND (w.stance = 'denies') = (v.stance = 'denies'))
FROM (
  SELECT w.event_id, p.source_id, p.speaker_id, p.speaker, min(p.position) AS position,
         min(w.stance) AS stance -- asserts comes before hedges
  FROM evidence w
  JOIN passages p ON p.id = w.passage_id
  GROUP BY w.event_id, p.source_id, p.speaker_id, p.speaker, w.stance = 'denies'
) v;

CREATE VIEW silences (
  -- One row per event and source that does not report it.
  event_id,  -- event
  source_id, -- document
  tells      -- silent; silent (earlier) where it was surely written before the event began or was announced
) AS
SELECT e.id, s.id, CASE WHEN s.published_latest < coalesce(e.announced_earliest, e.earliest) THEN 'silent (earlier)' ELSE 'silent' END
FROM event e
JOIN source s
WHERE NOT EXISTS (SELECT 1 FROM evidence v JOIN passage p ON p.id = v.passage_id WHERE v.event_id = e.id AND p.source_id = s.id);

CREATE VIEW ranges (
  -- One row per event, attribute with a number, and subject: the span of what is claimed, denials and parts left out.
  event_id,     -- event
  event,        -- its title
  attribute_id, -- attribute
  attribute,    -- its label
  unit,         -- unit of the numbers
  subject_id,   -- of whom, where not of the event as a whole
  low,          -- the smallest lower bound
  low_source,   -- a source that gives it, marked where all that do only hedge: anl (hedges)
  best_low,     -- lower end of what all claims allow; NULL where they do not meet
  best_high,    -- upper end of what all claims allow; NULL where it is open or they do not meet
  high,         -- the largest upper bound; NULL = open
  high_source,  -- a source that gives it, marked in the same way
  meet,         -- yes where one value satisfies all claims, else no
  claims,       -- number of claims
  sources       -- number of sources
) AS
SELECT r.event_id, e.title, r.attribute_id, t.label, t.unit, r.subject_id,
       r.low,
       coalesce(min(CASE WHEN c.low = r.low AND c.stance = 'asserts' THEN p.source_id END),
                min(CASE WHEN c.low = r.low THEN p.source_id || ' (hedges)' END)),
       CASE WHEN r.max_low <= r.min_high THEN r.max_low END,
       CASE WHEN r.max_low <= r.min_high AND r.min_high < 9e999 THEN r.min_high END,
       CASE WHEN r.high < 9e999 THEN r.high END,
       coalesce(min(CASE WHEN coalesce(c.high, 9e999) = r.high AND c.stance = 'asserts' THEN p.source_id END),
                min(CASE WHEN coalesce(c.high, 9e999) = r.high THEN p.source_id || ' (hedges)' END)),
       CASE WHEN r.max_low <= r.min_high THEN 'yes' ELSE 'no' END,
       r.claims, count(DISTINCT p.source_id)
FROM (
  SELECT event_id, attribute_id, subject_id, min(low) AS low, max(low) AS max_low, min(coalesce(high, 9e999)) AS min_high,
         max(coalesce(high, 9e999)) AS high, count(*) AS claims
  FROM claim
  WHERE low IS NOT NULL AND stance <> 'denies' AND extent = 'whole'
  GROUP BY event_id, attribute_id, subject_id
) r
JOIN event e ON e.id = r.event_id
JOIN attribute t ON t.id = r.attribute_id
JOIN claim c ON c.event_id = r.event_id AND c.attribute_id = r.attribute_id AND c.subject_id IS r.subject_id
 AND c.low IS NOT NULL AND c.stance <> 'denies' AND c.extent = 'whole'
JOIN passage p ON p.id = c.passage_id
GROUP BY r.event_id, e.title, r.attribute_id, t.label, t.unit, r.subject_id, r.low, r.max_low, r.min_high, r.high, r.claims;

CREATE VIEW outlook (
  -- One row per event that was planned, proposed, threatened, predicted or rumoured, each passage that says so, and what came of it.
  event_id,         -- event
  event,            -- its title
  status,           -- planned, proposed, threatened, predicted or rumoured
  date,             -- EDTF; when it was to be
  announced,        -- EDTF; when that was said
  speaker_id,       -- who says so; NULL where the author does
  speaker,          -- name of the speaker
  stance,           -- asserts, hedges, or denies (a denial)
  source_id,        -- document
  locator,          -- source:line:start-stop
  outcome,          -- fulfils, cancels, or NULL where no source tells
  outcome_event_id, -- the event that fulfilled or cancelled it
  outcome_event,    -- its title
  outcome_date      -- EDTF; its date
) AS
SELECT e.id, e.title, e.status, e.date, e.announced, p.speaker_id, p.speaker, v.stance, p.source_id, p.locator,
       k.kind, o.id, o.title, o.date
FROM event e
JOIN evidence v ON v.event_id = e.id
JOIN passages p ON p.id = v.passage_id
LEFT JOIN (
  SELECT DISTINCT from_id, kind, to_id FROM event_link WHERE kind IN ('fulfils', 'cancels') AND stance <> 'denies'
) k ON k.to_id = e.id
LEFT JOIN event o ON o.id = k.from_id
WHERE e.status IN ('planned', 'proposed', 'threatened', 'predicted', 'rumoured');
