# Lisenser: hva de heter, og hvorfor en blir nektet.

licence-of-tier = { $licence } { $tier }

error-extension_required = Denne lisensen trenger et internnummer. Sentralens liste viser neste ledige.
error-exchange_not_recorded = Ingen sentral er lagt inn ennå. Legg til en blant sentralene først.
error-helpdesk_not_recorded = Ingen helpdesk er lagt inn ennå. Legg til en blant helpdeskene først.
error-helpdesk_required = Denne lisensen trenger en helpdesk. Velg en.
error-licence_upgrade_only = En lisens kan bare bli større. Ta den fra brukeren først, og gi så en annen.

licences-title = Lisenser
licences-lead = Hva som er bestilt, hvordan det brukes og når det tar slutt.
licences-use = I bruk
licences-ordered = Bestilt
licences-used = I bruk
licences-free = Ledig
licences-forecast = Prognose
licences-seats = Alle lisenser
licences-full = Ingen er ledig
licences-full-in = { $n ->
    [0] Fullt i dag
    [one] Fullt om omtrent { $n } dag
   *[other] Fullt om omtrent { $n } dager
}
licences-steady = Ingen vekst
licences-over-time = Bruk over tid
licences-chart-label = { $n ->
    [one] Flest lisenser i bruk den siste dagen
   *[other] Flest lisenser i bruk hver av de siste { $n } dagene
}
licences-as-table = Vis som tabell
licences-day = Dag
licences-invoice = Faktura
licences-invoice-hint = Hvem som hadde hvilken lisens, hvor mange dager i en måned. Brukere merket «Ikke fakturer» er utelatt.
licences-month = Måned
licences-download = Last ned CSV
licences-unused-title = Ubrukte lisenser
licences-unused-lead = Folk som har en lisens og ikke har logget inn på lenge.
licences-unused-for = Ikke logget inn på
licences-unused-days = { $n ->
    [one] { $n } dag
   *[other] { $n } dager
}
licences-unused-none = Alle lisenser er i bruk
licences-unused-none-hint = Alle som har en, har logget inn i løpet av den tiden.
error-month_invalid = En måned er et årstall og to sifre, for eksempel 2026-11.

audit-organisation-order_changed = Bestilling endret
error-order_below_use = Flere er i bruk enn dette bestiller.
error-service_in_use = Brukere har lisenser som bygger på denne tjenesten.
error-service_unknown = Det finnes ingen slik tjeneste.
error-tier_unknown = Det finnes ikke noe slikt nivå.
error-quantity_invalid = Et antall er null eller mer.
