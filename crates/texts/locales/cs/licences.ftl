# Licence: jak se jmenují a proč je některá odmítnuta.

licence-of-tier = { $licence } { $tier }

error-extension_required = Tato licence potřebuje linku. Další volnou ukáže seznam ústředny.
error-exchange_not_recorded = Zatím není zaznamenána žádná ústředna. Nejdřív ji přidejte mezi ústřednami.
error-helpdesk_not_recorded = Zatím není zaznamenán žádný helpdesk. Nejdřív jej přidejte mezi helpdesky.
error-helpdesk_required = Tato licence potřebuje helpdesk. Vyberte jej.
error-licence_upgrade_only = Licenci lze jen rozšířit. Nejdřív ji odeberte, pak dejte jinou.
