# Requests as such
error-malformed = Požadavek se nepodařilo přečíst. Načtěte stránku znovu a zkuste to ještě jednou.
error-body_too_large = Tohle je větší, než zde lze přijmout.
error-unsupported_media_type = Tento druh obsahu se zde nepřijímá.
error-method_not_allowed = Tato adresa takový požadavek nezná.
error-not_found = Není zde nic, co byste mohli vidět. Buď to bylo odstraněno, nebo adresa nesouhlasí.
error-request_timeout = Požadavek přicházel příliš dlouho. Zkuste to znovu.
error-invalid = Některé hodnoty nelze přijmout. Podívejte se na označená pole.
error-unknown_field = Takové pole neexistuje, nebo je zde nelze nastavit.
error-wrong_type = Tato hodnota má nesprávnou podobu.
error-cursor_invalid = Tato stránka seznamu už neexistuje. Začněte znovu od první stránky.
error-limit_out_of_range = Stránka má 1 až 200 řádků.
error-sort_unknown = Podle tohoto seznam řadit nelze.
error-filter_unknown = Filtr takovou hodnotu nemá.
error-search_too_long = Hledaný text má nejvýše 200 znaků a 8 výrazů.
error-stale = Mezitím to změnil někdo jiný. Vaše údaje zůstaly: porovnejte je a uložte znovu.
error-precondition_required = Načtěte stránku znovu a změnu zopakujte.
error-idempotency_mismatch = Tento požadavek už byl odeslán s jiným obsahem.
error-too_many_requests = Bylo toho příliš najednou. Chvíli počkejte a zkuste to znovu.
error-unavailable = Databáze právě není dostupná. Nic se nezměnilo; zkuste to za chvíli.
error-storage_full = Disk serveru je plný. Nic se nezměnilo; dejte vědět správci.
error-internal = Na naší straně se něco pokazilo. Zkuste to znovu, a pokud to potrvá, sdělte správci číslo požadavku.

# Who one is
error-unauthenticated = Nejprve se přihlaste.
error-credentials_wrong = Přihlašovací údaje nesouhlasí. Zkontrolujte je, nebo požádejte o nové heslo.
error-account_locked = Příliš mnoho chybných pokusů: přihlášení je uzamčeno. Odemknete je jednorázovým kódem.
error-organisation_choice = Patříte do několika organizací. Vyberte jednu.
error-fresh_sign_in_required = Před touto změnou se přihlaste znovu.
error-password_change_required = Nejprve si zvolte vlastní heslo.
error-user_suspended = Váš přístup do této organizace je pozastaven. Obraťte se na její správce.
error-user_deactivated = Tuto organizaci jste opustili. Pokud to není správně, obraťte se na její správce.
error-no_organisation = Už nepatříte do žádné organizace.
error-cross_site = Požadavek přišel z jiného webu a byl odmítnut. Načtěte stránku znovu a zkuste to ještě jednou.

# What one may do
error-forbidden = Tohle smíte vidět, ale ne provést.
error-token_scope = Token toto oprávnění nedostal.
error-above_own_rank = Role této osoby stojí nad vaší.
error-grants_more_than_held = Nemůžete dát jiným to, co sami nemáte.
error-out_of_scope = Osoba by se tím dostala mimo váš dosah nebo do něj. Požádejte administrátora.
error-last_administrator = Organizace potřebuje alespoň jednoho aktivního administrátora. Nejprve jím udělejte někoho jiného.
error-owner_protected = Vlastníka nelze pozastavit, převést na nižší roli ani odstranit. Nejprve předejte vlastnictví.
error-not_yourself = Tohle nemůžete provést sami se sebou.
error-trial_ended = Zkušební doba skončila. Vše můžete číst a exportovat, ale nic měnit.
error-team_not_activated = Nejprve pojmenujte svůj tým; potom můžete spravovat uživatele.

# States that stand against it
error-lifecycle_conflict = Současný stav osoby to nedovoluje.
error-no_seat_free = Žádná licence není volná. Někoho pozastavte, nebo objednejte další.
error-licence_not_ordered = Tato licence nebyla objednána.
error-username_taken = Toto uživatelské jméno se už používá. Zvolte jiné.
error-email_taken = Tuto e-mailovou adresu už ve vaší organizaci někdo má.
error-email_of_other_account = Tuto adresu zde nelze použít. Přidejte osobu pozvánkou.
error-email_owned_by_person = Osoba se přihlašuje vlastním heslem, takže to může změnit jen ona sama.
error-numeric_id_taken = Toto číselné označení se už používá. Zvolte jiné.
error-external_id_taken = Toto externí označení se už používá.
error-name_taken = Tento název se už používá. Zvolte jiný.
error-in_use = Ještě se to používá.
error-built_in = Co je vestavěné, nelze měnit. Vytvořte kopii a změňte tu.
error-supervision_cycle = Vznikl by kruh: osoba by přes jiné podléhala sama sobě.
error-use_move_group = Skupinu zde změnit nelze. Použijte „Přesunout do jiné skupiny“.
error-confirmation_mismatch = To, co jste napsali, nesouhlasí. Napište to přesně tak, jak je uvedeno.
error-credential_exists = Osoba už heslo má; změnit je může jen ona sama.
error-already_invited = Tato osoba už byla pozvána. Pozvánku jí můžete poslat znovu.
error-already_member = Tato osoba už je uživatelem vaší organizace.

