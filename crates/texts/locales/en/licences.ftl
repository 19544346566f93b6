# Licences: what they are called, and why one is refused.

licence-of-tier = { $licence } { $tier }

error-extension_required = This licence needs an extension. The exchange’s list shows the next free one.
error-exchange_not_recorded = No exchange is recorded yet. Add one among the exchanges first.
error-helpdesk_not_recorded = No helpdesk is recorded yet. Add one among the helpdesks first.
error-helpdesk_required = This licence needs a helpdesk. Choose one.
error-licence_upgrade_only = A licence can only become a larger one. Take it away first, then give another.
