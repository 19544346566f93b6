//! One statement for each invariant of SECURITY.md that exists so far. Each answers an organisation and a
//! few words for every place where the invariant does not hold.

/// One invariant.
pub(super) struct Check {
    /// What must hold.
    pub(super) invariant: &'static str,
    /// Finds where it does not.
    pub(super) sql: &'static str,
    /// Whether `$1` is the present time.
    pub(super) takes_now: bool,
}

const fn always(invariant: &'static str, sql: &'static str) -> Check {
    Check { invariant, sql, takes_now: false }
}

const fn now(invariant: &'static str, sql: &'static str) -> Check {
    Check { invariant, sql, takes_now: true }
}

/// All of them, in the order in which they are told.
pub(super) const CHECKS: &[Check] = &[
    always("Seats used are at most the seats bought.", SEATS_WITHIN),
    always("The count of seats used is the number of users who hold one.", SEATS_COUNTED),
    always("Licences used of each kind are counted right and at most those ordered.", LICENCES),
    always("The record of each day's licences ends with those held now.", LICENCE_DAYS),
    always("Whoever holds a seat has one open record of it, and nobody else.", LICENCE_HOLDS),
    always("Users are counted right.", USERS_COUNTED),
    always("Users of each group are counted right.", GROUPS_COUNTED),
    always("Every organisation has one default group.", DEFAULT_GROUPS),
    always("Leaders, members and group administrators are of the same organisation.", TEAMS),
    always(
        "Resource filters, what they name and who has them are of the same organisation.",
        FILTERS,
    ),
    always("Resource filters are counted right.", FILTERS_COUNTED),
    always("Levels and profiles are of the same organisation.", WORK),
    always("Every profile has one owner and at least one skill.", PROFILES),
    always("Whoever logs on with a profile has it of their own group or as their own.", TICKS),
    always("Whoever answers with something is marked so, and skills are counted right.", ANSWERS),
    always("Operators are counted right and at most those of the plan.", OPERATORS),
    always("An account is at most one user of an organisation, and exists.", ONE_USER),
    always("Roles are of the user's own organisation.", ROLES),
    always("Groups are of the user's own organisation.", GROUPS),
    always("Supervisors are of the user's own organisation.", SUPERVISORS),
    always("Nobody reports to themself, directly or through others.", CIRCLES),
    always("Everyone stands directly below their supervisor and nobody else.", CLOSURE_DIRECT),
    always("Everyone stands below all who stand above their supervisor.", CLOSURE_MISSING),
    always("Nobody stands below anyone else.", CLOSURE_EXTRA),
    always("Every organisation has an active Administrator.", ADMINISTRATORS),
    always("Every organisation has one owner, who is an active Administrator.", OWNERS),
    always("Usernames are unique in their organisation.", USERNAMES),
    always(
        "Addresses, numeric ids and external ids are unique in their organisation.",
        IDENTIFIERS,
    ),
    always("Exchanges and helpdesks are of the user's own organisation.", WORKPLACES),
    always("An extension is on one exchange, in its range, and given once.", EXTENSIONS),
    always("Sign-in addresses are unique in the installation.", ACCOUNT_EMAILS),
    always("Numbers that codes go to begin with the country.", ACCOUNT_MOBILES),
    always("No more former passwords are kept than settings can ask for.", FORMER),
    always("Recovery codes are ten at most, and only where there is a second factor.", RECOVERY),
    now("Nobody who may not sign in has a living session or token.", LIVING_SESSIONS),
    always("Nobody who has left or is suspended has an open invitation.", LIVING_INVITATIONS),
    always("Everyone who is invited has an open invitation.", INVITED),
    always("A settled invitation has had its effect.", SETTLED),
    now("Presence says who has a session.", PRESENCE),
    always("Every job is due, done, dropped or failed with a reason.", JOBS),
];

