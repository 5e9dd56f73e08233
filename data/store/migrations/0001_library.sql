-- Articles are written once and never changed. Everything that a scan found can be thrown away and made again.

CREATE TABLE migration (
	version INTEGER PRIMARY KEY,
	name    TEXT NOT NULL,
	applied TEXT NOT NULL
) STRICT;

CREATE TABLE article (
	id        INTEGER PRIMARY KEY,
	hash      TEXT NOT NULL UNIQUE, -- hex SHA-256 of the text
	title     TEXT NOT NULL,
	publisher TEXT NOT NULL,
	published TEXT NOT NULL,        -- YYYY-MM-DD or ''
	address   TEXT NOT NULL,
	language  TEXT NOT NULL,
	source    TEXT NOT NULL,
	omitted   TEXT NOT NULL,        -- JSON: [{"start":0,"end":9,"reason":"navigation"}], bytes of the text
	added     TEXT NOT NULL         -- RFC 3339, UTC
) STRICT;

CREATE INDEX article_title ON article (title COLLATE NOCASE);
CREATE INDEX article_publisher ON article (publisher COLLATE NOCASE);

-- Texts stand apart so that lists of articles read few pages.
CREATE TABLE body (
	article INTEGER PRIMARY KEY REFERENCES article (id),
	text    TEXT NOT NULL
) STRICT;

CREATE TABLE mention (
	article INTEGER NOT NULL REFERENCES article (id),
	place   INTEGER NOT NULL,       -- 0, 1, 2 … through the article
	start   INTEGER NOT NULL,       -- bytes of the text, end exclusive
	"end"   INTEGER NOT NULL,
	text    TEXT NOT NULL,
	country TEXT NOT NULL,
	kind    TEXT NOT NULL,
	lat     REAL NOT NULL,
	lon     REAL NOT NULL,
	venue   INTEGER NOT NULL,       -- 1: a place where something happened, not its government
	why     TEXT NOT NULL,
	PRIMARY KEY (article, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
	id         INTEGER PRIMARY KEY,
	article    INTEGER NOT NULL REFERENCES article (id),
	start      INTEGER NOT NULL,    -- bytes of the text, end exclusive
	"end"      INTEGER NOT NULL,
	text       TEXT NOT NULL,       -- the words at that place
	a          TEXT NOT NULL,
	b          TEXT NOT NULL,
	"from"     TEXT NOT NULL,
	fields     TEXT NOT NULL,       -- the leading one first, with commas between
	stance     TEXT NOT NULL,
	kind       TEXT NOT NULL,
	modality   TEXT NOT NULL,
	"when"     TEXT NOT NULL,
	confidence REAL NOT NULL,
	figures    TEXT NOT NULL,       -- JSON
	parts      TEXT NOT NULL,       -- JSON
	decision   TEXT NOT NULL DEFAULT '', -- follows from the table of decisions
	CHECK (a < b)
) STRICT;

CREATE INDEX evidence_article ON evidence (article);

-- What people said. It points at the words, not at a row of evidence, so it outlives every scan.
CREATE TABLE decision (
	id      INTEGER PRIMARY KEY,
	step    INTEGER NOT NULL,       -- decisions made in one go are undone in one go
	made    TEXT NOT NULL,          -- RFC 3339, UTC
	action  TEXT NOT NULL,          -- verdict, remove, restore
	hash    TEXT NOT NULL,          -- of the article
	start   INTEGER NOT NULL,
	"end"   INTEGER NOT NULL,
	text    TEXT NOT NULL,
	a       TEXT NOT NULL,
	b       TEXT NOT NULL,
	before  TEXT NOT NULL,
	after   TEXT NOT NULL,
	undone  INTEGER NOT NULL DEFAULT 0 -- 0 stands, 1 can be redone, 2 was left behind by a later decision
) STRICT;

CREATE INDEX decision_hash ON decision (hash);
CREATE INDEX decision_step ON decision (undone, step);

-- What the map needs to know of each article, derived from the other tables. report is the lowest article of those
-- that tell the same story. packed holds the evidence in fixed records; tick is the change that wrote the row.
CREATE TABLE summary (
	article   INTEGER PRIMARY KEY REFERENCES article (id),
	tick      INTEGER NOT NULL,
	report    INTEGER NOT NULL,
	removed   INTEGER NOT NULL,
	published TEXT NOT NULL,        -- as in article
	rules     TEXT NOT NULL,
	mentions  INTEGER NOT NULL,
	first     INTEGER NOT NULL,     -- ID of the article's first evidence; the others follow without a gap
	packed    BLOB NOT NULL
) STRICT;

CREATE INDEX summary_tick ON summary (tick);
CREATE INDEX summary_report ON summary (report);

-- Buckets of near-duplicate hashing: articles that share one may tell the same story.
CREATE TABLE near (
	bucket  INTEGER NOT NULL,
	article INTEGER NOT NULL REFERENCES article (id),
	PRIMARY KEY (bucket, article)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
	key   TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE state (
	one      INTEGER PRIMARY KEY CHECK (one = 1),
	tick     INTEGER NOT NULL,      -- grows with every change
	evidence INTEGER NOT NULL       -- the next free ID of evidence; IDs are never used twice
) STRICT;

INSERT INTO state VALUES (1, 0, 1);

-- The words of each article, folded and cut by the program, so the plainest tokenizer will do.
CREATE VIRTUAL TABLE words USING fts5 (
	title, publisher, body,
	content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3'
);

-- For other programs: the ties as they stand.
CREATE VIEW tie AS
SELECT a, b, count(*) AS passages, count(DISTINCT e.article) AS articles, count(DISTINCT s.report) AS reports
FROM evidence AS e JOIN summary AS s ON s.article = e.article
WHERE NOT s.removed AND e.decision <> 'rejected'
GROUP BY a, b
HAVING sum(e.modality <> 'denied') > 0;
