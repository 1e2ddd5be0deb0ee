-- Reports, how they came, what was read in them, and the audit trail.
-- `record.body` is the truth; `actor` ... `flag` index the current record of every report, so that views are fast.

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    action TEXT NOT NULL,
    item TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
) STRICT;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

-- One published text. `previous` is the version of the same URL that this one replaced.
CREATE TABLE report (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    words_sha256 TEXT NOT NULL,
    url_key TEXT,
    version INTEGER NOT NULL,
    previous INTEGER REFERENCES report (key),
    added_at TEXT NOT NULL
) STRICT;

CREATE INDEX report_words ON report (words_sha256);
CREATE INDEX report_url ON report (url_key, version) WHERE url_key IS NOT NULL;
CREATE INDEX report_previous ON report (previous) WHERE previous IS NOT NULL;

-- Every time the text came in: its bytes lie in the blob folder under `sha256` where `is_kept`.
CREATE TABLE capture (
    key INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES report (key),
    report_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    path TEXT,
    outlet TEXT,
    url TEXT,
    is_kept INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    UNIQUE (report_id, sha256)
) STRICT;

CREATE INDEX capture_report ON capture (report);
CREATE INDEX capture_bytes ON capture (sha256);

-- What was read in a report: the JSON of RECORD.md, compressed. One is current, the others keep `retired_at`.
CREATE TABLE record (
    key INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES report (key),
    sha256 TEXT NOT NULL UNIQUE,
    report_id TEXT NOT NULL,
    onrecord TEXT NOT NULL,
    reader TEXT NOT NULL,
    stages TEXT NOT NULL,
    title TEXT,
    outlet TEXT,
    byline TEXT,
    url TEXT,
    language TEXT,
    published_start TEXT,
    published_end TEXT,
    text_sha256 TEXT NOT NULL,
    n_chars INTEGER NOT NULL,
    body BLOB NOT NULL,
    made_at TEXT NOT NULL,
    retired_at TEXT
) STRICT;

CREATE UNIQUE INDEX record_current ON record (report) WHERE retired_at IS NULL;
CREATE INDEX record_report ON record (report);
CREATE INDEX record_published ON record (published_start) WHERE retired_at IS NULL;
CREATE INDEX record_outlet ON record (outlet) WHERE retired_at IS NULL;

-- Keys by which a report with nearly the same words is found.
CREATE TABLE sketch (
    value INTEGER NOT NULL,
    report INTEGER NOT NULL REFERENCES report (key),
    PRIMARY KEY (value, report)
) STRICT, WITHOUT ROWID;

CREATE TABLE passage (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    record INTEGER NOT NULL REFERENCES record (key),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    words TEXT NOT NULL,
    UNIQUE (record, id)
) STRICT;

CREATE VIRTUAL TABLE passage_words USING fts5 (
    words, content = 'passage', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER passage_is_found AFTER INSERT ON passage
BEGIN INSERT INTO passage_words (rowid, words) VALUES (new.key, new.words); END;

CREATE TRIGGER passage_is_gone AFTER DELETE ON passage
BEGIN INSERT INTO passage_words (passage_words, rowid, words) VALUES ('delete', old.key, old.words); END;

CREATE TABLE actor (
    record INTEGER NOT NULL REFERENCES record (key),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,
    roles TEXT NOT NULL,
    identity TEXT NOT NULL,
    span_start INTEGER,
    span_end INTEGER,
    n_mentions INTEGER NOT NULL,
    PRIMARY KEY (record, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX actor_id ON actor (id);
CREATE INDEX actor_identity ON actor (identity);

CREATE TABLE place (
    record INTEGER NOT NULL REFERENCES record (key),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,
    lat REAL,
    lon REAL,
    geonames INTEGER,
    precision TEXT NOT NULL,
    identity TEXT NOT NULL,
    span_start INTEGER,
    span_end INTEGER,
    PRIMARY KEY (record, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX place_id ON place (id);
CREATE INDEX place_identity ON place (identity);

CREATE TABLE claim (
    record INTEGER NOT NULL REFERENCES record (key),
    id TEXT NOT NULL,
    act TEXT NOT NULL,
    mode TEXT NOT NULL,
    cue TEXT,
    words TEXT NOT NULL,
    span_start INTEGER,
    span_end INTEGER,
    said_start TEXT,
    said_end TEXT,
    parent TEXT,
    notes TEXT NOT NULL,
    PRIMARY KEY (record, id),
    FOREIGN KEY (record, parent) REFERENCES claim (record, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_id ON claim (id);

-- Who is made to say a claim (`speaker`) or whom it was said to (`told`).
CREATE TABLE speaker (
    record INTEGER NOT NULL,
    claim TEXT NOT NULL,
    n INTEGER NOT NULL,
    role TEXT NOT NULL,
    actor TEXT,
    identity TEXT NOT NULL,
    name TEXT NOT NULL,
    words TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (record, claim, role, n),
    FOREIGN KEY (record, claim) REFERENCES claim (record, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (record, actor) REFERENCES actor (record, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX speaker_identity ON speaker (identity, role);

CREATE TABLE event (
    record INTEGER NOT NULL REFERENCES record (key),
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    words TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    stage TEXT NOT NULL,
    modality TEXT NOT NULL,
    is_background INTEGER NOT NULL,
    happened_start TEXT,
    happened_end TEXT,
    precision TEXT,
    place TEXT,
    claim TEXT,
    same_as TEXT,
    PRIMARY KEY (record, id),
    FOREIGN KEY (record, claim) REFERENCES claim (record, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (record, place) REFERENCES place (record, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (record, same_as) REFERENCES event (record, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX event_id ON event (id);
CREATE INDEX event_happened ON event (happened_start, type);
CREATE INDEX event_type ON event (type, happened_start);

-- Everyone with a part in an event: acting, affected, or one of RECORD.md's other roles.
CREATE TABLE part (
    record INTEGER NOT NULL,
    event TEXT NOT NULL,
    n INTEGER NOT NULL,
    role TEXT NOT NULL,
    actor TEXT,
    identity TEXT NOT NULL,
    name TEXT NOT NULL,
    words TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (record, event, role, n),
    FOREIGN KEY (record, event) REFERENCES event (record, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (record, actor) REFERENCES actor (record, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX part_identity ON part (identity, role);

CREATE TABLE figure (
    record INTEGER NOT NULL REFERENCES record (key),
    id TEXT NOT NULL,
    words TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    value REAL,
    low REAL,
    high REAL,
    hedge TEXT NOT NULL,
    unit TEXT NOT NULL,
    harm TEXT NOT NULL,
    of_words TEXT NOT NULL,
    status TEXT NOT NULL,
    women INTEGER NOT NULL,
    children INTEGER NOT NULL,
    of_actor TEXT,
    by_actor TEXT,
    scope TEXT NOT NULL,
    since_start TEXT,
    as_of_start TEXT,
    as_of_end TEXT,
    place TEXT,
    event TEXT,
    claim TEXT,
    part_of TEXT,
    notes TEXT NOT NULL,
    PRIMARY KEY (record, id),
    FOREIGN KEY (record, claim) REFERENCES claim (record, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (record, event) REFERENCES event (record, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (record, place) REFERENCES place (record, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (record, part_of) REFERENCES figure (record, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX figure_id ON figure (id);
CREATE INDEX figure_event ON figure (record, event);
CREATE INDEX figure_harm ON figure (harm, scope);

CREATE TABLE flag (
    record INTEGER NOT NULL REFERENCES record (key),
    n INTEGER NOT NULL,
    code TEXT NOT NULL,
    item TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (record, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX flag_code ON flag (code);
