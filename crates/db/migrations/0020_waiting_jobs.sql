-- Jobs in the order in which they are done, with their kind: those of a kind whose other side can't be reached are
-- passed over in the index alone (SECURITY.md R4).

DROP INDEX jobs_due;
CREATE INDEX jobs_due ON jobs (state, run_at, id, kind);
