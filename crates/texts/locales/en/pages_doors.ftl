# Pages before sign-in.

door-words = Your people, their roles and who is on right now, in one calm place.
door-point-people = Invite, change and suspend within seconds
door-point-live = See who is logged in, live
door-point-own = On your own server, every change on record
door-language = Change language
door-further = Further
door-to-sign-in = To sign-in
door-to-sign-up = Start a trial
door-forgotten = Forgotten your password, or none yet?

sign-in-title = Sign in
sign-in-ways = Ways to sign in
sign-in-by-email = Email
sign-in-by-username = Organisation and username
sign-in-email = Email address
sign-in-organisation = Organisation
sign-in-username = Username
sign-in-password = Password
sign-in-submit = Sign in
sign-in-reason-ended = Your session has ended. Sign in again to go on.
sign-in-reason-suspended = Your access to this organisation has been suspended. Ask your administrator.
sign-in-reason-signed_out = You are signed out.
sign-in-reason-founded = Your organisation has been created. Sign in with the password you already have.
sign-in-reason-password = Your password has been changed. Sign in with the new one.

choose-title = Choose an organisation
choose-lead = You belong to several. You can change later by signing in again.

sign-up-title = Start a trial
sign-up-lead = You become administrator and owner of a new organisation.
sign-up-organisation = Name of the organisation
sign-up-first-name = First name
sign-up-last-name = Last name
sign-up-email = Email address
sign-up-password = Password
sign-up-password-hint = At least 15 characters. A sentence of a few words is easy to remember.
sign-up-submit = Create the organisation
sign-up-have = I have an account

forgotten-title = Forgotten or no password
forgotten-lead = Tell us how you are known here. If there is an account, a code with six digits is on its way to its email address, or else to its mobile number.
forgotten-submit = Send the code
forgotten-code-title = Enter the code
forgotten-code-lead = If there is an account for { $email }, a code has been sent by mail or text message. It is valid for ten minutes.
forgotten-code-link-lead = Type the code of the message, and choose a new password.
forgotten-code = Code with six digits
forgotten-again = Send another code
forgotten-new-title = Choose a new password
forgotten-new-lead = Your other sessions will be signed out.
forgotten-new-password = New password
forgotten-new-submit = Save and sign in

accept-title = Join { $organisation }
accept-lead = Hello { $name }. Choose a password for { $email } and you are in.
accept-by-sign-in = You have an account already. Sign in with its password and the invitation is accepted.
accept-submit = Accept the invitation
accept-expired-title = This invitation has expired
accept-expired-lead = Ask for a new one: it comes to the same email address.
accept-used-title = This invitation has been accepted
accept-used-lead = You can sign in with the password you chose.
accept-void-title = This link is no longer valid
accept-void-lead = A newer invitation may have been sent to you, or it was cancelled. Look in your mailbox or ask whoever invited you.
accept-again = Send me a new invitation
accept-sent-title = A new invitation is on its way
accept-sent-lead = Look in your mailbox and use the link in the newest message.

registered-title = Look in your mailbox
registered-lead = A message with a link is on its way to you. Follow it to finish.
confirm-title = Create { $organisation }
confirm-lead = One last step: enter the password of { $email }.
confirm-used-title = You have registered already
confirm-used-lead = This link has been used. Sign in with your address and password.
confirm-expired-title = This link has expired
confirm-expired-lead = Start your trial once more; it takes a minute.
