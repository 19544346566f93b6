# Codes by mail and text message as a second factor, and what was shown at a sign-in.

error-codes_not_allowed = Your organisation takes no such codes as a second factor.
error-codes_not_taken = Your organisation takes no such codes. Sign in again with your app or passkey.
error-channel_missing = There is nothing to send a code to yet. Add your email address or mobile number first.
error-factor_exists = You have this second factor already.

setting-factor_codes = Codes that count as a second factor
factor-codes-none = none
factor-codes-sms = by text message
factor-codes-mail = by email
factor-codes-both = by text message and email

factor-mail_code = Codes by email
factor-sms_code = Codes by text message
factor-weaker = weaker
security-codes-sent = Without an app
security-codes-weaker = A code can also be sent to you at each sign-in. That is weaker: whoever reads your mail or gets hold of your number reads the code.
security-mail-add = Codes by email
security-sms-add = Codes by text message
security-mail-title = Add codes by email
security-mail-lead = A code is on its way to your email address. Once it has come back, one is sent at each sign-in when you ask for it.
security-sms-title = Add codes by text message
security-sms-lead = A code is on its way to your mobile number. Once it has come back, one is sent at each sign-in when you ask for it.
toast-codes-added = A code is asked for from now on.

second-mail-title = Code by email
second-mail-lead = We send six digits to the email address of your account.
second-sms-title = Code by text message
second-sms-lead = We send six digits to the mobile number of your account.
second-sent-lead = A code is on its way. It is good for ten minutes; a former one is void.
second-send = Send the code
second-again = Send another code
second-by-mail = Have a code sent by email
second-by-sms = Have a code sent by text message
second-no-more-codes = No more codes can be sent today. Use another way.

mail-second-code-subject = Your code for signing in
mail-second-code-lead = Type this code where you are signing in or adding codes by email:
mail-second-code-unexpected = Tell it to nobody. If it was not you, somebody knows your password: choose another one.
sms-second-code = { $code } is your Crewdesk code for signing in, valid for { $n } min. Tell it to nobody.

shown-totp = authenticator app
shown-passkey = passkey
shown-sms_code = code by text message
shown-mail_code = code by email
shown-recovery_code = recovery code
shown-provider = second factor at the provider

sign-in-wrong-passkey = Wrong passkey
person-factors = Second factors
person-factors-none = None
person-factor-kind = What it is
person-factor-since = Added
person-factor-used = Last used
person-factor-due = To be added by
person-factors-lost = When they are lost
