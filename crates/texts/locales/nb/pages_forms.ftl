# Forms, short tasks, tabs.

page-tabs = Deler av denne siden

list-menu = Handlinger

form-save = Lagre
form-cancel = Avbryt

once-copy = Kopier
once-copied = Kopiert

conflict-title = Noen andre har endret det samme
conflict-lead = Det du skrev, står i skjemaet nedenfor. Sammenlign, rett det som trengs, og lagre på nytt.
conflict-field = Felt
conflict-mine = Ditt
conflict-theirs = Lagret i mellomtiden

photo-title = Bilde
photo-hint = JPEG, PNG eller WebP på inntil 2 MiB. Det beskjæres kvadratisk og vises i lister.
photo-file = Fil
photo-preview = Det valgte bildet
photo-save = Lagre bildet
photo-remove = Fjern bildet

sheet-close = Lukk
sheet-lost = Det som forsvinner
sheet-kept = Det som blir igjen
sheet-changed = Det som endres
sheet-gentler = Det finnes en mildere måte:
sheet-done = Ferdig
sheet-type = Skriv «{ $name }» for å bekrefte

own-password-lead = Velg et passord som bare du kjenner før du går videre: det du har nå, ble gitt deg eller er blitt for gammelt.

fault-home = Til startsiden
fault-request = Forespørsel
fault-not_found = Ikke funnet
fault-forbidden = Ikke tillatt
fault-conflict = Det passer ikke med tilstanden nå
fault-too_many = For mange forespørsler
fault-unavailable = Ikke tilgjengelig akkurat nå
fault-internal = Noe gikk galt
fault-invalid = Det kunne ikke godtas

mailbox-title = E-poster i demoen
mailbox-lead = Ingen e-postserver er satt opp, så alt som ville blitt sendt, står her.
mailbox-reload = Last på nytt
mailbox-none = Ingen e-poster ennå
mailbox-none-hint = Inviter noen, så dukker e-posten opp her i løpet av noen sekunder.
mailbox-to = Til { $address }

form-wrong = { $n ->
    [one] Ett felt må ses på igjen.
   *[other] { $n } felter må ses på igjen.
}