# Links and codes
error-link_invalid = Tento odkaz neplatí. Otevřete nejnovější e-mail, nebo požádejte o nový odkaz.
error-link_expired = Platnost tohoto odkazu vypršela. Požádejte o nový.
error-link_used = Tento odkaz už byl použit. Přihlaste se, nebo požádejte o nový odkaz.
error-code_wrong = Kód nesouhlasí, nebo už neplatí. Zkontrolujte jej, nebo požádejte o nový.

# Values
error-required = Tento údaj je nutný.
error-too_long = Tohle je příliš dlouhé.
error-too_short = Tohle je příliš krátké.
error-control_characters = Odstraňte odsud neviditelné řídicí znaky.
error-email_invalid = Tohle není e-mailová adresa. Vypadá jako jmeno@example.org.
error-mobile_invalid = Začněte znakem + nebo 00 a předvolbou země, například +420 601 123 456.
error-username_invalid = Uživatelské jméno má 1 až 64 písmen, číslic, teček, spojovníků nebo podtržítek.
error-numeric_id_invalid = Číselné označení má jednu až šest číslic.
error-theme_unknown = Takový vzhled není.
error-language_unknown = Tento jazyk se nenabízí.
error-time_zone_unknown = Takové časové pásmo neexistuje. Vypadá jako Europe/Prague.
error-colour_invalid = Barva je znak # a šest šestnáctkových číslic, například #1f6feb.
error-user_type_unknown = Takový typ uživatele neexistuje.
error-licence_unknown = Taková licence neexistuje.
error-role_unknown = Taková role neexistuje.
error-group_unknown = Taková skupina uživatelů neexistuje.
error-supervisor_unknown = Takový nadřízený ve vašem dosahu není.
error-email_or_mobile_required = Uveďte e-mailovou adresu nebo číslo mobilu.
error-password_too_short = Toto heslo je příliš krátké.
error-password_too_long = Toto heslo je příliš dlouhé.
error-password_refused = Toto heslo lze příliš snadno uhodnout. Dobré heslo je několik neobvyklých slov.
error-password_reused = Zvolte heslo, které teď nepoužíváte.
error-scope_unknown = Takové oprávnění neexistuje.
error-expiry_invalid = Konec platnosti musí být v budoucnosti, nejdéle za dva roky.
error-too_many = Je toho příliš najednou.

# Photos
error-photo_format = Fotografie je soubor JPEG, PNG nebo WebP.
error-photo_too_large = Fotografie má nejvýše 2 MiB a 4096 bodů na stranu.
error-photo_unreadable = Obrázek je poškozený nebo neúplný. Vyberte jiný soubor.

# Groups and settings
error-group_in_use = Ve skupině jsou ještě uživatelé. Nejprve je přesuňte.
error-default_group = Do této skupiny se zařazují noví uživatelé. Nejprve nastavte jako výchozí jinou.
error-logged_on_to_queue = Tato osoba je přihlášena ve frontě. Nejprve ji odhlaste.
error-setting_unknown = Takové nastavení zde není.
error-setting_out_of_range = Hodnota je mimo rozsah nastavení.
error-setting_lowered = Co je nastaveno výše, lze zde jen zpřísnit.
error-self_service_off = Toto mění jen správci vaší organizace. Požádejte je.

# Teams
error-team_unknown = Takový tým neexistuje.
error-location_unknown = Takové místo neexistuje.
error-user_unknown = Takového uživatele nevidíte.
error-date_invalid = Den zapište jako 2026-11-24.
error-end_before_start = Konec musí být po začátku.
error-team_in_use = V týmu jsou ještě lidé. Nejprve je vyřaďte.
error-location_in_use = Pracují tam ještě týmy. Nejprve jim dejte jiné místo.
error-already_in_team = Tato osoba v té době v týmu už je.

# Roles
error-role_in_use = Tuto roli mají ještě uživatelé. Vyberte pro ně jinou.
error-role_built_in = Vestavěnou roli nelze změnit. Zkopírujte ji.
error-no_operator_free = Všichni operátoři vašeho plánu jsou obsazeni.
error-permission_unknown = Takové oprávnění neexistuje.
error-reach_unknown = Toto oprávnění takový dosah nemá.

