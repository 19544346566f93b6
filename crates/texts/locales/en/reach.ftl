# How people are reached and let in: text messages, own address and number, rules for signing in.

sms-code = { $code } is your Crewdesk code for a new password, valid for { $n } min. Tell it to nobody.
sms-mobile-code = { $code } is your Crewdesk code for this number, valid for { $n } min.
sms-password-changed = Your Crewdesk password was changed. If it was not you, set a new one at once and tell your administrators.
sms-recovery-used = Your Crewdesk password was replaced by means of a code. If it was not you, tell your administrators at once.
sms-new-device = Somebody signed in to Crewdesk as you with another device. If it was not you, change your password at once.
sms-locked = Sign-in to your Crewdesk account is locked after too many wrong passwords. Unlock it with a code.
sms-email-changed = An email address was registered for your Crewdesk account. If it was not you, tell your administrators.
sms-mobile-changed = Your Crewdesk account has another mobile number now. If it was not you, tell your administrators.

mail-recovery-used-subject = Your password was replaced by means of a code
mail-recovery-used-lead = Somebody who read a code sent to you chose a new password for your account. All sessions were signed out.
mail-new-device-subject = New sign-in to your account
mail-new-device-lead = Your account was used to sign in with { $client } from { $address } on { $at }. It has not been used like this before.
mail-new-device-expected = If it was you, there is nothing to do. If it was not, set a new password at once: that signs out everyone else.
mail-email-changed-subject = Your email address was changed
mail-email-changed-lead = Your account has another email address now. You sign in with the new one, and mails go there.
mail-mobile-changed-subject = Your mobile number was changed
mail-mobile-changed-lead = Your account has another mobile number now. Codes may go there.
mail-contact-expected = If it was you, there is nothing to do. If it was not, tell your administrators at once.

notice-password-changed = Your password was changed.
notice-recovery-used = Your password was replaced by means of a code.
notice-email-changed = Your email address was changed.
notice-mobile-changed = Your mobile number was changed.
notice-new-device = Your account was used to sign in with { $client } from { $address } for the first time.

forgotten-identity = Email, mobile or username
forgotten-identity-hint = With a username, write the short name of your organisation before it: contoso/eva.
sign-in-reason-fresh = Sign in again before you change this.

contact-email = Email
contact-mobile = Mobile
contact-hint = A code goes there first. What you have now stays until the code has come back.
contact-email-now = Present email address
contact-email-new = New email address
contact-mobile-now = Present mobile number
contact-mobile-new = New mobile number
contact-until = It stays until the new one is confirmed.
contact-send = Send a code
contact-sent = The code has been sent to { $to }. It is valid for ten minutes.
contact-confirm = Confirm

sign-in-policy-title = Sign-in
sign-in-policy-lead = From where your people come in, and what their passwords lack.
sign-in-where = Networks
sign-in-where-hint = Sign-ins, sessions and API tokens from elsewhere are refused at their next request. Left empty, people may come from anywhere.
sign-in-networks = Allowed networks
sign-in-networks-hint = One a line, such as 192.0.2.0/24, 2001:db8::/32 or a single address.
sign-in-networks-here = You come from { $address }.
sign-in-shuts-me-out = Save it although it shuts me out
sign-in-passwords = Passwords
sign-in-words = Words that no password may hold
sign-in-words-hint = One a line, four letters or more. Names of people and of your organisation are looked at anyway.
sign-in-more = Length and age of passwords, limits of sessions

setting-self_service_email = May change own email
setting-password_days = Passwords are replaced after
setting-password_reuse = Former passwords not taken again
unit-never = never
unit-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
unit-passwords = { $n ->
    [one] { $n } password
   *[other] { $n } passwords
}
