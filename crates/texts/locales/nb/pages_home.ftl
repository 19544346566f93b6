# The dashboard, the team's name, invitations.

home-hello = Hei, { $name }
home-lead = Slik står det til hos { $organisation } i dag.
home-active = Aktive
home-active-note = har logget inn
home-invited = Inviterte
home-invited-note = ikke kommet inn ennå
home-administrators = Administratorer
home-administrators-note = aktive nå
home-standard = Vanlige brukere
home-standard-note = aktive, alle andre roller
home-notices = Til deg
home-tasks = Dette trenger oppmerksomhet
home-nothing = Ingenting trenger deg i dag
home-nothing-hint = Invitasjoner som snart utløper, og låste kontoer ville stått her.
home-expiring = Invitasjonen til { $name } utløper
home-expired = Invitasjonen til { $name } er utløpt
home-locked = { $name } er låst ute etter feil passord

notice-added = { $by } har lagt deg til i { $organisation }.

home-look = Se

team-title = Gi teamet ditt et navn
team-lead = Ett steg før du håndterer brukere: Hva skal teamet hete? Navnet står i invitasjonene.
team-name = Teamets navn
team-submit = Aktiver teamet
team-waiting = Teamet har ikke noe navn ennå
team-waiting-hint = En administrator gir det et navn, og så kan brukere håndteres.

invite-title = Inviter folk
invite-lead = Alle får en e-post med en lenke, velger et passord og er inne.
invite-submit = Send invitasjonene
invite-add-row = Legg til en person
invite-remove-row = Fjern denne personen

invitation-lead = Hvem som er invitert, og hvem som har kommet.
invitation-who = Person
invitation-state = Status
invitation-role = Rolle
invitation-by = Invitert av
invitation-sent = Sendt
invitation-expires = Gyldig til
invitation-pending = Venter
invitation-accepted = Godtatt
invitation-expired = Utløpt
invitation-cancelled = Trukket tilbake
invitation-unsent = Ikke sendt ennå
invitation-none = Ingen er invitert ennå
invitation-none-hint = Inviter én eller flere; her ser du når de godtar.
invitation-resend = Send på nytt
invitation-resend-title = Sende invitasjonen til { $email } på nytt?
invitation-resend-lead = Lenken i den forrige meldingen blir da ugyldig.
invitation-cancel = Trekk tilbake
invitation-cancel-title = Trekke tilbake invitasjonen til { $email }?
invitation-cancel-lead = Lenken slutter å virke, og lisensen blir ledig. Du kan invitere personen igjen senere.
invitation-send-all = Send til alle som ikke er invitert
invitation-all-lead = Hver av dem får en e-post med sin egen lenke.

invitation-all-title = { $n ->
    [one] Sende invitasjon til én person?
   *[other] Sende invitasjoner til { $n } personer?
}
