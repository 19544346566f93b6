# The person's page, the form of a user, the steps.

person-back-label = Zpět na seznam
person-more = Další
person-tab-profile = Profil
person-tab-access = Přístup
person-tab-security = Zabezpečení
person-tab-history = Historie
person-no-history = Zatím se nic nestalo
person-contact = Kontakt
person-work = Práce
person-place = Místo v organizaci
person-standing = Stav
person-sign-in = Přihlašování
person-since = Od
person-created = Založen
person-updated = Naposledy změněn
person-last_sign_in = Poslední přihlášení
person-reports = Podřízení
person-reports-none = Tato osoba nemá podřízené.
person-sessions = Přihlášení
person-sessions-none = Nikde nepřihlášen.
person-locked = Uzamčeno
person-lock-opens = Odemkne
person-sign-ins = Historie přihlášení
person-sign-ins-none = Zatím žádné přihlášení.
person-sign-in-when = Kdy
person-sign-in-result = Výsledek

sign-in-ok = Přihlášen
sign-in-wrong = Špatné heslo
sign-in-locked = Uzamčeno
sign-in-refused = Odmítnuto

person-reason = Důvod: { $reason }

user-hand-over = Předat vlastnictví
user-reactivate = Znovu aktivovat
user-new-title = Založit uživatele
user-edit-title = Upravit: { $name }
user-form-person = Osoba
user-form-reach = Kontakt
user-form-reach-hint = Je potřeba e-mailová adresa nebo číslo mobilu.
user-form-place = Místo v organizaci
user-form-place-hint = Role určuje, co osoba smí, nadřízený o ni pečuje.
user-form-teams = Týmy
user-form-teams-hint = Ode dneška; odkdy dokdy, ukazuje stránka týmu.
user-form-licence = Licence
user-form-further = Další údaje
user-form-start = První přihlášení
user-form-start-hint = Bez hesla osoba začne jednorázovým kódem z e-mailu.
user-first_name = Jméno
user-last_name = Příjmení
user-display_name = Zobrazované jméno
user-display_name-hint = Prázdné znamená jméno a příjmení.
user-username = Uživatelské jméno
user-username-hint = Písmena, číslice, tečky, pomlčky a podtržítka.
user-language = Jazyk
user-user_type = Druh uživatele
user-email = E-mailová adresa
user-mobile = Mobil
user-mobile-hint = S 00 nebo + a předvolbou země.
user-role_id = Role
user-reports_to = Nadřízený
user-group_id = Skupina
user-licence = Licence
user-extension = Linka
user-numeric_id = Číselné ID
user-numeric_id-hint = Nejvýše šest číslic, pro přehledy a přihlášení telefonem.
user-keywords = Klíčová slova
user-keywords-hint = Slova, podle nichž se osoba najde.
user-external_id = Externí ID
user-note = Poznámka
person-password-set = Nastaveno
person-password-none = Žádné
user-password = První heslo
user-password-hint = Nejméně 15 znaků; osoba si ho při prvním přihlášení změní. Prázdné pole heslo vytvoří.
user-generate = Vytvořit první heslo a jednou mi ho ukázat
user-once = První heslo pro { $name }. Předejte ho bezpečně: už se nezobrazí a platí sedm dní.

lock-email = Osoba se jím přihlašuje, proto ho mění jen ona.
lock-role = Roli této osoby nemůžete měnit.
lock-teams = Týmy vybírá ten, kdo spravuje všechny.
lock-group = Skupina se mění samostatným přesunem.
lock-type = Zůstává takový, jak byl založen.
lock-supervisor = Nadřízeného této osoby nemůžete měnit.
lock-licence = Licence nemůžete měnit.

