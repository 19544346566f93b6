-- Each line of what is searched begins with a line feed, so that a word of two letters is found at its beginning
-- (SPEC USR-1): the index knows three characters at a time.
-- only sqlite
UPDATE users SET search = char(10) || search;
INSERT INTO users_search (users_search) VALUES ('delete-all');
INSERT INTO users_search (rowid, search) SELECT seq, search FROM users;
-- end
-- only postgres
UPDATE users SET search = chr(10) || search;
-- end
