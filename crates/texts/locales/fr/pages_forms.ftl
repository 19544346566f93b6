# Forms, short tasks, tabs.

page-tabs = Parties de cette page

list-menu = Actions

form-save = Enregistrer
form-cancel = Annuler

once-copy = Copier
once-copied = Copié

conflict-title = Quelqu’un d’autre a modifié la même fiche
conflict-lead = Vos saisies figurent dans le formulaire ci-dessous. Comparez, corrigez si besoin et enregistrez à nouveau.
conflict-field = Champ
conflict-mine = Le vôtre
conflict-theirs = Enregistré entre-temps

photo-title = Photo
photo-hint = JPEG, PNG ou WebP, 2 Mio au plus. Elle est recadrée en carré et affichée dans les listes.
photo-file = Fichier
photo-preview = L’image choisie
photo-save = Enregistrer la photo
photo-remove = Retirer la photo

sheet-close = Fermer
sheet-lost = Ce qui disparaît
sheet-kept = Ce qui reste
sheet-changed = Ce qui change
sheet-gentler = Il existe une voie plus douce :
sheet-done = Terminé
sheet-type = Saisissez « { $name } » pour confirmer

own-password-lead = Avant de continuer, choisissez un mot de passe que vous seul connaissez : l’actuel vous a été donné ou est trop ancien.

fault-home = Vers l’accueil
fault-request = Requête
fault-not_found = Introuvable
fault-forbidden = Non autorisé
fault-conflict = Incompatible avec l’état actuel
fault-too_many = Trop de requêtes
fault-unavailable = Indisponible pour le moment
fault-internal = Une erreur est survenue
fault-invalid = Cela n’a pas pu être accepté

mailbox-title = E-mails de la démonstration
mailbox-lead = Aucun serveur de messagerie n’est configuré : tout ce qui aurait été envoyé se trouve ici.
mailbox-reload = Recharger
mailbox-none = Aucun e-mail pour l’instant
mailbox-none-hint = Invitez quelqu’un et l’e-mail apparaîtra ici en quelques secondes.
mailbox-to = À { $address }

form-wrong = { $n ->
    [one] Un champ est à revoir.
   *[other] { $n } champs sont à revoir.
}
