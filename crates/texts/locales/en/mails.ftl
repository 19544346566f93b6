# Mails. What a mail says stands between its subject and its button; names arrive as they were written.

mail-hello = Hello { $name },
mail-address = If the button does not work, open this address:
mail-until = The link is valid until { $until }.
mail-footer = Sent by Crewdesk at { $home }. Nobody reads answers to this mail.

mail-invitation-subject = You are invited to { $organisation }
mail-invitation-again = Your invitation to { $organisation }, sent again
mail-invitation-lead = { $by } has invited you to join { $organisation } on Crewdesk. Choose a password of your own, and you are in.
mail-invitation-button = Accept the invitation
mail-invitation-replaces = It replaces the link of the former mail.
mail-invitation-unexpected = If you do not know what this is about, leave this mail be: nothing happens without you.

mail-sign-up-subject = Confirm your email address
mail-sign-up-lead = You have started a trial for { $organisation }. Confirm your email address, and it begins.
mail-sign-up-button = Confirm and begin
mail-sign-up-unexpected = If it was not you, leave this mail be: no account is made.

mail-code-subject = Your code for a new password
mail-code-lead = Type this code where you asked for it, and choose a new password:
mail-code-by = { $by } lets you choose a new password. Follow the link below and type this code:
mail-code-button = Choose a new password
mail-code-minutes = { $n ->
    [one] The code is valid for { $n } minute and can be used once.
   *[other] The code is valid for { $n } minutes and can be used once.
}
mail-code-unexpected = If it was not you, leave this mail be and tell nobody the code: your password stays as it is.

mail-email-code-subject = Your code for the new email address
mail-email-code-lead = Type this code where you are changing your email address:
mail-email-code-unexpected = If it was not you, leave this mail be: nothing is changed.

mail-password-changed-subject = Your password was changed
mail-password-changed-lead = The password of your account was changed. All other sessions were signed out.
mail-password-changed-button = It was not me
mail-password-changed-expected = If it was you, there is nothing to do. If it was not, set a new password at once and tell your administrators.

mail-locked-subject = Sign-in to your account is locked
mail-locked-lead = Somebody typed wrong passwords for your account too often, so we have locked it. Sessions that are signed in go on.
mail-locked-button = Unlock with a code
mail-locked-unexpected = If it was not you, somebody may be trying to guess your password. It has not been guessed.

mail-suspended-subject = Your access to { $organisation } is suspended
mail-suspended-lead = Your access to { $organisation } has been suspended, and you were signed out.
mail-suspended-reason = The reason given: { $reason }
mail-suspended-kept = Nothing of yours is lost. Ask the administrators of your organisation if you have questions.

mail-activated-subject = You have access to { $organisation } again
mail-activated-lead = Your access to { $organisation } has been restored. Everything is as you left it.
mail-activated-button = Sign in
