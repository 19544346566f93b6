# Mails in an organisation’s own words.

mails-title = Mails
mails-lead = What your organisation’s mails say. What you do not word yourself goes out as it is built in.
mails-kind = Mail
mails-words = Words
mails-own = Your own
mails-built-in = Built in
mails-edit = Word it yourself
mails-reset = Back to the built-in words
mails-reset-title = Back to the built-in words for “{ $name }”?
mails-reset-lead = Your own words are lost. Mails that have gone out stay as they are.
mails-subject = Subject
mails-body = Text
mails-body-hint = Paragraphs with an empty line between them. A link or code alone in its paragraph becomes a button or large digits.
mails-placeholders = May be named: { $all }. Must be named: { $needed }.
mails-preview = Only show what the mail will say
mails-will-say = With sample values: “{ $subject }”: { $text }
mail-kind-invitation = Invitation
mail-kind-code = Code for a new password
mail-kind-suspended = Suspended
mail-kind-activated = Let in again
toast-mail-reset = The built-in words are sent again.
audit-mail_template-saved = Words of a mail saved
audit-mail_template-reset = Words of a mail taken back
