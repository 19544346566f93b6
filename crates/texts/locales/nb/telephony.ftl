# Telefonsentraler, helpdesker og hva en bruker har av dem.

nav-services = Tjenester

exchanges-title = Sentraler
exchanges-lead = Telefonsentraler og internnumrene de har.
exchanges-none = Ingen sentral ennå
exchanges-none-hint = Legg inn en for å kunne gi folk internnumre.
exchange-create = Legg til sentral
exchange-edit = Endre sentral
exchange-section = Sentral
exchange-name = Navn
exchange-range = Internnumre
exchange-range-hint = To til ti sifre; det siste har like mange som det første.
exchange-first = Første internnummer
exchange-last = Siste internnummer
exchange-used = Opptatt
exchange-free = Ledig
exchange-changes = Endringer venter siden
exchange-applied = Ingenting venter

extensions-title = Internnumre
extensions-lead = Hvilke som er opptatt, og hvor det er hull.
extensions-range = Internnumre
extensions-state = Tilstand
extensions-taken = Opptatt
extensions-free = Ledig
extensions-next = { $exchange }: neste ledige internnummer er { $next }.
extensions-full = { $exchange }: ingen internnumre er ledige. Utvid området, eller ta et fra noen.
extensions-none = Ingen internnumre
extensions-none-hint = Området er tomt.

helpdesks-title = Helpdesker
helpdesks-lead = Der folk med helpdesklisens arbeider.
helpdesks-none = Ingen helpdesk ennå
helpdesks-none-hint = Legg inn en, så folk kan knyttes til den.
helpdesk-create = Legg til helpdesk
helpdesk-edit = Endre helpdesk
helpdesk-section = Helpdesk
helpdesk-name = Navn
helpdesk-users = Brukere

telephony-delete = Slett
telephony-delete-title = Slette { $name }?
telephony-delete-lead = Det går bare så lenge ingen bruker hører til der.
toast-saved-named = { $name } er lagret.
toast-deleted = Slettet.

user-exchange_id = Sentral
user-extension-hint = To til ti sifre innenfor sentralens område.
user-helpdesk_id = Helpdesk
user-form-workplace = Telefoni og helpdesk
user-form-workplace-hint = Bare det lisensen trenger.
user-licence-hint = En lisens tar en plass; den kan bare bli større.
user-exchange_id-hint = Trengs for kundesenter og Omnikanal. Den eneste tas av seg selv.
user-helpdesk_id-hint = Trengs for helpdesk og Omnikanal. Den eneste tas av seg selv.
user-form-flags = Særlige brukere
user-form-flags-hint = Det som koster eller åpner noe ved siden av lisensen.
user-api_communicator = API-kommunikator (betalt)
user-statutory_representative = Signaturberettiget: kan se koder for nummerflytting
user-do_not_invoice = Ikke fakturer
lock-flags = Bare de som gir lisenser i hele organisasjonen, setter dette.

audit-noun-exchange = Sentraler
audit-noun-helpdesk = Helpdesker
audit-exchange-created = Sentral lagt til
audit-exchange-updated = Sentral endret
audit-exchange-removed = Sentral slettet
audit-exchange-changes_pending = Endringer venter på sentralen
audit-helpdesk-created = Helpdesk lagt til
audit-helpdesk-updated = Helpdesk endret
audit-helpdesk-removed = Helpdesk slettet

permission-exchanges-view = Se sentraler og internnumre
permission-exchanges-manage = Legge til, endre og slette sentraler
permission-helpdesks-view = Se helpdesker
permission-helpdesks-manage = Legge til, gi nytt navn til og slette helpdesker

error-extension_taken = Internnummeret er opptatt på sentralen. Listen over internnumre viser neste ledige.
error-extension_invalid = Et internnummer har 2 til 10 sifre.
error-extension_out_of_range = Sentralen har ikke dette internnummeret. Se området blant sentralene.
error-extension_range_invalid = Det siste internnummeret har like mange sifre som det første og kommer ikke før det.
error-extensions_outside = Noen har internnumre utenfor dette området. Flytt dem først.
error-exchange_required = Et internnummer trenger en sentral. Velg en; finnes det ingen, legg den til blant sentralene.
error-exchange_unknown = Det finnes ingen slik sentral.
error-helpdesk_unknown = Det finnes ingen slik helpdesk.
