# Licence: jak se jmenují a proč je některá odmítnuta.

licence-of-tier = { $licence } { $tier }

error-extension_required = Tato licence potřebuje linku. Další volnou ukáže seznam ústředny.
error-exchange_not_recorded = Zatím není zaznamenána žádná ústředna. Nejdřív ji přidejte mezi ústřednami.
error-helpdesk_not_recorded = Zatím není zaznamenán žádný helpdesk. Nejdřív jej přidejte mezi helpdesky.
error-helpdesk_required = Tato licence potřebuje helpdesk. Vyberte jej.
error-licence_upgrade_only = Licenci lze jen rozšířit. Nejdřív ji odeberte, pak dejte jinou.

licences-title = Licence
licences-lead = Co je objednáno, jak se to využívá a kdy to dojde.
licences-use = Využití
licences-ordered = Objednáno
licences-used = Využito
licences-free = Volné
licences-forecast = Výhled
licences-seats = Všechny licence
licences-full = Žádná není volná
licences-full-in = { $n ->
    [0] Dnes plno
    [one] Plno asi za { $n } den
    [few] Plno asi za { $n } dny
   *[other] Plno asi za { $n } dnů
}
licences-steady = Bez růstu
licences-over-time = Využití v čase
licences-chart-label = { $n ->
    [one] Nejvíce licencí využitých za poslední den
    [few] Nejvíce licencí využitých v každém z posledních { $n } dnů
   *[other] Nejvíce licencí využitých v každém z posledních { $n } dnů
}
licences-as-table = Ukázat jako tabulku
licences-day = Den
licences-invoice = Faktura
licences-invoice-hint = Kdo měl kterou licenci kolik dní v měsíci. Uživatelé označení „Nefakturovat“ chybí.
licences-month = Měsíc
licences-download = Stáhnout CSV
licences-unused-title = Nevyužité licence
licences-unused-lead = Lidé, kteří mají licenci a dlouho se nepřihlásili.
licences-unused-for = Nepřihlásili se
licences-unused-days = { $n ->
    [one] { $n } den
    [few] { $n } dny
   *[other] { $n } dnů
}
licences-unused-none = Každá licence se využívá
licences-unused-none-hint = Všichni, kdo ji mají, se v té době přihlásili.
error-month_invalid = Měsíc je rok a dvě číslice, například 2026-11.

audit-organisation-order_changed = Objednávka změněna
error-order_below_use = Využívá se víc, než je tímto objednáno.
error-service_in_use = Někteří uživatelé mají licence, které na této službě stojí.
error-service_unknown = Taková služba neexistuje.
error-tier_unknown = Taková úroveň neexistuje.
error-quantity_invalid = Množství je nula nebo víc.
