# Mots du cadre et des éléments présents sur de nombreuses pages.

app-name = Crewdesk
app-skip = Aller au contenu
app-dismiss = Fermer ce message
app-offline = Le serveur est injoignable pour le moment. Rien n’a été envoyé ; réessayez.

nav-title = Navigation principale
nav-open = Ouvrir la navigation
nav-people = Personnes
nav-settings = Réglages
nav-records = Historique
nav-home = Accueil
nav-users = Utilisateurs
nav-invitations = Invitations
nav-organisation = Organisation
nav-tokens = Jetons d’API
nav-audit = Audit
nav-me = Profil

search-label = Rechercher une personne
search-hint = Rechercher une personne
search-nothing = Personne ne correspond à « { $query } ».
picker-search = Tapez un nom pour trouver des personnes
picker-hint = Cherchez par nom, ou tapez des identifiants et des adresses séparés par une virgule. Décochez qui doit être laissé de côté.
picker-hint-one = Cherchez quelqu’un par nom, ou tapez un identifiant ou une adresse.
search-all = Voir tous les résultats

me-menu = Mon menu :
me-profile = Profil
me-password = Mot de passe
me-sessions = Sessions
me-preferences = Langue et apparence
me-sign-out = Se déconnecter

theme-system = Comme le système
theme-light = Clair
theme-dark = Sombre

field-optional = (facultatif)

list-filter = Filtrer
list-apply = Appliquer
list-clear = Tout effacer
list-any = Tous
list-remove-filter = Retirer ce filtre
list-columns = Choisir les colonnes
list-actions = Actions pour { $name }
list-nothing = Non renseigné

pager-title = Pages
pager-first = Première
pager-previous = Précédente
pager-next = Suivante
pager-total = { $n ->
    [one] { $n } au total
   *[other] { $n } au total
}

lifecycle-invited = Invité
lifecycle-active = Actif
lifecycle-suspended = Suspendu
lifecycle-deactivated = Désactivé

presence-logged_out = Déconnecté
presence-logged_in = Connecté
