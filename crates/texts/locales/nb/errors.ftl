# Requests as such
error-malformed = Forespørselen kunne ikke leses. Last siden på nytt og prøv igjen.
error-body_too_large = Dette er større enn det som godtas her.
error-unsupported_media_type = Denne typen innhold godtas ikke her.
error-method_not_allowed = Denne adressen kjenner ikke den forespørselen.
error-not_found = Her er det ingenting du kan se. Det kan være fjernet, eller adressen er feil.
error-request_timeout = Forespørselen brukte for lang tid på å komme fram. Prøv igjen.
error-invalid = Noen verdier kan ikke godtas. Se på de merkede feltene.
error-unknown_field = Feltet finnes ikke, eller det kan ikke settes her.
error-wrong_type = Denne verdien har feil form.
error-cursor_invalid = Denne siden av listen finnes ikke lenger. Begynn på nytt fra første side.
error-limit_out_of_range = En side har 1 til 200 rader.
error-sort_unknown = Listen kan ikke sorteres etter dette.
error-filter_unknown = Filteret har ingen slik verdi.
error-search_too_long = Et søk har høyst 200 tegn og 8 ledd.
error-stale = Noen andre har endret dette i mellomtiden. Det du skrev, er bevart: sammenlign og lagre på nytt.
error-precondition_required = Last siden på nytt, og gjør så endringen igjen.
error-idempotency_mismatch = Denne forespørselen er sendt før med annet innhold.
error-too_many_requests = Det ble for mye på én gang. Vent litt, og prøv igjen.
error-unavailable = Databasen kan ikke nås akkurat nå. Ingenting ble endret; prøv igjen om litt.
error-storage_full = Disken på serveren er full. Ingenting ble endret; si fra til administratoren.
error-internal = Noe gikk galt hos oss. Prøv igjen, og oppgi forespørselsnummeret til administratoren hvis det vedvarer.

# Who one is
error-unauthenticated = Logg inn først.
error-credentials_wrong = Innloggingsopplysningene er ikke riktige. Kontroller dem, eller be om nytt passord.
error-account_locked = For mange feil forsøk: innloggingen er låst. Be om en engangskode for å låse den opp.
error-organisation_choice = Du hører til flere organisasjoner. Velg én.
error-fresh_sign_in_required = Logg inn på nytt før du endrer dette.
error-password_change_required = Velg ditt eget passord først.
error-user_suspended = Tilgangen din til denne organisasjonen er sperret. Spør administratorene.
error-user_deactivated = Du har sluttet i denne organisasjonen. Spør administratorene hvis det er feil.
error-no_organisation = Du hører ikke lenger til noen organisasjon.
error-cross_site = Forespørselen kom fra et annet nettsted og ble avvist. Last siden på nytt og prøv igjen.

# What one may do
error-forbidden = Du kan se dette, men ikke gjøre det.
error-token_scope = Tokenet har ikke fått denne tillatelsen.
error-above_own_rank = Rollen til denne personen står over din egen.
error-grants_more_than_held = Du kan ikke gi andre det du ikke selv har.
error-out_of_scope = Dette ville flytte personen ut av eller inn i ditt område. Spør en administrator.
error-last_administrator = En organisasjon trenger minst én aktiv administrator. Gjør noen andre til administrator først.
error-owner_protected = Eieren kan ikke sperres, få lavere rolle eller fjernes. Overfør eierskapet først.
error-not_yourself = Du kan ikke gjøre dette med deg selv.
error-trial_ended = Prøvetiden er over. Du kan lese og eksportere alt, men ikke endre noe.
error-team_not_activated = Gi teamet et navn først; så kan du administrere brukere.

# States that stand against it
error-lifecycle_conflict = Personens nåværende tilstand tillater ikke dette.
error-no_seat_free = Ingen lisens er ledig. Sperr noen, eller bestill flere.
error-licence_not_ordered = Denne lisensen er ikke bestilt.
error-username_taken = Brukernavnet er i bruk. Velg et annet.
error-email_taken = Noen i organisasjonen din har allerede denne e-postadressen.
error-email_of_other_account = Denne adressen kan ikke brukes her. Legg til personen med en invitasjon i stedet.
error-email_owned_by_person = Personen logger inn med eget passord, så bare personen selv kan endre dette.
error-numeric_id_taken = Den numeriske ID-en er i bruk. Velg en annen.
error-external_id_taken = Den eksterne ID-en er i bruk.
error-name_taken = Navnet er i bruk. Velg et annet.
error-in_use = Det er fortsatt i bruk.
error-built_in = Det som er innebygd, kan ikke endres. Lag en kopi og endre den.
error-supervision_cycle = Dette ville lage en ring: personen ville rapportere til seg selv gjennom andre.
error-use_move_group = Gruppen kan ikke endres her. Bruk «Flytt til en annen gruppe».
error-confirmation_mismatch = Det du skrev, er ikke det som ble bedt om. Skriv det nøyaktig som vist.
error-credential_exists = Personen har allerede et passord; bare personen selv kan endre det.
error-already_invited = Denne personen er allerede invitert. Du kan sende invitasjonen på nytt.
error-already_member = Denne personen er allerede bruker i organisasjonen din.

