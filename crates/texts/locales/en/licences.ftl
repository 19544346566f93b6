# Licences: what they are called, and why one is refused.

licence-of-tier = { $licence } { $tier }

error-extension_required = This licence needs an extension. The exchange’s list shows the next free one.
error-exchange_not_recorded = No exchange is recorded yet. Add one among the exchanges first.
error-helpdesk_not_recorded = No helpdesk is recorded yet. Add one among the helpdesks first.
error-helpdesk_required = This licence needs a helpdesk. Choose one.
error-licence_upgrade_only = A licence can only become a larger one. Take it away first, then give another.

licences-title = Licences
licences-lead = What was ordered, how it is used and when it will run out.
licences-use = In use
licences-ordered = Ordered
licences-used = In use
licences-free = Free
licences-forecast = Forecast
licences-seats = All licences
licences-full = None is free
licences-full-in = { $n ->
    [0] Full today
    [one] Full in about { $n } day
   *[other] Full in about { $n } days
}
licences-steady = No growth
licences-over-time = Use over time
licences-chart-label = { $n ->
    [one] Most licences in use on the last day
   *[other] Most licences in use on each of the last { $n } days
}
licences-as-table = Show as a table
licences-day = Day
licences-invoice = Invoice
licences-invoice-hint = Who held which licence on how many days of a month. Users marked “Do not invoice” are left out.
licences-month = Month
licences-download = Download CSV
licences-unused-title = Unused licences
licences-unused-lead = People who hold a licence and have not signed in for long.
licences-unused-for = Not signed in for
licences-unused-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
licences-unused-none = Every licence is used
licences-unused-none-hint = Everybody who holds one has signed in within that time.
error-month_invalid = A month is a year and two digits, such as 2026-11.

audit-organisation-order_changed = Order changed
error-order_below_use = More is in use than this orders.
error-service_in_use = Users have licences that build on this service.
error-service_unknown = There is no such service.
error-tier_unknown = There is no such tier.
error-quantity_invalid = A quantity is zero or more.
