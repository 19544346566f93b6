# Dates and times. Day, month, year, hour and minute arrive as text; the month by its name.

time-month-1 = januar
time-month-2 = februar
time-month-3 = mars
time-month-4 = april
time-month-5 = mai
time-month-6 = juni
time-month-7 = juli
time-month-8 = august
time-month-9 = september
time-month-10 = oktober
time-month-11 = november
time-month-12 = desember

time-date = { $day }. { $month } { $year }
time-clock = { $hour }:{ $minute }
time-date-clock = { $date } kl. { $clock }

# How long ago, or until when
time-now = akkurat nå
time-minutes-ago = { $n ->
    [one] for { $n } minutt siden
   *[other] for { $n } minutter siden
}
time-hours-ago = { $n ->
    [one] for { $n } time siden
   *[other] for { $n } timer siden
}
time-days-ago = { $n ->
    [one] for { $n } dag siden
   *[other] for { $n } dager siden
}
time-months-ago = { $n ->
    [one] for { $n } måned siden
   *[other] for { $n } måneder siden
}
time-years-ago = for { $n } år siden
time-soon = om et øyeblikk
time-in-minutes = { $n ->
    [one] om { $n } minutt
   *[other] om { $n } minutter
}
time-in-hours = { $n ->
    [one] om { $n } time
   *[other] om { $n } timer
}
time-in-days = { $n ->
    [one] om { $n } dag
   *[other] om { $n } dager
}
time-in-months = { $n ->
    [one] om { $n } måned
   *[other] om { $n } måneder
}
time-in-years = om { $n } år

# Lengths of time
time-length-minutes = { $n ->
    [one] { $n } minutt
   *[other] { $n } minutter
}
time-length-hours = { $n ->
    [one] { $n } time
   *[other] { $n } timer
}
time-length-days = { $n ->
    [one] { $n } dag
   *[other] { $n } dager
}
