# Telefonní ústředny, helpdesky a co z nich uživatel má.

nav-services = Služby

exchanges-title = Ústředny
exchanges-lead = Telefonní ústředny a jejich linky.
exchanges-none = Zatím žádná ústředna
exchanges-none-hint = Zaznamenejte ji, aby lidé mohli dostat linky.
exchange-create = Přidat ústřednu
exchange-edit = Upravit ústřednu
exchange-section = Ústředna
exchange-name = Název
exchange-range = Linky
exchange-range-hint = Dvě až deset číslic; poslední linka jich má stejně jako první.
exchange-first = První linka
exchange-last = Poslední linka
exchange-used = Obsazené
exchange-free = Volné
exchange-changes = Změny čekají od
exchange-applied = Nic nečeká

extensions-title = Linky
extensions-lead = Které jsou obsazené a kde jsou mezery.
extensions-range = Linky
extensions-state = Stav
extensions-taken = Obsazené
extensions-free = Volné
extensions-next = { $exchange }: další volná linka je { $next }.
extensions-full = { $exchange }: žádná linka není volná. Rozšiřte rozsah, nebo někomu linku odeberte.
extensions-none = Žádné linky
extensions-none-hint = Rozsah je prázdný.

helpdesks-title = Helpdesky
helpdesks-lead = Kde pracují lidé s licencí helpdesku.
helpdesks-none = Zatím žádný helpdesk
helpdesks-none-hint = Zaznamenejte jej, aby do něj šlo zařadit lidi.
helpdesk-create = Přidat helpdesk
helpdesk-edit = Upravit helpdesk
helpdesk-section = Helpdesk
helpdesk-name = Název
helpdesk-users = Uživatelé

telephony-delete = Smazat
telephony-delete-title = Smazat { $name }?
telephony-delete-lead = To lze, jen dokud sem nepatří žádný uživatel.
toast-saved-named = { $name }: uloženo.
toast-deleted = Smazáno.

user-exchange_id = Ústředna
user-extension-hint = Dvě až deset číslic z rozsahu ústředny.
user-helpdesk_id = Helpdesk
user-form-workplace = Telefonie a helpdesk
user-form-workplace-hint = Jen co licence potřebuje.
user-licence-hint = Licence zabere místo; lze ji jen rozšířit.
user-exchange_id-hint = Pro call centrum a Omnichannel. Jediná se vezme sama.
user-helpdesk_id-hint = Pro Helpdesk a Omnichannel. Jediný se vezme sám.
user-form-flags = Zvláštní uživatelé
user-form-flags-hint = Co vedle licence něco stojí nebo otevírá.
user-api_communicator = Komunikátor API (placený)
user-statutory_representative = Statutární zástupce: smí vidět kódy pro přenos čísel
user-do_not_invoice = Nefakturovat
lock-flags = Nastavují jen ti, kdo dávají licence celé organizaci.

audit-noun-exchange = Ústředny
audit-noun-helpdesk = Helpdesky
audit-exchange-created = Ústředna přidána
audit-exchange-updated = Ústředna změněna
audit-exchange-removed = Ústředna smazána
audit-exchange-changes_pending = Na ústředně čekají změny
audit-helpdesk-created = Helpdesk přidán
audit-helpdesk-updated = Helpdesk změněn
audit-helpdesk-removed = Helpdesk smazán

permission-exchanges-view = Vidět ústředny a linky
permission-exchanges-manage = Přidávat, měnit a mazat ústředny
permission-helpdesks-view = Vidět helpdesky
permission-helpdesks-manage = Přidávat, přejmenovávat a mazat helpdesky

error-extension_taken = Tato linka je na ústředně obsazená. Další volnou ukáže seznam linek.
error-extension_invalid = Linka má 2 až 10 číslic.
error-extension_out_of_range = Ústředna tuto linku nemá. Její rozsah najdete mezi ústřednami.
error-extension_range_invalid = Poslední linka má stejně číslic jako první a není před ní.
error-extensions_outside = Někteří lidé mají linku mimo tento rozsah. Nejdřív jim ji změňte.
error-exchange_required = Linka potřebuje ústřednu. Vyberte ji; pokud žádná není, přidejte ji mezi ústřednami.
error-exchange_unknown = Taková ústředna neexistuje.
error-helpdesk_unknown = Takový helpdesk neexistuje.
