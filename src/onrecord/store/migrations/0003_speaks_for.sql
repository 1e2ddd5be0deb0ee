-- Who is said to speak for whom, now by the record that says so: a record that is read anew takes its word back.
DROP TABLE speaks_for;

-- That a record says a person speaks for a body; keys as speakers have them.
CREATE TABLE speaks_for (
    person TEXT NOT NULL,
    body TEXT NOT NULL,
    record INTEGER NOT NULL REFERENCES record (key),
    PRIMARY KEY (person, body, record)
) STRICT, WITHOUT ROWID;

CREATE INDEX speaks_for_record ON speaks_for (record);

-- What was there is made again from the records: all of them are reconciled anew.
DELETE FROM reconciled;
