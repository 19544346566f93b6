# Team og hvor de arbeider.

nav-teams = Team
teams-title = Team
teams-lead = Folk som arbeider sammen, ledet av én eller flere teamledere.
teams-unallocated = Uten team
teams-create = Opprett team
teams-edit = Rediger team
teams-delete = Slett team
teams-none = Ingen team ennå
teams-none-hint = Opprett ett, velg ledere og legg til folk.
teams-name = Navn
teams-location = Sted
teams-nowhere = Ikke noe
teams-leaders = Ledere
teams-leaders-hint = En leder når nøyaktig dem som er i teamet den dagen.
teams-members = Folk
teams-what = Teamet
teams-takes_incidents = Tar imot saker
teams-takes_incidents-hint = Saker kan gis til teamet som helhet.
teams-now = Nå
teams-history = Historikk
teams-from = Fra
teams-from-hint = I dag om feltet er tomt.
teams-until = Til
teams-nobody = Ingen er i dette teamet
teams-nobody-hint = Legg til folk med brukernavn eller adresse.
teams-add = Legg til folk
teams-add-title = Legg til folk i { $name }
teams-end = Ta ut av teamet
teams-end-title = Ta { $name } ut av { $team }?
teams-keeps-history = At personen var i teamet, og når
teams-delete-title = Slette { $name }?
teams-delete-lead = { $n ->
    [0] Ingen er i det.
    [one] Én person er fortsatt i det. Ta personen ut først.
   *[other] { $n } personer er fortsatt i det. Ta dem ut først.
}
teams-loses-history = Hvem som var i det, og når
toast-team-deleted = Teamet ble slettet
location-title = Steder
location-lead = Stedene team arbeider på.
location-create = Opprett sted
location-rename = Gi stedet nytt navn
location-delete = Slett sted
location-delete-title = Slette { $name }?
location-name = Navn
location-none = Ingen steder ennå
location-none-hint = Et sted sier hvor et team arbeider.
group-administrators = Administratorer
group-administrators-hint = Den som har en rolle som rekker til «grupper», når brukerne i denne.
users-filter-team = Team
users-filter-no_team = Uten team

audit-noun-team = Team
audit-noun-location = Steder
audit-team-created = Team opprettet
audit-team-updated = Team endret
audit-team-deleted = Team slettet
audit-team-leaders_changed = Teamledere endret
audit-team-members_added = Lagt til i teamet
audit-team-member_removed = Tatt ut av teamet
audit-location-created = Sted opprettet
audit-location-renamed = Sted fikk nytt navn
audit-location-deleted = Sted slettet
audit-group-administrators_changed = Gruppeadministratorer endret
permission-teams-view = Se team
permission-teams-manage = Styre team, ledere og medlemmer
