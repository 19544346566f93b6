# Telephone exchanges, helpdesks and what a user holds of them.

nav-services = Services

exchanges-title = Exchanges
exchanges-lead = Telephone exchanges and the extensions they have.
exchanges-none = No exchange yet
exchanges-none-hint = Record one to give people extensions.
exchange-create = Add exchange
exchange-edit = Edit exchange
exchange-section = Exchange
exchange-name = Name
exchange-range = Extensions
exchange-range-hint = Two to ten digits; the last has as many as the first.
exchange-first = First extension
exchange-last = Last extension
exchange-used = Taken
exchange-free = Free
exchange-changes = Changes pending since
exchange-applied = Nothing pending

extensions-title = Extensions
extensions-lead = Which are taken, and where the gaps are.
extensions-range = Extensions
extensions-state = State
extensions-taken = Taken
extensions-free = Free
extensions-next = { $exchange }: the next free extension is { $next }.
extensions-full = { $exchange }: no extension is free. Widen its range, or take one from somebody.
extensions-none = No extensions
extensions-none-hint = The range is empty.

helpdesks-title = Helpdesks
helpdesks-lead = Where people with a helpdesk licence work.
helpdesks-none = No helpdesk yet
helpdesks-none-hint = Record one so that people can be given to it.
helpdesk-create = Add helpdesk
helpdesk-edit = Edit helpdesk
helpdesk-section = Helpdesk
helpdesk-name = Name
helpdesk-users = Users

telephony-delete = Delete
telephony-delete-title = Delete { $name }?
telephony-delete-lead = That is possible only while no user belongs to it.
toast-saved-named = { $name } was saved.
toast-deleted = Deleted.

user-exchange_id = Exchange
user-extension-hint = Two to ten digits within the exchange’s range.
user-helpdesk_id = Helpdesk
user-form-workplace = Telephony and helpdesk
user-form-workplace-hint = Only what the licence needs.
user-licence-hint = A licence takes a seat; it can only become a larger one.
user-exchange_id-hint = Needed for call centre and Omnichannel. The only one is taken by itself.
user-helpdesk_id-hint = Needed for Helpdesk and Omnichannel. The only one is taken by itself.
user-form-flags = Special users
user-form-flags-hint = What costs or opens something beside the licence.
user-api_communicator = API communicator (paid)
user-statutory_representative = Statutory representative: may see number-porting codes
user-do_not_invoice = Do not invoice
lock-flags = Only those who give licences to the whole organisation set this.

audit-noun-exchange = Exchanges
audit-noun-helpdesk = Helpdesks
audit-exchange-created = Exchange added
audit-exchange-updated = Exchange changed
audit-exchange-removed = Exchange deleted
audit-exchange-changes_pending = Changes pending on the exchange
audit-helpdesk-created = Helpdesk added
audit-helpdesk-updated = Helpdesk changed
audit-helpdesk-removed = Helpdesk deleted

permission-exchanges-view = See exchanges and extensions
permission-exchanges-manage = Add, change and delete exchanges
permission-helpdesks-view = See helpdesks
permission-helpdesks-manage = Add, rename and delete helpdesks

error-extension_taken = This extension is in use on the exchange. Its list of extensions shows the next free one.
error-extension_invalid = An extension has 2 to 10 digits.
error-extension_out_of_range = The exchange does not have this extension. See its range among the exchanges.
error-extension_range_invalid = The last extension needs as many digits as the first and may not come before it.
error-extensions_outside = People have extensions outside this range. Move them first.
error-exchange_required = An extension needs an exchange. Choose one; where there is none, add it among the exchanges.
error-exchange_unknown = There is no such exchange.
error-helpdesk_unknown = There is no such helpdesk.
