# Mails. What a mail says stands between its subject and its button; names arrive as they were written.

mail-hello = Hei { $name },
mail-address = Åpne denne adressen hvis knappen ikke virker:
mail-until = Lenken er gyldig til { $until }.
mail-footer = Sendt av Crewdesk på { $home }. Ingen leser svar på denne e-posten.

mail-invitation-subject = Du er invitert til { $organisation }
mail-invitation-again = Invitasjonen din til { $organisation }, sendt på nytt
mail-invitation-lead = { $by } har invitert deg til { $organisation } på Crewdesk. Velg ditt eget passord, så er du inne.
mail-invitation-button = Godta invitasjonen
mail-invitation-replaces = Den erstatter lenken i den forrige e-posten.
mail-invitation-unexpected = Hvis du ikke vet hva dette gjelder, kan du la e-posten være: ingenting skjer uten deg.

mail-sign-up-subject = Bekreft e-postadressen din
mail-sign-up-lead = Du har startet en prøveperiode for { $organisation }. Bekreft e-postadressen din, så begynner den.
mail-sign-up-button = Bekreft og begynn
mail-sign-up-unexpected = Hvis det ikke var deg, kan du la e-posten være: ingen konto blir opprettet.

mail-code-subject = Koden din for nytt passord
mail-code-lead = Skriv denne koden der du ba om den, og velg et nytt passord:
mail-code-by = { $by } lar deg velge et nytt passord. Følg lenken under og skriv inn denne koden:
mail-code-button = Velg et nytt passord
mail-code-minutes = { $n ->
    [one] Koden er gyldig i { $n } minutt og kan brukes én gang.
   *[other] Koden er gyldig i { $n } minutter og kan brukes én gang.
}
mail-code-unexpected = Hvis det ikke var deg, kan du la e-posten være og ikke gi koden til noen: passordet ditt blir som det er.

mail-email-code-subject = Koden din for den nye e-postadressen
mail-email-code-lead = Skriv denne koden der du endrer e-postadressen din:
mail-email-code-unexpected = Hvis det ikke var deg, kan du la e-posten være: ingenting endres.

mail-password-changed-subject = Passordet ditt er endret
mail-password-changed-lead = Passordet til kontoen din er endret. Alle andre økter er logget ut.
mail-password-changed-button = Det var ikke meg
mail-password-changed-expected = Hvis det var deg, trenger du ikke gjøre noe. Hvis ikke, sett et nytt passord med en gang og si fra til administratorene.

mail-locked-subject = Innloggingen til kontoen din er låst
mail-locked-lead = Noen har skrevet feil passord til kontoen din for mange ganger, så vi har låst den. Økter som er logget inn, fortsetter.
mail-locked-button = Lås opp med en kode
mail-locked-unexpected = Hvis det ikke var deg, prøver kanskje noen å gjette passordet ditt. Det er ikke gjettet.

mail-suspended-subject = Tilgangen din til { $organisation } er sperret
mail-suspended-lead = Tilgangen din til { $organisation } er sperret, og du ble logget ut.
mail-suspended-reason = Oppgitt grunn: { $reason }
mail-suspended-kept = Ingenting av ditt er tapt. Spør administratorene i organisasjonen din hvis du lurer på noe.

mail-activated-subject = Du har tilgang til { $organisation } igjen
mail-activated-lead = Tilgangen din til { $organisation } er gjenopprettet. Alt er slik du forlot det.
mail-activated-button = Logg inn