step-reason = Důvod
step-reason-hint = Přečtou si ho oprávnění kolegové na stránce osoby.
step-suspend = Pozastavit: { $name }?
step-activate = Aktivovat: { $name }?
step-activate-lead = Bude se moci hned znovu přihlásit. Musí být volná licence.
step-deactivate = Deaktivovat: { $name }?
step-ownership = Předat vlastnictví uživateli { $name }?
step-loses-ownership = Vlastnictví už nebudete moci předat dál a půjde vás pozastavit, zbavit role i odebrat jako kohokoli.
step-keeps-administrator = Zůstanete administrátorem.
step-reactivate = Vrátit: { $name }?
step-remove = Nadobro odstranit: { $name }?
step-loses-sessions = Všechna přihlášení a tokeny API okamžitě skončí.
step-loses-seat = Licence se uvolní pro někoho jiného.
step-loses-profile = Profil, fotografie, role a místo v organizaci.
step-keeps-record = Profil, role, nadřízený a historie.
step-keeps-name = Jméno v historii organizace.
step-keeps-account = Samotný účet, který patří osobě.
step-rather-suspend = raději pozastavit
step-rather-deactivate = raději deaktivovat
step-supervisor = Kdo má být nadřízeným: { $name }?
step-supervisor-submit = Změnit
step-no-supervisor = Nikdo
step-first-password = Nastavit první heslo: { $name }
step-first-password-lead = Při prvním přihlášení, do sedmi dnů, si ho změní. Potom heslo znají jen oni.
step-reset = Poslat jednorázový kód: { $name }?
step-reset-lead = S ním si zvolí nové heslo a odemknou se. Platí deset minut.

role-administrator = Správce
role-supervisor = Supervizor
role-team_leader = Vedoucí týmu
role-technician = Technik
role-viewer = Pozorovatel
role-about-administrator = Smí v organizaci všechno.
role-about-supervisor = Zakládá techniky a stará se o své podřízené.
role-about-team_leader = Vidí přehledy a vlastní tým.
role-about-technician = Řeší vlastní požadavky a vidí vlastní čísla.
role-about-viewer = Vidí všechny přehledy a nic nemění.

type-person = Osoba
type-wallboard = Nástěnný displej
type-chat_bot = Chatbot
type-api = API

licence-callcentre_mini = Call centrum Mini
licence-callcentre = Call centrum
licence-helpdesk_mini = Helpdesk Mini
licence-helpdesk = Helpdesk
licence-omnichannel_mini = Omnichannel Mini
licence-omnichannel = Omnichannel
licence-video = Video

toast-user-created = { $name }: uživatel založen.
toast-user-saved = { $name }: uloženo.
toast-user-suspended = { $name }: pozastaven a všude odhlášen.
toast-user-activated = { $name } se může znovu přihlásit.
toast-user-deactivated = { $name }: deaktivován.
toast-user-owner = Vlastníkem je teď { $name }.
toast-user-removed = { $name }: odstraněn.
toast-user-supervisor = { $name } má jiného nadřízeného.
toast-user-reset = { $name }: jednorázový kód je na cestě.
toast-photo-saved = Fotografie byla uložena.
toast-photo-removed = Fotografie byla odebrána.
toast-saved = Uloženo.
toast-password = Vaše heslo bylo změněno, ostatní přihlášení skončila.
toast-session-ended = Odhlášeno.
toast-token-ended = Token byl ukončen.
toast-invitation-cancelled = Pozvánka byla zrušena.
toast-invitation-resent = Pozvánka byla poslána znovu.
toast-team = Tým je aktivní. Pozvěte první kolegy.

toast-invited = { $n ->
    [one] Jedna pozvánka je na cestě.
    [few] { $n } pozvánky jsou na cestě.
   *[other] { $n } pozvánek je na cestě.
}

step-loses-n-sessions = { $n ->
    [one] Skončí { $n } přihlášení nebo token API.
    [few] Skončí { $n } přihlášení a tokeny API.
   *[other] Skončí { $n } přihlášení a tokenů API.
}

step-lifts-n-reports = { $n ->
    [one] { $n } podřízený přejde o stupeň výš.
    [few] { $n } podřízení přejdou o stupeň výš.
   *[other] { $n } podřízených přejde o stupeň výš.
}

users-filter-role = Role
users-column-licence = Licence
users-column-created = Založen

role-about = Co role smí
