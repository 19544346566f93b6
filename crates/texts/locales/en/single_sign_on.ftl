# Single sign-on: identity providers, the way in by them, what is connected.

sign-in-by-single_sign_on = By single sign-on
permission-identity_providers-manage = Manage identity providers, which say who comes in as whom
audit-identity_provider-created = Identity provider created
audit-identity_provider-updated = Identity provider changed
audit-identity_provider-deleted = Identity provider deleted
audit-user-identity_linked = Single sign-on connected
audit-user-identity_unlinked = Single sign-on disconnected
sms-identity-linked = Single sign-on was connected to your Crewdesk account. If it was not you, tell your administrators at once.
mail-identity-linked-subject = Single sign-on was connected to your account
mail-identity-linked-lead = You can sign in by { $provider } from now on. What you signed in with before still works where your organisation allows it.
notice-identity-linked = Single sign-on by { $provider } was connected to your account.
sso-title = Single sign-on
