# Role a proč někdo něco může.

nav-roles = Role
roles-title = Role
roles-lead = Role říká, co lidé smějí a vůči komu. Vlastní vytvoříte kopií.
roles-create = Vytvořit roli
roles-create-lead = Nová role začíná s tím, co dovoluje kopírovaná, a stojí stejně vysoko.
roles-copy = Kopírovat
roles-copy_of = Kopie role
roles-edit = Upravit
roles-look = Zobrazit, co dovoluje
roles-delete = Smazat
roles-name = Název
roles-users = Uživatelé
roles-kind = Druh
roles-permissions = Oprávnění
roles-built_in = Vestavěná
roles-custom = Vlastní
roles-what = Role
roles-edit-lead = Zaškrtněte, kam každé oprávnění dosáhne. Než se cokoli uloží, uvidíte, kdo co získá a ztratí.
roles-built_in-lead = Vestavěnou roli nelze změnit. Vytvořte si kopii.
roles-built_in-fixed = Vestavěná
roles-back = Zpět na role
roles-look-first = Zobrazit, kdo co získá a ztratí
roles-room-users = Lidé
roles-room-own = Vlastní záznam
roles-room-invitations = Pozvánky
roles-room-teams = Týmy
roles-room-roles = Role
roles-room-groups = Skupiny
roles-room-settings = Pravidla
roles-room-telephony = Telefonní ústředny
roles-room-helpdesks = Helpdesky
roles-room-licences = Licence
roles-room-dashboard = Domů
roles-room-organisation = Organizace
roles-room-audit = Audit
roles-room-tokens = Tokeny API
roles-review = Uložit { $name }?
roles-review-users = { $n ->
    [0] Tuto roli zatím nikdo nemá.
    [one] Tuto roli má jeden uživatel. Při příštím požadavku platí následující.
    [few] Tuto roli mají { $n } uživatelé. Při příštím požadavku platí následující.
    [many] Tuto roli má { $n } uživatele. Při příštím požadavku platí následující.
   *[other] Tuto roli má { $n } uživatelů. Při příštím požadavku platí následující.
}
roles-review-nothing = Žádné oprávnění se nemění.
roles-gains = Získá: { $permission } ({ $scopes })
roles-loses = Ztratí: { $permission } ({ $scopes })
roles-delete-title = Smazat { $name }?
roles-delete-lead = { $n ->
    [0] Tuto roli nikdo nemá.
    [one] Tuto roli má jeden uživatel a dostane místo ní jinou.
    [few] Tuto roli mají { $n } uživatelé a dostanou místo ní jinou.
    [many] Tuto roli má { $n } uživatele a dostanou místo ní jinou.
   *[other] Tuto roli má { $n } uživatelů a dostanou místo ní jinou.
}
roles-replacement = Role místo ní
toast-role-deleted = Role byla smazána
scope-own = Vlastní
scope-reports = Podřízení
scope-teams = Vedené týmy
scope-groups = Spravované skupiny
scope-organisation = Všichni

access-holdings = Co smí
access-permission = Oprávnění
access-scopes = Vůči komu
access-origin = Pochází z
access-extra = Vedle role
access-grants = Oprávnění vedle role
access-grants-title = Oprávnění vedle role: { $name }
access-device_management = Správa zařízení
access-support_management = Správa podpory (operátor)
access-support_management-hint = Zabere jednoho operátora vašeho plánu.
why-title = Proč to { $name } může?
why-lead = Vyberte co, a pokud se to týká člověka, tak vůči komu.
why-question = Otázka
why-target = Vůči komu
why-target-hint = Uživatelské jméno nebo adresa.
why-ask = Zeptat se
why-can = { $name } toto může: { $permission }.
why-can-not = { $name } toto nemůže: { $permission }.
why-role = Role { $role } to dává vůči: { $scopes }.
why-role-not = Role { $role } toto oprávnění nedává.
why-self = { $target } je tatáž osoba.
why-reports = { $target } je podřízený(á): { $name }.
why-team = { $target } je v týmu, který vede { $name }.
why-group = { $target } je ve skupině, kterou spravuje { $name }.
why-stranger = { $target } není podřízený(á) ani v týmu či skupině: { $name }.
fault-denied = Je potřeba oprávnění „{ $permission }“, které vaše role nedává.
fault-denied-so-far = Je potřeba oprávnění „{ $permission }“; vaše role ho dává vůči: { $scopes }.

audit-noun-role = Role
audit-role-created = Role vytvořena
audit-role-updated = Role změněna
audit-role-deleted = Role smazána
audit-user-grants_changed = Oprávnění vedle role změněna
permission-roles-manage = Vytvářet, měnit a mazat role
permission-users-assign_grants = Dávat a brát správu zařízení a podpory