# Links and codes
error-link_invalid = Denne lenken er ikke gyldig. Åpne den nyeste e-posten, eller be om en ny lenke.
error-link_expired = Denne lenken er utløpt. Be om en ny.
error-link_used = Denne lenken er brukt. Logg inn, eller be om en ny lenke.
error-code_wrong = Koden er ikke riktig eller ikke lenger gyldig. Kontroller den, eller be om en ny.

# Values
error-required = Dette må fylles ut.
error-too_long = Dette er for langt.
error-too_short = Dette er for kort.
error-control_characters = Fjern de usynlige kontrolltegnene herfra.
error-email_invalid = Dette er ikke en e-postadresse. Den ser ut som navn@example.org.
error-mobile_invalid = Begynn med + eller 00 og landskoden, for eksempel +47 406 12 345.
error-username_invalid = Et brukernavn har 1 til 64 bokstaver, sifre, punktum, bindestreker eller understreker.
error-numeric_id_invalid = En numerisk ID har ett til seks sifre.
error-theme_unknown = Det temaet finnes ikke.
error-language_unknown = Dette språket tilbys ikke.
error-time_zone_unknown = Det finnes ingen slik tidssone. Den ser ut som Europe/Oslo.
error-colour_invalid = En farge er # og seks heksadesimale sifre, for eksempel #1f6feb.
error-user_type_unknown = Det finnes ingen slik brukertype.
error-licence_unknown = Det finnes ingen slik lisens.
error-role_unknown = Det finnes ingen slik rolle.
error-group_unknown = Det finnes ingen slik brukergruppe.
error-supervisor_unknown = Det finnes ingen slik leder innenfor ditt område.
error-email_or_mobile_required = Oppgi en e-postadresse eller et mobilnummer.
error-password_too_short = Passordet er for kort.
error-password_too_long = Passordet er for langt.
error-password_refused = Passordet er for lett å gjette. Flere uvanlige ord gir et godt passord.
error-password_reused = Velg et passord du ikke bruker nå.
error-scope_unknown = Det finnes ingen slik tillatelse.
error-expiry_invalid = Utløpet må ligge i framtiden og høyst to år unna.
error-too_many = Dette er for mange på én gang.

# Photos
error-photo_format = Et bilde er en JPEG-, PNG- eller WebP-fil.
error-photo_too_large = Et bilde har høyst 2 MiB og 4096 piksler i hver retning.
error-photo_unreadable = Bildet er skadet eller ufullstendig. Velg en annen fil.

# Groups and settings
error-group_in_use = Det er fortsatt brukere i gruppen. Flytt dem først.
error-default_group = Nye brukere legges i denne gruppen. Gjør en annen til standard først.
error-logged_on_to_queue = Personen er logget på en kø. Logg av først.
error-setting_unknown = Det finnes ingen slik innstilling her.
error-setting_out_of_range = Verdien er utenfor innstillingens område.
error-setting_lowered = Det som er satt høyere oppe, kan bare gjøres strengere her.
error-self_service_off = Organisasjonen lar bare administratorer gjøre dette. Spør dem.

# Teams
error-team_unknown = Det finnes ikke noe slikt team.
error-location_unknown = Det finnes ikke noe slikt sted.
error-user_unknown = Det finnes ingen slik bruker du kan se.
error-date_invalid = Skriv dagen som 2026-11-24.
error-end_before_start = Slutten må være etter begynnelsen.
error-team_in_use = Det er fortsatt folk i teamet. Ta dem ut først.
error-location_in_use = Team arbeider fortsatt der. Gi dem et annet sted først.
error-already_in_team = Personen er allerede i teamet i den tiden.

# Roles
error-role_in_use = Brukere har fortsatt denne rollen. Velg en annen for dem.
error-role_built_in = En innebygd rolle kan ikke endres. Kopier den.
error-no_operator_free = Alle operatørene i planen er opptatt.
error-permission_unknown = Det finnes ingen slik tillatelse.
error-reach_unknown = Tillatelsen har ikke dette omfanget.