db::statements! {
    ORGANISATIONS = "SELECT organisation_id FROM audit_heads ORDER BY organisation_id";
    LATEST = "SELECT a.at FROM audit_heads h JOIN audit a ON a.organisation_id = h.organisation_id \
        AND a.seq = h.seq ORDER BY a.at DESC LIMIT 1";
    SEATS_WITHIN = "SELECT id, CAST(seats_used AS TEXT) || ' of ' || CAST(seats AS TEXT) FROM organisations \
        WHERE seats_used > seats OR seats_used < 0";
    SEATS_COUNTED = "SELECT o.id, 'counted ' || CAST(o.seats_used AS TEXT) || ', held ' || CAST((SELECT COUNT(*) \
        FROM users u WHERE u.organisation_id = o.id AND u.licence IS NOT NULL \
        AND u.lifecycle IN ('invited', 'active')) AS TEXT) FROM organisations o \
        WHERE o.seats_used <> (SELECT COUNT(*) FROM users u WHERE u.organisation_id = o.id \
        AND u.licence IS NOT NULL AND u.lifecycle IN ('invited', 'active'))";
    LICENCES = "SELECT l.organisation_id, l.licence FROM licences l WHERE l.used > l.quantity \
        OR l.used <> (SELECT COUNT(*) FROM users u WHERE u.organisation_id = l.organisation_id \
        AND u.licence = l.licence AND u.lifecycle IN ('invited', 'active')) \
        UNION ALL SELECT u.organisation_id, u.username || ' holds what was not ordered' FROM users u \
        WHERE u.licence IS NOT NULL AND u.lifecycle IN ('invited', 'active') \
        AND EXISTS (SELECT 1 FROM licences l WHERE l.organisation_id = u.organisation_id) \
        AND NOT EXISTS (SELECT 1 FROM licences l WHERE l.organisation_id = u.organisation_id \
        AND l.licence = u.licence)";
    LICENCE_DAYS = "SELECT d.organisation_id, d.licence FROM licence_days d WHERE d.day = (SELECT MAX(e.day) \
        FROM licence_days e WHERE e.organisation_id = d.organisation_id AND e.licence = d.licence) \
        AND d.used <> (SELECT COUNT(*) FROM users u WHERE u.organisation_id = d.organisation_id \
        AND u.licence = d.licence AND u.lifecycle IN ('invited', 'active'))";
    LICENCE_HOLDS = "SELECT h.organisation_id, h.licence FROM licence_holds h WHERE h.held_until IS NULL \
        AND NOT EXISTS (SELECT 1 FROM users u WHERE u.organisation_id = h.organisation_id AND u.id = h.user_id \
        AND u.licence = h.licence AND u.do_not_invoice = h.do_not_invoice \
        AND u.lifecycle IN ('invited', 'active')) \
        UNION ALL SELECT u.organisation_id, u.username FROM users u WHERE u.licence IS NOT NULL \
        AND u.lifecycle IN ('invited', 'active') AND NOT EXISTS (SELECT 1 FROM licence_holds h \
        WHERE h.organisation_id = u.organisation_id AND h.user_id = u.id AND h.held_until IS NULL)";
    USERS_COUNTED = "SELECT c.organisation_id, c.lifecycle || ', counted ' || CAST(c.users AS TEXT) \
        FROM user_counts c WHERE c.users <> (SELECT COUNT(*) FROM users u \
        WHERE u.organisation_id = c.organisation_id AND u.lifecycle = c.lifecycle AND u.role_id = c.role_id \
        AND (u.last_sign_in_at <> 0) = c.signed_in) \
        UNION ALL SELECT u.organisation_id, u.username FROM users u WHERE NOT EXISTS (SELECT 1 \
        FROM user_counts c WHERE c.organisation_id = u.organisation_id AND c.lifecycle = u.lifecycle \
        AND c.role_id = u.role_id AND c.signed_in = (u.last_sign_in_at <> 0))";
    GROUPS_COUNTED = "SELECT g.organisation_id, g.name FROM user_groups g WHERE g.users <> (SELECT COUNT(*) \
        FROM users u WHERE u.organisation_id = g.organisation_id AND u.group_id = g.id)";
    DEFAULT_GROUPS = "SELECT g.organisation_id, 'default groups: ' || CAST(SUM(CASE WHEN g.is_default = TRUE \
        THEN 1 ELSE 0 END) AS TEXT) FROM user_groups g GROUP BY g.organisation_id \
        HAVING SUM(CASE WHEN g.is_default = TRUE THEN 1 ELSE 0 END) <> 1";
    TEAMS = "SELECT l.organisation_id, 'a leader of a team' FROM team_leaders l WHERE NOT EXISTS (SELECT 1 \
        FROM users u JOIN teams t ON t.organisation_id = u.organisation_id WHERE u.id = l.user_id \
        AND t.id = l.team_id AND u.organisation_id = l.organisation_id) \
        UNION ALL SELECT m.organisation_id, 'a member of a team' FROM team_members m WHERE m.ends_on = '9999-12-31' \
        AND NOT EXISTS (SELECT 1 FROM users u JOIN teams t ON t.organisation_id = u.organisation_id \
        WHERE u.id = m.user_id AND t.id = m.team_id AND u.organisation_id = m.organisation_id) \
        UNION ALL SELECT a.organisation_id, 'an administrator of a group' FROM group_administrators a \
        WHERE NOT EXISTS (SELECT 1 FROM users u JOIN user_groups g ON g.organisation_id = u.organisation_id \
        WHERE u.id = a.user_id AND g.id = a.group_id AND u.organisation_id = a.organisation_id)";
    FILTERS = "SELECT g.organisation_id, 'a group of a resource filter' FROM resource_filter_groups g \
        WHERE NOT EXISTS (SELECT 1 FROM resource_filters f JOIN user_groups o ON o.organisation_id = f.organisation_id \
        WHERE f.id = g.filter_id AND o.id = g.group_id AND f.organisation_id = g.organisation_id) \
        UNION ALL SELECT t.organisation_id, 'a team of a resource filter' FROM resource_filter_teams t \
        WHERE NOT EXISTS (SELECT 1 FROM resource_filters f JOIN teams o ON o.organisation_id = f.organisation_id \
        WHERE f.id = t.filter_id AND o.id = t.team_id AND f.organisation_id = t.organisation_id) \
        UNION ALL SELECT h.organisation_id, 'a holder of a resource filter' FROM resource_filter_holders h \
        WHERE NOT EXISTS (SELECT 1 FROM resource_filters f WHERE f.id = h.filter_id \
        AND f.organisation_id = h.organisation_id AND ((h.kind = 'user' AND EXISTS (SELECT 1 FROM users u \
        WHERE u.id = h.holder_id AND u.organisation_id = h.organisation_id)) OR (h.kind = 'group' AND EXISTS (SELECT 1 \
        FROM user_groups o WHERE o.id = h.holder_id AND o.organisation_id = h.organisation_id))))";
    FILTERS_COUNTED = "SELECT o.id, 'counted ' || CAST(o.resource_filters AS TEXT) FROM organisations o \
        WHERE o.resource_filters <> (SELECT COUNT(*) FROM resource_filters f WHERE f.organisation_id = o.id)";
    WORK = "SELECT h.organisation_id, 'a level' FROM user_skills h WHERE h.level < 1 OR h.level > 9 \
        OR NOT EXISTS (SELECT 1 FROM users u JOIN skills s ON s.organisation_id = u.organisation_id \
        WHERE u.id = h.user_id AND s.id = h.skill_id AND u.organisation_id = h.organisation_id) \
        UNION ALL SELECT h.organisation_id, 'a level of a profile' FROM profile_skills h WHERE h.level < 1 \
        OR h.level > 9 OR NOT EXISTS (SELECT 1 FROM profiles p JOIN skills s ON s.organisation_id = p.organisation_id \
        WHERE p.id = h.profile_id AND s.id = h.skill_id AND p.organisation_id = h.organisation_id)";
    PROFILES = "SELECT p.organisation_id, p.name FROM profiles p WHERE (p.group_id IS NULL) = (p.user_id IS NULL) \
        OR (p.group_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM user_groups g WHERE g.id = p.group_id \
        AND g.organisation_id = p.organisation_id)) OR NOT EXISTS (SELECT 1 FROM profile_skills h \
        WHERE h.organisation_id = p.organisation_id AND h.profile_id = p.id) \
        OR (p.user_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM user_profiles t WHERE t.profile_id = p.id \
        AND t.organisation_id = p.organisation_id AND t.user_id = p.user_id))";
    TICKS = "SELECT t.organisation_id, 'a profile of somebody' FROM user_profiles t WHERE NOT EXISTS (SELECT 1 \
        FROM users u JOIN profiles p ON p.organisation_id = u.organisation_id WHERE u.id = t.user_id \
        AND u.organisation_id = t.organisation_id AND p.id = t.profile_id \
        AND (p.user_id = u.id OR p.group_id = u.group_id))";
    ANSWERS = "SELECT u.organisation_id, u.username FROM users u WHERE u.can_answer <> (EXISTS (SELECT 1 \
        FROM user_skills h WHERE h.organisation_id = u.organisation_id AND h.user_id = u.id) OR EXISTS (SELECT 1 \
        FROM user_profiles t WHERE t.organisation_id = u.organisation_id AND t.user_id = u.id)) \
        UNION ALL SELECT o.id, 'counted ' || CAST(o.skills AS TEXT) || ' skills' FROM organisations o \
        WHERE o.skills <> (SELECT COUNT(*) FROM skills s WHERE s.organisation_id = o.id)";
    OPERATORS = "SELECT o.id, CAST(o.operators_used AS TEXT) || ' of ' || CAST(o.operators AS TEXT) \
        FROM organisations o WHERE o.operators_used > o.operators OR o.operators_used <> (SELECT COUNT(*) \
        FROM users u WHERE u.organisation_id = o.id AND u.support_management = TRUE \
        AND u.lifecycle IN ('invited', 'active'))";
    ONE_USER = "SELECT u.organisation_id, MIN(u.username) FROM users u GROUP BY u.organisation_id, u.account_id \
        HAVING COUNT(*) > 1 UNION ALL SELECT u.organisation_id, u.username FROM users u \
        WHERE NOT EXISTS (SELECT 1 FROM accounts a WHERE a.id = u.account_id)";
    ROLES = "SELECT u.organisation_id, u.username FROM users u WHERE NOT EXISTS (SELECT 1 FROM roles r \
        WHERE r.id = u.role_id AND r.organisation_id = u.organisation_id)";
    GROUPS = "SELECT u.organisation_id, u.username FROM users u WHERE NOT EXISTS (SELECT 1 FROM user_groups g \
        WHERE g.id = u.group_id AND g.organisation_id = u.organisation_id)";
    SUPERVISORS = "SELECT u.organisation_id, u.username FROM users u WHERE u.reports_to IS NOT NULL \
        AND NOT EXISTS (SELECT 1 FROM users s WHERE s.id = u.reports_to \
        AND s.organisation_id = u.organisation_id)";
    WORKPLACES = "SELECT u.organisation_id, u.username FROM users u WHERE (u.exchange_id IS NOT NULL \
        AND NOT EXISTS (SELECT 1 FROM exchanges e WHERE e.id = u.exchange_id \
        AND e.organisation_id = u.organisation_id)) OR (u.helpdesk_id IS NOT NULL AND NOT EXISTS (SELECT 1 \
        FROM helpdesks h WHERE h.id = u.helpdesk_id AND h.organisation_id = u.organisation_id))";
    EXTENSIONS = "SELECT u.organisation_id, u.username FROM users u JOIN exchanges e ON e.id = u.exchange_id \
        WHERE u.extension IS NOT NULL AND (LENGTH(u.extension) <> LENGTH(e.first_extension) \
        OR u.extension < e.first_extension OR u.extension > e.last_extension) \
        UNION ALL SELECT organisation_id, MIN(username) FROM users WHERE exchange_id IS NOT NULL \
        AND extension IS NOT NULL GROUP BY organisation_id, exchange_id, extension HAVING COUNT(*) > 1";
    // UNION and not UNION ALL, so that a circle ends the walk.
    CIRCLES = "WITH RECURSIVE walk (organisation_id, start, here) AS (\
        SELECT organisation_id, id, reports_to FROM users WHERE reports_to IS NOT NULL \
        UNION SELECT w.organisation_id, w.start, u.reports_to FROM walk w JOIN users u ON u.id = w.here \
        WHERE u.reports_to IS NOT NULL) \
        SELECT w.organisation_id, u.username FROM walk w JOIN users u ON u.id = w.start WHERE w.here = w.start";
    CLOSURE_DIRECT = "SELECT u.organisation_id, u.username FROM users u WHERE u.reports_to IS NOT NULL \
        AND NOT EXISTS (SELECT 1 FROM supervision s WHERE s.organisation_id = u.organisation_id \
        AND s.supervisor_id = u.reports_to AND s.user_id = u.id AND s.depth = 1) \
        UNION ALL SELECT s.organisation_id, u.username FROM supervision s JOIN users u ON u.id = s.user_id \
        WHERE s.depth = 1 AND (u.reports_to IS NULL OR u.reports_to <> s.supervisor_id)";
    CLOSURE_MISSING = "SELECT u.organisation_id, u.username FROM users u JOIN supervision above \
        ON above.organisation_id = u.organisation_id AND above.user_id = u.reports_to \
        WHERE NOT EXISTS (SELECT 1 FROM supervision s WHERE s.organisation_id = u.organisation_id \
        AND s.supervisor_id = above.supervisor_id AND s.user_id = u.id AND s.depth = above.depth + 1)";
    CLOSURE_EXTRA = "SELECT s.organisation_id, COALESCE(u.username, 'somebody removed') FROM supervision s \
        LEFT JOIN users u ON u.id = s.user_id AND u.organisation_id = s.organisation_id \
        WHERE u.id IS NULL OR s.supervisor_id = s.user_id OR s.depth < 1 \
        OR (s.depth > 1 AND NOT EXISTS (SELECT 1 FROM supervision above \
        WHERE above.organisation_id = s.organisation_id AND above.supervisor_id = s.supervisor_id \
        AND above.user_id = u.reports_to AND above.depth = s.depth - 1)) \
        OR NOT EXISTS (SELECT 1 FROM users boss WHERE boss.id = s.supervisor_id \
        AND boss.organisation_id = s.organisation_id)";
    ADMINISTRATORS = "SELECT o.id, o.name FROM organisations o WHERE NOT EXISTS (SELECT 1 FROM users u \
        JOIN roles r ON r.id = u.role_id WHERE u.organisation_id = o.id AND u.lifecycle = 'active' \
        AND r.key = 'administrator' AND r.organisation_id = o.id)";
    OWNERS = "SELECT o.id, o.name FROM organisations o WHERE NOT EXISTS (SELECT 1 FROM users u \
        JOIN roles r ON r.id = u.role_id WHERE u.id = o.owner_user_id AND u.organisation_id = o.id \
        AND u.lifecycle = 'active' AND r.key = 'administrator')";
    USERNAMES = "SELECT organisation_id, MIN(username) FROM users GROUP BY organisation_id, username_key \
        HAVING COUNT(*) > 1";
    IDENTIFIERS = "SELECT organisation_id, email_key FROM users WHERE email_key <> '' \
        GROUP BY organisation_id, email_key HAVING COUNT(*) > 1 \
        UNION ALL SELECT organisation_id, numeric_id FROM users WHERE numeric_id IS NOT NULL \
        GROUP BY organisation_id, numeric_id HAVING COUNT(*) > 1 \
        UNION ALL SELECT organisation_id, external_id FROM users WHERE external_id IS NOT NULL \
        GROUP BY organisation_id, external_id HAVING COUNT(*) > 1";
    ACCOUNT_EMAILS = "SELECT NULL, email_key FROM accounts WHERE email_key IS NOT NULL GROUP BY email_key \
        HAVING COUNT(*) > 1";
    LIVING_SESSIONS = "SELECT s.organisation_id, COALESCE(u.username, 'somebody removed') FROM sessions s \
        LEFT JOIN users u ON u.id = s.user_id AND u.organisation_id = s.organisation_id \
        WHERE s.idle_until > $1 AND (u.id IS NULL OR u.lifecycle <> 'active' OR u.account_id <> s.account_id)";
    LIVING_INVITATIONS = "SELECT i.organisation_id, COALESCE(u.username, 'somebody removed') FROM invitations i \
        LEFT JOIN users u ON u.id = i.user_id AND u.organisation_id = i.organisation_id \
        WHERE i.state = 'pending' AND (u.id IS NULL OR u.lifecycle NOT IN ('invited', 'active'))";
    INVITED = "SELECT u.organisation_id, u.username FROM users u WHERE u.lifecycle = 'invited' \
        AND NOT EXISTS (SELECT 1 FROM invitations i WHERE i.organisation_id = u.organisation_id \
        AND i.user_id = u.id AND i.state = 'pending')";
    SETTLED = "SELECT i.organisation_id, u.username FROM invitations i \
        JOIN users u ON u.id = i.user_id AND u.organisation_id = i.organisation_id \
        WHERE i.state <> 'pending' AND (i.settled_at IS NULL \
        OR (i.state = 'accepted' AND u.lifecycle = 'invited'))";
    // A session that has just expired is written down within a minute, one ended from another organisation
    // by a job: neither is a violation before that.
    PRESENCE = "SELECT u.organisation_id, u.username || ' is shown as ' || u.presence FROM users u \
        WHERE (u.presence = 'logged_out' AND EXISTS (SELECT 1 FROM sessions s WHERE s.user_id = u.id \
        AND s.organisation_id = u.organisation_id AND s.kind = 'session' AND s.idle_until > $1)) \
        OR (u.presence <> 'logged_out' AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.user_id = u.id \
        AND s.organisation_id = u.organisation_id AND s.kind = 'session') \
        AND NOT EXISTS (SELECT 1 FROM jobs j WHERE j.kind = 'follow_sessions' AND j.state = 'due'))";
    JOBS = "SELECT organisation_id, kind || ' is ' || state FROM jobs \
        WHERE state NOT IN ('due', 'done', 'dropped', 'failed') \
        OR (state IN ('failed', 'dropped') AND (last_error IS NULL OR last_error = '')) \
        OR (state <> 'due' AND finished_at IS NULL) OR (state = 'due' AND finished_at IS NOT NULL)";
    USER_KEYS = "SELECT id, organisation_id, username, username_key, COALESCE(email, ''), email_key FROM users \
        WHERE id > $1 ORDER BY id LIMIT $2";
    NETWORKS = "SELECT id, allowed_networks FROM organisations WHERE allowed_networks IS NOT NULL ORDER BY id";
    ACCOUNT_MOBILES = "SELECT NULL, mobile FROM accounts WHERE mobile IS NOT NULL AND mobile NOT LIKE '+%'";
    RECOVERY = "SELECT NULL, CAST(COUNT(*) AS TEXT) || ' recovery codes of one account' FROM recovery_codes r \
        GROUP BY r.account_id HAVING COUNT(*) > 10 OR NOT EXISTS (SELECT 1 FROM factors f \
        WHERE f.account_id = r.account_id AND f.confirmed_at IS NOT NULL)";
    FORMER = "SELECT NULL, 'an account keeps ' || CAST(COUNT(*) AS TEXT) FROM former_passwords f \
        GROUP BY f.account_id HAVING COUNT(*) > 10";
    ACCOUNT_KEYS = "SELECT id, COALESCE(email, ''), COALESCE(email_key, '') FROM accounts WHERE id > $1 \
        ORDER BY id LIMIT $2";
}
