# Dates and times. Day, month, year, hour and minute arrive as text; the month by its name.

time-month-1 = ledna
time-month-2 = února
time-month-3 = března
time-month-4 = dubna
time-month-5 = května
time-month-6 = června
time-month-7 = července
time-month-8 = srpna
time-month-9 = září
time-month-10 = října
time-month-11 = listopadu
time-month-12 = prosince

time-date = { $day }. { $month } { $year }
time-clock = { $hour }:{ $minute }
time-date-clock = { $date } { $clock }

# How long ago, or until when
time-now = právě teď
time-minutes-ago = { $n ->
    [one] před { $n } minutou
   *[other] před { $n } minutami
}
time-hours-ago = { $n ->
    [one] před { $n } hodinou
   *[other] před { $n } hodinami
}
time-days-ago = { $n ->
    [one] před { $n } dnem
   *[other] před { $n } dny
}
time-months-ago = { $n ->
    [one] před { $n } měsícem
   *[other] před { $n } měsíci
}
time-years-ago = { $n ->
    [one] před { $n } rokem
   *[other] před { $n } lety
}
time-soon = za okamžik
time-in-minutes = { $n ->
    [one] za { $n } minutu
    [few] za { $n } minuty
   *[other] za { $n } minut
}
time-in-hours = { $n ->
    [one] za { $n } hodinu
    [few] za { $n } hodiny
   *[other] za { $n } hodin
}
time-in-days = { $n ->
    [one] za { $n } den
    [few] za { $n } dny
   *[other] za { $n } dní
}
time-in-months = { $n ->
    [one] za { $n } měsíc
    [few] za { $n } měsíce
   *[other] za { $n } měsíců
}
time-in-years = { $n ->
    [one] za { $n } rok
    [few] za { $n } roky
   *[other] za { $n } let
}

# Lengths of time
time-length-minutes = { $n ->
    [one] { $n } minuta
    [few] { $n } minuty
   *[other] { $n } minut
}
time-length-hours = { $n ->
    [one] { $n } hodina
    [few] { $n } hodiny
   *[other] { $n } hodin
}
time-length-days = { $n ->
    [one] { $n } den
    [few] { $n } dny
   *[other] { $n } dní
}