# Dosažení a přihlašování
error-password_of_names = Heslo je složeno z vašeho jména, adresy nebo názvu organizace. Zvolte jiná slova.
error-password_word_refused = V hesle je slovo, které vaše organizace odmítá. Zvolte jiné.
error-password_breached = Toto heslo uniklo jinde na veřejnost a útočníci je zkoušejí. Zvolte jiné.
error-password_used_before = Toto heslo jste už dříve měli. Zvolte jiné.
error-address_not_allowed = Odtud to vaše organizace nedovoluje. Použijte některou z jejích sítí, nebo se obraťte na její administrátory.
error-network_invalid = Toto není síť. Vypadá například jako 192.0.2.0/24 nebo 2001:db8::/32.
error-own_network_missing = Vaše vlastní adresa není v žádné z těchto sítí: ihned byste byli odříznuti. Přidejte ji, nebo to níže potvrďte.
error-sees_part_only = Zdrojový filtr omezuje, co vidíte. Požádejte někoho, kdo vidí vše.
error-resource_filter_in_use = Tento filtr ještě mají skupiny nebo uživatelé. Nejprve jim ho odeberte.
error-resource_filter_unknown = Takový zdrojový filtr neexistuje. Vyberte ze seznamu.
error-resource_filter_empty = Zaškrtněte alespoň jednu skupinu nebo tým.
error-skill_in_use = Dovednost ještě mají lidé nebo profily. Nejprve jim ji odeberte, nebo ji smažte i s jejich úrovněmi.
error-profile_in_use = Profil je ještě u někoho zaškrtnutý. Nejprve ho odeberte, nebo ho smažte i tak.
error-skill_unknown = Taková dovednost neexistuje. Vyberte ze seznamu.
error-skill_twice = Dovednost je tu dvakrát. Nechte jen jednu.
error-level_out_of_range = Úroveň je celé číslo od 1 do 9.
error-level_changed = Tuto úroveň mezitím změnil někdo jiný. Podívejte se na ni a uložte znovu.
error-profile_unknown = Takový profil neexistuje. Vyberte ze seznamu.
error-profile_of_other_group = Profil nepatří ke skupině tohoto člověka. Zaškrtněte některý z profilů skupiny.
error-profile_empty = Přidejte alespoň jednu dovednost.
error-profile_owner = Profil patří skupině, nebo člověku. Vyberte jedno z toho.
error-single_sign_on_only = Vaše organizace vás pustí dovnitř jen jednotným přihlášením.
error-sign_in_expired = Toto přihlášení trvalo příliš dlouho, bylo už použito, nebo začalo v jiném prohlížeči. Začněte znovu.
error-link_first = Uživatel s vaší adresou už existuje a slovo poskytovatele nestačí k tomu, aby vás za něj pustilo. Přihlaste se jako dřív a připojte jednotné přihlášení na své stránce, nebo se obraťte na administrátory.
error-not_a_user = Nejste uživatelem této organizace a její poskytovatel identity nikoho nepřidává. Obraťte se na její administrátory.
error-signed_in_by_provider = Přišli jste jednotným přihlášením, které otevírá tuto organizaci a na vašem účtu nic nemění. K tomuto se přihlaste tím, co je vaše vlastní.
error-provider_address = Adresy poskytovatele identity se odsud nelze ptát.
error-provider_away = Poskytovatel identity neodpovídá, jak má. Zkuste to znovu, nebo se obraťte na administrátory.
error-provider_issuer = Poskytovatel identity si říká jinak, než je nastaveno. Opravit to mohou administrátoři.
error-provider_refused = Poskytovatel identity přihlášení nepotvrdil. Začněte znovu, nebo se obraťte na administrátory.
error-provider_untrusted = Tomu, co přišlo od poskytovatele identity, nelze věřit, takže nikdo nebyl vpuštěn. Řekněte to administrátorům.
error-identity_linked = Tato identita už je připojena k jinému uživateli.
error-claims_missing = Poskytovatel identity o vás říká příliš málo, například žádnou adresu. Obraťte se na administrátory.
error-last_provider = Lidé přicházejí jen jednotným přihlášením a toto je poslední zapnutý poskytovatel. Nejdřív povolte hesla.
error-no_provider = Nejdřív sami přijďte jednotným přihlášením: do té doby nikdo neví, že funguje, a mohli byste zůstat venku.
error-issuer_invalid = Napište adresu, která začíná na https:// a nemá otazník.
error-domain_invalid = Doména je to, co stojí v adrese za zavináčem, například example.org.
error-licence_needs_place = Tato licence potřebuje linku nebo výběr helpdesku a to žádný poskytovatel identit nesdělí. Zde ji vynechte a přidělte ji ručně.
error-rule_empty = Řekněte, jakou roli, skupinu nebo licenci pravidlo dává.
error-secret_anew = Tajemství bylo dáno pro jinou adresu nebo jiné ID klienta. Napište je znovu.
error-second_factor_at_provider = Vaše organizace chce druhý faktor a poskytovatel identity neřekl, že jste ho zadali. Obraťte se na administrátory.
error-placeholder_missing = Znění neuvádí to, kvůli čemu se mail posílá. Doplňte:
error-template_wrong = Takto znění napsat nelze.
