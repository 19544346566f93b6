skills-title = Ferdigheter
profiles-title = Profiler
permission-users-assign_skills = Gi folk nivåer, krysse av gruppens profiler og gi dem egne profiler
permission-skills-view = Se ferdigheter og gruppenes profiler
permission-skills-manage = Opprette, endre og slette ferdigheter
permission-profiles-manage = Opprette, endre og slette gruppenes profiler
audit-skill-created = Ferdighet opprettet
audit-skill-updated = Ferdighet endret
audit-skill-deleted = Ferdighet slettet
audit-profile-created = Profil opprettet
audit-profile-updated = Profil endret
audit-profile-deleted = Profil slettet
audit-user-skills_changed = Nivåene til brukeren endret
audit-user-profiles_changed = Profilene til brukeren endret
nav-work = Ferdigheter og køer
skills-lead = Det folk svarer med. Nivået sier hvor godt, fra 1 for en nybegynner til 9 for en ekspert.
skills-name = Ferdighet
skills-note = Hva den betyr
skills-note-hint = For dem som gir nivåer: hvordan en 1, en 5 og en 9 ser ut.
skills-people = Personer
skills-profiles = Profiler
skills-level = Nivå
skills-none = Ingen ferdigheter ennå
skills-none-hint = Legg til det folkene deres svarer med, for eksempel språk eller produkter.
skills-create = Legg til ferdighet
skills-edit = Rediger ferdighet
skills-delete = Slett ferdighet
skills-delete-title = Slette ferdigheten { $name }?
skills-delete-unused = Ingen har den, og ingen profil nevner den.
skills-delete-used = Den er i bruk. For bare å skjule den tar du den ut av profilene.
skills-loses-people = { $n ->
    [one] { $n } person mister et nivå.
   *[other] { $n } personer mister et nivå.
}
skills-loses-profiles = { $n ->
    [one] { $n } profil mister ferdigheten.
   *[other] { $n } profiler mister ferdigheten.
}
profiles-lead = Navngitte sett med ferdigheter som folk logger seg på en kø med: gruppens krysses av for folkene i den, ens egne er bare ens egne.
profiles-group-lead = Profilene til denne gruppen. De kan krysses av for hver enkelt i den.
profiles-name = Profil
profiles-owner = Hvem sin
profiles-skills = Ferdigheter og nivåer
profiles-skills-hint = Skriv et nivå fra 1 til 9. En ferdighet uten nivå er ikke med i profilen.
profiles-people = Personer
profiles-none = Ingen profiler ennå
profiles-none-hint = Legg til en på en gruppe, eller en egen på fanen Arbeid på siden til en person.
profiles-create = Legg til profil
profiles-edit = Rediger profil
profiles-delete = Slett profil
profiles-delete-title = Slette profilen { $name }?
profiles-delete-lead = Folk beholder sine egne nivåer.
profiles-loses-people = { $n ->
    [one] { $n } person kan ikke lenger logge seg på med den.
   *[other] { $n } personer kan ikke lenger logge seg på med den.
}
profiles-of_group = Gruppe
profiles-what = Profil
profiles-kind = Type
profiles-all = Alle
profiles-groups = Til grupper
profiles-personal = Egne
person-tab-work = Arbeid
work-change = Endre
work-edit = Nivåer og gruppens profiler
work-edit-link = Rediger
work-edit-title = Arbeidet til { $name }
work-own-profile = Egen profil
work-own-profile-link = Legg til
work-own = Egen
work-profiles = Profiler
work-profiles-none = Ingen profil: gruppen har ingen, og personen har ingen egne.
work-from = Fra
work-logs-on = Logger seg på med den
work-ticked = Ja
work-ticks = Gruppens profiler
work-ticks-hint = Kryss av dem personen kan logge seg på med.
work-levels = Egne nivåer
work-levels-hint = De teller med alle profiler. Skriv et nivå fra 1 til 9, eller la feltet stå tomt.
work-levels-none = Ingen egne nivåer.
levels-now = Noen andre har satt { $level } i mellomtiden. Lagrer du igjen, settes ditt.
levels-now-none = Noen andre har tatt bort dette nivået i mellomtiden. Lagrer du igjen, settes ditt.
toast-skill-deleted = Ferdigheten ble slettet.
toast-profile-deleted = Profilen ble slettet.
move-loses-profile = Profilen { $profile } gjelder ikke lenger.
move-offers-profile = Profilen { $profile } kan krysses av.
levels-title = Nivåer
levels-lead = Hvem svarer med hva, og hvor godt. Alle endringer lagres samlet.
levels-search = Søk etter personer
levels-every-group = Alle grupper
levels-every-team = Alle team
levels-show = Vis
levels-choose = Velg ferdigheter
levels-person = Person
levels-nobody = Ingen her
levels-nobody-hint = Søk etter andre ord, eller velg en annen gruppe eller et annet team.
levels-keys = Piltastene flytter, 1 til 9 gir et nivå, 0 eller Delete tar det bort.
levels-unsaved = Ulagrede endringer:
toast-levels-saved = { $n ->
    [0] Ingen nivåer ble endret.
    [one] { $n } nivå ble endret.
   *[other] { $n } nivåer ble endret.
}
work-cannot = Aktiv, men kan ikke få arbeid
work-at-least = Nivå minst
home-without-work = { $n ->
    [one] { $n } person er aktiv, men kan ikke få arbeid: ingen ferdighet og ingen profil.
    [100] 100 personer eller flere er aktive, men kan ikke få arbeid: ingen ferdighet og ingen profil.
   *[other] { $n } personer er aktive, men kan ikke få arbeid: ingen ferdighet og ingen profil.
}
move-filter = Det arvede ressursfilteret blir { $filter }.
move-filter-none = Ikke noe arvet ressursfilter begrenser lenger hva de ser.
