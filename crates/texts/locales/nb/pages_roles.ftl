# Roller, og hvorfor noen kan gjøre noe.

nav-roles = Roller
roles-title = Roller
roles-lead = En rolle sier hva folk kan gjøre og overfor hvem. Kopier én for å lage din egen.
roles-create = Opprett rolle
roles-create-lead = Den nye rollen begynner med det den kopierte tillater, og står like høyt.
roles-copy = Kopier
roles-copy_of = Kopi av
roles-edit = Rediger
roles-look = Se hva den tillater
roles-delete = Slett
roles-name = Navn
roles-users = Brukere
roles-kind = Slag
roles-permissions = Tillatelser
roles-built_in = Innebygd
roles-custom = Egen
roles-what = Rollen
roles-edit-lead = Kryss av for hvor langt hver tillatelse rekker. Før noe lagres, ser du hvem som får og mister hva.
roles-built_in-lead = En innebygd rolle kan ikke endres. Kopier den for å lage din egen.
roles-built_in-fixed = Innebygd
roles-back = Tilbake til rollene
roles-look-first = Se hvem som får og mister hva
roles-room-users = Folk
roles-room-own = Egen oppføring
roles-room-invitations = Invitasjoner
roles-room-teams = Team
roles-room-roles = Roller
roles-room-groups = Grupper
roles-room-settings = Regler
roles-room-telephony = Telefonsentraler
roles-room-helpdesks = Brukerstøtter
roles-room-licences = Lisenser
roles-room-dashboard = Hjem
roles-room-organisation = Organisasjon
roles-room-audit = Revisjon
roles-room-tokens = API-nøkler
roles-review = Lagre { $name }?
roles-review-users = { $n ->
    [0] Ingen har denne rollen ennå.
    [one] Én bruker har denne rollen. Fra neste forespørsel gjelder dette.
   *[other] { $n } brukere har denne rollen. Fra neste forespørsel gjelder dette.
}
roles-review-nothing = Ingen tillatelse endres.
roles-gains = Får: { $permission } ({ $scopes })
roles-loses = Mister: { $permission } ({ $scopes })
roles-delete-title = Slette { $name }?
roles-delete-lead = { $n ->
    [0] Ingen har denne rollen.
    [one] Én bruker har denne rollen og får en annen i stedet.
   *[other] { $n } brukere har denne rollen og får en annen i stedet.
}
roles-replacement = Rolle i stedet
toast-role-deleted = Rollen ble slettet
scope-own = Egen
scope-reports = Underordnede
scope-teams = Ledede team
scope-groups = Administrerte grupper
scope-organisation = Alle

access-holdings = Hva de kan gjøre
access-permission = Tillatelse
access-scopes = Overfor hvem
access-origin = Kommer fra
access-extra = Ved siden av rollen
access-grants = Rettigheter ved siden av rollen
access-grants-title = Rettigheter til { $name }
access-device_management = Enhetsstyring
access-support_management = Støttestyring (operatør)
access-support_management-hint = Tar én av operatørene i planen din.
why-title = Hvorfor kan { $name } gjøre det?
why-lead = Velg hva, og overfor hvem om det gjelder en person.
why-question = Spørsmålet
why-target = Overfor hvem
why-target-hint = Brukernavn eller adresse.
why-ask = Spør
why-can = { $name } kan gjøre dette: { $permission }.
why-can-not = { $name } kan ikke gjøre dette: { $permission }.
why-role = Rollen { $role } gir det overfor: { $scopes }.
why-role-not = Rollen { $role } gir ikke denne tillatelsen.
why-self = { $target } er samme person.
why-reports = { $target } rapporterer til { $name }.
why-team = { $target } er i et team som { $name } leder.
why-group = { $target } er i en gruppe som { $name } administrerer.
why-stranger = { $target } rapporterer ikke til { $name } og er verken i et team eller en gruppe der.
fault-denied = Det trengs tillatelsen «{ $permission }», som rollen din ikke gir.
fault-denied-so-far = Det trengs tillatelsen «{ $permission }»; rollen din gir den overfor: { $scopes }.

audit-noun-role = Roller
audit-role-created = Rolle opprettet
audit-role-updated = Rolle endret
audit-role-deleted = Rolle slettet
audit-user-grants_changed = Rettigheter ved siden av rollen endret
permission-roles-manage = Opprette, endre og slette roller
permission-users-assign_grants = Gi og ta enhets- og støttestyring
