-- What is known over many reports. All but the rulings can be made again from the records.

-- Which records have been reconciled, and by which version of it.
CREATE TABLE reconciled (
    record INTEGER PRIMARY KEY REFERENCES record (key),
    maker TEXT NOT NULL
) STRICT;

-- What is compared: accounts and reports, and one row for each identity of actors and places.
CREATE TABLE facts (
    key INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    report INTEGER REFERENCES report (key),
    body TEXT NOT NULL
) STRICT;

CREATE INDEX facts_report ON facts (report) WHERE report IS NOT NULL;

-- The keys (hashed) by which candidates find one another.
CREATE TABLE fact_key (
    value INTEGER NOT NULL,
    facts INTEGER NOT NULL REFERENCES facts (key),
    PRIMARY KEY (value, facts)
) STRICT, WITHOUT ROWID;

CREATE INDEX fact_key_facts ON fact_key (facts);

-- Same, different or unsure, of two items. A ruling is a person's; one that was taken back keeps `retired_at`.
CREATE TABLE judgement (
    key INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    left_id TEXT NOT NULL,
    right_id TEXT NOT NULL,
    verdict TEXT NOT NULL,
    score REAL NOT NULL,
    reasons TEXT NOT NULL,
    maker TEXT NOT NULL,
    is_ruling INTEGER NOT NULL,
    made_at TEXT,
    retired_at TEXT
) STRICT;

CREATE INDEX judgement_left ON judgement (left_id, score);
CREATE INDEX judgement_right ON judgement (right_id, score);
CREATE INDEX judgement_ruling ON judgement (made_at) WHERE is_ruling = 1;

-- That two reports go back to one text; `body` holds the passages that show it.
CREATE TABLE lineage_tie (
    left_report INTEGER NOT NULL REFERENCES report (key),
    right_report INTEGER NOT NULL REFERENCES report (key),
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (left_report, right_report)
) STRICT, WITHOUT ROWID;

CREATE INDEX lineage_tie_right ON lineage_tie (right_report);

CREATE TABLE lineage (
    report INTEGER PRIMARY KEY REFERENCES report (key),
    id TEXT NOT NULL
) STRICT;

CREATE INDEX lineage_id ON lineage (id);

-- An actor or place over all reports; those of one `cluster` are one and the same.
CREATE TABLE identity (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    cluster TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX identity_cluster ON identity (cluster);
CREATE INDEX identity_name ON identity (kind, name_key);

-- One happening with every account of it.
CREATE TABLE entry (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    happened_start TEXT,
    happened_end TEXT,
    place TEXT,
    place_key TEXT,
    country TEXT,
    lat REAL,
    lon REAL,
    n_accounts INTEGER NOT NULL,
    n_reports INTEGER NOT NULL,
    n_lineages INTEGER NOT NULL,
    n_disputes INTEGER NOT NULL,
    weight INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_happened ON entry (happened_start, id);
CREATE INDEX entry_weight ON entry (weight, happened_start);
CREATE INDEX entry_place ON entry (place_key, happened_start);
CREATE INDEX entry_type ON entry (type, happened_start);
CREATE INDEX entry_disputed ON entry (n_disputes, happened_start) WHERE n_disputes > 0;

CREATE TABLE account (
    id TEXT PRIMARY KEY,
    entry TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES report (key),
    is_lead INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX account_entry ON account (entry);
CREATE INDEX account_report ON account (report);

-- Which account tells an event row.
CREATE TABLE account_event (
    record INTEGER NOT NULL REFERENCES record (key),
    event TEXT NOT NULL,
    account TEXT NOT NULL,
    PRIMARY KEY (record, event)
) STRICT, WITHOUT ROWID;

CREATE INDEX account_event_account ON account_event (account);

-- Claims of one entry that cannot all hold.
CREATE TABLE dispute (
    id TEXT PRIMARY KEY,
    entry TEXT NOT NULL,
    differs_in TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX dispute_entry ON dispute (entry);

-- One figure lifted out of its record with all that tallies need. `series` is the running total it belongs to.
CREATE TABLE statement (
    key INTEGER PRIMARY KEY,
    record INTEGER NOT NULL REFERENCES record (key),
    report INTEGER NOT NULL REFERENCES report (key),
    figure TEXT NOT NULL,
    account TEXT,
    series TEXT,
    said_on TEXT,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX statement_record ON statement (record);
CREATE INDEX statement_account ON statement (account) WHERE account IS NOT NULL;
CREATE INDEX statement_series ON statement (series, said_on) WHERE series IS NOT NULL;

-- A running total by one speaker for one place, and how much there is of it.
CREATE TABLE series (
    key TEXT PRIMARY KEY,
    harm TEXT NOT NULL,
    unit TEXT NOT NULL,
    place TEXT,
    place_key TEXT,
    speaker TEXT,
    speaker_key TEXT,
    n_statements INTEGER NOT NULL,
    first_on TEXT,
    last_on TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX series_size ON series (n_statements);
CREATE INDEX series_place ON series (place_key, harm);
CREATE INDEX series_speaker ON series (speaker_key, harm);

-- That some speaker says an actor did, or did not do, what an event tells.
CREATE TABLE blame (
    key INTEGER PRIMARY KEY,
    record INTEGER NOT NULL REFERENCES record (key),
    event TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX blame_event ON blame (record, event);

-- One step in talks, as one report tells it.
CREATE TABLE move (
    key INTEGER PRIMARY KEY,
    record INTEGER NOT NULL REFERENCES record (key),
    report INTEGER NOT NULL REFERENCES report (key),
    event TEXT NOT NULL,
    kind TEXT NOT NULL,
    made_on TEXT,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX move_day ON move (made_on);
CREATE INDEX move_record ON move (record);

-- Who takes part in a move, by folded name, to be looked up by.
CREATE TABLE move_party (
    name_key TEXT NOT NULL,
    move INTEGER NOT NULL REFERENCES move (key) ON DELETE CASCADE,
    PRIMARY KEY (name_key, move)
) STRICT, WITHOUT ROWID;

CREATE INDEX move_party_move ON move_party (move);

-- One thing one speaker said in one report.
CREATE TABLE line (
    key INTEGER PRIMARY KEY,
    record INTEGER NOT NULL REFERENCES record (key),
    speaker_key TEXT NOT NULL,
    said_on TEXT,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX line_speaker ON line (speaker_key, said_on);
CREATE INDEX line_record ON line (record);

-- A speaker over all reports, and how much there is of them.
CREATE TABLE voice (
    speaker_key TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    n_lines INTEGER NOT NULL,
    first_on TEXT,
    last_on TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX voice_size ON voice (n_lines);
CREATE INDEX voice_name ON voice (name_key);

-- That some report says a person speaks for a body; keys as speakers have them.
CREATE TABLE speaks_for (
    person TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (person, body)
) STRICT, WITHOUT ROWID;
