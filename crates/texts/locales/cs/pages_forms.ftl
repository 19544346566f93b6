# Forms, short tasks, tabs.

page-tabs = Části této stránky

list-menu = Akce

form-save = Uložit
form-cancel = Zrušit

once-copy = Kopírovat
once-copied = Zkopírováno

conflict-title = Někdo jiný mezitím změnil totéž
conflict-lead = Vaše údaje jsou ve formuláři níže. Porovnejte je, opravte, co je třeba, a uložte znovu.
conflict-field = Pole
conflict-mine = Vaše
conflict-theirs = Mezitím uloženo

photo-title = Fotografie
photo-hint = JPEG, PNG nebo WebP do 2 MiB. Ořízne se na čtverec a zobrazí v seznamech.
photo-file = Soubor
photo-preview = Vybraný obrázek
photo-save = Uložit fotografii
photo-remove = Odebrat fotografii

sheet-close = Zavřít
sheet-lost = Co zanikne
sheet-kept = Co zůstane
sheet-changed = Co se změní
sheet-gentler = Jde to i šetrněji:
sheet-done = Hotovo
sheet-type = Pro potvrzení napište „{ $name }“

own-password-lead = Než budete pokračovat, zvolte si heslo, které znáte jen vy: současné vám někdo nastavil, nebo je příliš staré.

fault-home = Na úvodní stránku
fault-request = Požadavek
fault-not_found = Nenalezeno
fault-forbidden = Není dovoleno
fault-conflict = To se neslučuje se současným stavem
fault-too_many = Příliš mnoho požadavků
fault-unavailable = Teď není dostupné
fault-internal = Něco se nepovedlo
fault-invalid = To nebylo možné přijmout

mailbox-title = E-maily ukázky
mailbox-lead = Není nastaven žádný poštovní server, proto je zde vše, co by se jinak odeslalo.
mailbox-reload = Načíst znovu
mailbox-none = Zatím žádné e-maily
mailbox-none-hint = Pozvěte někoho a e-mail se tu během několika vteřin objeví.
mailbox-to = Komu: { $address }

form-wrong = { $n ->
    [one] Jedno pole potřebuje opravit.
    [few] { $n } pole potřebují opravit.
   *[other] { $n } polí potřebuje opravit.
}
