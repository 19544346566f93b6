# Authentification unique : fournisseurs d’identité, entrer par eux, ce qui est relié.

sign-in-by-single_sign_on = Par authentification unique
permission-identity_providers-manage = Gérer les fournisseurs d’identité, qui disent qui entre en tant que qui
audit-identity_provider-created = Fournisseur d’identité créé
audit-identity_provider-updated = Fournisseur d’identité modifié
audit-identity_provider-deleted = Fournisseur d’identité supprimé
audit-user-identity_linked = Authentification unique reliée
audit-user-identity_unlinked = Authentification unique déliée
sms-identity-linked = L’authentification unique a été reliée à votre compte Crewdesk. Si ce n’était pas vous, prévenez vos administrateurs aussitôt.
mail-identity-linked-subject = L’authentification unique a été reliée à votre compte
mail-identity-linked-lead = Vous pouvez désormais vous connecter par { $provider }. Ce qui servait avant marche toujours là où votre organisation le permet.
notice-identity-linked = L’authentification unique par { $provider } a été reliée à votre compte.
sso-title = Authentification unique
