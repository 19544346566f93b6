-- An index in the order of names takes a page from anywhere for each new user, to be logged and written again. One such
-- index is enough. Here the newest stands at the end; the names come along, so that a list of few is sorted from the
-- index alone (SPEC USR-1, USR-3).
DROP INDEX users_group;
CREATE INDEX users_group ON users (organisation_id, group_id, id, name_key);
DROP INDEX users_idle;
CREATE INDEX users_idle ON users (organisation_id, id, name_key) WHERE lifecycle = 'active' AND can_answer = FALSE;

-- The account first, so that this one index also finds the users of an account.
DROP INDEX users_by_account;
DROP INDEX users_account;
CREATE UNIQUE INDEX users_account ON users (account_id, organisation_id);

-- Nobody asks for those who report to no one.
DROP INDEX users_reports_to;
CREATE INDEX users_reports_to ON users (organisation_id, reports_to) WHERE reports_to IS NOT NULL;
