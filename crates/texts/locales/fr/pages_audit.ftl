# Le journal : filtres, fichiers et connexions ; durée de conservation.

audit-changes = Modifications
audit-sign-ins = Connexions
audit-sign-ins-lead = Qui s’est connecté ou a essayé, d’où et avec quel client.
audit-sign-in-who = Qui
audit-sign-in-method = Comment
audit-files = Exporter ce qui est affiché :
audit-filter-who = Par
audit-filter-whom = Concerne
audit-filter-way = Voie
audit-surface-page = Pages
audit-surface-api = API
audit-surface-command_line = Ligne de commande
audit-surface-job = En arrière-plan
audit-audit-forgotten = Anciennes lignes du journal oubliées
sign-in-by-password = Par mot de passe
sign-in-by-invitation = Par invitation
sign-in-by-sign_up = Par inscription
sign-in-by-switch = Depuis une autre organisation
organisation-logs = Journaux
organisation-logs-hint = Ce qui est plus ancien est oublié définitivement, jour après jour. Le reste peut encore être prouvé.
organisation-audit_days = Conserver les modifications
organisation-sign_in_days = Conserver les connexions
organisation-for_ever = Pour toujours
organisation-days =
    { $n ->
        [one] { $n } jour
       *[other] { $n } jours
    }
