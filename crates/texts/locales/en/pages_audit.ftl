# The audit log: its filters, files and sign-ins; how long logs are kept.

audit-changes = Changes
audit-sign-ins = Sign-ins
audit-sign-ins-lead = Who signed in or tried to, from where and with which client.
audit-sign-in-who = Who
audit-sign-in-method = How
audit-files = Export what is shown:
audit-filter-who = By
audit-filter-whom = Whom
audit-filter-way = Way
audit-surface-page = Pages
audit-surface-api = API
audit-surface-command_line = Command line
audit-surface-job = Background
audit-audit-forgotten = Old rows of the log forgotten
sign-in-by-password = By password
sign-in-by-invitation = By invitation
sign-in-by-sign_up = By signing up
sign-in-by-switch = From another organisation
organisation-logs = Logs
organisation-logs-hint = What is older is forgotten for good, day by day. The rest can still be proven.
organisation-audit_days = Keep changes
organisation-sign_in_days = Keep sign-ins
organisation-for_ever = For ever
organisation-days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