# Nå og logge inn
error-password_of_names = Passordet er satt sammen av navnet ditt, adressen din eller navnet på organisasjonen. Velg andre ord.
error-password_word_refused = Passordet inneholder et ord som organisasjonen avviser. Velg et annet.
error-password_breached = Dette passordet er blitt kjent gjennom en lekkasje et annet sted, og angripere prøver det. Velg et annet.
error-password_used_before = Du har brukt dette passordet før. Velg et annet.
error-address_not_allowed = Organisasjonen tillater ikke dette herfra. Bruk et av nettverkene dens, eller spør administratorene.
error-network_invalid = Dette er ikke et nettverk. Det ser ut som 192.0.2.0/24 eller 2001:db8::/32.
error-own_network_missing = Din egen adresse er ikke i noen av disse nettverkene: du ville bli stengt ute med en gang. Legg den til, eller bekreft under.
error-sees_part_only = Et ressursfilter begrenser hva du ser. Spør noen som ser alt.
error-resource_filter_in_use = Grupper eller brukere har fortsatt dette filteret. Ta det fra dem først.
error-resource_filter_unknown = Ressursfilteret finnes ikke. Velg et fra listen.
error-resource_filter_empty = Kryss av minst én gruppe eller ett team.
error-skill_in_use = Personer eller profiler har fortsatt ferdigheten. Ta den fra dem først, eller slett den sammen med nivåene deres.
error-profile_in_use = Profilen er fortsatt krysset av for noen. Ta den fra dem først, eller slett den likevel.
error-skill_unknown = Ferdigheten finnes ikke. Velg en fra listen.
error-skill_twice = Ferdigheten står der to ganger. Behold bare den ene.
error-level_out_of_range = Et nivå er et helt tall fra 1 til 9.
error-level_changed = Noen andre har endret dette nivået i mellomtiden. Se på det og lagre på nytt.
error-profile_unknown = Profilen finnes ikke. Velg en fra listen.
error-profile_of_other_group = Profilen hører ikke til personens gruppe. Kryss av en av gruppens profiler.
error-profile_empty = Legg til minst én ferdighet.
error-profile_owner = En profil hører til en gruppe eller en person. Velg én av dem.
error-single_sign_on_only = Organisasjonen din slipper deg inn bare med felles pålogging.
error-sign_in_expired = Denne påloggingen tok for lang tid, er alt brukt, eller begynte i en annen nettleser. Begynn på nytt.
error-link_first = Det finnes alt en bruker med adressen din, og leverandørens ord er ikke nok til å slippe deg inn som den. Logg på som før og koble til felles pålogging på siden din, eller spør administratorene.
error-not_a_user = Du er ikke bruker i denne organisasjonen, og identitetsleverandøren legger ingen til. Spør administratorene.
error-signed_in_by_provider = Du kom inn med felles pålogging, som åpner denne organisasjonen og ikke endrer noe ved kontoen din. Logg på med det som er ditt eget for å gjøre dette.
error-provider_address = Identitetsleverandørens adresse kan ikke spørres herfra.
error-provider_away = Identitetsleverandøren svarer ikke som den skal. Prøv igjen, eller spør administratorene.
error-provider_issuer = Identitetsleverandøren kaller seg noe annet enn det som er satt. Administratorene kan rette det.
error-provider_refused = Identitetsleverandøren bekreftet ikke påloggingen. Begynn på nytt, eller spør administratorene.
error-provider_untrusted = Det som kom fra identitetsleverandøren er ikke til å tro, så ingen ble sluppet inn. Si fra til administratorene.
error-identity_linked = Denne identiteten er alt koblet til en annen bruker.
error-claims_missing = Identitetsleverandøren sier for lite om deg, for eksempel ingen adresse. Spør administratorene.
error-last_provider = Folk kommer inn bare med felles pålogging, og dette er den siste leverandøren som er på. Tillat passord først.
error-no_provider = Kom først inn med felles pålogging selv: til da vet ingen at det virker, og du kan bli stengt ute.
error-issuer_invalid = Skriv en adresse som begynner med https://, uten spørsmålstegn.
error-domain_invalid = Et domene er det som står bak @ i en adresse, for eksempel example.org.
error-licence_needs_place = Denne lisensen trenger et internnummer eller valg av helpdesk, og det forteller ingen identitetsleverandør. Utelat den her og gi den for hånd.
error-rule_empty = Si hvilken rolle, gruppe eller lisens regelen gir.
error-secret_anew = Hemmeligheten ble gitt for en annen adresse eller klient-ID. Skriv den på nytt.
error-second_factor_at_provider = Organisasjonen din ber om en andre faktor, og identitetsleverandøren sa ikke at du ga en. Spør administratorene.
error-placeholder_missing = Ordene nevner ikke det e-posten sendes for. Sett inn:
error-template_wrong = Ordene kan ikke skrives slik.
