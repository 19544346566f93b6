# Forms, short tasks, tabs.

page-tabs = Parts of this page

list-menu = Actions

form-save = Save
form-cancel = Cancel

once-copy = Copy
once-copied = Copied

conflict-title = Someone else has changed the same
conflict-lead = Your entries stand in the form below. Compare them, correct what is needed and save again.
conflict-field = Field
conflict-mine = Yours
conflict-theirs = Saved meanwhile

photo-title = Photo
photo-hint = JPEG, PNG or WebP up to 2 MiB. It is cropped square and shown in lists.
photo-file = File
photo-preview = The chosen picture
photo-save = Save photo
photo-remove = Remove photo

sheet-close = Close
sheet-lost = What goes
sheet-kept = What stays
sheet-changed = What changes
sheet-gentler = There is a gentler way:
sheet-done = Done
sheet-type = Type “{ $name }” to confirm

own-password-lead = Choose a password that only you know before you go on: the present one was given to you, or has grown too old.

fault-home = To the start page
fault-request = Request
fault-not_found = Not found
fault-forbidden = Not allowed
fault-conflict = That does not fit the present state
fault-too_many = Too many requests
fault-unavailable = Not available just now
fault-internal = Something went wrong
fault-invalid = That could not be accepted

mailbox-title = Mails of the demo
mailbox-lead = No mail server is configured, so everything that would have been sent stands here.
mailbox-reload = Reload
mailbox-none = No mails yet
mailbox-none-hint = Invite someone, and the mail appears here within a few seconds.
mailbox-to = To { $address }

form-wrong = { $n ->
    [one] One field needs another look.
   *[other] { $n } fields need another look.
}
