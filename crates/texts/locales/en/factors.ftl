# Second factors: the second step of a sign-in, one's own page, taking them away, what is told about them.

error-second_factor_required = The password is right. A second factor is needed as well.
error-second_factor_kept = Your organisation asks for a second factor. Add another one before you take this one away.
error-no_second_factor = There is no second factor.
error-factors_owned_by_person = This person signs in to other organisations as well. Only they, or whoever runs this installation, can do this.

permission-users-reset_factors = See second factors and take them away
permission-factors-own = Manage one’s own second factors
audit-factor-added = Second factor added
audit-factor-removed = Second factor removed
audit-factor-codes_renewed = New recovery codes made
audit-user-factors_reset = Second factors taken away
sign-in-wrong-second = Wrong second factor

second-totp-title = Code of your app
second-totp-lead = Open your authenticator app and type the six digits that it shows for Crewdesk.
second-recovery-title = Recovery code
second-recovery-lead = Type one of the recovery codes that you kept. It counts once.
second-recovery-code = Recovery code
second-submit = Go on
second-others = Not at hand?
second-by-totp = Use the authenticator app
second-by-recovery = Use a recovery code
second-anew = Begin anew

me-security = Second factor
factor-totp = Authenticator app
security-factors = Second factor
security-factors-lead = Whoever learns your password still can’t come in as you: at each sign-in you also type a code that only your telephone shows. Any authenticator app will do.
security-on = On
security-off = Off
security-required = Your organisation asks for it
security-added = added
security-used = last used
security-app-add = Add an authenticator app
security-app-name = Name
security-app-name-hint = How you tell it from others, such as “my telephone”.
security-app-usual = Authenticator app
security-app-title = Add an authenticator app
security-app-lead = It counts once its first code has come back.
security-scan = Show it to the app
security-scan-lead = In the app, choose to add an account, and point the camera at this picture.
security-qr = Picture with the key for the authenticator app
security-letters = Or type this key:
security-first-code = Type the first code
security-app-confirm = Confirm
security-remove = Remove
security-remove-title = Remove { $name }?
security-remove-lead = It is not asked for any more. Your other factors stay.
security-remove-last = It is your last one: from now on the password alone lets you in, and your recovery codes are void.
security-codes = Recovery codes
security-codes-lead = They let you in when your telephone or passkey is lost. Each counts once.
security-codes-left = { $n ->
    [one] { $n } left
   *[other] { $n } left
}
security-codes-new = Make new codes
security-codes-new-title = Make new recovery codes?
security-codes-new-lead = The codes that you have now are void at once.
security-codes-keep = Keep these recovery codes
security-codes-keep-lead = They are shown this once. Print them or put them into a password manager, not where your telephone is.
security-codes-kept = I have kept them
toast-factor-added = The authenticator app is asked for from now on.
toast-factor-removed = The factor has been removed.
toast-factors-reset = The second factors of { $name } have been taken away.

user-reset-factors = Take second factors away
step-factors = Take second factors of { $name } away?
step-factors-lead = For people who have lost their telephone. Make sure that it is really them who ask. They are told by mail.
step-loses-codes = The recovery codes
step-keeps-password = The password stays, and lets them in alone until they add a factor.

mail-factor-added-subject = A second factor was added
mail-factor-added-lead = “{ $factor }” was added to your account. From now on it is asked for when you sign in.
mail-factor-removed-subject = A second factor was removed
mail-factor-removed-lead = “{ $factor }” was removed from your account and is not asked for any more.
mail-factors-reset-subject = Your second factors were taken away
mail-factors-reset-lead = { $by } took all second factors and recovery codes of your account away. Sign in with your password, or have a code sent for one if you have none, and add a new one.
mail-recovery-code-used-subject = A recovery code was used
mail-recovery-code-used-lead = Somebody signed in to your account with one of your recovery codes. So many are left: { $left }.
mail-recovery-codes-new-subject = You have new recovery codes
mail-recovery-codes-new-lead = New recovery codes were made for your account. The former ones are void.
sms-factor-added = A second factor was added to your Crewdesk account. If it was not you, tell your administrators at once.
sms-factor-removed = A second factor was removed from your Crewdesk account. If it was not you, tell your administrators at once.
sms-factors-reset = An administrator took the second factors of your Crewdesk account away. Sign in and add a new one.
sms-recovery-code-used = Somebody signed in to Crewdesk as you with a recovery code. If it was not you, tell your administrators at once.
sms-recovery-codes-new = New recovery codes were made for your Crewdesk account. If it was not you, tell your administrators at once.
notice-factor-added = “{ $factor }” was added as a second factor.
notice-factor-removed = “{ $factor }” is no second factor any more.
notice-factors-reset = { $by } took your second factors away.
notice-recovery-code-used = One of your recovery codes was used. So many are left: { $left }.
notice-recovery-codes-new = You have new recovery codes.

error-second_factor_missing = Your organisation asks for a second factor. Add one to go on.
error-no_channel = This person has neither address nor number, so nothing could reach them. Add one first.
setting-two_factor_grace_days = Adding a second factor may be put off for
unit-at-once = not at all
security-due = Your organisation asks for a second factor. Add one by { $day }; after that you can’t go on without.
security-later = Later
roles-second = Second factor
roles-second-title = Second factor for { $name }
roles-second-lead = Everybody with this role adds a second factor at the next sign-in, or within the days that the settings allow. It is also asked for by organisation, group and user.
roles-second-required = Everybody with this role must have a second factor

factor-passkey = Passkey
passkey-add = Add a passkey
passkey-add-lead = A passkey on this device or in your password manager lets you in by finger, face or PIN, without any password.
passkey-make = Make the passkey
passkey-sign-in = Sign in with a passkey
passkey-sign-in-lead = Your device asks for finger, face or PIN.
passkey-use = Use the passkey
passkey-failed = The device gave no passkey. Try once more, or use another way.
passkey-needs-script = Passkeys need JavaScript in this browser.
toast-passkey-added = The passkey has been added.
sign-in-by-passkey = By passkey
error-passkeys_unavailable = Passkeys need a public address with a name. Ask whoever runs this installation.
error-passkey_refused = The passkey could not be accepted. Begin anew, or use another way.
